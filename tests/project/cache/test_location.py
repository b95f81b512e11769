"""Where caches are, and which of them are removed."""

import os
import sys
import time
from pathlib import Path

import pytest

from corpusfmt.project.cache import location


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {}, "/home/ida/.cache/corpusfmt"),
        ("linux", {"XDG_CACHE_HOME": "/var/ida"}, "/var/ida/corpusfmt"),
        ("linux", {"XDG_CACHE_HOME": "relative"}, "/home/ida/.cache/corpusfmt"),
        ("freebsd14", {}, "/home/ida/.cache/corpusfmt"),
        ("darwin", {"XDG_CACHE_HOME": "/var/ida"}, "/home/ida/Library/Caches/corpusfmt"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/corpusfmt/Cache"),
        ("win32", {}, "/home/ida/AppData/Local/corpusfmt/Cache"),
    ],
)
def test_the_folder_is_that_of_the_system(
    platform: str, variables: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"HOME": "/home/ida", "USERPROFILE": "/home/ida", **variables}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    assert location.default_folder().replace("\\", "/") == expected


def test_each_corpus_has_a_name_of_its_own(tmp_path: Path) -> None:
    stems = {location.stem_of(str(tmp_path / name)) for name in ("a", "b", "A?", "é" * 300)}
    assert len(stems) == 4
    for stem in stems:
        (tmp_path / os.path.basename(location.path_of("", stem, 0))).touch()
    assert len(location.cache_files(str(tmp_path))) == 4


def test_the_newest_is_that_with_the_largest_number(tmp_path: Path) -> None:
    stem = location.stem_of("/corpus")
    assert location.newest(str(tmp_path), stem) == 0
    for number in (2, 10, 9):
        Path(location.path_of(str(tmp_path), stem, number)).touch()
    assert location.newest(str(tmp_path), stem) == 10
    assert location.newest(str(tmp_path), location.stem_of("/other")) == 0


def test_only_caches_are_listed_and_removed(tmp_path: Path) -> None:
    own = Path(location.path_of(str(tmp_path), location.stem_of("/corpus"), 0))
    own.write_bytes(b"12")
    Path(f"{own}-wal").write_bytes(b"345")
    other = tmp_path / "notes.sqlite"
    other.touch()
    assert location.cache_files(str(tmp_path)) == [location.CacheFile(str(own), 5)]
    location.remove(str(own))
    assert list(tmp_path.iterdir()) == [other]


def test_caches_that_are_not_used_are_removed(tmp_path: Path) -> None:
    old, new = (
        Path(location.path_of(str(tmp_path), location.stem_of(root), 0)) for root in ("/a", "/b")
    )
    old.touch()
    new.touch()
    long_ago = time.time() - (location.UNUSED_DAYS + 1) * 86400
    os.utime(old, (long_ago, long_ago))
    location.remove_unused(str(tmp_path))
    assert list(tmp_path.iterdir()) == [new]


def test_a_folder_that_is_missing_has_no_caches(tmp_path: Path) -> None:
    assert location.cache_files(str(tmp_path / "missing")) == []
