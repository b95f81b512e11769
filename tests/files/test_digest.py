"""The digest of a file."""

import hashlib
from pathlib import Path

import pytest

from corpusfmt.files.digest import digest_of_file
from corpusfmt.files.read import WriteError


def test_the_digest_is_that_of_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"Ferry\r\n" * 100_000)
    assert digest_of_file(str(path)) == hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_missing_file_has_none(tmp_path: Path) -> None:
    assert digest_of_file(str(tmp_path / "missing")) is None


def test_what_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    for path in (str(tmp_path), "a\0b"):
        with pytest.raises(WriteError):
            digest_of_file(path)
