"""A date that programs write where they have none is reported."""

import pytest

from tests.rules.cases import article, found

PLACEHOLDERS = [
    "January 01, 0001",
    "January 01, 1970",
    "December 31, 1969",
    "May 04, 1234",
    "January 01, 1753",
]
DATES = ["March 14, 2023", "January 02, 1970", "July 14, 1789", "January 01, 2000"]


@pytest.mark.parametrize("date", PLACEHOLDERS)
def test_placeholders_are_reported(date: str) -> None:
    assert [span for _, span, _ in found("placeholder-date", article("B.", head=date))] == [date]


@pytest.mark.parametrize("date", DATES)
def test_dates_are_not(date: str) -> None:
    assert found("placeholder-date", article("B.", head=date)) == []
