"""Dates come back: in the forms of CLDR, in every language of the data, and in canonical form."""

from datetime import date, datetime
from itertools import product

import pytest
from babel import Locale
from babel.dates import format_date, format_time
from hypothesis import given
from hypothesis import strategies as st

from corpusfmt.syntax.dates import (
    DateLine,
    find_date_at_end,
    find_end_of_date,
    looks_like_date,
    may_hold_date,
    read_date_line,
    write_date,
)
from scripts.grammar_words import read_entries
from tests.budget import PROFILE

LANGUAGES = [Locale.parse(name) for name in read_entries("dates/languages")]
LABELS = {
    label: field
    for field, file in (("date", "published_labels"), ("updated", "updated_labels"))
    for label in read_entries(f"dates/{file}")
}
TIME = r"(?:T(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?)?"
ZONE = r"(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])?"
FORMS = ("full", "long", "medium", "short")

DAYS_PRINTED = tuple(
    (month, form)
    for month, form in product(range(1, 13), FORMS)
    if PROFILE == "long" or form == FORMS[month % len(FORMS)]
)
"""The months, each in all forms or in one of them, that are looked at in every language."""

DAYS = st.datetimes(min_value=datetime(1800, 1, 1), max_value=datetime(2199, 12, 31))


def printed_day(day: datetime, form: str, language: Locale) -> str:
    """Return a day in a form of CLDR, or in the medium one where the year has two digits."""
    printed = format_date(day, form, language)
    digits = "".join(char if char.isdecimal() else " " for char in printed)
    if form == "short" and day.year not in map(int, digits.split()):
        return format_date(day, "medium", language)
    return printed


def has_date(line: DateLine | None, field: str, iso: str) -> bool:
    """Return whether a line has a date, in one of its readings, and no other."""
    if line is None or line.unread:
        return False
    found = line.date if field == "date" else line.updated
    other = line.updated if field == "date" else line.date
    if found is None or other is not None:
        return False
    swapped = f"{iso[:4]}-{iso[8:10]}-{iso[5:7]}{iso[10:]}"
    return found == iso or (line.is_ambiguous and found == swapped)


@pytest.mark.parametrize("language", LANGUAGES, ids=str)
def test_a_day_of_each_month_comes_back(language: Locale) -> None:
    for month, form in DAYS_PRINTED:
        day = datetime(2021, month, 2 * month, 2 * month - 1, 7)
        printed = printed_day(day, form, language)
        assert has_date(read_date_line(printed), "date", f"{day:%Y-%m-%d}"), printed
        printed = f"{printed} {format_time(day, 'short', locale=language)}"
        assert has_date(read_date_line(printed), "date", f"{day:%Y-%m-%dT%H:%M}"), printed


@given(
    st.dates(),
    st.from_regex(TIME, fullmatch=True),
    st.from_regex(ZONE, fullmatch=True),
    st.sampled_from(("date", "updated")),
)
def test_the_canonical_form_comes_back(day: date, time: str, zone: str, field: str) -> None:
    iso = f"{day.isoformat()}{time}{zone if time else ''}"
    label = "Updated: " if field == "updated" else ""
    line = read_date_line(label + write_date(iso))
    assert line is not None
    assert (line.date, line.updated) == ((iso, None) if field == "date" else (None, iso))
    assert not line.is_ambiguous
    assert not line.unread


@given(st.text() | st.from_regex(r"[0-9./:, -]{0,40}", fullmatch=True))
def test_any_text_is_a_date_or_not(text: str) -> None:
    is_date = read_date_line(text) is not None or looks_like_date(text)
    assert may_hold_date(text) or not is_date
    start = find_date_at_end(text)
    assert start is None or read_date_line(text[start:]) is not None
    end = find_end_of_date(text)
    assert end is None or read_date_line(text[:end]) is not None


@given(st.sampled_from(LANGUAGES), DAYS, st.sampled_from(FORMS), st.booleans())
def test_a_day_comes_back(language: Locale, day: datetime, form: str, has_weekday: bool) -> None:
    printed = printed_day(day, form, language)
    if has_weekday and form != "full":
        printed = f"{format_date(day, 'EEEE', language)}, {printed}"
    line = read_date_line(printed)
    assert has_date(line, "date", f"{day:%Y-%m-%d}"), (printed, line)


@given(
    st.sampled_from(LANGUAGES),
    DAYS,
    st.sampled_from(FORMS),
    st.sampled_from(("short", "medium")),
    st.booleans(),
)
def test_a_time_comes_back(
    language: Locale, day: datetime, form: str, time_form: str, is_first: bool
) -> None:
    time = format_time(day, time_form, locale=language)
    parts = (time, printed_day(day, form, language))
    printed = ", ".join(parts if is_first else reversed(parts))
    seconds = f":{day:%S}" if time_form == "medium" else ""
    line = read_date_line(printed)
    assert has_date(line, "date", f"{day:%Y-%m-%dT%H:%M}{seconds}"), (printed, line)


@given(
    st.sampled_from(LANGUAGES),
    DAYS,
    st.sampled_from(FORMS),
    st.sampled_from(sorted(LABELS)),
    st.sampled_from((" ", ": ", "：", " – ")),
)
def test_a_label_says_which_day_it_is(
    language: Locale, day: datetime, form: str, label: str, separator: str
) -> None:
    printed = f"{label}{separator}{printed_day(day, form, language)}"
    line = read_date_line(printed)
    assert has_date(line, LABELS[label], f"{day:%Y-%m-%d}"), (printed, line)
