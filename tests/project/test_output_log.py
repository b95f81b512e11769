"""The log knows the files that convert has written, also in a later run."""

import os
from pathlib import Path

import pytest

from corpusfmt.project.output_log import OutputLog

LOG = ".corpusfmt/outputs.jsonl"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    path = tmp_path / "project"
    path.mkdir()
    monkeypatch.chdir(path)
    return path


def record(*files: tuple[str, str]) -> None:
    log = OutputLog(".")
    for path, digest in files:
        log.add(path, digest)
    log.close()


def test_a_later_run_knows_the_files(folder: Path) -> None:
    record(("out/a.json", "1"), (str(folder / "out/a.json"), "2"))
    log = OutputLog(".")
    assert log.is_known("out/a.json")
    assert log.is_own("./out/a.json", "1")
    assert log.is_own("out/a.json", "2")
    assert not log.is_own("out/a.json", "3")
    assert not log.is_known("out/b.json")


def test_damaged_rows_are_ignored(folder: Path) -> None:
    record(("a.json", "1"))
    with open(folder / LOG, "ab") as file:
        file.write(b'\n{"path": 1, "sha256": "2"}\n[]\n{"path": "b.json", "sh')
    log = OutputLog(".")
    assert log.is_own("a.json", "1")
    assert not log.is_known("b.json")


def test_superseded_rows_are_removed(folder: Path) -> None:
    record(*[("a.json", str(number)) for number in range(200)])
    assert (folder / LOG).read_text() == '{"path": "a.json", "sha256": "199"}\n'


@pytest.mark.parametrize("target", ["../outside", "/dev/null"])
def test_a_link_is_not_followed(folder: Path, target: str) -> None:
    (folder / ".corpusfmt").mkdir()
    os.symlink(target, folder / LOG)
    record(("a.json", "1"))
    assert not OutputLog(".").is_known("a.json")
    assert not os.path.exists("../outside")
