"""``corpusfmt convert --from NAME``: files of other programs, and what is reported of them."""

import json
import sys
from pathlib import Path

import pytest

from corpusfmt.convert.kinds import FOREIGN
from tests.command_line import read, run, write

NEWS = {"title": "Ferry", "maintext": "It sailed.", "date_publish": None, "source_domain": "x"}
TEXT = "# Ferry\n\n\n\nIt sailed.\n"
TABLE = "headline,text,when\nFerry,It sailed.,2024-03-05\nPost,It came.,later\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_help_has_every_format() -> None:
    shown = run("convert", "--help").out
    assert all(name in shown for name in FOREIGN)


def test_a_folder_of_a_scraper_becomes_texts(folder: Path) -> None:
    data = json.dumps(NEWS)
    write(folder, {"in/a.json": data, "in/deep/b.json": data, "in/c.txt": ""})
    ended = run("convert", "in", "--from", "news-please", "--to", "text", "-o", "out")
    assert (ended.code, ended.out) == (0, ""), ended.err
    assert read(folder / "out") == {"a.txt": TEXT.encode(), "deep/b.txt": TEXT.encode()}


def test_one_article_can_be_written_to_one_file(folder: Path) -> None:
    write(folder, {"a.json": json.dumps(NEWS)})
    ended = run("convert", "a.json", "--from", "news-please", "--to", "text", "-o", "a.txt")
    assert ended.code == 0, ended.err
    assert (folder / "a.txt").read_text("utf-8") == TEXT


def test_many_articles_are_not_written_to_one_file(folder: Path) -> None:
    write(folder, {"a.json": json.dumps([NEWS, NEWS])})
    ended = run("convert", "a.json", "--from", "news-please", "--to", "text", "-o", "a.txt")
    assert ended.code == 2
    assert "a.json: has 2 articles; expected a folder for -o" in ended.err
    assert not (folder / "a.txt").exists()
    ended = run("convert", "a.json", "--from", "news-please", "--to", "text", "-o", "out/")
    assert (ended.code, len(read(folder / "out"))) == (0, 2)


def test_a_table_has_columns_that_are_named(folder: Path) -> None:
    write(folder, {"a.csv": TABLE})
    ended = run("convert", "a.csv", "--from", "csv", "--to", "jsonl", "--map", "date=when")
    documents = [json.loads(line) for line in ended.out.splitlines()]
    assert [(one["title"], one.get("date"), one["source"]["line"]) for one in documents] == [
        ("Ferry", "2024-03-05", 2),
        ("Post", None, 3),
    ]
    assert "a.csv:3:1: warning: the date “later” is not read (at /when)" in ended.err
    assert ended.code == 0


def test_strict_refuses_an_article_whose_values_are_not_read(folder: Path) -> None:
    write(folder, {"a.csv": TABLE})
    words = ["--from", "csv", "--to", "jsonl", "--map", "date=when", "--strict"]
    ended = run("convert", "a.csv", *words)
    assert (ended.code, len(ended.out.splitlines())) == (2, 1)
    assert "a.csv:3: --strict: the date “later” is not read" in ended.err


@pytest.mark.parametrize(
    ("words", "reported"),
    [
        (("--map", "titel=x", "--from", "csv"), "unknown field 'titel' for --map; did you mean"),
        (("--map", "title", "--from", "csv"), "--map title has no column; expected title=COLUMN"),
        (
            ("--map", "title=x", "--from", "ninjs"),
            "--map is only for --from csv, tsv and rows, and for Parquet",
        ),
        (("--from", "news-pleas"), "unknown value 'news-pleas' for --from; did you mean"),
    ],
)
def test_options_that_do_not_fit_are_reported(words: tuple[str, ...], reported: str) -> None:
    ended = run("convert", "a.csv", "--to", "json", *words)
    assert (ended.code, ended.out) == (2, "")
    assert reported in ended.err


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setitem(sys.modules, "yaml", None)
    ended = run("convert", "a.md", "--from", "front-matter", "--to", "text")
    assert ended.code == 2
    assert "--from front-matter needs yaml: pip install 'corpusfmt[yaml]'" in ended.err


def test_auto_says_what_it_guessed(folder: Path) -> None:
    write(folder, {"in/a.json": json.dumps(NEWS), "in/b.txt": TEXT, "in/c.csv": TABLE})
    ended = run("convert", "in", "--from", "auto", "--to", "jsonl")
    assert (ended.code, len(ended.out.splitlines())) == (0, 4)
    assert "--from auto: read 1 file as news-please, 1 file as text, 1 file as csv" in ended.err


def test_a_table_in_another_encoding_is_reported_with_the_option(folder: Path) -> None:
    write(folder, {"a.csv": "title,text\nFähre,Sie fuhr über das Meer.\n".encode("cp1252")})
    ended = run("convert", "a.csv", "--from", "csv", "--to", "plain")
    assert (ended.code, ended.out) == (1, "")
    assert "expected: --encoding windows-1252, or UTF-8 text" in ended.err
    ended = run("convert", "a.csv", "--from", "csv", "--to", "plain", "--encoding", "windows-1252")
    assert (ended.code, ended.out) == (0, "Fähre\n\nSie fuhr über das Meer.\n")
    write(folder, {"b.csv": b"title,text\nF\xc3\xa4hre,Sie fuhr \xfcber F\xc3\xb6hr.\n"})
    assert "--encoding" not in run("convert", "b.csv", "--from", "csv", "--to", "plain").err


def test_a_file_of_which_some_articles_are_read_is_converted_in_part(folder: Path) -> None:
    write(
        folder, {"a.csv": "title,text\nFerry,It sailed.\nNo text,\n", "b.csv": "title,text\n,x\n"}
    )
    ended = run("convert", "a.csv", "b.csv", "--from", "csv", "--to", "jsonl")
    assert ended.code == 1
    counted = "1 document converted, 1 file not converted, 1 file converted in part\n"
    assert f"corpusfmt: read 2 files: {counted}" in ended.err


def test_paths_that_do_not_exist_are_counted(folder: Path) -> None:
    write(folder, {"a.txt": TEXT})
    ended = run("convert", "a.txt", "none.txt", "b", "--to", "jsonl")
    assert (ended.code, len(ended.out.splitlines())) == (2, 1)
    assert "read 1 file: 1 document converted; 2 paths could not be read\n" in ended.err


def test_auto_does_not_count_as_text_what_is_not_one(folder: Path) -> None:
    files: dict[str, str | bytes] = {"in/c.txt": TEXT, "in/d.txt": TABLE, "in/e.txt": "text"}
    write(folder, files | {"in/a.txt": b"%PDF-1.7\n\xe2", "in/b.txt": b"\x89PNG\r\n\x1a\n"})
    ended = run("convert", "in", "--from", "auto", "--to", "jsonl")
    assert (ended.code, len(ended.out.splitlines())) == (1, 1)
    expected = "not read: 1 file (a PDF file), 1 file (a PNG image), 1 file (CSV)\n"
    assert f"--from auto: read 2 files as text; {expected}" in ended.err
    ended = run("convert", "in/a.txt", "--from", "auto", "--to", "jsonl")
    assert (ended.code, ended.out) == (1, "")
    assert "--from auto: not read: 1 file (a PDF file)\n" in ended.err


def test_a_file_of_another_program_is_named_for_what_it_is(folder: Path) -> None:
    write(folder, {"a.json": json.dumps(NEWS), "b.jsonl": json.dumps(NEWS) + "\n"})
    ended = run("convert", "a.json", "b.jsonl", "--to", "text", "-o", "out/")
    assert ended.code == 1
    for place in ("a.json:1:1", "b.jsonl:1:1"):
        assert f"{place}: error: this looks like JSON of news-please [foreign-file]" in ended.out
    assert "expected: --from news-please" in ended.out


def test_texts_can_be_in_another_encoding(folder: Path) -> None:
    (folder / "a.txt").write_bytes("Ferry\n\nIt cost £5.\n".encode("latin-1"))
    words = ["convert", "a.txt", "--from", "bbc", "--to", "plain"]
    assert run(*words).code == 1
    ended = run(*words, "--encoding", "latin-1")
    assert (ended.code, ended.out) == (0, "Ferry\n\nIt cost £5.\n")
