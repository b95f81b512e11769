"""What is said of a run as a whole."""

from dataclasses import astuple

import pytest

from corpusfmt.model.diagnostic import Report
from corpusfmt.model.file_result import FileResult
from corpusfmt.report import Run
from corpusfmt.report.counts import count_run
from corpusfmt.report.diagnostic_text import diagnostic_line
from corpusfmt.report.wording import summary, without_surrogates
from tests.report.runs import EVERYTHING, diagnostic, run_of, run_with


def test_a_run_is_counted() -> None:
    assert astuple(count_run(EVERYTHING)) == (3, 19, 3, 0, 2, 2, 1, 1)


def test_what_is_missing_comes_before_what_could_not_be_read() -> None:
    assert [path for path, _ in EVERYTHING.unchecked][1:] == ["C:\\nowhere", "locked.txt"]


@pytest.mark.parametrize(
    ("run", "reported"),
    [
        (run_of(Report("a.txt")), "checked 1 file: no findings"),
        (run_with(diagnostic(), checked=2000), "checked 2,000 files: 1 warning in 1 file"),
        (
            run_with(
                diagnostic(severity="info"),
                diagnostic(severity="error"),
                skipped=(("hidden", 3), ("in git", 1)),
            ),
            "checked 1 file (skipped: 3 hidden, 1 in git): 1 error, 1 info",
        ),
        (
            run_of(Report("a.txt", error="is a folder"), missing=(("b.txt", "does not exist"),)),
            "checked 0 files: 2 paths could not be checked",
        ),
        (
            run_of(Report("a.txt", unfixed="file is read-only")),
            "checked 1 file: no findings; 1 file not fixed",
        ),
        (
            run_of(
                results=(FileResult(Report("a.txt"), fixes={"layout": 2}),), checked=1, exit_code=0
            ),
            "checked 1 file: no findings left; 2 fixes made in 1 file",
        ),
        (run_of(), "checked 0 files: nothing was checked"),
        (
            run_of(Report("a.txt"), interrupted=True, exit_code=130),
            "checked 1 file: no findings; the run was interrupted: this report is partial",
        ),
        (
            run_of(Report("a.txt"), exit_code=2),
            "checked 1 file: no findings; the run did not finish: it ended with exit code 2",
        ),
    ],
)
def test_a_run_has_a_summary_of_one_line(run: Run, reported: str) -> None:
    assert summary(run) == reported


def test_a_finding_is_reported_in_one_line() -> None:
    found = diagnostic(path="a\nb.txt", message="a\x1b[31m bell\r\n", expected="none\n", column=7)
    reported = (
        "a\\u000ab.txt:6:7: warning: a\\u001b[31m bell\\u000d\\u000a "
        "(expected: none\\u000a) [layout]"
    )
    assert diagnostic_line(found) == reported


def test_half_a_surrogate_pair_is_reported_as_an_escape() -> None:
    assert without_surrogates("caf\udce9 😀 \ud83d") == "caf\\udce9 😀 \\ud83d"
