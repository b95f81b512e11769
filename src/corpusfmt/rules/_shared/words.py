"""The words at the start of a text, which several rules look up."""

from __future__ import annotations

from corpusfmt.lint import Context

SAMPLE = 3000
"""How much of a text is split into words: all of a long one takes longer than most rules."""


_START = 1000
"""How much of a text shows its script."""


def is_in_ascii(context: Context) -> bool:
    """Return whether nearly all characters at the start of a text are ASCII, as in most languages.

    One in six at most is not: fewer in Latin letters, but for Vietnamese.
    """
    text = context.text[:_START]
    return text.isascii() or 6 * len(text.encode("ascii", "ignore")) > 5 * len(text)


def sample_words_in_utf8(context: Context) -> list[bytes]:
    """Return what is between the spaces of the start of a text, in UTF-8, ASCII in lower case.

    These are words, some with punctuation. They are made once for all rules: a list, of which a
    set would take as long again.
    """
    start = context.text[:SAMPLE].encode("utf-8", "surrogatepass")
    return start.replace(b"\xc2\xa0", b" ").lower().split()


def is_english(context: Context) -> bool:
    """Return whether the start of a text has the English article."""
    start = context.text[:SAMPLE]
    return " the " in start or "The " in start or "THE " in start
