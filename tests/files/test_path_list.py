"""Lists of paths, on lines or separated by NUL characters."""

from pathlib import Path

import pytest

from corpusfmt.files.path_list import read_path_list
from corpusfmt.files.read import ReadError
from tests.archives import save


@pytest.mark.parametrize(
    ("data", "paths"),
    [
        (b"", []),
        (b"a.txt\nb c.txt\n", ["a.txt", "b c.txt"]),
        (b"a.txt\r\n\r\nb.txt", ["a.txt", "b.txt"]),
        (b"a\nb.txt\0c.txt\0", ["a\nb.txt", "c.txt"]),
        (b"-\n-x\n", ["./-", "-x"]),
        (b"\xff.txt\n", ["\udcff.txt"]),
    ],
)
def test_paths_are_read(data: bytes, paths: list[str], tmp_path: Path) -> None:
    assert read_path_list(str(save(tmp_path / "list", data))) == paths


def test_a_missing_list_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="does not exist"):
        read_path_list(str(tmp_path / "list"))
