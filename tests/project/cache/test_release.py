"""Results of another release, or with other libraries, are not used."""

import re
import sys
import tomllib
from pathlib import Path

import pytest

from corpusfmt.project.cache.release import LIBRARIES, package_folders, release_digest
from tests.checkout import ROOT


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that has a copy of corpusfmt and two libraries."""
    (tmp_path / "corpusfmt" / "rules").mkdir(parents=True)
    (tmp_path / "corpusfmt" / "rules" / "layout.py").write_text("a")
    for name in ("lark-1.3.0", "rensa-0.5.0", "pytest-8.0"):
        (tmp_path / f"{name}.dist-info").mkdir()
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    return tmp_path


def digest(installed: Path, version: str = "1.0") -> bytes:
    return release_digest(version, folders=[str(installed / "corpusfmt")])


def test_the_digest_is_always_the_same(installed: Path) -> None:
    assert digest(installed) == digest(installed)


def test_another_version_has_another_digest(installed: Path) -> None:
    assert digest(installed) != digest(installed, "1.1")


def test_a_changed_file_of_a_checkout_changes_the_digest(installed: Path) -> None:
    before = digest(installed)
    (installed / "corpusfmt" / "rules" / "layout.py").write_text("ab")
    assert digest(installed) != before


def test_a_new_file_of_a_checkout_changes_the_digest(installed: Path) -> None:
    before = digest(installed)
    (installed / "corpusfmt" / "rules" / "__pycache__").mkdir()
    (installed / "corpusfmt" / "rules" / "__pycache__" / "layout.pyc").touch()
    assert digest(installed) == before
    (installed / "corpusfmt" / "rules" / "more.txt").touch()
    assert digest(installed) != before


def test_an_installed_wheel_is_known_by_its_record(installed: Path) -> None:
    folder = installed / "corpusfmt-1.0.dist-info"
    folder.mkdir()
    (folder / "RECORD").write_text("corpusfmt/rules/layout.py,sha256=1,1")
    before = digest(installed)
    (installed / "corpusfmt" / "rules" / "layout.py").touch()
    assert digest(installed) == before, "another time of a file means nothing"
    (folder / "RECORD").write_text("corpusfmt/rules/layout.py,sha256=2,1")
    assert digest(installed) != before


def test_another_version_of_a_library_changes_the_digest(installed: Path) -> None:
    before = digest(installed)
    (installed / "pytest-8.0.dist-info").rename(installed / "pytest-9.0.dist-info")
    assert digest(installed) == before
    (installed / "lark-1.3.0.dist-info").rename(installed / "lark-1.3.1.dist-info")
    assert digest(installed) != before


def test_the_libraries_are_those_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = [re.split("[<>=~]", one)[0] for one in project["dependencies"]]
    assert sorted(LIBRARIES) == sorted({*names} - {"shtab"})


def test_the_folders_are_those_of_this_checkout() -> None:
    folders = [ROOT / "src" / "corpusfmt", ROOT / "grammar", ROOT / "schema"]
    assert [Path(folder).resolve() for folder in package_folders()] == folders
    assert release_digest("1.0") == release_digest("1.0", folders=package_folders())
