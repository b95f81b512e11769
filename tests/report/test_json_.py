"""The formats json and jsonl."""

import json
from dataclasses import fields
from typing import Any

from corpusfmt.model.diagnostic import Diagnostic, Report
from corpusfmt.report import Run
from corpusfmt.report.formats import FORMATS
from corpusfmt.text.edits import Edit, Fix
from tests.report.runs import EVERYTHING, ODD_PATH, PLAIN, RUNS, WIDE, diagnostic, run_of, run_with

WHOLE = {
    "version": "0.1.0",
    "exit_code": 2,
    "interrupted": False,
    "known": 0,
    "trouble": None,
    "counts": {
        "checked": 3,
        "passed_over": 19,
        "could_not_check": 3,
        "not_fixed": 0,
        "with_findings": 2,
        "error": 2,
        "warning": 1,
        "info": 1,
    },
    "passed_over": [
        {"reason": "hidden & <odd>", "count": 17},
        {"reason": "already named", "count": 2},
    ],
}


def read_lines(run: Run) -> list[dict[str, Any]]:
    return [json.loads(line) for line in FORMATS["jsonl"](run).splitlines()]


def test_the_object_has_the_counts_and_the_files() -> None:
    reported = json.loads(FORMATS["json"](EVERYTHING))
    assert reported.pop("tool") == "corpusfmt"
    assert [file["path"] for file in reported["files"]] == [
        "b.txt",
        ODD_PATH.replace("\udce9", "\\udce9"),
        "a.txt",
        "locked.txt",
    ]
    assert [len(file["findings"]) for file in reported["files"]] == [2, 2, 0, 0]
    assert [file["error"] for file in reported.pop("files")][2:] == [
        None,
        "is not to be read: permission denied\n<&>",
    ]
    assert reported.pop("missing")[1] == {
        "path": "C:\\nowhere",
        "reason": "is a broken symbolic link",
    }
    assert reported == WHOLE


def test_a_finding_has_every_field_of_a_diagnostic() -> None:
    [file] = json.loads(FORMATS["json"](run_with(PLAIN)))["files"]
    [finding] = file["findings"]
    assert set(finding) == {field.name for field in fields(Diagnostic)} | {"fingerprint"}
    assert finding.pop("others") == list(PLAIN.others)
    assert all(finding[name] == getattr(PLAIN, name) for name in finding if name != "fingerprint")


def test_places_and_fixes_count_characters() -> None:
    found = diagnostic(
        message=WIDE,
        column=14,
        fix=Fix("repair it", (Edit(3, 14, WIDE), Edit(20, 20, "")), safe=True),
    )
    finding = read_lines(run_with(found))[0]
    assert (finding["message"], finding["column"]) == (WIDE, 14)
    edits = [{"start": 3, "end": 14, "text": WIDE}, {"start": 20, "end": 20, "text": ""}]
    assert finding["fix"] == {"title": "repair it", "safe": True, "why": "", "edits": edits}


def test_a_line_is_a_finding_and_the_last_is_the_summary() -> None:
    reported = read_lines(EVERYTHING)
    assert [line["type"] for line in reported] == ["finding"] * 4 + ["unchecked"] * 3 + ["summary"]
    assert reported[-1] == {"type": "summary", **WHOLE}
    assert reported[-2] == {
        "type": "unchecked",
        "path": "locked.txt",
        "reason": "is not to be read: permission denied\n<&>",
    }


def test_both_formats_tell_the_same_findings() -> None:
    for run in RUNS.values():
        files = json.loads(FORMATS["json"](run))["files"]
        lines = [line for line in read_lines(run) if line.pop("type") == "finding"]
        assert [finding for file in files for finding in file["findings"]] == lines


def test_an_empty_run_is_a_summary_alone() -> None:
    assert [line["type"] for line in read_lines(run_of(Report("a.txt")))] == ["summary"]
