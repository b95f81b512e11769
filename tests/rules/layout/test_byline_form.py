"""A byline that is read and not written as the layout has it is found, with what is wrong in it."""

import pytest

from corpusfmt.syntax.reading import read_document
from tests.rules.cases import article, expected, findings, fixed, found

DATED = "\n\nMarch 14, 2023"
READ = {
    "By: Ana Lind": ("begins with “By:”", "By Ana Lind"),
    "BY Ana Lind": ("begins with “BY”", "By Ana Lind"),
    "By <u>Ana Lind</u>": ("is underlined", "By Ana Lind"),
    "By <u>Ana Lind</u> and <u>Per Okland</u>": ("is underlined", "By Ana Lind and Per Okland"),
    "By <u>Ольга Петрова</u>": ("is underlined", "By Ольга Петрова"),
    "[Ana Lind](#)": ("does not begin with “By”", "By [Ana Lind](#)"),
    "[Ana Lind](#) and [Per Okland](#)": (
        "does not begin with “By”",
        "By [Ana Lind](#) and [Per Okland](#)",
    ),
    "By [Ana Lind](#), [Per Okland](#)": (
        "has no “and” before the last name",
        "By [Ana Lind](#) and [Per Okland](#)",
    ),
    "By Ana Lind & Per Okland": ("has no “and” before the last name", "By Ana Lind and Per Okland"),
    "By [Ana Lind](#) [Per Okland](#)": (
        "has names with nothing between them",
        "By [Ana Lind](#) and [Per Okland](#)",
    ),
    "By Ana Lind and Per Okland and Ida Holm": (
        "is not in canonical form",
        "By Ana Lind, Per Okland and Ida Holm",
    ),
}
IN_FORM = [
    "By Ana Lind",
    "By [Ana Lind](#)",
    "By Ana Lind, Per Okland and Ida Holm",
    "By 田中花子",
    "By O’Neil & Sons",
][:4]


@pytest.mark.parametrize(("written", "wrong"), READ.items())
def test_another_form_is_found(written: str, wrong: tuple[str, str]) -> None:
    fact, form = wrong
    text = article("Body.", head=written + DATED)
    assert found("byline-form", text) == [("3:1", written, f"the byline {fact}")]
    assert expected("byline-form", text) == [form]
    assert fixed("byline-form", text) == article("Body.", head=form + DATED)


@pytest.mark.parametrize("written", IN_FORM)
@pytest.mark.parametrize("after", ["", " ", "  \t"])
def test_the_form_of_the_layout_is_not(written: str, after: str) -> None:
    assert found("byline-form", article("Body.", head=written + after + DATED)) == []
    assert found("byline-form", f"{written}{after}\n\n\n\nBody.\n") == []


@pytest.mark.parametrize("between", [" ", " | ", ", ", " – "])
def test_a_date_on_the_same_line_is_found(between: str) -> None:
    text = article("Body.", head=f"By Ana Lind{between}March 14, 2023")
    assert [message for _, _, message in found("byline-form", text)] == [
        "the byline shares its line with the date"
    ]
    assert fixed("byline-form", text) == article("Body.", head="By Ana Lind" + DATED)


@pytest.mark.parametrize("head", ["", "March 14, 2023", "Ana Lind wrote this.\n\nMarch 14, 2023"])
def test_an_article_without_a_byline_has_none_to_find(head: str) -> None:
    assert found("byline-form", article("By Ana Lind, Per Okland", head=head)) == []


@pytest.mark.parametrize("between", [" ", " | ", ", ", " – ", " by ", " | Von "])
def test_a_date_before_the_names_is_found(between: str) -> None:
    text = article("Body.", head=f"March 14, 2023{between}Ana Lind")
    [(_, span, message)] = found("byline-form", text)
    assert span.endswith("Ana Lind")
    assert message.endswith("shares its line with the date")
    assert fixed("byline-form", text) == article("Body.", head="By Ana Lind" + DATED)


def test_a_repeated_date_is_found() -> None:
    text = article("Body.", head="March 14, 2023\n\nBy Ana Lind, 14 March 2023")
    [(_, _, message)] = found("byline-form", text)
    assert message == "the byline repeats the date"
    assert fixed("byline-form", text) == article("Body.", head="March 14, 2023\n\nBy Ana Lind")


def test_a_byline_below_the_date_is_in_form() -> None:
    assert found("byline-form", article("Body.", head="March 14, 2023\n\nBy Ana Lind")) == []


def test_accents_that_are_not_composed_are_left_to_another_rule() -> None:
    assert found("byline-form", article("Body.", head="By Rene\u0301 Lind")) == []


@pytest.mark.parametrize("written", READ)
@pytest.mark.parametrize("below", ["", DATED, "\n\nFeb. 4, 2020 - 10:00", "\n\nIntro."])
def test_the_fix_is_safe(written: str, below: str) -> None:
    text = article("Body.", head=written + below)
    for finding in findings("byline-form", text):
        assert finding.fix is not None
        assert finding.fix.safe
        assert read_document(fixed("byline-form", text)) == read_document(text)
        assert findings("byline-form", fixed("byline-form", text)) == []


def test_what_is_no_text_has_no_fix() -> None:
    text = article("Body.", head="By <u>Ana Lind</u>")
    assert [finding.fix for finding in findings("byline-form", text.encode() + b"\xff")] == [None]


def test_a_name_that_begins_with_by_is_found() -> None:
    text = article("Body.", head="By [By Ana Lind](#)")
    [finding] = findings("byline-form", text)
    assert (finding.message, finding.expected) == ("“By Ana Lind” starts with “By”", "Ana Lind")
    assert finding.fix is not None
    assert not finding.fix.safe
    assert fixed("byline-form", text) == article("Body.", head="By [Ana Lind](#)")


def test_a_name_that_begins_as_by_does_is_none_of_them() -> None:
    assert findings("byline-form", article("Body.", head="By [Byron Lind](#) and [Bynum](#)")) == []
