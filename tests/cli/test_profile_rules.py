"""``check --profile-rules``: the same findings, and a table of times."""

import re
from pathlib import Path

import pytest

from tests.command_line import LOOSE, run, write


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, which has articles."""
    monkeypatch.chdir(tmp_path)
    return write(tmp_path, {f"{number}.txt": LOOSE for number in range(5)})


def test_the_table_is_behind_the_findings() -> None:
    plain = run("check", "--no-cache", ".")
    ended = run("check", "--profile-rules", ".")
    assert (ended.code, ended.err) == (plain.code, plain.err)
    assert ended.out.startswith(plain.out)
    header, *rows = ended.out.removeprefix(plain.out).splitlines()
    assert header.split() == ["seconds", "share", "per", "text", "texts", "findings", "rule"]
    layout = next(row for row in rows if row.endswith(" layout"))
    assert re.fullmatch(r" +\d\.\d{3} +\d+\.\d% +[\d,]+ µs +5 +5  layout", layout)
    same = next(row for row in rows if row.endswith(" duplicate-body"))
    assert re.search(r" 5 +4  duplicate-body$", same)
    assert rows[-1].endswith("(reading, parsing and all else)")


def test_only_the_rules_that_run_are_in_the_table() -> None:
    ended = run("check", "--profile-rules", "--select", "layout", ".")
    assert [line.split()[-1] for line in ended.out.splitlines()[-2:-1]] == ["layout"]


def test_a_report_on_the_standard_output_has_no_table() -> None:
    ended = run("check", "--profile-rules", "--report", "json", ".")
    assert "seconds" not in ended.out
    assert "seconds" in ended.err


def test_several_processes_are_refused() -> None:
    ended = run("check", "--profile-rules", "--jobs", "2", ".")
    message = "--profile-rules measures the rules in one process; expected --jobs 1"
    assert ended == (2, "", f"corpusfmt: {message}\n")
    assert run("check", "--profile-rules", "--jobs", "1", ".").code == 1
