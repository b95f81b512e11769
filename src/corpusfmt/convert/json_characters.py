"""The characters of a JSON text that documents cannot contain, looked for in little time.

``str.isprintable`` and patterns of character classes look at each character; here a search for
single rare characters answers the question for most texts.
"""

from __future__ import annotations

from corpusfmt.text.patterns import regex

_C1_CONTROL = regex(rb"\xc2[\x80-\x9f]")

_RARE_ESCAPE = regex(r'\\(?!["/\\n])')


def has_c1_controls(data: bytes) -> bool:
    """Return whether a text in UTF-8 has a character from U+0080 to U+009F."""
    return b"\xc2" in data and _C1_CONTROL.search(data) is not None


def has_other_unheld(text: str) -> bool:
    """Return whether a text has another character that is not escaped in JSON or in a document."""
    # Not by any(), which takes three times as long.
    return "\x7f" in text or "\u2028" in text or "\u2029" in text or "\ufeff" in text


def is_clean(text: str) -> bool:
    """Return whether no string of a JSON text has a character that documents cannot contain.

    Line feeds are no such characters, and the text has no C1 controls. An escape by the number of
    a character is not examined: the result is False.
    """
    if has_other_unheld(text):
        return False
    return "\\" not in text or _RARE_ESCAPE.search(text) is None
