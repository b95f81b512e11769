"""What the steps find, fix and convert is what the commands do."""

from __future__ import annotations

import json
import pickle
import shutil
from pathlib import Path

import pytest

from corpusfmt.convert.format import ConversionError
from corpusfmt.engines.steps import RuleChoice, TextChecker, TextConverter, TextFixer
from corpusfmt.engines.texts import EngineText, TextSource
from tests.checkout import ROOT
from tests.command_line import LOOSE, run
from tests.engines.mixed import make_mixed


@pytest.fixture(autouse=True)
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a corpus in the current folder, with damaged articles."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "corpus" / "faulty", tmp_path / "mixed" / "faulty")
    return make_mixed(tmp_path)


def texts() -> list[EngineText]:
    return list(TextSource("f", "mixed", None, None).part(0, 1))


def test_the_findings_are_those_of_check() -> None:
    ended = run("check", "mixed", "--ignore", "level-5", "--report", "jsonl", "--no-cache")
    lines = [json.loads(line) for line in ended.out.splitlines()]
    findings = [line for line in lines if line.pop("type") == "finding"]
    # A document that is invalid is a text that cannot be read.
    expected = [line for line in findings if line["path"] != "mixed/d.jsonl/5"]
    checker = pickle.loads(pickle.dumps(TextChecker("f", RuleChoice())))
    checked = list(checker.check(texts()))
    found = [finding for one in checked for finding in one.findings]
    assert found == expected
    assert len(found) > 100
    assert sum(one.reason == "unread" for one in checked) == 2


def test_the_reason_is_the_first_finding_that_fails() -> None:
    checker = TextChecker("f", RuleChoice(select=["level-1", "layout"]))
    reasons = {
        text.path: one.reason
        for text, one in zip(texts(), checker.check(texts()), strict=True)
        if "faulty" not in text.path
    }
    assert reasons["mixed/b/clean.txt"] is None
    assert reasons["mixed/b/loose.txt"] == "layout"
    assert reasons["mixed/c.tar/western.txt"] == "invalid-utf8"


def test_the_fixes_are_those_of_check_fix() -> None:
    before = {text.path: text for text in texts() if ".tar" not in text.path}
    fixer = TextFixer("f", RuleChoice(), unsafe=False)
    fixed = {path: fixer.fix(text) for path, text in before.items()}
    names = [path for path in before if not path.startswith("mixed/d.jsonl")]
    run("check", "--fix", *names, "--ignore", "level-5")
    assert sum(bool(made) for _, made in fixed.values()) > 50
    for path in names:
        assert fixed[path][0].data == Path(path).read_bytes(), path


def test_the_lines_are_those_of_convert() -> None:
    names = ["mixed/a", "mixed/b", "mixed/c.tar"]
    for target in ("jsonl", "rows", "dolma"):
        ended = run("convert", *names, "--to", target)
        converter = TextConverter("f", target, None)
        lines: list[bytes] = []
        refused: list[str] = []
        for text in TextSource("f", names, None, None).part(0, 1):
            try:
                lines.append(converter.convert(text))
            except ConversionError as error:
                refused.append(f"{text.path}:{error}")
        assert b"".join(lines) == ended.out.encode()
        assert len(refused) == 3
        assert all(reason.partition(": ")[0] in ended.err for reason in refused)


def test_a_strict_conversion_drops_nothing() -> None:
    text = EngineText("a", b"# Ferry\n\n\n\nA **mark**.\n", {"path": "a"})
    assert TextConverter("f", "rows", None, fields=["text"]).convert(text)
    with pytest.raises(ConversionError, match="--strict: rows would drop"):
        TextConverter("f", "rows", None, fields=["text"], strict=True).convert(text)
    with pytest.raises(ConversionError, match="gone"):
        TextConverter("f", "rows", None).convert(EngineText("a", error="gone"))


def test_wrong_names_are_refused() -> None:
    with pytest.raises(ValueError, match=r"f\(\) does not know 'level-9' in select"):
        TextChecker("f", RuleChoice(select=["level-9"]))
    with pytest.raises(TypeError, match=r"f\(\) takes .*ignore"):
        TextChecker("f", RuleChoice(ignore="layout"))
    with pytest.raises(ValueError, match="corpus rules are not run here"):
        TextFixer("f", RuleChoice(select=["near-duplicate"]), unsafe=True)
    with pytest.raises(ValueError, match=r"f\(\) does not know 'html' in to"):
        TextConverter("f", "html", None)


def test_a_text_that_was_not_read_is_not_fixed() -> None:
    text = EngineText("a", error="gone")
    assert TextFixer("f", RuleChoice(), unsafe=True).fix(text) == (text, {})


def test_a_fix_changes_the_digest_of_the_source() -> None:
    text = EngineText("a.txt", LOOSE.encode(), {"path": "a.txt"})
    fixed, made = TextFixer("f", RuleChoice(), unsafe=False).fix(text)
    assert made
    assert fixed.source == {**text.source, "sha256": fixed.source["sha256"]}
