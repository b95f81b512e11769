"""``corpusfmt convert``: text to documents and back, and where they are written."""

import hashlib
import json
from pathlib import Path

import pytest

from corpusfmt.api.articles import format
from tests.command_line import (
    ARTICLES,
    CLEAN,
    LOOSE,
    WESTERN,
    Ended,
    document,
    read,
    row,
    run,
    write,
)

SOURCES = {path.name: path.read_bytes() for path in ARTICLES}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


# --- there and back -------------------------------------------------------------------------------


def test_the_corpus_comes_back_from_a_folder_of_json(folder: Path) -> None:
    write(folder, {f"corpus/{name}": data for name, data in SOURCES.items()})
    write(folder, {f"corpus/deep/er/{name}": data for name, data in list(SOURCES.items())[:3]})
    there = run("convert", "corpus", "--to", "json", "-o", "documents")
    assert (there.code, there.out) == (0, "")
    back = run("convert", "documents", "--to", "text", "-o", "texts")
    assert (back.code, back.out) == (0, "")
    assert read(folder / "texts") == read(folder / "corpus")
    assert len(read(folder / "texts")) == len(SOURCES) + 3


def test_the_corpus_comes_back_from_json_lines(folder: Path) -> None:
    write(folder, {f"corpus/{name}": data for name, data in SOURCES.items()})
    there = run("convert", "corpus", "--to", "jsonl", "-o", "rows.jsonl")
    assert (there.code, there.out) == (0, "")
    back = run("convert", "rows.jsonl", "--to", "text", "-o", "texts")
    assert (back.code, back.out) == (0, "")
    assert read(folder / "texts/corpus") == read(folder / "corpus")


def test_rows_are_documents_that_say_where_they_come_from_in_the_order_of_the_paths(
    folder: Path,
) -> None:
    names = [*list(SOURCES)[:5], *list(SOURCES)[10:4:-1]]
    write(folder, {name: SOURCES[name] for name in names})
    ended = run("convert", *names, "--to", "jsonl")
    sources = [json.loads(line)["source"] for line in ended.out.splitlines()]
    assert sources == [
        {"path": name, "sha256": hashlib.sha256(SOURCES[name]).hexdigest()} for name in names
    ]


def test_json_and_json_lines_hold_the_same_documents(folder: Path) -> None:
    write(folder, {"corpus/a.txt": LOOSE, "corpus/b.txt": CLEAN})
    run("convert", "corpus", "--to", "json", "-o", "documents")
    rows = run("convert", "corpus", "--to", "jsonl").out.splitlines()
    assert [json.loads(text) for text in read(folder / "documents").values()] == [
        json.loads(line) for line in rows
    ]
    assert run("convert", "--from", "json", "documents", "--to", "jsonl").out.splitlines() == rows


def test_a_text_that_is_not_canonical_comes_back_canonical(folder: Path) -> None:
    ended = run("convert", "-", "--to", "json", stdin=LOOSE.encode())
    back = run("convert", "-", "--from", "json", "--to", "text", stdin=ended.out.encode())
    assert (back.code, back.out) == (0, format(LOOSE))
    assert run("convert", "-", "--to", "text", stdin=LOOSE.encode()).out == format(LOOSE)


def test_a_source_that_is_known_is_kept(folder: Path) -> None:
    write(folder, {"a.json": row("there/a.txt"), "b.json": row()})
    rows = [
        json.loads(line)
        for line in run("convert", "a.json", "b.json", "--to", "jsonl").out.splitlines()
    ]
    assert rows[0]["source"] == {"path": "there/a.txt"}
    assert rows[1]["source"] == {
        "path": "b.json",
        "sha256": hashlib.sha256(row().encode()).hexdigest(),
    }


def test_whole_numbers_may_be_written_with_a_point(folder: Path) -> None:
    heading = {"type": "heading", "level": 2.0, "content": [{"type": "text", "text": "Heading"}]}
    write(folder, {"a.json": json.dumps(document(body=[heading]))})
    ended = run("convert", "a.json", "--to", "text")
    assert ended.code == 0
    assert "\n## Heading\n" in ended.out


# --- what does not convert ------------------------------------------------------------------------

BAD: dict[str, tuple[str | bytes, str]] = {
    "western.txt": (WESTERN, ":1:6: error: byte E9 at offset 5 is not valid UTF-8"),
    "wide.txt": (CLEAN.encode("utf-16"), ":1:1: error: the file is UTF-16, not UTF-8"),
    "nul.txt": ("# T\n\n\n\nx\0y\n", ":5:2: error: control character U+0000"),
    "untitled.txt": ("", ":1:1: error: "),
    "bodiless.txt": ("# T\n", " (at /body) [schema]"),
    "empty.json": ("", ":1:1: error: the file is empty [invalid-json]"),
    "blank.json": (" \n", ":1:1: error: the text is only whitespace [invalid-json]"),
    "list.json": ("\n []", ":2:2: error: document is an array [schema]"),
    "cut.json": (
        '{"title": "T",\n "body',
        ":2:2: error: invalid JSON: unterminated string [invalid-json]",
    ),
    "twice.json": ('{"a": 1,\n  "a": 2}', ':2:3: error: duplicate property "a"'),
    "nan.json": ('{"a":\n NaN}', ":2:2: error: NaN is not a JSON value"),
    "deep.json": ("[" * 100_000, ":1:101: error: nested more than 100 deep"),
    "closed.json": ("[" * 900 + "]" * 900, ":1:101: error: nested more than 100 deep"),
    "huge.json": ('{"a": ' + "9" * 10_000 + "}", ":1:7: error: the number has 10,000 digits"),
    "version.json": (
        json.dumps(document(corpusfmt="2.0")),
        ":1:15: error: corpusfmt is '2.0' (at /corpusfmt) [schema]",
    ),
    "surrogate.json": (
        '{"title": "\\ud800"}',
        ":1:11: error: title contains a lone surrogate U+D800",
    ),
    "western.json": (
        '{"title": "é"}'.encode("latin-1"),
        ":1:12: error: byte E9 at offset 11 is not valid UTF-8",
    ),
    "wide.json": (row().encode("utf-16"), ":1:1: error: the file is UTF-16, not UTF-8"),
    "empty.jsonl": ("", ":1:1: error: the file has no rows [invalid-json]"),
    "blank.jsonl": ("\n \n\r\n", ":1:1: error: the file has no rows [invalid-json]"),
    "row.jsonl": ('\n{"a": 1,}', ":2:"),
    "wide.jsonl": ((row() * 3).encode("utf-16"), ":1:1: error: the file is UTF-16, not UTF-8"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_does_not_convert_is_reported_with_its_place_and_the_others_go_on(
    name: str, folder: Path
) -> None:
    content, reported = BAD[name]
    write(folder, {f"in/{name}": content, "in/a.txt": CLEAN, "in/z.txt": LOOSE})
    ended = run("convert", "in/a.txt", f"in/{name}", "in/z.txt", "--to", "json", "-o", "out")
    assert ended.code == 1
    assert f"in/{name}{reported}" in ended.out or (
        reported.startswith(" (at") and reported in ended.out
    ), ended.out
    assert "2 documents converted, 1 file not converted" in ended.err
    assert set(read(folder / "out")) == {"a.json", "z.json"}


def test_bad_rows_do_not_hold_up_the_others(folder: Path) -> None:
    rows = (
        "\ufeff" + row("1"),
        "{bad\n",
        "\n",
        row("2")[:-1] + "\r\n",
        '{"title": "é"}\n',
        "[]\n",
        row("3")[:-1],
    )
    data = b"".join(text.encode("latin-1" if "é" in text else "utf-8") for text in rows)
    write(folder, {"in.jsonl": data})
    ended = run("convert", "in.jsonl", "--to", "text", "-o", "out")
    assert ended.code == 1
    assert set(read(folder / "out")) == {"1.txt", "2.txt", "3.txt"}
    assert [line.split(":")[1] for line in ended.out.splitlines() if ": error: " in line] == [
        "5",
        "2",
        "6",
    ]
    offset = data.index(b"\xe9")
    assert f"at offset {offset} " in ended.out


def test_findings_stay_out_of_the_documents(folder: Path) -> None:
    write(folder, {"a.txt": CLEAN, "b.txt": WESTERN, "c.txt": LOOSE})
    ended = run("convert", ".", "--to", "jsonl")
    assert ended.code == 1
    assert [json.loads(line)["source"]["path"] for line in ended.out.splitlines()] == [
        "a.txt",
        "c.txt",
    ]
    assert "b.txt:1:6: error: " in ended.err
    beside = run("convert", ".", "--to", "jsonl", "-o", "out.jsonl")
    assert "b.txt:1:6: error: " in beside.out
    assert (folder / "out.jsonl").read_text() == ended.out


def test_an_error_of_ours_in_a_row_costs_that_row(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from corpusfmt.convert.format import Options
    from corpusfmt.convert.writing import render
    from corpusfmt.model.document import Document

    def fail(document: Document, target: str, options: Options, *, text: str | None) -> bytes:
        if document["title"] == "Bad":
            raise TypeError("a bug")
        return render(document, target, options, text=text)

    monkeypatch.setattr("corpusfmt.run.convert_file.render", fail)
    write(folder, {"in.jsonl": row("1") + row("2", "Bad") + row("3")})
    ended = run("convert", "in.jsonl", "--to", "text", "-o", "out")
    assert ended.code == 2
    assert "in.jsonl:2: internal error: TypeError: " in ended.err
    assert set(read(folder / "out")) == {"1.txt", "3.txt"}


@pytest.mark.parametrize(
    ("words", "reported"),
    [
        (
            ("in", "--to", "jsonl"),
            "--to jsonl, only articles are read from folders; to read others, use --from json or",
        ),
        (
            ("in/texts", "--to", "text"),
            "--to text, only documents are read from folders; to read others, use --from text",
        ),
    ],
)
def test_looking_for_the_wrong_kind_is_reported(
    words: tuple[str, ...], reported: str, folder: Path
) -> None:
    write(folder, {"in/a.json": row(), "in/texts/a.text": CLEAN})
    ended: Ended = run("convert", *words)
    assert (ended.code, ended.out) == (2, "")
    assert reported in ended.err
