"""The first difference from the canonical text is found to the character."""

import pytest

from corpusfmt import check, format
from corpusfmt.config.policy import default_policy
from corpusfmt.lint.context import Context
from corpusfmt.lint.fixer import fix
from tests.rules.cases import article, expected, fixed, found

CLEAN = article("First.", "Second.")
LONG = "word " * 40 + "end."
FIRST, LAST = "no whitespace at the start of the line", "no whitespace at the end of the line"

# The text, the place and span of the difference, the fact, and what was expected.
CASES = {
    "blank lines first": (
        "\n\n" + CLEAN,
        "1:1",
        "",
        "2 blank lines at the start of the text",
        "no blank line",
    ),
    "blank lines last": (
        CLEAN + "\n",
        "8:1",
        "",
        "1 blank line at the end of the text",
        "nothing after the last line",
    ),
    "blanks last": (
        CLEAN + "  ",
        "8:1",
        "  ",
        "2 spaces at the end of the text",
        "nothing after the last line",
    ),
    "no line feed": (CLEAN[:-1], "7:8", "", "no line feed at the end of the text", "a line feed"),
    "gap of two": (
        CLEAN.replace("\n" * 4, "\n" * 3),
        "4:1",
        "",
        "2 blank lines",
        "3 blank lines (the gap before the body)",
    ),
    "gap of five": (
        CLEAN.replace("\n" * 4, "\n" * 6),
        "5:1",
        "",
        "5 blank lines",
        "3 blank lines (the gap before the body)",
    ),
    "no blank line": (article("## A\nFirst."), "6:1", "", "no blank line", "1 blank line"),
    "two blank lines": (
        CLEAN.replace("First.\n", "First.\n\n"),
        "7:1",
        "",
        "2 blank lines",
        "1 blank line",
    ),
    "blanks behind": (
        article("First. \t"),
        "5:7",
        " \t",
        "1 space and 1 tab (U+0009) at the end of the line",
        LAST,
    ),
    "blanks before": (
        article("  First."),
        "5:1",
        "  ",
        "2 spaces at the start of the line",
        FIRST,
    ),
    "blanks alone": (
        CLEAN.replace("t.\n", "t.\n  "),
        "6:1",
        "  ",
        "2 spaces in a blank line",
        "an empty line",
    ),
    "colon": (
        article("**See**: [A](#)"),
        "5:6",
        "**:",
        "the line is not canonical",
        "**See:** [A](#)",
    ),
    "date": (
        article("A.", head="Feb. 4, 2020"),
        "3:4",
        ". ",
        "the line is not canonical",
        "February 04, 2020",
    ),
    "inside a word": (
        article("a\u2028b"),
        "5:2",
        "\u2028",
        "1 line separator (U+2028) between “a” and “b”",
        "1 space",
    ),
    "vertical tab": (
        article("a\vb"),
        "5:2",
        "\v",
        "1 vertical tab (U+000B) between “a” and “b”",
        "1 space",
    ),
    "a long line": (
        article(f"{LONG} a\tb {LONG}"),
        "5:207",
        "\t",
        "1 tab (U+0009) between “a” and “b”",
        "1 space",
    ),
}


@pytest.mark.parametrize(("text", "place", "span", "message", "wanted"), CASES.values(), ids=CASES)
def test_the_first_difference_is_found(
    text: str, place: str, span: str, message: str, wanted: str
) -> None:
    assert found("layout", text) == [(place, span, message)]
    assert expected("layout", text) == [wanted]
    assert fixed("layout", text) == format(text)


@pytest.mark.parametrize(
    "text", [CLEAN, "", " \n\n", "\ufeff"], ids=["canonical", "empty", "blanks", "only a mark"]
)
def test_what_is_canonical_or_has_nothing_in_it_is_no_finding(text: str) -> None:
    assert found("layout", text) == []


ACCENTS = article("Le café du théâtre.", "A “quote”.")
FIRST_LEVEL = {
    "byte-order mark": "\ufeff" + ACCENTS,
    "two marks": "\ufeff\ufeff" + ACCENTS,
    "carriage returns": ACCENTS.replace("\n", "\r\n"),
    "carriage returns alone": ACCENTS.replace("\n", "\r"),
    "control characters": ACCENTS.replace("e", "e\0"),
    "lone surrogates": ACCENTS.replace(" du", " \ud800du"),
    "not composed": ACCENTS.replace("é", "e\u0301").replace("â", "a\u0302"),
    "not UTF-8": ACCENTS.encode("windows-1252"),
    "UTF-16": ACCENTS.encode("utf-16"),
    "all at once": ("\ufeff" + ACCENTS).replace("é", "e\u0301\0").replace("\n", "\r\n"),
}


@pytest.mark.parametrize("content", FIRST_LEVEL.values(), ids=FIRST_LEVEL)
def test_what_the_first_level_finds_is_not_found_again(content: str | bytes) -> None:
    assert found("layout", content) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("\ufeff" + ACCENTS.replace("Again\n", "Again \n"), "1:20"),
        (ACCENTS.replace("\n", "\r\n").replace("”.", "”. "), "7:11"),
        (ACCENTS.replace("é", "e\u0301\0\0").replace("tre.", "tre. "), "5:26"),
    ],
)
def test_but_what_else_there_is_is_found_in_its_place(text: str, place: str) -> None:
    assert [(at, message) for at, _, message in found("layout", text)] == [
        (place, "1 space at the end of the line")
    ]


@pytest.mark.parametrize(
    "content", ["# T\n\n\n\na\0 \n", "# T\n\n\n\na\ud800 \n", b"# T\n\n\n\n\xff \n"]
)
def test_what_cannot_be_kept_whole_has_no_fix(content: str | bytes) -> None:
    [diagnostic] = check(content, rules=("layout",)).diagnostics
    assert diagnostic.fix is None


# -------------------------------------------------------------------------------------- one problem

SETTLED = {
    "a date": article("A.", head="Feb. 4, 2020"),
    "a byline": article("A.", head="By [Ana Lind](#), [Per Okland](#)"),
    "both": article("A.", head="By [Ana Lind](#), [Per Okland](#)\n\nFeb. 4, 2020"),
    "a label": article("A.", "**Related article**: [B](#)", "C."),
}


@pytest.mark.parametrize("text", SETTLED.values(), ids=SETTLED)
def test_what_the_fixes_of_other_findings_settle_is_no_finding_too(text: str) -> None:
    assert "layout" not in {one.rule for one in check(text).diagnostics}
    fixed_text = fix(Context(text), default_policy()).text
    assert fixed_text == format(text)
    assert [one.rule for one in check(text, rules={"layout"}).diagnostics] == ["layout"]


@pytest.mark.parametrize("text", SETTLED.values(), ids=SETTLED)
def test_but_what_else_is_not_canonical_is(text: str) -> None:
    [finding] = [one for one in check(text + "\n").diagnostics if one.rule == "layout"]
    assert finding.message == "1 blank line at the end of the text"
    assert finding.line == text.count("\n") + 1
    [finding] = [one for one in check("\n" + text).diagnostics if one.rule == "layout"]
    assert (finding.line, finding.message) == (1, "1 blank line at the start of the text")
    assert fix(Context("\n" + text), default_policy()).text == format(text)


ENDS = {
    "no line feed": (CLEAN[:-1], "no line feed at the end of the text"),
    "a blank line": (CLEAN + "\n", "1 blank line at the end of the text"),
    "whitespace": (CLEAN + " \n \n", "2 blank lines at the end of the text"),
}


@pytest.mark.parametrize(("text", "message"), ENDS.values(), ids=ENDS)
def test_the_end_of_the_text_is_named_after_another_difference(text: str, message: str) -> None:
    [(place, _, found_message)] = found("layout", "\n" + text)
    assert place == "1:1"
    assert found_message == f"1 blank line at the start of the text; also {message}"


def test_the_end_of_the_text_is_not_named_twice() -> None:
    [(_, _, message)] = found("layout", CLEAN.replace("First.", "First. ") + "\n")
    assert message == "1 space at the end of the line; also 1 blank line at the end of the text"
    [(_, _, message)] = found("layout", CLEAN + "\n\n")
    assert message == "2 blank lines at the end of the text"


def test_spaces_at_the_ends_of_lines_are_not_called_split_lines() -> None:
    text = article("First.", "Second. ", "Third. ", "Original url: <https://a.example/b>")
    [(_, _, message)] = found("layout", "\n" + text)
    assert message == (
        "1 blank line at the start of the text; also spaces in lines 8, 10;"
        " lines joined, split or moved in line 12"
    )


def test_a_place_after_an_explained_one_is_that_of_the_text() -> None:
    text = article("A b.", "C\td.", head="Feb. 4, 2020")
    [finding] = [one for one in check(text).diagnostics if one.rule == "layout"]
    assert (finding.line, finding.column, finding.message) == (
        9,
        2,
        "1 tab (U+0009) between “C” and “d”",
    )
