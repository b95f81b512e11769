"""Findings that no reader has judged are listed, and the record keeps no text."""

from pathlib import Path

import pytest

from benchmarks import new_findings

ARTICLE = """\
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

Advertisement

The next one sails on Friday.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(new_findings, "KNOWN", tmp_path / "known.json")
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "ferry.txt").write_text(ARTICLE, "utf-8")
    return folder


def test_what_was_recorded_is_not_listed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new_findings.main([str(folder), "--record"]) == 0
    assert new_findings.main([str(folder)]) == 0
    assert "1 findings, 0 not judged, 0 gone" in capsys.readouterr().out
    recorded = new_findings.KNOWN.read_text("utf-8")
    assert "Advertisement" not in recorded
    assert "ferry" not in recorded


def test_a_new_finding_is_listed_and_one_that_is_gone_is_counted(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new_findings.main([str(folder), "--record"])
    text = ARTICLE.replace("Advertisement", "Share on Facebook")
    (folder / "ferry.txt").write_text(text, "utf-8")
    capsys.readouterr()
    assert new_findings.main([str(folder)]) == 1
    shown = capsys.readouterr().out
    assert "articles/ferry.txt:7:1: boilerplate: “Share on Facebook” is part of the page" in shown
    assert "1 findings, 1 not judged, 1 gone" in shown
