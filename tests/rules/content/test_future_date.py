"""A date after today is found, and today is what the settings or the clock say."""

import time

import pytest

from corpusfmt.lint.context import Context
from corpusfmt.rules import all_rules
from tests.rules.cases import article, found

[RULE] = [rule for rule in all_rules() if rule.name == "future-date"]


def count(head: str, today: str = "2023-03-14") -> int:
    context = Context(article("Body.", head=head), options={("future-date", "today"): today})
    return len(list(RULE.check(context)))


@pytest.mark.parametrize(
    "head", ["March 16, 2023", "Mar. 16, 2023 - 10:00", "01/01/2924", "Updated: March 16, 2023"]
)
def test_a_day_after_tomorrow_is_found(head: str) -> None:
    assert count(head) == 1


@pytest.mark.parametrize(
    "head",
    ["", "March 15, 2023 - 23:59", "March 14, 2023", "January 01, 0001", "Updated: March 1, 2023"],
)
def test_what_may_be_today_is_not(head: str) -> None:
    assert count(head) == 0


def test_both_dates_are_looked_at() -> None:
    assert count("March 16, 2023\n\nUpdated: March 17, 2023") == 2
    assert count("March 14, 2023\n\nUpdated: March 17, 2023") == 1


def test_the_finding_is_at_the_date() -> None:
    text = article("Body.", head="Updated: March 14, 2923 - 10:00 ")
    assert found("future-date", text) == [
        ("3:10", "March 14, 2923 - 10:00", "the date is in the future: “March 14, 2923 - 10:00”")
    ]


def test_the_clock_is_asked_where_the_settings_are_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    text = article("Body.", head="March 16, 2023")
    for now, number in ((1678838400, 0), (1678838399, 1)):  # March 15, 2023, 0:00 UTC
        monkeypatch.setattr(time, "time", lambda now=now: now)
        assert len(found("future-date", text)) == number


@pytest.mark.parametrize("today", ["never", "2023-02-30", "9999-12-31"])
def test_a_today_that_is_no_day_finds_nothing(today: str) -> None:
    assert count("March 16, 9999", today) == 0
