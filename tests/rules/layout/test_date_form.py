"""A date that is not in canonical form is found, and its fix is what the serializer writes."""

import pytest

from tests.rules.cases import article, expected, findings, fixed, found

READ = {
    "Feb. 4, 2020": "February 04, 2020",
    "February 4, 2020": "February 04, 2020",
    "4 February 2020": "February 04, 2020",
    "4. Feb 2020": "February 04, 2020",
    "2020-02-24": "February 24, 2020",
    "20200224": "February 24, 2020",
    "02/24/2020": "February 24, 2020",
    "24/02/2020": "February 24, 2020",
    "04/04/2020": "April 04, 2020",
    "### February 04, 2020": "February 04, 2020",
    "**February 04, 2020**": "February 04, 2020",
    "February 04, 2020, 9:02 p.m.": "February 04, 2020 - 21:02",
    "2020-02-04 09:02:10 +01:00": "February 04, 2020 - 09:02:10+01:00",
    "Updated February 04, 2020": "Updated: February 04, 2020",
    "Last Updated: 07/27/2016": "Updated: July 27, 2016",
}
IN_FORM = [
    "February 04, 2020",
    "February 04, 2020 - 09:02",
    "Updated: July 27, 2021",
    "Updated: July 27, 2021 - 09:02Z",
]
LEFT_ALONE = {
    "could be two days": "03/04/2016",
    "no day of the calendar": "February 30, 2020",
    "no time of day": "Feb. 4, 2020 - 25:00",
    "in the body": "",
}


@pytest.mark.parametrize(("written", "form"), READ.items())
def test_another_form_is_found(written: str, form: str) -> None:
    text = article("Body.", head=written)
    assert found("date-form", text) == [("3:1", written, f"“{written}” is not in canonical form")]
    assert expected("date-form", text) == [form]
    assert fixed("date-form", text) == article("Body.", head=form)


@pytest.mark.parametrize("written", IN_FORM)
def test_the_form_of_the_layout_is_not(written: str) -> None:
    assert found("date-form", article("Body.", head=written)) == []


@pytest.mark.parametrize("written", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_what_is_no_date_or_two_is_left_to_others(written: str) -> None:
    assert (
        found("date-form", article("Feb. 4, 2020 was a day.", "Feb. 4, 2020", head=written)) == []
    )


def test_both_dates_are_looked_at() -> None:
    text = article("Body.", head="By Ana Lind\n\nFeb. 4, 2020\n\nUpdated Feb. 5, 2020")
    assert [place for place, _, _ in found("date-form", text)] == ["5:1", "7:1"]


def test_a_date_on_the_line_of_the_byline_is_found_where_it_is() -> None:
    assert found("date-form", article("Body.", head="By Ana Lind | Feb. 4, 2020"))[0][:2] == (
        "3:15",
        "Feb. 4, 2020",
    )


def test_the_fix_is_safe_and_there_is_none_for_what_is_no_text() -> None:
    text = article("Body.", head="Feb. 4, 2020")
    assert [finding.fix.safe for finding in findings("date-form", text) if finding.fix] == [True]
    assert [finding.fix for finding in findings("date-form", text.encode() + b"\xff")] == [None]


def test_no_fix_makes_a_line_above_the_label_of_the_date() -> None:
    [finding] = findings("date-form", "UPDATE\nUPDATE\nFEB1;0001")
    assert finding.fix is None
