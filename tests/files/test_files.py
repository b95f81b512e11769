"""Files are read, decoded and replaced, or it is said why not."""

import codecs
import errno
import hashlib
import os
import pickle
import stat
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpusfmt.files.read import Unreadable, Unwritable, read_bytes, reason_of, sha256
from corpusfmt.files.write import write_atomically
from corpusfmt.text.decode import ByteProblem, decode, lossy_text
from corpusfmt.text.source import SourceText

unprivileged = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read and write everything"
)


@pytest.mark.parametrize("data", [b"", b"a", b"\xff\0\r\n", b"x" * 200_000])
def test_reading_gives_the_bytes(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    assert read_bytes(str(tmp_path / "a.txt")) == data


@pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="this system has no files without a size")
def test_reading_does_not_trust_the_size() -> None:
    assert b"Name:" in read_bytes("/proc/self/status")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("absent.txt", "does not exist"),
        ("folder", "is a folder"),
        ("file/below", "lies below something that is not a folder"),
        ("circle", "is a circle of symbolic links"),
        ("x" * 300, "has too long a name"),
        ("nul\0.txt", "is not a name a file can have"),
        ("\ud800.txt", "is not a name a file can have"),
        ("pipe", "is a named pipe, not a file"),
    ],
)
def test_unreadable_paths_say_why(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    (tmp_path / "circle").symlink_to("circle")
    os.mkfifo(tmp_path / "pipe")  # reading it would wait for ever
    path = f"{tmp_path}/{name}"
    with pytest.raises(Unreadable) as caught:
        read_bytes(path)
    assert (caught.value.path, caught.value.reason) == (path, reason)
    assert str(caught.value) == f"{path}: {reason}"


def test_devices_are_not_read() -> None:
    with pytest.raises(Unreadable, match="is a device, not a file"):
        read_bytes(os.devnull)


@unprivileged
def test_forbidden_files_are_unreadable(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch(mode=0)
    with pytest.raises(Unreadable, match="permission denied"):
        read_bytes(str(tmp_path / "a.txt"))


def test_problems_survive_pickling() -> None:
    problem = pickle.loads(pickle.dumps(Unreadable("a.txt", "does not exist")))
    assert (type(problem), problem.path, problem.reason) == (Unreadable, "a.txt", "does not exist")


def test_unknown_errors_keep_the_words_of_the_system() -> None:
    assert reason_of(OSError(errno.EBUSY, "Device Busy")) == "device busy"
    assert reason_of(OSError()) == "oserror"


@pytest.mark.parametrize("text", ["", "abc\r\n", "żółć \N{GRINNING FACE} 東京", "\ufeffmarked", "a\0b", "\ufffd"])
def test_utf8_is_text(text: str) -> None:
    decoded = decode(text.encode())
    assert (decoded.text, tuple(decoded.problems), decoded.encoding) == (text, (), "utf-8")


# data, then (offset, raw, line, column) for each fault
FAULTS: list[tuple[bytes, list[tuple[int, bytes, int, int]]]] = [
    (b"\xffabc", [(0, b"\xff", 1, 1)]),
    (b"ab\xffc", [(2, b"\xff", 1, 3)]),
    (b"abc\xff", [(3, b"\xff", 1, 4)]),
    (b"abc\xe2\x82", [(3, b"\xe2\x82", 1, 4)]),
    (b"\xe2\x82x\xe2\x82", [(0, b"\xe2\x82", 1, 1), (3, b"\xe2\x82", 1, 3)]),
    (b"\xf0\x9f\x98", [(0, b"\xf0\x9f\x98", 1, 1)]),
    (b"\xf0\x9f\x98\n\xff", [(0, b"\xf0\x9f\x98", 1, 1), (4, b"\xff", 2, 1)]),
    (b"\xc0\x80", [(0, b"\xc0", 1, 1), (1, b"\x80", 1, 2)]),  # overlong
    (b"\xe0\x80\x80", [(0, b"\xe0", 1, 1), (1, b"\x80", 1, 2), (2, b"\x80", 1, 3)]),
    (b"\xed\xa0\x80", [(0, b"\xed", 1, 1), (1, b"\xa0", 1, 2), (2, b"\x80", 1, 3)]),  # a surrogate
    (b"\xf4\x90\x80\x80", [(0, b"\xf4", 1, 1), (1, b"\x90", 1, 2), (2, b"\x80", 1, 3), (3, b"\x80", 1, 4)]),
    ("żó\r\nł".encode() + b"\x80" + "ł".encode() + b"\x80", [(8, b"\x80", 2, 2), (11, b"\x80", 2, 4)]),
    ("\ufffd".encode() + b"\xff", [(3, b"\xff", 1, 2)]),
    ("a\u2028".encode() + b"\xff", [(4, b"\xff", 1, 3)]),
    ("\N{GRINNING FACE}".encode() + b"\xff", [(4, b"\xff", 1, 2)]),
    (b"\r\xff\n\xff", [(1, b"\xff", 2, 1), (3, b"\xff", 3, 1)]),
]


@pytest.mark.parametrize(("data", "faults"), FAULTS)
def test_faults_have_places(data: bytes, faults: list[tuple[int, bytes, int, int]]) -> None:
    decoded = decode(data)
    assert decoded.text is None
    assert [(fault.offset, fault.raw, fault.line, fault.column) for fault in decoded.problems] == faults
    assert all(fault.length == len(fault.raw) for fault in decoded.problems)


def find_faults_with_the_decoder(data: bytes) -> list[tuple[int, int]]:
    found = []

    def note(error: UnicodeError) -> tuple[str, int]:
        assert isinstance(error, UnicodeDecodeError)
        found.append((error.start, error.end - error.start))
        return "", error.end

    codecs.register_error("note-faults", note)
    data.decode("utf-8", "note-faults")
    return found


PIECES = [b"a", b"\n", "é".encode(), "€".encode(), "\N{GRINNING FACE}".encode(), "\ufffd".encode()]
BYTES = [bytes([byte]) for byte in (0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xE0, 0xE1, 0xED, 0xF0, 0xF1, 0xF4)]


@given(st.one_of(st.binary(), st.lists(st.sampled_from(PIECES + BYTES)).map(b"".join)))
@example(b"\xf0\x90\x80\x80\xf0\x90\x80")
def test_faults_are_those_of_the_decoder(data: bytes) -> None:
    decoded = decode(data)
    assert [(fault.offset, fault.length) for fault in decoded.problems] == find_faults_with_the_decoder(data)
    assert (decoded.text is None) == bool(decoded.problems)
    text = lossy_text(data)
    for fault in decoded.problems:
        assert text[fault.start] == "\ufffd"
        assert (fault.line, fault.column) == SourceText(text, "").position(fault.start)
        assert data[fault.offset :].startswith(fault.raw)


def test_faults_are_a_sequence() -> None:
    faults = decode(b"\xff\xff\xff").problems
    assert faults[-1] == ByteProblem(2, 1, 1, 3, b"\xff", 2)
    assert faults[1:] == (faults[1], faults[2])
    with pytest.raises(IndexError):
        faults[3]


def test_a_million_faults_take_no_time() -> None:
    data = b"\xff" * 1_000_000  # were it quadratic, it would not end
    assert len(decode(data).problems) == 1_000_000
    assert decode(data).problems[999_999].column == 1_000_000


def test_lossy_text_has_one_character_for_a_fault() -> None:
    assert lossy_text(b"a\xe2\x82b\xff") == "a\ufffdb\ufffd"


def test_digest_is_sha256() -> None:
    assert sha256(b"abc") == hashlib.sha256(b"abc").hexdigest()


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


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only the superuser gives files away")
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


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("link", "is a symbolic link; its target is not rewritten"),
        ("dead", "is a symbolic link; its target is not rewritten"),
        ("folder", "is a folder"),
        ("pipe", "is a named pipe, not a file"),
        ("absent/a.txt", "its folder does not exist"),
        ("nul\0.txt", "is not a name a file can have"),
        ("x" * 300, "has too long a name"),
    ],
)
def test_unwritable_paths_say_why(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "target").write_bytes(b"old")
    (tmp_path / "link").symlink_to("target")
    (tmp_path / "dead").symlink_to("nothing")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    before = list_folder(tmp_path)
    with pytest.raises(Unwritable) as caught:
        write_atomically(f"{tmp_path}/{name}", b"new")
    assert caught.value.reason == reason
    assert list_folder(tmp_path) == before
    assert (tmp_path / "target").read_bytes() == b"old"


@unprivileged
def test_read_only_files_stay(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch(mode=0o444)
    with pytest.raises(Unwritable, match="is read-only"):
        write_atomically(str(tmp_path / "a.txt"), b"new")


@pytest.mark.parametrize("function", ["fsync", "replace"])
@pytest.mark.parametrize(
    ("fault", "expected"), [(KeyboardInterrupt(), KeyboardInterrupt), (OSError(errno.ENOSPC, "full"), Unwritable)]
)
def test_failed_writing_leaves_the_old_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, function: str, fault: BaseException, expected: type[BaseException]
) -> None:
    def fail(*_: object) -> None:
        raise fault

    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, function, fail)
    with pytest.raises(expected):
        write_atomically(str(path), b"new")
    assert list_folder(tmp_path) == ["a.txt"]
    assert path.read_bytes() == b"old"
