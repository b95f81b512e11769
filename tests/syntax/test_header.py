"""Each line of the header is the byline, a date, or a paragraph that does not end the header."""

import pytest

from corpusfmt import format
from corpusfmt.syntax.header import MOST_LONG, date_label_end, read_header
from corpusfmt.syntax.header_tokens import LINE, LONG, is_escaped
from corpusfmt.syntax.inline import plain_text
from corpusfmt.syntax.lexer import Token
from corpusfmt.syntax.reading import Reading, read_document
from corpusfmt.syntax.tokens import block_tokens
from corpusfmt.syntax.writer import write_document
from tests.rules.cases import found

LONG_LINE = "a" * LONG
BODY = "\n\n\n\nBody.\n"


def lines(header: str) -> list[Token]:
    return [token for token in block_tokens(header + "\n") if token.type == LINE]


def summary(header: str) -> tuple[list[str], list[str], list[str]]:
    """Return the names, the dates and the paragraphs of a header with a gap below it."""
    document = read_document("# Title\n\n" + header + BODY)
    names = [author["name"] for author in document.get("byline", [])]
    dates = [document[name] for name in ("date", "updated") if name in document]
    return names, dates, [plain_text(part) for part in document.get("intro", [])]


CASES = {
    "byline and date": (
        "By Ada Brook\n\nMarch 14, 2023",
        (["Ada Brook"], ["2023-03-14"], []),
    ),
    "date first": (
        "March 14, 2023\n\nBy Ada Brook",
        (["Ada Brook"], ["2023-03-14"], []),
    ),
    "kicker and read time": (
        "Opinion\n\nBy Ada Brook\n\n3 min read\n\nMarch 14, 2023",
        (["Ada Brook"], ["2023-03-14"], ["Opinion", "3 min read"]),
    ),
    "standfirst above": (
        "The ferry is back.\n\nBy Ada Brook\n\nMarch 14, 2023\n\nShare",
        (["Ada Brook"], ["2023-03-14"], ["The ferry is back.", "Share"]),
    ),
    "one paragraph": (
        "Opinion\nBy Ada Brook\nMarch 14, 2023\nThe sea\nwas calm.",
        (["Ada Brook"], ["2023-03-14"], ["Opinion", "The sea\nwas calm."]),
    ),
    "a role below": (
        "By Ada Brook\nSenior Reporter\nMarch 14, 2023",
        (["Ada Brook"], ["2023-03-14"], []),
    ),
    "a role below that has no date below it": (
        "By Ada Brook\nSenior Reporter\n\nMerrow",
        (["Ada Brook"], [], ["Senior Reporter", "Merrow"]),
    ),
    "a section below": (
        "By Ada Brook\nOpinion\nMarch 14, 2023",
        (["Ada Brook"], ["2023-03-14"], ["Opinion"]),
    ),
    "a line that is wrapped before a number": (
        "It was the spring of\n1978. The ferry was new.",
        ([], [], ["It was the spring of\n1978. The ferry was new."]),
    ),
    "a numbered date in a paragraph": (
        "Opinion\n5. Februar 2021",
        ([], ["2021-02-05"], ["Opinion"]),
    ),
    "a run of stars that another ends": (
        "*March 14, 2023**",
        ([], [], ["*March 14, 2023**"]),
    ),
    "number signs in a date": (
        "Mar## 14, 2023",
        ([], [], ["Mar## 14, 2023"]),
    ),
    "spaces after a label": (
        "Opinion\nBy \nBy \nAda Brook\nsailed.",
        ([], [], ["Opinion\nBy\nBy\nAda Brook\nsailed."]),
    ),
    "label above the names": (
        "By\n\nAda Brook\n\nMarch 14, 2023",
        (["Ada Brook"], ["2023-03-14"], []),
    ),
    "label on the line above": (
        "By\nAda Brook\n\nMarch 14, 2023",
        (["Ada Brook"], ["2023-03-14"], []),
    ),
    "label above the date": (
        "By\n\nMarch 14, 2023",
        ([], ["2023-03-14"], ["By"]),
    ),
    "link over lines": (
        "By [Ada\nBrook](#)\nMarch 14, 2023",
        (["Ada Brook"], ["2023-03-14"], []),
    ),
    "date at the end": (
        "By Ada Brook, March 14, 2023\n\nUpdated: March 15, 2023",
        (["Ada Brook"], ["2023-03-14", "2023-03-15"], []),
    ),
    "second date at the end": (
        "March 13, 2023\n\nBy Ada Brook, March 14, 2023",
        ([], ["2023-03-13"], ["By Ada Brook, March 14, 2023"]),
    ),
    "names above a date": (
        "Ada Brook\n\nMarch 14, 2023",
        (["Ada Brook"], ["2023-03-14"], []),
    ),
    "names on the line above": (
        "Ada Brook\nMarch 14, 2023",
        (["Ada Brook"], ["2023-03-14"], []),
    ),
    "names two lines above": (
        "Ada Brook\n\nOpinion\n\nMarch 14, 2023",
        ([], ["2023-03-14"], ["Ada Brook", "Opinion"]),
    ),
    "names above a sentence": (
        "Ada Brook\n\nMarch 14, 2023 was a dark day.",
        ([], [], ["Ada Brook", "March 14, 2023 was a dark day."]),
    ),
    "names above a escaped date": (
        "Ada Brook\n\n&#77;arch 14, 2023",
        ([], [], ["Ada Brook", "March 14, 2023"]),
    ),
    "names above a second date": (
        "March 13, 2023\n\nAda Brook\n\nMarch 14, 2023",
        ([], ["2023-03-13"], ["Ada Brook", "March 14, 2023"]),
    ),
    "names of two lines": (
        "Ada Brook\nTom Reed\nMarch 14, 2023",
        (["Ada Brook", "Tom Reed"], ["2023-03-14"], []),
    ),
    "names of two lines that have no date below them": (
        "Ada Brook\nTom Reed\n\nMerrow",
        ([], [], ["Ada Brook\nTom Reed", "Merrow"]),
    ),
    "a name and a word": (
        "Ada Brook\nOpinion\nMarch 14, 2023",
        ([], ["2023-03-14"], ["Ada Brook\nOpinion"]),
    ),
    "one of each": (
        "By Ada Brook\n\nMarch 14, 2023\n\nBy Tom Reed\n\nMarch 15, 2023",
        (["Ada Brook"], ["2023-03-14"], ["By Tom Reed", "March 15, 2023"]),
    ),
    "two dates on one line": (
        "March 14, 2023 | Updated March 15, 2023\n\nUpdated: March 16, 2023",
        ([], ["2023-03-14", "2023-03-15"], ["Updated: March 16, 2023"]),
    ),
    "no room for one of two dates": (
        "March 14, 2023\n\nMarch 14, 2023 | Updated March 15, 2023",
        ([], ["2023-03-14"], ["March 14, 2023 | Updated March 15, 2023"]),
    ),
    "half bold": (
        "**March 14, 2023\n\nBy Ada Brook",
        (["Ada Brook"], [], ["**March 14, 2023"]),
    ),
    "escaped": (
        "&#66;y Ada Brook\n\nBy Tom Reed",
        (["Tom Reed"], [], ["By Ada Brook"]),
    ),
    "eleven lines above": (
        "x\n\n" * 11 + "By Ada Brook",
        (["Ada Brook"], [], ["x"] * 11),
    ),
    "twelve lines above": (
        "x\n\n" * 12 + "By Ada Brook",
        ([], [], ["x"] * 12 + ["By Ada Brook"]),
    ),
    "one long line": (
        f"{LONG_LINE}\n\nBy Ada Brook",
        (["Ada Brook"], [], [LONG_LINE]),
    ),
    "two long lines": (
        f"{LONG_LINE}\n\n{LONG_LINE}\n\nBy Ada Brook",
        ([], [], [LONG_LINE, LONG_LINE, "By Ada Brook"]),
    ),
    "a long line on either side": (
        f"{LONG_LINE}\n\nBy Ada Brook\n\n{LONG_LINE}\n\nMarch 14, 2023",
        (["Ada Brook"], [], [LONG_LINE, LONG_LINE, "March 14, 2023"]),
    ),
    "two lines just short of long": (
        f"{LONG_LINE[1:]}\n\n{LONG_LINE[1:]}\n\nBy Ada Brook",
        (["Ada Brook"], [], [LONG_LINE[1:]] * 2),
    ),
}


@pytest.mark.parametrize(("header", "expected"), CASES.values(), ids=CASES)
def test_headers(header: str, expected: tuple[list[str], list[str], list[str]]) -> None:
    assert summary(header) == expected


@pytest.mark.parametrize("header", [header for header, _ in CASES.values()], ids=CASES)
def test_the_canonical_text_is_read_as_the_same(header: str) -> None:
    text = "# Title\n\n" + header + BODY
    canonical = format(text)
    assert read_document(canonical) == read_document(text)
    assert format(canonical) == canonical


@pytest.mark.parametrize(
    ("text", "intro", "body"),
    [
        ("# T\n\nOpinion\n\nBy Ada Brook\n\nOne.\n\nTwo.\n", ["Opinion"], 2),
        ("# T\n\nBy Ada Brook\n\nOne.\n\nTwo.\n", [], 2),
        ("# T\n\nOpinion\n\nBy Ada Brook\n", [], 1),
        ("# T\n\nOpinion\n\nBy Ada Brook\n\n### Two\n", ["Opinion"], 1),
        ("# T\n\n3 min read\n\nMarch 14, 2023\n\nOne.\n\n- two\n", ["3 min read"], 2),
        ("# T\n\nOpinion\n\nBy Ada Brook" + BODY, ["Opinion"], 1),
    ],
)
def test_lines_above_the_last_byline_or_date_are_intro(
    text: str, intro: list[str], body: int
) -> None:
    document = read_document(text)
    assert [plain_text(part) for part in document.get("intro", [])] == intro
    assert len(document["body"]) == body


@pytest.mark.parametrize(
    "block",
    ["### Head", "- item", "1. item", "> quote", "***", "![](#)", "**Related:** [Salt](#)"],
)
def test_another_block_ends_the_header(block: str) -> None:
    document = read_document(f"# T\n\n{block}\n\nBy Ada Brook\n\nMarch 14, 2023\n")
    assert "byline" not in document
    assert "date" not in document


def test_nothing_after_the_gap_is_of_the_header() -> None:
    document = read_document("# T" + "\n\n\n\nBy Ada Brook\n\nMarch 14, 2023\n")
    assert [block["type"] for block in document["body"]] == ["paragraph", "paragraph"]


def test_the_result_has_tokens_and_spans() -> None:
    text = "Opinion\n\nBy Ada Brook (AP), Tom Reed\n\nMarch 14, 2023\n\nShare"
    header = read_header(lines(text))
    assert [str(token).strip() for token in header.foreign] == ["Opinion", "Share"]
    assert header.foreign_above == 1
    assert len(header.read_tokens) == 2
    assert header.byline_span is not None
    start, end = header.byline_span
    assert text[start:end] == "By Ada Brook (AP), Tom Reed"
    assert [text[start:end] for start, end in header.author_spans] == ["Ada Brook (AP)", "Tom Reed"]
    [date] = header.dates
    assert text[slice(*date.span)] == date.printed == "March 14, 2023"


def test_a_date_on_the_line_of_the_byline_has_its_own_span() -> None:
    text = "By Ada Brook | Updated: March 14, 2023"
    header = read_header(lines(text))
    assert header.byline_span is not None
    assert text[slice(*header.byline_span)] == "By Ada Brook"
    [date] = header.dates
    assert (date.name, date.printed) == ("updated", "Updated: March 14, 2023")
    assert text[slice(*date.span)] == date.printed


def test_a_date_before_the_names_has_its_own_span() -> None:
    text = "Updated: March 14, 2023 | By Ada Brook (AP)"
    header = read_header(lines(text))
    assert header.byline_span is not None
    assert text[slice(*header.byline_span)] == "By Ada Brook (AP)"
    [date] = header.dates
    assert text[slice(*date.span)] == date.printed == "Updated: March 14, 2023"
    assert header.date_start == date.span[0]


def test_a_date_below_the_label_of_the_names_has_its_own_span() -> None:
    text = "By\n\nAda Brook, March 14, 2023"
    header = read_header(lines(text))
    [date] = header.dates
    assert text[slice(*date.span)] == date.printed == "March 14, 2023"


def test_a_date_has_the_span_of_its_label() -> None:
    text = "Last updated\n\nMarch 14, 2023"
    header = read_header(lines(text))
    [date] = header.dates
    assert (date.name, date.value) == ("updated", "2023-03-14")
    assert text[slice(*date.span)] == text


@pytest.mark.parametrize(
    ("above", "line", "is_read"),
    [
        ("March 14, 2023", "By Ada Brook, March 14, 2023", True),
        ("March 14, 2023", "14 March 2023 | Ada Brook", True),
        ("March 14, 2023 - 09:02", "By Ada Brook, March 14, 2023", True),
        ("Updated: March 14, 2023", "By Ada Brook, updated March 14, 2023", True),
        ("March 14, 2023", "By Ada Brook, March 14, 2023 - 09:02", False),
        ("March 14, 2023", "By Ada Brook, March 15, 2023", False),
        ("March 14, 2023 - 09:02", "By Ada Brook, March 14, 2023 - 09:02 IST", False),
    ],
)
def test_a_byline_that_repeats_the_date(above: str, line: str, is_read: bool) -> None:
    text = f"{above}\n\n{line}"
    header = read_header(lines(text))
    assert bool(header.authors) is is_read
    assert len(header.dates) == 1
    assert len(header.repeated) == is_read
    if is_read:
        assert header.byline_span == (len(above) + 2, len(text))


@pytest.mark.parametrize(
    ("day_first", "url", "date", "is_ambiguous"),
    [
        (None, None, "2023-03-04", True),
        (False, None, "2023-03-04", False),
        (True, None, "2023-04-03", False),
        (None, "https://a.example/2023/04/03/ferry", "2023-04-03", False),
        (None, "https://a.example/2023/03/04/ferry", "2023-03-04", False),
        (None, "https://a.example/ferry", "2023-03-04", True),
        (True, "https://a.example/2023/03/04/ferry", "2023-04-03", False),
    ],
)
def test_numeric_dates(
    day_first: bool | None, url: str | None, date: str, is_ambiguous: bool
) -> None:
    header = read_header(lines("03/04/2023"), day_first=day_first, url=url)
    assert [(found.value, found.is_ambiguous) for found in header.dates] == [(date, is_ambiguous)]


def test_a_reading_has_its_header() -> None:
    reading = Reading("# T\n\nOpinion\n\nBy Ada Brook\n\nOne.\n")
    assert [str(token).strip() for token in reading.header.foreign] == ["Opinion", "One."]
    assert reading.header.foreign_above == 1
    assert set(reading.places()) == {
        "/title",
        "/byline",
        "/byline/0",
        "/intro",
        "/intro/0",
        "/body/0",
    }


@pytest.mark.parametrize("text", ["&#66;y Ada", "  &#66;y", "**&#66;y", "[&#66;y](#)", "*[&#1;"])
def test_escaped_lines(text: str) -> None:
    assert is_escaped(text)


@pytest.mark.parametrize(
    "text", ["By &#65;da", "&#x42;y Ada", "&amp;", "", "B&#66;", "&#12345678;"]
)
def test_lines_without_a_guard(text: str) -> None:
    assert not is_escaped(text)


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Updated: March 14, 2023", "Updated: "),
        ("last updated March 14, 2023", "last updated "),
        ("Updated on 2023-03-14", "Updated on "),
        ("March 14, 2023", ""),
    ],
)
def test_the_english_label_of_the_last_change(line: str, label: str) -> None:
    assert line[: date_label_end(line)] == label


def test_the_bounds_are_those_of_the_specification() -> None:
    assert (LONG, MOST_LONG) == (120, 2)


HEADED = """# Title

### February 05, 2021

Opinion

### February 06, 2021
Below.

By Ada Brook
"""


@pytest.mark.parametrize("rest", ["", "\n\n\nText.\n", "\n- Item\n", "\n\n\nReuters\n\nText.\n"])
def test_a_second_date_that_begins_as_a_heading_is_one(rest: str) -> None:
    document = read_document(HEADED + rest)
    assert document["date"] == "2021-02-05"
    assert document["byline"] == [{"name": "Ada Brook"}]
    heading, below = document["body"][:2]
    assert (heading["type"], below["type"]) == ("heading", "paragraph")
    assert len(document["intro"]) == 1
    canonical = write_document(document)
    assert "\\#" not in canonical
    assert read_document(canonical) == document
    assert len(found("unread-date", canonical)) == len(found("unread-date", HEADED + rest)) == 1
