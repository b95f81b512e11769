"""Web pages without the package that reads them: reported once, before any work."""

import sys
from pathlib import Path
from typing import cast

import pytest

from corpusfmt.convert.writing import render
from corpusfmt.model.document import Document
from tests.command_line import CLEAN, document, read, run, write

PAGE = "<!doctype html><html><body><p>The ferry sailed.</p></body></html>"
OWN = render(cast("Document", document(title="Ours")), "html")
INSTALL = "web pages, which need trafilatura: pip install 'corpusfmt[html]'"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, which has pages; trafilatura is not installed."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    pages: dict[str, str | bytes] = {"in/b.html": PAGE, "in/c.htm": PAGE, "in/a.txt": CLEAN}
    return write(
        tmp_path, pages | {"own/a.html": OWN, "own/b.txt": CLEAN, "crawl.warc": b"WARC/1.1"}
    )


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (
            ("convert", "in", "--from", "auto", "--to", "text", "-o", "out"),
            "in/b.html is one of the",
        ),
        (("convert", "in", "--from", "html", "--to", "jsonl"), "in/b.html is one of the"),
        (("clean", "in", "out"), "in/b.html is one of the"),
        (("clean", "in", "--dry-run"), "in/b.html is one of the"),
        (("convert", "crawl.warc", "--to", "text", "-o", "out"), "crawl.warc has"),
        (("clean", "crawl.warc", "out"), "crawl.warc has"),
        (("check", "in", "crawl.warc"), "crawl.warc has"),
        (("stats", "crawl.warc"), "crawl.warc has"),
    ],
)
def test_it_is_reported_once_and_nothing_is_done(
    folder: Path, words: tuple[str, ...], named: str
) -> None:
    before = read(folder)
    ended = run(*words)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"corpusfmt: {named} {INSTALL}")
    assert ended.err.count("trafilatura") == 1
    assert read(folder) == before


def test_pages_that_were_written_here_need_no_package() -> None:
    ended = run("convert", "own", "--from", "auto", "--to", "plain", "-o", "out")
    assert (ended.code, sorted(read(Path("out")))) == (0, ["a.txt", "b.txt"]), ended.err
    assert run("clean", "own/a.html", "cleaned", "--from", "html").code == 0


def test_files_that_are_not_read_as_pages_need_no_package() -> None:
    assert run("convert", "in", "--to", "plain", "-o", "out").code == 0
    assert run("check", "in").code == 0
    assert run("plan", "crawl.warc", "--tasks", "1", "-o", "lists").code == 0
    assert "is truncated" in run("check", "crawl.warc", "--show-files").err, "it is read"


def test_a_page_that_cannot_be_opened_is_reported_as_such(folder: Path) -> None:
    write(folder, {"bad/x.html": PAGE})
    ended = run("convert", "bad/none.html", "--from", "html", "--to", "text")
    assert (ended.code, "does not exist" in ended.err) == (2, True)
