"""Git is asked in a folder, and a failure has a reason."""

import shutil
import subprocess
from pathlib import Path

import pytest

from corpusfmt.files.git import GitError, GitMissingError, ask_git, ignored_below, work_tree

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a new repository that ignores logs."""
    subprocess.run(("git", "init", "--quiet", str(tmp_path)), check=True)
    (tmp_path / ".gitignore").write_text("*.log\nbuild/\n")
    return tmp_path


def test_the_work_tree_is_the_nearest_folder_with_git(tmp_path: Path) -> None:
    (tmp_path / "a/.git").mkdir(parents=True)
    (tmp_path / "a/b/c").mkdir(parents=True)
    assert work_tree(str(tmp_path / "a/b/c")) == str(tmp_path / "a")
    assert work_tree(str(tmp_path / "a")) == str(tmp_path / "a")


@needs_git
def test_a_failure_has_the_message_of_git(tmp_path: Path) -> None:
    with pytest.raises(GitError, match=r"^git failed: not a git repository"):
        ask_git(str(tmp_path), "status")


def test_a_missing_program_or_folder_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(GitError, match="does not exist"):
        ask_git(str(tmp_path / "absent"), "status")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GitMissingError, match="git is not installed"):
        ask_git(str(tmp_path), "status")


@needs_git
def test_the_variables_of_a_hook_select_no_other_repository(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", "/absent/.git")
    top = ask_git(str(repository), "rev-parse", "--show-toplevel")
    assert top.decode().strip() == str(repository.resolve())


@needs_git
def test_ignored_paths_are_listed(repository: Path) -> None:
    (repository / "build/deep").mkdir(parents=True)
    (repository / "build/deep/a.txt").touch()
    (repository / "a.log").touch()
    (repository / "a.txt").touch()
    assert ignored_below(str(repository)) - {""} == {"a.log", "build/"}
    assert ignored_below(str(repository / "build/deep")) == frozenset()
