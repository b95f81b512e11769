"""Files are replaced in one step, and never where they changed since they were read."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from corpusfmt.files.read import WriteError
from corpusfmt.files.write import CHANGED, rewrite, write_atomically
from tests.systems import needs_posix

unprivileged = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="the superuser may read and write everything",
)


def list_folder(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


def test_writing_replaces_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    for data in (b"new", b"", b"\xff" * 100_000):
        write_atomically(str(path), data)
        assert path.read_bytes() == data
    assert list_folder(tmp_path) == ["a.txt"]


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755, 0o660])
def test_writing_keeps_the_mode(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "a.txt"
    path.touch()
    path.chmod(mode)
    write_atomically(str(path), b"new")
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only the superuser gives files away"
)
def test_writing_keeps_the_owner(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.touch()
    os.chown(path, 12345, 54321)
    write_atomically(str(path), b"new")
    assert (path.stat().st_uid, path.stat().st_gid) == (12345, 54321)


def test_new_files_have_the_default_mode(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_atomically(str(tmp_path / "a.txt"), b"new")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == 0o640


@needs_posix
@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("link", "is a symbolic link; its target is not rewritten"),
        ("dead", "is a symbolic link; its target is not rewritten"),
        ("folder", "is a folder"),
        ("pipe", "is a named pipe, not a file"),
        ("absent/a.txt", "its folder does not exist"),
        ("nul\0.txt", "is not a valid file name"),
        ("x" * 300, "has too long a name"),
    ],
)
def test_the_reason_names_the_problem(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "target").write_bytes(b"old")
    (tmp_path / "link").symlink_to("target")
    (tmp_path / "dead").symlink_to("nothing")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    before = list_folder(tmp_path)
    with pytest.raises(WriteError) as caught:
        write_atomically(f"{tmp_path}/{name}", b"new")
    assert caught.value.reason == reason
    assert list_folder(tmp_path) == before
    assert (tmp_path / "target").read_bytes() == b"old"


@unprivileged
def test_read_only_files_are_kept(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch(mode=0o444)
    with pytest.raises(WriteError, match="is read-only"):
        write_atomically(str(tmp_path / "a.txt"), b"new")


@pytest.mark.parametrize("function", ["fsync", "replace"])
@pytest.mark.parametrize(
    ("error", "expected"),
    [(KeyboardInterrupt(), KeyboardInterrupt), (OSError(errno.ENOSPC, "full"), WriteError)],
)
def test_a_failure_leaves_the_old_file_unchanged(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    function: str,
    error: BaseException,
    expected: type[BaseException],
) -> None:
    def fail(*_: object) -> None:
        raise error

    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, function, fail)
    with pytest.raises(expected):
        write_atomically(str(path), b"new")
    assert list_folder(tmp_path) == ["a.txt"]
    assert path.read_bytes() == b"old"


def edit_in_place(path: Path) -> None:
    """Change one byte; neither the size nor the time of the last change says so."""
    before = path.stat()
    path.write_bytes(b"odd")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def append(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"more")


def replace_by_copy(path: Path) -> None:
    copy = path.with_suffix(".copy")
    copy.write_bytes(b"other")
    os.replace(copy, path)


def become_link(path: Path) -> None:
    target = path.with_suffix(".target")
    target.write_bytes(path.read_bytes())
    path.unlink()
    path.symlink_to(target)


def become_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


EDITS = [edit_in_place, append, replace_by_copy, Path.unlink, become_link, become_folder]


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("when", ["before it is begun", "while it is written"])
def test_a_changed_file_is_never_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, edit: Callable[[Path], None], when: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    if when == "before it is begun":
        edit(path)
    else:
        sync = os.fsync

        def sync_and_edit(descriptor: int) -> None:
            sync(descriptor)
            edit(path)

        monkeypatch.setattr(os, "fsync", sync_and_edit)
    with pytest.raises(WriteError) as caught:
        rewrite(str(path), b"old", b"new")
    kinds = (CHANGED, "is a symbolic link; its target is not rewritten", "is a folder")
    assert caught.value.reason in (kinds if when == "before it is begun" else kinds[:1])
    assert not [name for name in list_folder(tmp_path) if name.endswith(".tmp")]
    assert b"new" not in [each.read_bytes() for each in tmp_path.iterdir() if each.is_file()]


@pytest.mark.parametrize("links", [True, False], ids=["with hard links", "without"])
def test_a_new_file_replaces_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    path = tmp_path / "a.txt"
    if not links:
        monkeypatch.setattr(os, "link", refuse)
    rewrite(str(path), None, b"new", mode=0o600)
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", 0o600)
    sync = os.fsync
    monkeypatch.setattr(
        os,
        "fsync",
        lambda descriptor: (sync(descriptor), (tmp_path / "b.txt").write_bytes(b"theirs")),
    )
    with pytest.raises(WriteError, match="changed during the run and was not written"):
        rewrite(str(tmp_path / "b.txt"), None, b"new")
    assert (tmp_path / "b.txt").read_bytes() == b"theirs"
    assert list_folder(tmp_path) == ["a.txt", "b.txt"]


def test_extended_attributes_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    try:
        os.setxattr(path, "user.source", b"scraper 7")
    except (AttributeError, OSError):
        pytest.skip("this file system has no extended attributes")
    path.chmod(0o640)
    rewrite(str(path), b"old", b"new")
    assert os.getxattr(path, "user.source") == b"scraper 7"
    write_atomically(str(path), b"newer")
    assert os.getxattr(path, "user.source") == b"scraper 7"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
