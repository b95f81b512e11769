"""Files are moved into a quarantine, one row of the manifest each, and nothing is overwritten."""

import os
from pathlib import Path

import pytest

from corpusfmt.files.read import WriteError
from corpusfmt.model.diagnostic import Report
from corpusfmt.project.quarantine.folder import (
    QuarantineError,
    is_own,
    make_folder,
    move,
    open_quarantine,
)
from corpusfmt.project.quarantine.manifest import read_manifest


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with an article, which is the current one."""
    path = tmp_path / "project"
    (path / "in").mkdir(parents=True)
    (path / "in/a.txt").write_bytes(b"text")
    monkeypatch.chdir(path)
    return path


def test_a_file_is_moved_and_listed(folder: Path) -> None:
    quarantine = open_quarantine("aside", ".", ["in"], ["in/a.txt"])
    assert not Path("aside").exists()
    assert quarantine.take(Report("in/a.txt")) == os.path.join("aside", "in", "a.txt")
    assert Path("aside/in/a.txt").read_bytes() == b"text"
    assert not Path("in/a.txt").exists()
    assert [row.path for row in read_manifest("aside").rows] == ["in/a.txt"]
    again = open_quarantine("aside", ".", ["in"], [])
    assert again.known == quarantine.known
    assert again.root == str(folder.resolve())


def test_nothing_is_overwritten() -> None:
    quarantine = open_quarantine("aside", ".", ["in"], ["in/a.txt"])
    quarantine.take(Report("in/a.txt"))
    Path("in/a.txt").write_bytes(b"another text")
    with pytest.raises(WriteError, match="exists already"):
        quarantine.take(Report("in/a.txt"))
    assert Path("in/a.txt").read_bytes() == b"another text"
    assert Path("aside/in/a.txt").read_bytes() == b"text"


def test_a_move_that_was_interrupted_is_completed() -> None:
    open_quarantine("aside", ".", ["in"], ["in/a.txt"]).take(Report("in/a.txt"))
    Path("in/a.txt").write_bytes(b"text")
    open_quarantine("aside", ".", ["in"], ["in/a.txt"]).take(Report("in/a.txt"))
    assert not Path("in/a.txt").exists()
    assert len(read_manifest("aside").rows) == 1


def test_a_file_from_elsewhere_is_refused(folder: Path) -> None:
    quarantine = open_quarantine("aside", ".", ["in"], ["in/a.txt"])
    (folder.parent / "b.txt").write_bytes(b"text")
    with pytest.raises(WriteError, match="is outside of"):
        quarantine.take(Report("../b.txt"))


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("in", "is, or contains, in, which is to be checked"),
        ("in/a.txt", "is not a folder"),
        ("full", "is neither empty nor a quarantine"),
    ],
)
def test_other_folders_are_refused(place: str, message: str) -> None:
    Path("full").mkdir()
    Path("full/b.txt").write_bytes(b"")
    paths = ["in"] if place == "in" else ["in/other.txt"]
    with pytest.raises(QuarantineError, match=message):
        open_quarantine(place, ".", paths, [])


def test_its_own_files_are_no_articles() -> None:
    assert is_own("manifest.jsonl")
    assert is_own(".corpusfmt-quarantine")
    assert is_own(".corpusfmt-0a-1b.tmp")
    assert not is_own("a.txt")


def test_a_file_moves_in_one_step() -> None:
    move("in/a.txt", "b.txt", b"text")
    assert Path("b.txt").read_bytes() == b"text"
    assert not Path("in/a.txt").exists()


@pytest.mark.skipif(os.name != "posix", reason="links need a privilege")
def test_no_folder_is_made_behind_a_link(folder: Path) -> None:
    os.symlink("../elsewhere", "link")
    with pytest.raises(WriteError, match="symbolic link"):
        make_folder("link/new", ".")
    assert not (folder.parent / "elsewhere").exists()
