"""Dates of the header that cannot be read."""

from __future__ import annotations

from corpusfmt.lint import Context
from corpusfmt.syntax.dates import read_date
from corpusfmt.syntax.lexer import Token

_TYPES = ("DATE", "UPDATED")


def impossible_dates(context: Context) -> list[Token]:
    """Return the tokens of lines in the form of a header date that name no day of the calendar.

    ``date`` or ``updated``, which the type of such a token names, is then not in the document.
    """
    tokens = [token for token in context.reading.before_gap if token.type in _TYPES]
    return [token for token in tokens if read_date(token.match[token.type.lower()]) is None]
