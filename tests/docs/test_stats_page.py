"""What docs/stats.md shows and lists is what the command prints."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.checkout import ROOT
from tests.command_line import run
from tests.docs.test_readme import examples

PAGE = (ROOT / "docs" / "stats.md").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    monkeypatch.chdir(tmp_path)


def test_the_tables_shown_are_those_that_are_printed() -> None:
    [(command, output)] = examples(PAGE)
    ended = run(*command.split()[1:])
    assert ended.out + ended.err == output.partition("```")[0]


def test_the_members_of_the_report_are_those_that_are_listed() -> None:
    report = json.loads(run("stats", "--report", "json", "corpus").out)
    listed = re.findall(r"^\| (`.*?) \|", PAGE.partition("| member")[2], re.MULTILINE)
    assert re.findall(r"`(\w+)`", " ".join(listed)) == list(report)
