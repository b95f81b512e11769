"""The format gitlab: what GitLab's Code Quality report format asks for, of which no schema is
published.
"""

import json
import re
from typing import Any

import pytest

from corpusfmt.model.diagnostic import Report
from corpusfmt.report import Run
from corpusfmt.report.formats import FORMATS
from tests.report.runs import EVERYTHING, RUNS, WIDE, diagnostic, run_of, run_with

render = FORMATS["gitlab"]


def read(run: Run) -> list[dict[str, Any]]:
    issues = json.loads(render(run))
    assert isinstance(issues, list)
    return issues


@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)
def test_every_issue_has_what_gitlab_asks_for(run: Run) -> None:
    issues = read(run)
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["description"]
        assert issue["check_name"]
        assert re.fullmatch("[0-9a-f]{32}", issue["fingerprint"])
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert set(issue["location"]) == {"path", "lines"}
        assert re.fullmatch(r"(?!\./).+", issue["location"]["path"], re.DOTALL)
        assert 1 <= issue["location"]["lines"]["begin"] <= issue["location"]["lines"]["end"]
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def test_a_finding_is_an_issue() -> None:
    assert read(run_of())[-1]["location"]["lines"] == {"begin": 1, "end": 1}
    [issue] = read(
        run_with(diagnostic(path="./sub/a.txt", message=WIDE, line=3, end_line=5, end_column=1))
    )
    assert issue["description"].startswith("東京 👩\\u200d🚀 cafe\u0301 𐐀 x (expected: ")
    assert issue["check_name"] == "layout"
    assert issue["location"] == {"path": "sub/a.txt", "lines": {"begin": 3, "end": 4}}


@pytest.mark.parametrize(
    ("severity", "reported"), [("error", "major"), ("warning", "minor"), ("info", "info")]
)
def test_severities_have_gitlabs_names(severity: str, reported: str) -> None:
    assert read(run_with(diagnostic(severity=severity)))[0]["severity"] == reported


def test_what_could_not_be_checked_is_a_blocker() -> None:
    run = run_of(
        Report("a.txt", error="is a folder"),
        missing=(("b.txt", "does not exist"),),
        interrupted=True,
    )
    names = ("check_name", "severity", "description")
    reported = [
        (issue["location"]["path"], *(issue[name] for name in names)) for issue in read(run)[:-1]
    ]
    assert reported == [
        ("b.txt", "could-not-check", "blocker", "could not be checked: does not exist"),
        ("a.txt", "could-not-check", "blocker", "could not be checked: is a folder"),
        (".", "unfinished", "blocker", "the run was interrupted: this report is partial"),
    ]


def test_the_counts_are_an_issue_that_is_never_new() -> None:
    one, other = (read(run)[-1] for run in (EVERYTHING, RUNS["missing"]))
    assert one["fingerprint"] == other["fingerprint"]
    assert (one["check_name"], one["severity"], one["location"]["path"]) == ("summary", "info", ".")
    assert other["description"] == "checked 0 files: 1 path could not be checked"


def test_a_clean_run_is_an_empty_list() -> None:
    assert read(RUNS["clean"]) == []
    assert len(read(run_with(diagnostic()))) == 1
