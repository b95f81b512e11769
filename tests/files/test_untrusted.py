"""Files beside the articles are read only if they are small and regular."""

import os
from pathlib import Path

import pytest

from corpusfmt.files.read import ReadError
from corpusfmt.files.untrusted import read_untrusted
from tests.command_line import write
from tests.systems import needs_posix


@needs_posix
def test_only_a_small_regular_file_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, {"a": "12345", "in/x": ""})
    os.symlink("a", tmp_path / "link")
    os.mkfifo(tmp_path / "pipe")
    assert read_untrusted("a", 5) == b"12345"
    assert read_untrusted("link", 5, follow_links=True) == b"12345"
    for path, most in (
        ("a", 4),
        ("link", 5),
        ("pipe", 5),
        ("in", 5),
        ("gone", 5),
        ("/dev/zero", 5),
    ):
        with pytest.raises(ReadError):
            read_untrusted(path, most)
    with pytest.raises(ReadError, match="is larger than 4 bytes"):
        read_untrusted("a", 4)
