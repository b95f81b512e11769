"""``convert --to parquet``: a file or a data set, and back."""

import hashlib
import json
import sys
from datetime import datetime
from pathlib import Path

import pytest

from corpusfmt import load
from tests.command_line import ARTICLES, CLEAN, read, run, write

SOURCES = {path.name: path.read_bytes() for path in ARTICLES}
TABLE = "data/train-00000-of-00001.parquet"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_corpus_comes_back_from_a_data_set(folder: Path) -> None:
    write(folder, {f"corpus/{name}": data for name, data in SOURCES.items()})
    there = run("convert", "corpus", "--to", "parquet", "-o", "news", "--strict")
    assert (there.code, there.out) == (0, "")
    assert set(read(folder / "news")) == {TABLE, "README.md", "croissant.json"}
    [table] = json.loads((folder / "news/croissant.json").read_text())["distribution"]
    data = (folder / "news" / TABLE).read_bytes()
    assert table["sha256"] == hashlib.sha256(data).hexdigest()
    back = run("convert", f"news/{TABLE}", "--to", "text", "-o", "texts")
    assert (back.code, back.out) == (0, "")
    assert read(folder / "texts/corpus") == read(folder / "corpus")
    assert run("check", f"news/{TABLE}", "--ignore", "coverage").code == 0


def test_a_file_is_only_the_table(folder: Path) -> None:
    write(folder, {"a.txt": CLEAN})
    assert run("convert", "a.txt", "--to", "parquet", "-o", "a.parquet").code == 0
    assert set(read(folder)) >= {"a.txt", "a.parquet"}
    assert not (folder / "README.md").exists()


def test_without_articles_nothing_is_written(folder: Path) -> None:
    write(folder, {"a.txt": b"\xff"})
    assert run("convert", "a.txt", "--to", "parquet", "-o", "news/").code == 1
    assert not (folder / "news" / "README.md").exists()


def test_a_foreign_card_is_not_replaced(folder: Path) -> None:
    write(folder, {"a.txt": CLEAN, "news/README.md": "mine"})
    ended = run("convert", "a.txt", "--to", "parquet", "-o", "news/")
    assert ended.code == 2
    assert "news/README.md: exists and was not written by convert" in ended.err
    assert (folder / "news/README.md").read_text() == "mine"


def test_a_module_that_is_not_installed_is_reported_with_the_extra(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    write(folder, {"a.txt": CLEAN})
    ended = run("convert", "a.txt", "--to", "parquet", "-o", "news/")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == (
        "corpusfmt: --to parquet needs pyarrow: pip install 'corpusfmt[parquet]'\n"
    )
    assert not (folder / "news").exists()


# --- tables of other programs ---------------------------------------------------------------------


def make_table(path: str) -> None:
    """Write a table that has no column for a title by that name."""
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    columns = {
        "headline_text": ["Ferry", "Library", None],
        "story": ["It sailed.\nIt came back.", "It opened.", "No title."],
        "published": [datetime(2024, 3, 5), datetime(2024, 3, 6, 9, 2), None],
        "authors": [["Ada Brook", "Tom Osei"], [], None],
        "vector": [[0.5], [], None],
        "raw": [b"\xff", b"x", None],
    }
    parquet.write_table(pyarrow.table(columns), path)


MAP = ("--map", "title=headline_text", "--map", "text=story")


@pytest.mark.parametrize("kind", [(), ("--from", "rows"), ("--from", "auto")])
def test_columns_are_read_as_fields(kind: tuple[str, ...]) -> None:
    make_table("news.parquet")
    ended = run("convert", "news.parquet", *kind, "--to", "jsonl", *MAP)
    assert ended.code == 1
    rows = [json.loads(line) for line in ended.out.splitlines()]
    assert [(row["title"], row["date"], row.get("byline")) for row in rows] == [
        ("Ferry", "2024-03-05", [{"name": "Ada Brook"}, {"name": "Tom Osei"}]),
        ("Library", "2024-03-06T09:02:00", None),
    ]
    assert len(rows[0]["body"]) == 2
    assert rows[1]["source"]["path"] == "news.parquet"
    assert rows[1]["source"]["line"] == 2
    assert "news.parquet/3:1:1: error: the article has no title" in ended.err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--map", "title=x"), "there is no column “x”; expected --map title=COLUMN with one of"),
        (
            ("--from", "rows"),
            "no column has the title; expected a column title or headline, or --map title",
        ),
        ((), "has no column 'text'; expected one of its columns (headline_text, story, "),
        (("--from", "auto"), "has no column 'text'; expected one of its columns"),
    ],
)
def test_a_table_without_a_column_is_reported(words: tuple[str, ...], message: str) -> None:
    make_table("news.parquet")
    ended = run("convert", "news.parquet", "--to", "jsonl", *words)
    assert ended.code == 2
    assert message in ended.err


def test_lists_are_read_as_authors_and_paragraphs(folder: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    columns = {
        "headline": ["Ferry"],
        "writers": [["Ada Brook", None, "Tom Osei"]],
        "story": [["It sailed.", "It came back."]],
        "tags": [[["a"], ["b"]]],
    }
    parquet.write_table(pyarrow.table(columns), "news.parquet")
    named = ("--map", "text=story", "--map", "authors={}")
    ended = run(
        "convert", "news.parquet", "--to", "jsonl", *(one.format("writers") for one in named)
    )
    document = json.loads(ended.out)
    assert document["byline"] == [{"name": "Ada Brook"}, {"name": "Tom Osei"}]
    assert (ended.code, len(document["body"])) == (0, 2)
    ended = run("convert", "news.parquet", "--to", "jsonl", *(one.format("tags") for one in named))
    assert ended.code == 0
    assert "news.parquet/1:1:" in ended.err
    assert "warning: the value is an array, and not kept (at /tags/0)" in ended.err


def test_a_table_that_is_read_as_csv_is_named(folder: Path) -> None:
    make_table("news.parquet")
    ended = run("convert", "news.parquet", "--from", "csv", *MAP, "--to", "jsonl")
    assert (ended.code, ended.out) == (2, "")
    assert "is a row of a Parquet table; expected --from rows" in ended.err


def test_a_table_with_titles_and_texts_is_guessed(folder: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    table = pyarrow.table({"title": ["Ferry"], "text": ["It sailed."], "n": [1]})
    parquet.write_table(table, "news.parquet")
    words = ("convert", "news.parquet", "--from", "auto", "--to", "plain")
    assert run(*words).out == "Ferry\n\nIt sailed.\n"
    [article] = load("news.parquet", kind="auto")
    assert article.title == "Ferry"
    write(folder, {"news.jsonl": '{"title": "Ferry", "text": "It sailed."}\n'})
    for name in ("news.parquet", "news.jsonl"):
        assert run("clean", name, f"{name}.out").code == 0
        text = Path(f"{name}.out/articles/news-000001.txt").read_text()
        assert text == "# Ferry\n\n\n\nIt sailed.\n"


def test_a_row_that_is_set_aside_has_all_columns() -> None:
    make_table("news.parquet")
    Path("corpusfmt.toml").write_text("[clean]\nset-aside = ['too-short']\n")
    assert run("clean", "news.parquet", "out", *MAP).code == 1
    assert json.loads(Path("out/set-aside/too-short/news-000001.json").read_text()) == {
        "headline_text": "Ferry",
        "story": "It sailed.\nIt came back.",
        "published": "2024-03-05 00:00:00",
        "authors": ["Ada Brook", "Tom Osei"],
        "vector": [0.5],
        "raw": "\\xff",
    }
