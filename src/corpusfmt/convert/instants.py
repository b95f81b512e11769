"""Dates as formats need them that require a time with seconds and an offset (RFC 3339)."""

from __future__ import annotations

from datetime import datetime

from corpusfmt.convert.features import is_instant

_MINUTE = len("2020-02-04T15:30")


def to_instant(date: str | None) -> str | None:
    """Return a date with the seconds that RFC 3339 requires; None without a time and an offset."""
    if date is None or not is_instant(date):
        return None
    if date[_MINUTE] == ":":
        return date
    return f"{date[:_MINUTE]}:00{date[_MINUTE:]}"


def complete_instant(text: str) -> str | None:
    """Return a time with an offset as `to_instant` does; None for any other text."""
    try:
        instant = to_instant(text)
        return None if instant is None or moment(instant).tzinfo is None else instant
    except ValueError:
        return None


def moment(instant: str) -> datetime:
    """Return an instant as a value that can be compared."""
    return datetime.fromisoformat(instant)
