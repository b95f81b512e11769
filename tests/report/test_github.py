"""The format github: commands that the runner takes apart as they were meant, and a summary in
Markdown.
"""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from corpusfmt.model.diagnostic import Diagnostic, Report
from corpusfmt.report import Run
from corpusfmt.report.diagnostic_text import message_line
from corpusfmt.report.fingerprint import SCHEME, with_fingerprints
from corpusfmt.report.formats import FORMATS
from corpusfmt.report.github import MOST_LISTED, MOST_SHOWN, summary_markdown
from corpusfmt.report.wording import summary
from corpusfmt.text.display import printable
from tests.report.runs import EVERYTHING, ODD_TEXT, RUNS, WIDE, diagnostic, run_of, run_with

render = FORMATS["github"]

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


def unescape(text: str, codes: dict[str, str]) -> str:
    for code, character in codes.items():
        text = text.replace(code, character)
    return text.replace("%25", "%")  # the last, as the runner does it


def read(line: str) -> tuple[str, dict[str, str], str]:
    """Take a command apart as the runner does."""
    match = COMMAND.fullmatch(line)
    assert match, line
    data = {"%0D": "\r", "%0A": "\n"}
    pairs = (pair.split("=", 1) for pair in match[2].split(","))
    properties = {name: unescape(value, data | {"%3A": ":", "%2C": ","}) for name, value in pairs}
    return match[1], properties, unescape(match[3], data)


def mark_of(found: Diagnostic) -> str:
    """The fingerprint of the only finding of a run, as it is printed."""
    [(_, fingerprint)] = with_fingerprints([found])
    return f"{SCHEME}:{fingerprint}"


def test_a_finding_is_a_command() -> None:
    found = diagnostic(
        path="a,b:c%.txt", message="50 %: a, b", expected=None, column=4, end_column=9
    )
    assert render(run_with(found)).splitlines()[0] == (
        "::warning file=a%2Cb%3Ac%25.txt,line=6,endLine=6,col=4,endColumn=9,"
        "title=corpusfmt (layout)::50 %25: a, b"
        f"%0A{mark_of(found)}"
    )


def test_columns_are_characters() -> None:
    start = len(WIDE) + 1
    found = diagnostic(message=WIDE, expected=WIDE, column=start, end_column=start + 3)
    name, properties, message = read(render(run_with(found)).splitlines()[0])
    assert (name, properties["col"], properties["endColumn"]) == ("warning", "17", "20")
    assert message == f"{message_line(found)}\n{mark_of(found)}"
    assert message_line(found) == f"{printable(WIDE)} (expected: {printable(WIDE)})"


@pytest.mark.parametrize(
    ("line", "column", "end_line", "end_column", "place"),
    [
        (3, 5, 3, 5, {"line": "3", "endLine": "3", "col": "5", "endColumn": "5"}),
        (3, 5, 4, 2, {"line": "3", "endLine": "4"}),
        (3, 5, 4, 1, {"line": "3", "endLine": "3"}),
    ],
)
def test_columns_are_reported_within_a_line_only(
    line: int, column: int, end_line: int, end_column: int, place: dict[str, str]
) -> None:
    found = diagnostic(line=line, column=column, end_line=end_line, end_column=end_column)
    _, properties, _ = read(render(run_with(found)).splitlines()[0])
    assert properties == {"file": "a.txt", "title": "corpusfmt (layout)"} | place


@given(TEXTS, TEXTS)
def test_the_runner_reads_what_was_meant(path: str, message: str) -> None:
    found = diagnostic(path=path, message=message, expected=None)
    first, *rest = render(run_with(found)).split("\n")
    name, properties, reported = read(first)
    assert (name, properties["file"]) == ("warning", path)
    assert reported == f"{printable(message)}\n{mark_of(found)}"
    assert rest == ["checked 1 file: 1 warning", ""]


@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)
def test_every_line_but_the_last_ones_is_a_command(run: Run) -> None:
    *commands, last = render(run).splitlines()
    for line in commands:
        assert COMMAND.fullmatch(line) or line.startswith("Not shown above")
    assert last == summary(run)
    assert not last.startswith("::")


def test_the_gravest_come_first_and_what_github_drops_is_counted() -> None:
    numbers = {"info": 11, "warning": MOST_SHOWN, "error": 1234}
    found = [
        diagnostic(severity=name, message=f"{i}")
        for name, number in numbers.items()
        for i in range(number)
    ]
    *lines, hidden, _ = render(run_with(*found)).splitlines()
    names = [read(line)[0] for line in lines]
    assert names == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    assert [read(line)[2][0] for line in lines] == [*"0123456789"] * 3
    assert hidden == "Not shown above, because GitHub shows 10 per severity: 1,224 errors, 1 info"


def test_nothing_is_said_to_be_hidden_where_all_is_shown() -> None:
    assert "Not shown" not in render(run_with(*[diagnostic()] * MOST_SHOWN))


def test_what_could_not_be_checked_is_the_first_error() -> None:
    run = run_of(
        Report("a.txt", (diagnostic(severity="error"),)),
        Report("b.txt", error="is a folder"),
        missing=(("c.txt", "does not exist"),),
        interrupted=True,
    )
    reported = [read(line) for line in render(run).splitlines()[:-1]]
    assert [message for _, _, message in reported][:3] == [
        "the run was interrupted: this report is partial",
        "c.txt: does not exist",
        "b.txt: is a folder",
    ]
    assert reported[0][:2] == ("error", {"title": "corpusfmt"})
    assert reported[2][:2] == (
        "error",
        {"file": "b.txt", "title": "corpusfmt (could not be checked)"},
    )


# -------------------------------------------------------------------------------------- the summary


class Text(HTMLParser):
    """The tags of a page, and the texts of its cells and paragraphs."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)
        if tag in ("td", "p", "h2", "h3", "th"):
            self.texts.append("")

    def handle_data(self, data: str) -> None:
        if self.texts:
            self.texts[-1] += data.strip("\n")


def page_of(run: Run) -> Text:
    return Text(
        MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(summary_markdown(run))
    )


TAGS = {"h2", "h3", "p", "table", "thead", "tbody", "tr", "th", "td"}


def test_the_summary_has_counts_rules_and_findings() -> None:
    run = run_of(
        Report("a.txt", (diagnostic(), diagnostic(severity="error", rule="schema"), diagnostic())),
        missing=(("b.txt", "does not exist"),),
    )
    assert page_of(run).texts == [
        "corpusfmt",
        "checked 1 file: 1 error, 2 warnings; 1 path could not be checked.",
        *("Could not be checked", "path", "reason", "b.txt", "does not exist"),
        *(
            "Rules",
            "rule",
            "severity",
            "findings",
            "schema",
            "error",
            "1",
            "layout",
            "warning",
            "2",
        ),
        *("Findings", "place", "severity", "finding", "rule"),
        *("a.txt:6:1", "error", "2 blank lines (expected: 1 blank line)", "schema"),
        *("a.txt:6:1", "warning", "2 blank lines (expected: 1 blank line)", "layout") * 2,
    ]


def test_the_summary_of_a_clean_run_is_a_message_line() -> None:
    assert summary_markdown(RUNS["clean"]) == "## corpusfmt\n\nchecked 1 file\\: no findings.\n"


@given(st.text(st.sampled_from(ODD_TEXT + "#>-+=~:/@https://a.b/1. \\&amp;![]()\n")))
def test_nothing_in_a_text_is_a_mark(text: str) -> None:
    page = page_of(
        run_with(diagnostic(path=text, message=text, expected=None), missing=((text, text),))
    )
    assert set(page.tags) <= TAGS
    assert page.texts[-2].strip() == printable(text).strip()


def test_a_long_summary_is_cut() -> None:
    many = MOST_LISTED + 1234
    found = [diagnostic(path="x" * 1000, message="|" * 5000)] * many
    page = summary_markdown(run_with(*found, missing=(("y" * 1000, "`" * 1000),) * many))
    assert f"| {'y' * 299}… |" in page
    assert page.count("\n1,234 rows more.") == 2
    assert len(page.encode()) < 2**17


def test_a_summary_says_how_many_rows_it_leaves_out() -> None:
    assert MOST_LISTED == 50
    pages = [summary_markdown(run_with(*[diagnostic()] * number)) for number in (50, 51)]
    assert [page.count("| a.txt") for page in pages] == [50, 50]
    assert pages[0].endswith(" |\n")
    assert pages[1].endswith(" |\n\n1 row more.\n")


@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)
def test_every_summary_is_well_formed(run: Run) -> None:
    page = page_of(run)
    assert set(page.tags) <= TAGS
    assert page.tags.count("table") == page.tags.count("h3")
    assert page.texts[1] == f"{summary(run)}."


def test_the_severest_findings_are_listed_first() -> None:
    page = page_of(EVERYTHING)
    listed = page.texts[page.texts.index("Findings") :]
    assert [text for text in listed if text in ("error", "warning", "info")] == [
        "error",
        "error",
        "warning",
        "info",
    ]
