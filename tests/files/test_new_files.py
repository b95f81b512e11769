"""Files are created together, or none is."""

from pathlib import Path

import pytest

from corpusfmt.files.new_files import NewFile, create_files, find_missing, replace_by_files
from corpusfmt.files.read import WriteError
from tests.command_line import read, write


def new_files(folder: Path) -> list[NewFile]:
    """Return two files that are not there."""
    return [NewFile(str(folder / name), name.encode()) for name in ("b", "c")]


def test_only_what_is_missing_is_created(tmp_path: Path) -> None:
    files = new_files(tmp_path)
    write(tmp_path, {"b": "b"})
    assert find_missing(files) == files[1:]
    write(tmp_path, {"c": "other"})
    with pytest.raises(WriteError, match="c: exists, and is not overwritten"):
        find_missing(files)


def test_after_a_failure_there_are_no_new_files(tmp_path: Path) -> None:
    files = [*new_files(tmp_path), NewFile(str(tmp_path / "absent" / "d"), b"d")]
    with pytest.raises(WriteError, match="its folder does not exist"):
        create_files(files)
    assert read(tmp_path) == {}
    create_files(files[:2])
    assert read(tmp_path) == {"b": b"b", "c": b"c"}


def test_a_file_with_another_content_is_not_replaced(tmp_path: Path) -> None:
    write(tmp_path, {"a": "mine"})
    with pytest.raises(WriteError, match="changed during the run"):
        replace_by_files(str(tmp_path / "a"), b"bc", new_files(tmp_path), 0o644)
    assert read(tmp_path) == {"a": b"mine"}
    replace_by_files(str(tmp_path / "a"), b"mine", new_files(tmp_path), 0o644)
    assert read(tmp_path) == {"b": b"b", "c": b"c"}
