"""The folder of a project is ignored by git and is never a link."""

import errno
import os
from pathlib import Path

import pytest

from corpusfmt.files.project_folder import (
    LinkedFolderError,
    folder_of,
    make_folder,
    remove_gitignore_if_alone,
)


def test_the_folder_is_ignored_by_git(tmp_path: Path) -> None:
    folder = Path(make_folder(str(tmp_path)))
    assert folder == Path(folder_of(str(tmp_path)))
    assert (folder / ".gitignore").read_text() == "*\n"
    assert Path(make_folder(str(tmp_path))) == folder


def test_a_full_disk_leaves_no_empty_gitignore(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(file: int, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", fail)
        with pytest.raises(OSError, match="full"):
            make_folder(str(tmp_path))
    folder = Path(make_folder(str(tmp_path)))
    assert (folder / ".gitignore").read_text() == "*\n"


def test_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    Path(folder_of(str(tmp_path))).symlink_to("other")
    with pytest.raises(LinkedFolderError, match="is a symbolic link; expected a folder"):
        make_folder(str(tmp_path))


def test_only_a_folder_that_is_no_longer_needed_loses_its_gitignore(tmp_path: Path) -> None:
    folder = Path(make_folder(str(tmp_path)))
    (folder / "lock").touch()
    (folder / "undo").mkdir()
    remove_gitignore_if_alone(str(tmp_path))
    assert (folder / ".gitignore").exists()
    (folder / "undo").rmdir()
    remove_gitignore_if_alone(str(tmp_path))
    assert not (folder / ".gitignore").exists()
