"""Where documents go: whole or not at all, none over another, none over one that is read."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpusfmt.files.read import WriteError
from corpusfmt.project.output_log import OutputLog
from corpusfmt.run.output import OutputFolder, identities, write_file


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def log(folder: Path) -> Iterator[OutputLog]:
    """Return the log of the current folder."""
    opened = OutputLog(".")
    yield opened
    opened.close()


def test_a_folder_takes_files_and_makes_folders(log: OutputLog) -> None:
    output = OutputFolder("x/out", {}, log)
    output.make()
    output.write("a.txt", b"1", "one")
    output.write("b/c/d.txt", b"2", "two")
    assert Path("x/out/a.txt").read_bytes() == b"1"
    assert Path("x/out/b/c/d.txt").read_bytes() == b"2"


def test_what_an_earlier_run_wrote_is_replaced(log: OutputLog) -> None:
    OutputFolder("out", {}, log).write("a.txt", b"old", "one")
    OutputFolder("out", {}, log).write("a.txt", b"new", "one")
    assert Path("out/a.txt").read_bytes() == b"new"


def test_two_names_of_one_file_are_distinguished_from_two_files(log: OutputLog) -> None:
    output = OutputFolder("out", {}, log)
    output.write("x/a.txt", b"1", "one")
    os.symlink("x", "out/y")  # as a file system does that takes A.txt for a.txt
    with pytest.raises(WriteError, match="has already been written, for one"):
        output.write("y/a.txt", b"2", "two")
    os.link("out/x/a.txt", "out/x/A.txt")
    with pytest.raises(WriteError, match="has already been written, for one"):
        output.write("x/A.txt", b"2", "two")
    assert Path("out/x/a.txt").read_bytes() == b"1"


def test_a_number_that_is_used_again_is_not_taken_for_the_same_file(log: OutputLog) -> None:
    output = OutputFolder("out", {}, log)
    for count in range(50):
        output.write(f"{count}.txt", b"1", "one")
        os.unlink(f"out/{count}.txt")  # as another run does, and its number is free
        Path(f"out/{count + 1}.txt").write_bytes(b"1")


def test_what_is_read_is_not_overwritten_whatever_it_is_called(log: OutputLog) -> None:
    Path("out").mkdir()
    Path("a.txt").write_bytes(b"1")
    os.link("a.txt", "out/b.txt")
    with pytest.raises(WriteError, match="is one of the input files"):
        OutputFolder("out", identities(["gone", "a\0", "a.txt"]), log).write("b.txt", b"2", "two")
    assert Path("a.txt").read_bytes() == b"1"


@pytest.mark.parametrize(
    "name", ["link/a.txt", "link/new/a.txt", "in/link/a.txt", "broken/a.txt", "loop/a.txt"]
)
def test_no_link_leads_out(name: str, log: OutputLog) -> None:
    for path in ("out/in", "outside"):
        Path(path).mkdir(parents=True)
    for link, target in (
        ("link", "../outside"),
        ("in/link", "../../outside"),
        ("broken", "../new"),
        ("loop", "loop"),
    ):
        os.symlink(target, Path("out", link))
    with pytest.raises(WriteError):
        OutputFolder("out", {}, log).write(name, b"1", "one")
    assert os.listdir("outside") == []
    assert sorted(os.listdir()) == ["out", "outside"]


def test_the_folder_itself_may_be_a_link(log: OutputLog) -> None:
    Path("real").mkdir()
    os.symlink("real", "out")
    OutputFolder("out", {}, log).write("a.txt", b"1", "one")
    assert Path("real/a.txt").read_bytes() == b"1"


@pytest.mark.parametrize(
    "name", ["n" * 300, "file/a.txt", "folder", "a\0b", "\ud800/a.txt", "\ud800"]
)
def test_an_impossible_name_is_reported(name: str, log: OutputLog) -> None:
    Path("out/folder").mkdir(parents=True)
    Path("out/file").touch()
    with pytest.raises(WriteError):
        OutputFolder("out", {}, log).write(name, b"1", "one")


def test_a_file_is_written_when_all_of_it_is_there(log: OutputLog) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"1"
        yield b"2"
        raise KeyboardInterrupt

    Path("out").write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt):
        write_file("out", pieces(), log)
    assert Path("out").read_bytes() == b"old"
    assert os.listdir() == ["out"]
    Path("out").write_bytes(b"")
    write_file("out", iter([b"1", b"2"]), log)
    assert Path("out").read_bytes() == b"12"
    Path("out").write_bytes(b"mine")
    with pytest.raises(WriteError, match="was changed after convert wrote it"):
        write_file("out", iter([b"1", b"3"]), log)
    assert Path("out").read_bytes() == b"mine"


def test_an_edit_made_while_the_pieces_come_is_not_overwritten(log: OutputLog) -> None:
    write_file("out", iter([b"1"]), log)

    def pieces() -> Iterator[bytes]:
        yield b"2"
        Path("out").write_bytes(b"mine")

    with pytest.raises(WriteError, match="was changed after convert wrote it"):
        write_file("out", pieces(), log)
    assert Path("out").read_bytes() == b"mine"


def test_nothing_to_write_leaves_what_is_there(log: OutputLog) -> None:
    Path("out").write_bytes(b"old")
    write_file("out", iter(()), log)
    write_file("new/out", iter(()), log)
    assert Path("out").read_bytes() == b"old"
    assert os.listdir() == ["out"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_pipe_takes_the_pieces_as_they_come(log: OutputLog) -> None:
    os.mkfifo("pipe")
    reading = os.open("pipe", os.O_RDONLY | os.O_NONBLOCK)
    write_file("pipe", iter([b"1", b"2"]), log)
    assert os.read(reading, 10) == b"12"
    os.close(reading)
