"""Files that differ from a revision, or are not in the last commit."""

import shutil
import subprocess
from pathlib import Path

import pytest

from corpusfmt.files.git import GitError
from corpusfmt.files.git_changes import LastCommits, UnknownRevisionError, changed_since

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(folder: Path, *words: str) -> None:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(("git", "-C", str(folder), *identity, *words), check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository with two committed files, which is the current folder."""
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=main")
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text("one\n")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "Add two files")
    monkeypatch.chdir(folder)
    return folder


def test_changed_and_new_files_are_found(repository: Path) -> None:
    (repository / "b.txt").write_text("two\n")
    (repository / "c.txt").write_text("new\n")
    changes = changed_since("main", ["a.txt", "b.txt", "c.txt"])
    assert changes.paths == {"b.txt", "c.txt"}
    assert changes.notes == ()
    assert LastCommits().lack(["a.txt", "b.txt", "c.txt"]) == {"c.txt"}


def test_an_unknown_revision_is_an_error(repository: Path) -> None:
    with pytest.raises(UnknownRevisionError, match="unknown revision 'absent'"):
        changed_since("absent", ["a.txt"])
    for revision in ("", "--output=x"):
        with pytest.raises(GitError, match="is not a revision"):
            changed_since(revision, ["a.txt"])


def test_files_outside_count_as_changed(repository: Path) -> None:
    outside = repository.parent / "outside.txt"
    outside.touch()
    changes = changed_since("main", ["a.txt", str(outside)])
    assert changes.paths == {str(outside)}
    assert changes.notes == (f"{outside} is not in a git repository; it counts as changed",)
    assert LastCommits().lack([str(outside)]) == frozenset()


def test_git_is_asked_once_for_all_files(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ["0.txt", "a/b.txt", "a.txt.txt", "a/é.txt", "z.txt", "a-b/c.txt"]
    for name in names:
        (repository / name).parent.mkdir(exist_ok=True)
        (repository / name).write_text("one\n")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "-m", "Add more files")
    commits = LastCommits()
    names += ["a.txt", "b.txt"]
    absent = ["1.txt", "a", "a.tx", "a/b.txt2", "zz.txt", "a-b", "a/.txt"]
    assert commits.lack([*names, *absent]) == {*absent}
    monkeypatch.setattr("corpusfmt.files.git_changes.ask_git", None)
    for name in names:
        assert commits.lack([name]) == frozenset()
    for name in absent:
        assert commits.lack([name]) == {name}
