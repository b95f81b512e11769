"""Findings that are printed at once are counted as if they were kept."""

from pathlib import Path
from typing import Any

import pytest

from corpusfmt.model.diagnostic import Diagnostic, Report
from corpusfmt.model.file_result import FileResult
from corpusfmt.run.counted_findings import CountedFindings
from corpusfmt.text.edits import Edit, Fix
from tests.command_line import run, write

FILES = ["a.txt", "b.txt", "c.txt"]
SAFE = Fix("t", (Edit(1, 2, "x"),), True)
ARTICLE = "# A Title\n\nMarch 3, 2024\n\n\n\nThe harbour opened on Friday.\n"
TEXTS: dict[str, str | bytes] = {
    "a.txt": ARTICLE,
    "b.txt": "A Title\n03/04/2024\n\ntext ,here\x00\n",
    "c.txt": ARTICLE,
    "d.txt": b"# Caf\xe9\n",
    "e.txt": "# One &amp;amp; Two\n\n\n\nThe ﬁrst line.\n\nThe ﬁrst line.\n",
}


def diagnostic(rule: str = "layout", fix: Fix | None = None, **fields: Any) -> Diagnostic:
    return Diagnostic("a.txt", rule, 2, "warning", "message", 3, 4, 3, 9, "x\n^", fix=fix, **fields)


def test_diagnostics_of_one_kind_are_one_object() -> None:
    counted = CountedFindings(FILES)
    for number, path in enumerate(FILES):
        found = (diagnostic(fix=SAFE), diagnostic("mojibake", kind=path))
        assert counted.add(number, FileResult(Report(path, found)))
    first, *others = counted.results()
    assert all(other is first for other in others)
    assert len(others) == 2
    kinds = [(one.rule, one.level, one.severity, one.message) for one in first.report.diagnostics]
    assert kinds == [("layout", 2, "warning", ""), ("mojibake", 2, "warning", "")]
    fixes = [one.fix for one in first.report.diagnostics]
    assert fixes[0] is not None
    assert (fixes[0].safe, fixes[0].is_change, fixes[1]) == (True, True, None)


def test_findings_of_corpus_rules_are_added_to_those_of_their_file() -> None:
    counted = CountedFindings(FILES)
    assert counted.add(0, FileResult(Report("a.txt", (diagnostic(),))))
    assert counted.merge("a.txt", [diagnostic("duplicate-body")])
    assert counted.merge("c.txt", [diagnostic("duplicate-body")])
    assert not counted.merge("other.txt", [diagnostic("duplicate-body")])
    rules = [[one.rule for one in result.report.diagnostics] for result in counted.results()]
    assert rules == [["layout", "duplicate-body"], ["duplicate-body"]]


@pytest.mark.parametrize(
    "result",
    [
        FileResult(Report("a.txt", error="gone")),
        FileResult(Report("a.txt", unfixed="read only")),
        FileResult(Report("a.txt"), fixes={"layout": 1}),
        FileResult(Report("a.txt"), text="text"),
        FileResult(Report("a.txt"), output=b"text"),
        FileResult(Report("b.txt")),
    ],
)
def test_a_result_with_more_is_not_counted(result: FileResult) -> None:
    assert not CountedFindings(FILES).add(0, result)
    assert not CountedFindings(["b.txt"]).add(1, FileResult(Report("b.txt")))


@pytest.mark.parametrize("options", [(), ("--statistics",), ("--fix",), ("--fail-on", "error")])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_command_prints_the_same_as_with_all_that_is_found(
    options: tuple[str, ...], jobs: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outputs = []
    for name in ("counted", "kept"):
        monkeypatch.chdir(write(tmp_path / name, TEXTS))
        reports = ("--report", "text", "--report", "json=../report.json") if name == "kept" else ()
        ended = run("check", "--no-cache", "--isolated", "--jobs", jobs, *options, *reports, ".")
        outputs.append(ended)
    assert outputs[0].out.count("[duplicate-body]") == 1
    assert outputs[0] == outputs[1]
