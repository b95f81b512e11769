"""A date in figures is shown where day and month could change places."""

import pytest

from tests.rules.cases import article, expected, found

CASES = {
    "in words": ("March 04, 2016", []),
    "only month first": ("02/26/2016", []),
    "only day first": ("26/02/2016", []),
    "the same either way": ("3/03/2016", []),
    "impossible": ("0/4/2016", []),
    "ISO": ("2016-03-04", []),
    "two days": ("03/04/2016", [("3:1", "03/04/2016")]),
    "without zeros": ("3/4/2016", [("3:1", "3/4/2016")]),
    "with the time": ("3/4/2016 09:02", [("3:1", "3/4/2016")]),
    "updated": ("Updated: 03/04/2016", [("3:10", "03/04/2016")]),
    "both": (
        "02/03/2016\n\nLast Updated: 03/04/2016",
        [("3:1", "02/03/2016"), ("5:15", "03/04/2016")],
    ),
    "after a label with the day first": ("Publié le 03/04/2016", [("3:11", "03/04/2016")]),
    "not in the place of a date": ("By [Ana](#)\n\nOn 03/04/2016 it rained.", []),
}


@pytest.mark.parametrize(("head", "shown"), CASES.values(), ids=CASES)
def test_dates_that_could_be_two_are_found(head: str, shown: list[tuple[str, str]]) -> None:
    assert [
        (place, span) for place, span, _ in found("ambiguous-date", article("Body.", head=head))
    ] == shown


@pytest.mark.parametrize(
    ("head", "read", "other"),
    [
        ("03/04/2016", "March 04, 2016", "April 03, 2016"),
        ("Aktualisiert: 03/04/2016", "April 03, 2016", "March 04, 2016"),
    ],
)
def test_both_days_are_named(head: str, read: str, other: str) -> None:
    text = article("Body.", head=head)
    [(_, _, message)] = found("ambiguous-date", text)
    assert message == f"“03/04/2016” is ambiguous; it is read as {read}"
    assert expected("ambiguous-date", text) == [f"the month as a word: {read}, or {other}"]
