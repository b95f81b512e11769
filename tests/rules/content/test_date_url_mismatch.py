"""A date far from the one in the article's address is found.

What may be a number is not taken for a date.
"""

import pytest

from corpusfmt.lint.context import Context
from corpusfmt.rules import all_rules
from tests.rules.cases import article, expected, findings, fixed, found

DATED = {
    "/2023/03/14/ferry": "March 14, 2023",
    "/news/2023/3/4": "March 04, 2023",
    "/2023/mar/14/ferry/": "March 14, 2023",
    "/world/2023-03-14/ferry": "March 14, 2023",
    "/2023-03-14-the-ferry": "March 14, 2023",
    "/article/20230314/ferry": "March 14, 2023",
    "/ferry-20230314091500.html": "March 14, 2023",
    "/ferry-20230314091500123.htm": "March 14, 2023",
    "/2023/03/ferry": "March 2023",
    "/2023-03/ferry": "March 2023",
    "/2023/03/14-ways-to-sail": "March 2023",
}
UNDATED = [
    "/ferry",
    "/2023/ferry",
    "/2023/13/45/ferry",
    "/2023/02/30/ferry",
    "/ferry-20230314",
    "/ferry-20230314.html",
    "/20230314",
    "/7/2023031499999999",
    "/ferry-2023-03-14",
    "/1230314/ferry",
    "/2023/03",
    "/ferry?date=2023/03/14/",
    "/web/20230314091500/https://example.org/2023/03/14/a",
]


def dated(address: str, head: str) -> str:
    return article("Body.", f"Original url:\n\n<https://skerrynews.example{address}>", head=head)


@pytest.mark.parametrize(("address", "date"), DATED.items())
def test_another_date_is_found(address: str, date: str) -> None:
    message = f"the URL has {date}, but the date is January 09, 2019"
    text = dated(address, "January 09, 2019")
    assert found("date-url-mismatch", text) == [("3:1", "January 09, 2019", message)]
    assert expected("date-url-mismatch", text) == [date]


@pytest.mark.parametrize("address", DATED)
def test_the_same_date_is_not(address: str) -> None:
    day = "March 04, 2023" if address.endswith("4") and "/3/" in address else "March 14, 2023"
    assert found("date-url-mismatch", dated(address, day)) == []


@pytest.mark.parametrize("address", UNDATED)
def test_what_may_be_a_number_is_no_date(address: str) -> None:
    assert found("date-url-mismatch", dated(address, "January 09, 2019")) == []


@pytest.mark.parametrize(
    ("head", "count"),
    {
        "March 12, 2023": 0,
        "March 16, 2023 - 23:59+01:00": 0,
        "March 17, 2023": 1,
        "March 11, 2023": 1,
        "January 09, 2019\n\nUpdated: March 15, 2023": 0,
        "January 09, 2019\n\nUpdated: March 20, 2023": 1,
        "Updated: August 15, 2024": 0,
        "Updated: March 01, 2023": 1,
        "": 0,
    }.items(),
)
def test_days_are_counted(head: str, count: int) -> None:
    assert len(found("date-url-mismatch", dated("/2023/03/14/ferry", head))) == count


@pytest.mark.parametrize(
    ("date", "count"),
    {
        "March 31, 2023": 0,
        "April 28, 2023": 0,
        "February 02, 2023": 0,
        "June 15, 2023": 1,
        "January 01, 2023": 1,
    }.items(),
)
def test_months_are_compared_loosely(date: str, count: int) -> None:
    assert len(found("date-url-mismatch", dated("/2023/03/ferry", date))) == count


def test_days_are_counted_over_the_ends_of_years() -> None:
    assert found("date-url-mismatch", dated("/2023/12/31/ferry", "January 02, 2024")) == []
    assert found("date-url-mismatch", dated("/2024/03/01/ferry", "February 28, 2024")) == []
    assert len(found("date-url-mismatch", dated("/2024/03/01/ferry", "February 27, 2024"))) == 1


def test_the_fix_writes_the_day_of_the_address_and_is_not_safe() -> None:
    text = dated("/2023/03/14/ferry", "Feb. 4, 2020 ")
    [finding] = findings("date-url-mismatch", text)
    assert finding.fix is not None
    assert not finding.fix.safe
    assert findings("date-url-mismatch", fixed("date-url-mismatch", text)) == []
    assert [
        each.fix for each in findings("date-url-mismatch", dated("/2023/03/ferry", "Feb. 4, 2020"))
    ] == [None]


def test_the_settings_say_how_many_days() -> None:
    [rule] = [rule for rule in all_rules() if rule.name == "date-url-mismatch"]
    text = dated("/2023/03/14/ferry", "March 20, 2023")
    assert [
        len(list(rule.check(Context(text, options={("date-url-mismatch", "days"): days}))))
        for days in (5, 6)
    ] == [
        1,
        0,
    ]
