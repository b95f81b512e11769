"""``convert --to parquet``: a file or a data set, and back."""

import hashlib
import json
from pathlib import Path

import pytest

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
    monkeypatch.setattr("corpusfmt.cli.convert_options.find_spec", lambda name: None)
    write(folder, {"a.txt": CLEAN})
    ended = run("convert", "a.txt", "--to", "parquet", "-o", "news/")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == (
        "corpusfmt: --to parquet needs pyarrow: pip install 'corpusfmt[parquet]'\n"
    )
    assert not (folder / "news").exists()
