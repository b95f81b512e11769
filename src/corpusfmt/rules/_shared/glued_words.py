"""Words that are glued together and known by their letters, or by quotation marks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from corpusfmt.lint import Context
from corpusfmt.rules._shared.shape import around_digits
from corpusfmt.text.patterns import regex

_YEAR = regex(
    r"(?<![\w'’@#/.-])(?P<first>in|since|from|until|by|of|the|im|seit|von|en|desde|depuis|dal|nel|em)"
    r"(?P<second>(?:1[89]|20)[0-9]{2})(?![\w-])"
)
"""A short word before a year."""
_FRENCH = regex(r"«(?<![^\s(]«)[ \xa0\u202f](?=\w)")
"""A quotation mark that opens, with a space after it; in other languages, it may close."""
_CLOSED = regex(r"»(?<=[.!?…][ \xa0\u202f]»)(?=[^\W\d_])")
_OPENED = regex(r"«(?<=[^\W\d_]{3}[.!?]«)(?=[ \xa0\u202f][^\W\d_])")
_MOST = 50


def glued_words(context: Context) -> Iterator[tuple[int, int, int]]:
    """Yield the start of the first word, where the second one begins, and its end."""
    text, end = context.text, context.body_end
    if b"a0000" in context.memo(around_digits):
        for match in islice(_YEAR.finditer(text, 0, end), _MOST):
            yield match.start(), match.start("second"), match.end()
    if "«" in context.signs and _FRENCH.search(text, 0, end) is not None:
        for match in islice(_CLOSED.finditer(text, 0, end), _MOST):
            yield match.start(), match.end(), match.end() + 1
        for match in islice(_OPENED.finditer(text, 0, end), _MOST):
            yield match.start() - 1, match.start(), match.end()
