"""The shape of a text: the kinds of its letters and digits, in which rare sequences are found fast.

A search for a string without lower-case letters skips over the words of the shape: it takes half
the time of the same search in the text, and finds all letters at once.
"""

from __future__ import annotations

from corpusfmt.lint import Context
from corpusfmt.text.patterns import regex

_UPPER, _LOWER = range(0x41, 0x5B), range(0x61, 0x7B)
_DIGITS, _LATER = range(0x30, 0x3A), range(0x81, 0xC0)
_KINDS = bytes.maketrans(
    bytes((*_UPPER, *_LOWER, *_DIGITS, *_LATER)) + b",",
    b"A" * len(_UPPER) + b"a" * len(_LOWER) + b"0" * len(_DIGITS) + b"b" * len(_LATER) + b".",
)


_FOUR_DIGITS = b"0000"
_SMALL_AFTER_STOP = regex(rb"\.[a\xc3\xd0\xd1]")


def shape(context: Context) -> bytes:
    """Return the text before the article's URL in UTF-8, with the kinds of its letters and digits.

    ASCII letters are ``A`` or ``a``, digits ``0``, the bytes after the first one of any other
    character ``b`` but for 0x80, and a comma is a full stop.

    Made once for a text, by ``context.memo``.
    """
    return context.body_utf8.translate(_KINDS)


def other_capitals(context: Context) -> list[str]:
    """Return the upper-case letters of a text that are not ASCII: the shape hides them.

    Made once for a text, by ``context.memo``.
    """
    return list(filter(str.isupper, context.signs))


def has_small_after_stop(context: Context) -> bool:
    """Return whether a text has a letter after a full stop or a comma, in lower case if in ASCII.

    Made once for a text, by ``context.memo``.
    """
    return _SMALL_AFTER_STOP.search(context.memo(shape)) is not None


def around_digits(context: Context) -> bytes:
    """Return the parts of the shape around four digits: one character before, two after them.

    A search for four digits skips over letters; one for digits beside a letter takes four times as
    long. Made once for a text, by ``context.memo``.
    """
    data = context.memo(shape)
    found: list[bytes] = []
    place = data.find(_FOUR_DIGITS)
    while place >= 0:
        found.append(data[max(0, place - 1) : place + len(_FOUR_DIGITS) + 2])
        place = data.find(_FOUR_DIGITS, place + 1)
    return b"\n".join(found)


def has_number_sign(context: Context) -> bool:
    """Return whether a text has a number sign after a space, not only those of its headings.

    Made once for a text, by ``context.memo``.
    """
    return b" #" in context.memo(shape)
