"""Output goes to pipes and descriptors directly, and to files in one step."""

import os
from pathlib import Path

import pytest

from corpusfmt.files.read import WriteError
from corpusfmt.files.streams import descriptor_of, is_stream, write_output

pytestmark = pytest.mark.skipif(os.name != "posix", reason="names of streams of a POSIX system")


@pytest.mark.parametrize(
    ("path", "number"),
    [
        ("/dev/stdout", 1),
        ("/dev/stderr", 2),
        ("/dev/fd/63", 63),
        ("/proc/self/fd/3", 3),
        ("/dev/stdin", None),
        ("/dev/fd/", None),
        ("/dev/fd/1234567890", None),
        ("out/dev/fd/1", None),
        ("a.txt", None),
    ],
)
def test_names_of_descriptors_are_recognised(path: str, number: int | None) -> None:
    assert descriptor_of(path) == number


def test_a_file_is_not_a_stream(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    os.mkfifo(tmp_path / "pipe")
    assert not is_stream(str(tmp_path / "a.txt"))
    assert not is_stream(str(tmp_path / "gone"))
    assert not is_stream("a\0")
    assert is_stream(str(tmp_path / "pipe"))
    assert is_stream("/dev/null")


def test_an_open_descriptor_is_written_and_remains_open() -> None:
    reading, writing = os.pipe()
    try:
        write_output(f"/dev/fd/{writing}", [b"one, ", b"two"])
        os.write(writing, b", three")
        assert os.read(reading, 100) == b"one, two, three"
    finally:
        os.close(reading)
        os.close(writing)


def test_a_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")
    write_output(str(tmp_path / "a.txt"), b"new")
    assert (tmp_path / "a.txt").read_bytes() == b"new"


def test_a_descriptor_that_is_closed_is_an_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    os.close(writing)
    with pytest.raises(WriteError, match=f"/dev/fd/{writing}"):
        write_output(f"/dev/fd/{writing}", b"new")
