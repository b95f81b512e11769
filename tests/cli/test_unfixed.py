"""A file that could not be fixed was checked: its findings are reported, and it has a count of its
own.
"""

import json
import os
from pathlib import Path

import pytest

from corpusfmt.report.formats import FORMATS
from tests.command_line import LOOSE, NOBODY, open_to_all, run_unprivileged, write

pytestmark = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions of a POSIX system")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder, which is the current one, with a file that can be written and one that
    cannot.
    """
    monkeypatch.chdir(tmp_path)
    write(tmp_path, {"corpus/a.txt": LOOSE, "corpus/b.txt": LOOSE.replace("Text", "Word")})
    if os.geteuid() == 0:
        for path in (tmp_path, *tmp_path.rglob("*")):
            os.chown(path, NOBODY, NOBODY)
    open_to_all(tmp_path)
    (tmp_path / "corpus/a.txt").chmod(0o444)
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_a_read_only_file_is_checked_and_not_fixed() -> None:
    ended = run_unprivileged("check", "--fix", "corpus")
    assert ended.code == 2
    assert "a.txt: not fixed: file is read-only\n" in ended.err
    assert (
        "checked 2 files: 1 warning in 1 file; 1 fix made in 1 file; 1 file not fixed\n"
        in ended.err
    )
    assert "could not be checked" not in ended.err
    assert "[layout]" in ended.out


@pytest.mark.parametrize("name", FORMATS)
def test_its_findings_are_in_every_report(folder: Path, name: str) -> None:
    ended = run_unprivileged("check", "--fix", "--report", f"{name}=out", "corpus")
    assert ended.code == 2, ended.err
    report = (folder / "out").read_text()
    assert "layout" in report
    assert "read-only" in report
    if name == "json":
        counts = json.loads(report)["counts"]
        assert (counts["checked"], counts["not_fixed"], counts["could_not_check"]) == (2, 1, 0)


@pytest.mark.usefixtures("folder")
def test_fmt_counts_what_was_read_and_not_written() -> None:
    ended = run_unprivileged("fmt", "corpus")
    assert ended.code == 2
    assert "a.txt: not written: file is read-only\n" in ended.err
    assert ended.err.endswith("read 2 files: 1 rewritten, 0 already canonical, 1 not written\n")
