"""The marker of a quarantine names the root of its files."""

from pathlib import Path

import pytest

from corpusfmt.files.quarantine_marker import MARKER, is_quarantine
from corpusfmt.files.read import ReadError
from corpusfmt.project.quarantine.marker import read_marker, write_marker


def test_the_root_comes_back(tmp_path: Path) -> None:
    folder = tmp_path / "aside"
    folder.mkdir()
    assert read_marker(str(folder)) is None
    assert not is_quarantine(str(folder))
    write_marker(str(folder), str(tmp_path))
    assert read_marker(str(folder)) == str(tmp_path.resolve())
    assert is_quarantine(str(folder))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is not the marker of a quarantine of this version"),
        ('{"corpusfmt-quarantine": 2}', "is not the marker of a quarantine of this version"),
        ('{"corpusfmt-quarantine": 1}', "does not name the root of the files"),
        ('{"corpusfmt-quarantine": 1, "root": ""}', "does not name the root of the files"),
    ],
)
def test_another_marker_is_an_error(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / MARKER).write_text(text)
    with pytest.raises(ReadError, match=reason):
        read_marker(str(tmp_path))
