"""A line that has a date's form, and names no day or time there is, is found."""

import pytest

from tests.rules.cases import article, findings, found

DAY, TIME = "is not a valid date", "has no valid time"
CASES = {
    "a date": ("February 29, 2020", []),
    "a date and time": ("Feb. 19 2018 - 09:02", []),
    "February 30": ("February 30, 2020", [("3:1", "February 30, 2020", DAY)]),
    "no leap year": ("Feb. 29, 2019", [("3:1", "Feb. 29, 2019", DAY)]),
    "month 13": ("2020-13-01", [("3:1", "2020-13-01", DAY)]),
    "neither month": ("13/13/2016", [("3:1", "13/13/2016", DAY)]),
    "hour 25": ("Feb. 19 2018 - 25:02", [("3:1", "Feb. 19 2018 - 25:02", TIME)]),
    "minute 60": ("2018-02-19T09:60", [("3:1", "2018-02-19T09:60", TIME)]),
    "day and hour": ("February 30, 2020 - 25:02", [("3:1", "February 30, 2020 - 25:02", DAY)]),
    "updated": ("Updated: June 31, 2021", [("3:10", "June 31, 2021", DAY)]),
    "no date's form": ("Febtober 30, 2020", []),
}


@pytest.mark.parametrize(("head", "shown"), CASES.values(), ids=CASES)
def test_dates_that_no_calendar_has_are_found(head: str, shown: list[tuple[str, str, str]]) -> None:
    assert found("impossible-date", article("Body.", head=head)) == [
        (place, span, f"“{span}” {message}") for place, span, message in shown
    ]


def test_the_pointer_names_the_date_that_the_document_lacks() -> None:
    text = article("Body.", head="February 30, 2020\n\nUpdated: June 31, 2021")
    assert [finding.pointer for finding in findings("impossible-date", text)] == [
        "/date",
        "/updated",
    ]
