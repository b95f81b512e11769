"""A file that could not be fixed was checked: its findings are reported, and it has a count of its own."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from command_line import ENVIRONMENT, LOOSE, PROGRAM, write

from corpusfmt.report.formats import FORMATS

NOBODY = 65534

pytestmark = pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="another user is needed")


def run_as_nobody(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        (*PROGRAM, *arguments),
        cwd=folder,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        user=NOBODY,
        group=NOBODY,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of another user, with a file that user cannot write and one that can be written."""
    write(tmp_path, {"corpus/a.txt": LOOSE, "corpus/b.txt": LOOSE.replace("Text", "Word")})
    for path in (tmp_path, *tmp_path.rglob("*")):
        os.chown(path, NOBODY, NOBODY)
    for above in tmp_path.parents[:-2]:
        above.chmod(above.stat().st_mode | 0o055)
    (tmp_path / "corpus/a.txt").chmod(0o444)
    return tmp_path


def test_a_read_only_file_is_checked_and_not_fixed(folder: Path) -> None:
    done = run_as_nobody(folder, "check", "--fix", "corpus")
    assert done.returncode == 2
    assert "a.txt: not fixed: file is read-only\n" in done.stderr
    assert "checked 2 files: 1 warning in 1 file; 1 fix made in 1 file; 1 file not fixed\n" in done.stderr
    assert "could not be checked" not in done.stderr
    assert "[layout]" in done.stdout


@pytest.mark.parametrize("name", FORMATS)
def test_its_findings_are_in_every_report(folder: Path, name: str) -> None:
    done = run_as_nobody(folder, "check", "--fix", "--report", f"{name}=out", "corpus")
    assert done.returncode == 2, done.stderr
    report = (folder / "out").read_text()
    assert "layout" in report
    assert "read-only" in report
    if name == "json":
        counts = json.loads(report)["counts"]
        assert (counts["checked"], counts["not_fixed"], counts["could_not_check"]) == (2, 1, 0)


def test_fmt_counts_what_was_read_and_not_written(folder: Path) -> None:
    done = run_as_nobody(folder, "fmt", "corpus")
    assert done.returncode == 2
    assert "a.txt: not written: file is read-only\n" in done.stderr
    assert done.stderr.endswith("read 2 files: 1 rewritten, 0 canonical already, 1 not written\n")
