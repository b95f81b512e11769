"""``corpusfmt convert --to NAME``: the formats, their options, and what is refused."""

import json
from pathlib import Path

import pytest

from corpusfmt.convert.formats import FORMATS
from tests.command_line import ARTICLES, CLEAN, LOOSE, document, read, row, run, write


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_help_has_every_format() -> None:
    shown = run("convert", "--help").out
    for form in FORMATS.values():
        assert f"\n  {form.name:<10}{form.summary}\n" in shown


@pytest.mark.parametrize("name", [form.name for form in FORMATS.values() if not form.extra])
def test_a_folder_is_converted_to_files_with_the_ending_of_the_format(
    name: str, folder: Path
) -> None:
    form = FORMATS[name]
    write(folder, {"in/a.txt": CLEAN, "in/deep/b.txt": LOOSE})
    words = ["--from", "text", "--to", name]
    if "updated" in form.options:
        words += ["--updated", "2026-01-01T00:00:00Z"]
    output = f"out{form.suffix}" if form.layout == "stream" else "out"
    ended = run("convert", "in", *words, "-o", output)
    assert (ended.code, ended.out) == (0, ""), ended.err
    assert "2 documents converted" in ended.err
    if form.layout == "stream":
        assert (folder / output).stat().st_size > 0
    else:
        assert set(read(folder / "out")) == {f"a{form.suffix}", f"deep/b{form.suffix}"}


def test_an_unknown_format_is_reported_with_the_nearest() -> None:
    ended = run("convert", "a.txt", "--to", "markdwon")
    assert (ended.code, ended.out) == (2, "")
    assert "unknown value 'markdwon' for --to; did you mean 'markdown'?" in ended.err


@pytest.mark.parametrize(
    ("words", "reported"),
    [
        (("--to", "json", "--fields", "id"), "--fields is only for --to rows"),
        (("--to", "plain", "--template", "{id}"), "--template is only for --to rows"),
        (("--to", "rows", "--fields", "id,titel"), "unknown value 'titel' for --fields; did you"),
        (("--to", "rows", "--fields", "id,id"), "--fields has 'id' twice"),
        (("--to", "rows", "--fields", ""), "--fields"),
        (("--to", "rows", "--template", "{x"), "--template: "),
        (("--to", "rows", "--template", "{id}", "--fields", "id"), "--fields"),
        (("--to", "atom", "--updated", "2024-03-05"), "--updated is '2024-03-05'; expected a time"),
        (("--to", "atom", "--updated", "2024-02-30T00:00Z"), "--updated is '2024-02-30T00:00Z'"),
        (("--to", "rows", "--feed-title", "x"), "--feed-title is only for --to jsonfeed and --to"),
        (("--to", "rows", "-o", "x.txt"), "has the extension of text, but --to rows writes JSON"),
        (("--to", "markdown", "-o", "x.json"), "has the extension of JSON, but --to markdown"),
    ],
)
def test_arguments_that_do_not_fit_are_an_error_before_anything_is_read(
    words: tuple[str, ...], reported: str, folder: Path
) -> None:
    write(folder, {"a.txt": CLEAN})
    ended = run("convert", "a.txt", *words)
    assert (ended.code, ended.out) == (2, "")
    assert reported in ended.err
    assert set(read(folder)) == {"a.txt"}


def test_rows_have_the_fields_that_are_named(folder: Path) -> None:
    write(folder, {"a.txt": CLEAN, "b.txt": LOOSE})
    ended = run("convert", "a.txt", "b.txt", "--to", "rows", "--fields", "id, title")
    assert ended.code == 0
    assert [list(json.loads(line)) for line in ended.out.splitlines()] == [["id", "title"]] * 2
    lines = run("convert", "a.txt", "--to", "rows", "--template", r"{id}\t{title}").out
    assert lines.startswith("a.txt\t")


def test_strict_refuses_an_article_that_would_lose_something_and_writes_the_others(
    folder: Path,
) -> None:
    body = [{"type": "quote", "content": [{"type": "text", "text": "x", "em": True}]}]
    rows = row("1") + json.dumps(document(body=body)) + "\n" + row("3")
    write(folder, {"in.jsonl": rows})
    ended = run("convert", "in.jsonl", "--to", "plain", "--strict", "-o", "out")
    assert ended.code == 2
    assert (
        "in.jsonl:2: --strict: plain would drop quote (at /body/0), em (at /body/0/content/0/em)\n"
    ) in ended.err
    assert "2 documents converted, 1 document could not be written" in ended.err
    assert set(read(folder / "out")) == {"1.txt", "3.txt"}
    assert run("convert", "in.jsonl", "--to", "plain", "-o", "all").code == 0
    assert len(read(folder / "all")) == 3


def test_strict_names_the_first_few_fields(folder: Path) -> None:
    write(folder, {"a.txt": CLEAN})
    ended = run("convert", "a.txt", "--to", "rows", "--template", "{id}", "--strict")
    assert (ended.code, ended.out) == (2, "")
    assert "--strict: rows would drop " in ended.err


def test_whole_formats_drop_nothing(folder: Path) -> None:
    write(folder, {"a.txt": CLEAN})
    for name in ("text", "json", "jsonl", "markdown"):
        assert run("convert", "a.txt", "--from", "text", "--to", name, "--strict").code == 0


def test_an_article_without_a_time_is_not_in_a_feed_and_the_others_are(folder: Path) -> None:
    rows = row("1") + json.dumps(document(date="2024-03-05T10:00Z")) + "\n"
    write(folder, {"in.jsonl": rows})
    ended = run("convert", "in.jsonl", "--to", "atom", "-o", "feed.atom")
    assert ended.code == 2
    assert (
        "in.jsonl:1: the article has no time with an offset, which an Atom entry must have"
        in ended.err
    )
    assert (folder / "feed.atom").read_text().count("<entry>") == 1


@pytest.mark.parametrize("name", ["markdown", "html"])
def test_a_folder_comes_back(name: str, folder: Path) -> None:
    texts = {f"corpus/{path.name}": path.read_bytes() for path in ARTICLES}
    write(folder, texts)
    there = run("convert", "corpus", "--to", name, "--strict", "-o", "pages")
    assert (there.code, there.out) == (0, "")
    back = run("convert", "pages", "--from", name, "--to", "text", "-o", "texts")
    assert (back.code, back.out) == (0, "")
    assert read(folder / "texts") == read(folder / "corpus")
    ended = run("convert", "pages", "--from", name, "--to", "json", "--encoding", "latin-1")
    assert "which is always UTF-8" in ended.err
