"""Files are read, or the error has the reason."""

import errno
import hashlib
import os
import pickle
from pathlib import Path

import pytest

from corpusfmt.files.read import ReadError, read_bytes, reason_of, sha256
from tests.systems import needs_posix

unprivileged = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="the superuser may read and write everything",
)


@pytest.mark.parametrize("data", [b"", b"a", b"\xff\0\r\n", b"x" * 200_000])
def test_the_bytes_of_a_file_are_returned(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    assert read_bytes(str(tmp_path / "a.txt")) == data


@pytest.mark.skipif(
    not os.path.exists("/proc/self/status"), reason="this system has no files without a size"
)
def test_the_size_of_a_file_is_only_a_hint() -> None:
    assert b"Name:" in read_bytes("/proc/self/status")


@needs_posix
@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("absent.txt", "does not exist"),
        ("folder", "is a folder"),
        ("file/below", "is below a path that is not a folder"),
        ("loop", "is a loop of symbolic links"),
        ("x" * 300, "has too long a name"),
        ("nul\0.txt", "is not a valid file name"),
        ("\ud800.txt", "is not a valid file name"),
        ("pipe", "is a named pipe, not a file"),
    ],
)
def test_the_reason_names_the_problem(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    (tmp_path / "loop").symlink_to("loop")
    os.mkfifo(tmp_path / "pipe")  # reading it would block
    path = f"{tmp_path}/{name}"
    with pytest.raises(ReadError) as caught:
        read_bytes(path)
    assert (caught.value.path, caught.value.reason) == (path, reason)
    assert str(caught.value) == f"{path}: {reason}"


def test_devices_are_not_read() -> None:
    with pytest.raises(ReadError, match="is a device, not a file"):
        read_bytes(os.devnull)


@unprivileged
def test_a_file_without_permission_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch(mode=0)
    with pytest.raises(ReadError, match="permission denied"):
        read_bytes(str(tmp_path / "a.txt"))


def test_errors_survive_pickling() -> None:
    error = pickle.loads(pickle.dumps(ReadError("a.txt", "does not exist")))
    assert (type(error), error.path, error.reason) == (ReadError, "a.txt", "does not exist")


def test_unknown_errors_have_the_message_of_the_system() -> None:
    assert reason_of(OSError(errno.EBUSY, "Device Busy")) == "device busy"
    assert reason_of(OSError()) == "oserror"


def test_a_digest_is_hexadecimal() -> None:
    assert sha256(b"abc") == hashlib.sha256(b"abc").hexdigest()
