"""What is said of a run as a whole."""

from dataclasses import astuple

import pytest

from corpusfmt.model.diagnostic import Report
from corpusfmt.report import Run
from corpusfmt.report.counts import count_run
from corpusfmt.report.wording import clean, line, summary
from tests.report.runs import EVERYTHING, diagnostic, run_of, run_with


def test_a_run_is_counted() -> None:
    assert astuple(count_run(EVERYTHING)) == (3, 19, 3, 2, 2, 1, 1)


def test_what_is_missing_comes_before_what_could_not_be_read() -> None:
    assert [path for path, _ in EVERYTHING.unchecked][1:] == ["C:\\nowhere", "locked.txt"]


@pytest.mark.parametrize(
    ("run", "told"),
    [
        (run_of(Report("a.txt")), "1 file checked: no findings"),
        (run_with(diagnostic(), checked=2000), "2,000 files checked: 1 warning in 1 file"),
        (
            run_with(diagnostic(severity="info"), diagnostic(severity="error"), skipped=(("hidden", 3), ("in git", 1))),
            "1 file checked (passed over: 3 hidden, 1 in git): 1 error, 1 for information in 1 file",
        ),
        (
            run_of(Report("a.txt", error="is a folder"), missing=(("b.txt", "does not exist"),)),
            "0 files checked: no findings; 2 paths could not be checked",
        ),
        (run_of(), "0 files checked: no findings; nothing was checked"),
        (
            run_of(Report("a.txt"), interrupted=True, exit_code=130),
            "1 file checked: no findings; the run was interrupted: this report is partial",
        ),
        (
            run_of(Report("a.txt"), exit_code=2),
            "1 file checked: no findings; the run was not finished: it ended with exit code 2",
        ),
    ],
)
def test_a_run_is_told_in_one_line(run: Run, told: str) -> None:
    assert summary(run) == told


def test_a_finding_is_told_in_one_line() -> None:
    found = diagnostic(path="a\nb.txt", message="a\x1b[31m bell\r\n", expected="none\n", column=7)
    told = "a\\u000ab.txt:6:7: warning: a\\u001b[31m bell\\u000d\\u000a (expected: none\\u000a) [layout]"
    assert line(found) == told


def test_half_a_surrogate_pair_is_told_as_an_escape() -> None:
    assert clean("caf\udce9 😀 \ud83d") == "caf\\udce9 😀 \\ud83d"
