"""Dates: from the forms that pages print to ISO 8601, no more precise than printed, and back."""

from corpusfmt.syntax.dates.days import MONTHS, is_day, write_date
from corpusfmt.syntax.dates.line import (
    DateLine,
    find_date_at_end,
    find_end_of_date,
    is_date_label,
    is_joining_word,
    is_weekday,
    read_date_line,
)
from corpusfmt.syntax.dates.order import order_by_url
from corpusfmt.syntax.dates.printed import has_printed_form, read_date
from corpusfmt.syntax.dates.unread import (
    is_relative_date,
    looks_like_date,
    may_be_date,
    may_hold_date,
)

__all__ = [
    "MONTHS",
    "DateLine",
    "find_date_at_end",
    "find_end_of_date",
    "has_printed_form",
    "is_date_label",
    "is_day",
    "is_joining_word",
    "is_relative_date",
    "is_weekday",
    "looks_like_date",
    "may_be_date",
    "may_hold_date",
    "order_by_url",
    "read_date",
    "read_date_line",
    "write_date",
]
