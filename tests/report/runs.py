"""Runs for the tests of the report formats: made by hand, made by the checker, and one with
everything odd in it.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from corpusfmt.api.checking import check
from corpusfmt.model.diagnostic import Diagnostic, Report
from corpusfmt.model.file_result import FileResult
from corpusfmt.report import Run
from corpusfmt.text.edits import Edit, Fix

PLAIN = Diagnostic(
    "a.txt", "layout", 2, "warning", "2 blank lines", 6, 1, 6, 1, "\n^", "1 blank line"
)

# A family emoji of 5 characters, a combining accent, wide characters and one beyond the basic
# plane.
WIDE = "東京 👩\u200d🚀 cafe\u0301 𐐀 x"

ARTICLES: Mapping[str, str | bytes] = {
    "clean.txt": "# Ferry Runs Again\n\n\n\nThe ferry sailed on Monday.\n",
    "wide.txt": f"# {WIDE}\n\n\n\nA paragraph.\n\n\n{WIDE} Original url: <https://news.example/1>\n\nMore.\n",
    "bytes.txt": b"# Caf\xe9 Lumen Reopens\n\n\n\n"
    b"The caf\xe9 on Quay Street opened its doors again on Friday.\n",
    "mark.txt": "\ufeff# Cafe\u0301 Lumen Reopens \n\n\n\nThe café on Quay Street opened again.\n",
    "returns.txt": "# Ferry Runs Again\r\n\r\n\r\n"
    "The ferry sailed \U0001f6a2 on Monday.\r\n\r\n\r\n\r\nEnd.",
    "control.txt": "# Ferry\x07 Runs Again\n\n\n\n"
    "The ferry\x0b sailed on Monday, 30 February 2020.\n",
    "long.txt": f"# Ferry Runs Again\n\n\n\n{'東' * 150} Original url: <https://news.example/1>\n",
    "empty.txt": "",
}


def diagnostic(**changes: Any) -> Diagnostic:
    """A plain diagnostic with changes."""
    return replace(PLAIN, **changes)


def run_of(*reports: Report, texts: Mapping[str, str] | None = None, **changes: Any) -> Run:
    """Return a run of these reports, where all went well; ``texts`` are those of the files."""
    checked = sum(report.error is None for report in reports)
    code = max((report.exit_code for report in reports), default=2)
    kept = texts or {}
    results = tuple(FileResult(report, text=kept.get(report.path)) for report in reports)
    return replace(Run(results, checked, (), (), code, "0.1.0"), **changes)


def run_with(*diagnostics: Diagnostic, **changes: Any) -> Run:
    """A run of one file with these diagnostics."""
    return run_of(Report(diagnostics[0].path, diagnostics), **changes)


@cache
def checked_run() -> Run:
    """What the checker itself says of articles that are hard to report on."""
    reports = (
        check(content, path, ("byline", "date", "url")) for path, content in ARTICLES.items()
    )
    return run_of(*reports, texts=text_of_articles())


def text_of_articles() -> dict[str, str]:
    """The articles as the checker read them."""
    return {
        path: text if isinstance(text, str) else text.decode("utf-8", "replace")
        for path, text in ARTICLES.items()
    }


ODD_PATH = "sub folder/50%,a:b;\n[x](y)|`z`\udce9\uffff😀.txt"
ODD_TEXT = (
    "<b>&amp; ]]> {0} [link](#) **bold** | `code` \x00\x1b[31m\x85"
    "\ud83d\ufffe %0A ::error::no\r\n\t" + WIDE
)

ODD = diagnostic(
    path=ODD_PATH,
    rule="a-rule-of-tomorrow",
    severity="error",
    message=ODD_TEXT,
    expected=ODD_TEXT,
    pointer="/body/12/text",
    excerpt=f"{ODD_TEXT.splitlines()[0]}\n^^^",
    line=3,
    column=4,
    end_line=5,
    end_column=1,
    byte_offset=17,
    fix=Fix(ODD_TEXT, (Edit(0, 0, ODD_TEXT), Edit(5, 7, "")), safe=False),
)

EVERYTHING = run_of(
    Report(
        "b.txt",
        (
            diagnostic(path="b.txt"),
            diagnostic(path="b.txt", severity="info", rule="possible-credit"),
        ),
    ),
    Report(ODD_PATH, (ODD, ODD)),
    Report("a.txt", ()),
    Report("locked.txt", error="is not to be read: permission denied\n<&>"),
    skipped=(("hidden & <odd>", 17), ("already named", 2)),
    missing=((ODD_PATH + "2", "does not exist"), ("C:\\nowhere", "is a broken symbolic link")),
    checked=3,
    exit_code=2,
)

RUNS: Mapping[str, Run] = {
    "clean": run_of(Report("a.txt")),
    "checked": checked_run(),
    "everything": EVERYTHING,
    "interrupted": replace(EVERYTHING, interrupted=True, exit_code=130),
    "unfixed": run_of(
        Report("a.txt", (PLAIN,), unfixed="file is read-only"),
        Report("b.txt", unfixed="no space left"),
    ),
    "nothing": run_of(),
    "missing": run_of(missing=(("a.txt", "does not exist"),)),
}
