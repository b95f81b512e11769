"""What a run reads: files as they are named, members as they are in their archives."""

import tarfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import pytest

from corpusfmt.config.settings import Settings
from corpusfmt.files.archives.limits import Limits
from corpusfmt.files.batches import BatchWork, in_batches
from corpusfmt.files.discovery import Selection, texts_of
from corpusfmt.files.input import Input
from corpusfmt.files.inputs import Inputs
from corpusfmt.files.read import ReadError
from tests.archives import save, special, tar, tar_of, zip_of
from tests.command_line import CLEAN

_Result = TypeVar("_Result")


def read(path: Path, *, limits: Limits | None = None, exclude: tuple[str, ...] = ()) -> list[Input]:
    return list(inputs_of([path], limits=limits, exclude=exclude))


def inputs_of(
    paths: list[Path], *, limits: Limits | None = None, exclude: tuple[str, ...] = ()
) -> Inputs:
    settings = Settings(str(paths[0].parent), exclude=exclude, limits=limits or Limits())
    return texts_of(Selection(tuple(map(str, paths))), settings)


def errors(found: list[Input], folder: Path) -> dict[str, str]:
    """Return why texts are not read, by their paths below a folder."""
    return {
        item.path.removeprefix(f"{folder}/"): item.error for item in found if item.error is not None
    }


def read_names(found: list[Input]) -> list[str]:
    return [item.member for item in found if item.error is None]


def test_files_are_not_read_in_advance(tmp_path: Path) -> None:
    path = save(tmp_path / "a.txt", b"x")
    [item] = read(path)
    assert item == Input(str(path))
    assert item.read() == b"x"


def test_an_input_that_cannot_be_read_has_its_reason() -> None:
    with pytest.raises(ReadError, match="is a device"):
        Input("a.tar/x", error="is a device").read()


def test_members_are_in_the_order_of_the_archive(tmp_path: Path) -> None:
    path = save(tmp_path / "a.tar", tar({"z.txt": "1", "a/b.txt": "2", "m.txt": "3"}))
    found = read(path)
    assert [item.path for item in found] == [
        f"{path}/{name}" for name in ("z.txt", "a/b.txt", "m.txt")
    ]
    assert [item.read() for item in found] == [b"1", b"2", b"3"]
    assert {item.archive for item in found} == {str(path)}


def test_other_members_are_skipped_and_counted(tmp_path: Path) -> None:
    files = dict.fromkeys(
        (
            "a.txt",
            "notes.pdf",
            ".git/b.txt",
            "node_modules/c.txt",
            "drafts/d.txt",
            "__MACOSX/e.txt",
            "._f.txt",
        ),
        "text",
    )
    path = save(tmp_path / "a.zip", zip_of(files))
    inputs = inputs_of([path], exclude=("a.zip/drafts/",))
    assert [item.member for item in inputs] == ["a.txt"]
    assert inputs.skipped == {
        "not matched by include (*.txt, *.md)": 1,
        "hidden folder": 1,
        "folder of a tool": 1,
        "excluded": 1,
        "metadata of macOS": 2,
    }


def test_hostile_members_are_reported_and_the_others_read(tmp_path: Path) -> None:
    members = (
        special("link.txt", tarfile.SYMTYPE, "/etc/passwd"),
        special("hard.txt", tarfile.LNKTYPE, "first.txt"),
        special("tty", tarfile.CHRTYPE),
        special("pipe", tarfile.FIFOTYPE),
        special("../../up.txt", tarfile.REGTYPE),
        special("/etc/abs.txt", tarfile.REGTYPE),
        special("a\\..\\b.txt", tarfile.REGTYPE),
        special("C:\\x.txt", tarfile.REGTYPE),
        special("first.txt", tarfile.REGTYPE),
        special("./first.txt", tarfile.REGTYPE),
        special("in.tar.gz", tarfile.REGTYPE),
    )
    path = save(tmp_path / "a.tar", tar_of(*members))
    found = read(path)
    assert read_names(found) == ["first.txt", "last.txt"]
    assert errors(found, tmp_path) == {
        "a.tar/link.txt": "is a symbolic link, which is not followed",
        "a.tar/hard.txt": "is a hard link, which is not followed",
        "a.tar/tty": "is a device, not a file",
        "a.tar/pipe": "is a named pipe, not a file",
        "a.tar/%2E%2E/%2E%2E/up.txt": "has a name that contains '..', and is not read",
        "a.tar/%2Fetc/abs.txt": "has a name that is an absolute path, and is not read",
        "a.tar/a/%2E%2E/b.txt": "has a name that contains '..', and is not read",
        "a.tar/C%3A/x.txt": "has a name that is an absolute path, and is not read",
        "a.tar/first.txt": "is in the archive twice; only the first is read",
    }
    assert list(tmp_path.iterdir()) == [path]


def test_an_archive_in_an_archive_is_reported(tmp_path: Path) -> None:
    path = save(tmp_path / "a.tar", tar({"b.zip": "x"}))
    settings = Settings(str(tmp_path), include=("*.zip",))
    [item] = texts_of(Selection((str(path),)), settings)
    assert item.error == "is an archive in an archive, and is not read"


def test_a_large_member_is_reported_and_the_next_one_read(tmp_path: Path) -> None:
    files = {"a.txt": "x" * 1001, "b.txt": "x" * 1000}
    for path in (
        save(tmp_path / "a.tar", tar(files)),
        save(tmp_path / "a.zip", zip_of(files)),
    ):
        found = read(path, limits=Limits(member=1000))
        assert read_names(found) == ["b.txt"]
        reason = "has 1,001 bytes; a member may have 1,000 bytes (max-member-bytes)"
        assert errors(found, tmp_path) == {f"{path.name}/a.txt": reason}


def test_a_large_row_is_reported_and_the_next_one_read(tmp_path: Path) -> None:
    path = save(tmp_path / "a.jsonl", b'{"text": "' + b"x" * 100_000 + b'"}\n\n{"text": "y"}')
    found = read(path, limits=Limits(member=50))
    assert [(item.path, item.row, item.data) for item in found[1:]] == [
        (f"{path}/3", 3, b'{"text": "y"}')
    ]
    assert list(errors(found, tmp_path)) == ["a.jsonl/1"]


def test_a_missing_archive_is_reported(tmp_path: Path) -> None:
    (tmp_path / "b.tar").mkdir()
    assert errors(list(inputs_of([tmp_path / "a.tar", tmp_path / "b.tar"])), tmp_path) == {
        "a.tar": "does not exist",
        "b.tar": "is a folder",
    }


def sizes_of(items: Sequence[Input]) -> list[int]:
    return [len(item.read()) for item in items]


def bytes_of(items: Sequence[Input]) -> list[bytes]:
    return [item.read() for item in items]


def work_of(function: Callable[[Sequence[Input]], list[_Result]]) -> BatchWork[_Result]:
    """Return work that raises an exception for a lost text."""

    def fail(item: Input) -> _Result:
        raise AssertionError(item.path)

    return BatchWork(function, fail, Input("sample", b""))


@pytest.mark.program
@pytest.mark.parametrize("jobs", [None, 1, 2, 3])
def test_the_results_are_in_order_whatever_the_number_of_processes(
    jobs: int | None, tmp_path: Path
) -> None:
    count = 1000
    files = {f"{number}.txt": "x" * number for number in range(count)}
    large = save(tmp_path / "a.tar", tar(files))
    small = save(tmp_path / "b.txt", CLEAN.encode())
    inputs = inputs_of([large, small, save(tmp_path / "c.zip", zip_of({"d.txt": "12"}))])
    expected = [*range(count), len(CLEAN), 2]
    assert list(in_batches(work_of(sizes_of), inputs, 1, jobs)) == expected


@pytest.mark.program
def test_large_members_do_not_block_the_processes(tmp_path: Path) -> None:
    files = {f"{number}.txt": b"x" * 900_000 for number in range(40)}
    inputs = inputs_of([save(tmp_path / "a.tar", tar(files))])
    assert list(in_batches(work_of(bytes_of), inputs, 1, 2)) == [b"x" * 900_000] * 40
