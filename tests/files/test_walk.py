"""A folder yields its files, sorted, and everything that is skipped with the reason."""

import os
from pathlib import Path

import pytest

from corpusfmt.files.archives.names import skip_reason
from corpusfmt.files.globs import compile_globs
from corpusfmt.files.patterns import Patterns
from corpusfmt.files.walk import (
    Folder,
    FoundFile,
    FoundFiles,
    FoundItem,
    MissingFile,
    SkippedFile,
    find_files,
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


class Found:
    """What is found in a folder, by its kind."""

    def __init__(self, items: list[FoundItem]) -> None:
        self.files: list[str] = []
        for item in items:
            if isinstance(item, FoundFile):
                self.files.append(item.path)
            elif isinstance(item, FoundFiles):
                self.files += [file.path for file in item]
        self.skipped = {item.path: item.reason for item in items if isinstance(item, SkippedFile)}
        self.missing = [item.path for item in items if isinstance(item, MissingFile)]


def make(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(b"")


def find(path: str, exclude: str = "drafts/", ignored: frozenset[str] = frozenset()) -> Found:
    patterns = Patterns(
        os.getcwd(), compile_globs(["*.txt"]), compile_globs([exclude]), "not included", None
    )
    return Found([*find_files(Folder.open(path, patterns, ignored))])


def test_files_are_sorted_and_the_rest_has_a_reason() -> None:
    make("b.txt", "a/c.txt", "d.csv", "drafts/e.txt", ".git/f.txt", ".corpusfmt/g.txt")
    found = find(".")
    assert found.files == ["a/c.txt", "b.txt"]
    assert found.skipped == {"d.csv": "not included", "drafts": "excluded", ".git": "hidden folder"}


def test_files_of_corpusfmt_are_no_articles() -> None:
    names = ("a/corpusfmt-baseline.jsonl", "corpusfmt.toml", "known.jsonl", "b/known.jsonl")
    make(*names)
    everything, own = compile_globs(["*"]), frozenset({"known.jsonl"})
    patterns = Patterns(os.getcwd(), everything, compile_globs([]), "not included", None, own)
    found = Found([*find_files(Folder.open(".", patterns, frozenset()))])
    assert found.files == ["b/known.jsonl"]
    assert found.skipped == dict.fromkeys(names[:3], "file of corpusfmt")
    assert skip_reason("corpusfmt-baseline.jsonl", "a.zip/", patterns) == "file of corpusfmt"
    assert skip_reason("known.jsonl", "a.zip/", patterns) is None


def test_what_git_ignores_is_skipped() -> None:
    make("a.txt", "b.txt", "out/c.txt")
    found = find(".", ignored=frozenset({"b.txt", "out/"}))
    assert found.files == ["a.txt"]
    assert set(found.skipped) == {"b.txt", "out"}


def test_a_folder_below_an_excluded_one_is_excluded() -> None:
    make("drafts/new/a.txt")
    assert find("drafts/new").skipped == {"drafts/new": "excluded"}


def test_names_begin_with_the_folder_that_is_named() -> None:
    make("in/a.txt", "-")
    assert find("in/").files == ["in/a.txt"]
    assert "./-" in find(".").skipped


@pytest.mark.skipif(os.name != "posix", reason="links need a privilege")
def test_a_link_to_a_file_that_is_found_is_skipped() -> None:
    make("in/a.txt", "out/b.txt")
    os.symlink("a.txt", "in/link.txt")
    found = find("in")
    assert found.files == ["in/a.txt"]
    assert "" in found.skipped


def test_a_folder_that_does_not_exist_is_missing() -> None:
    assert find("gone").missing == ["gone"]
