"""The format concise."""

from corpusfmt.model.diagnostic import Report
from corpusfmt.report.formats import FORMATS
from tests.report.runs import diagnostic, run_of

render = FORMATS["concise"]


def test_a_finding_is_a_line_and_the_last_line_is_the_summary() -> None:
    found = diagnostic(
        path="b.txt", excerpt="two\nlines", severity="error", expected=None, column=12
    )
    run = run_of(
        Report("b.txt", (found,)),
        Report("a.txt", (diagnostic(),)),
        Report("c.txt", error="is a\nfolder"),
        missing=(("d.txt", "does not exist"),),
    )
    assert render(run).splitlines() == [
        "b.txt:6:12: error: 2 blank lines [layout]",
        "a.txt:6:1: warning: 2 blank lines (expected: 1 blank line) [layout]",
        "d.txt: could not be checked: does not exist",
        "c.txt: could not be checked: is a\\u000afolder",
        "checked 2 files: 1 error, 1 warning in 2 files; 2 paths could not be checked",
    ]
