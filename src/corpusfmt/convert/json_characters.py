"""The characters of a JSON text that documents cannot contain, looked for in little time.

``str.isprintable`` and patterns of character classes look at each character; here a search for
single rare characters answers the question for most texts.
"""

from __future__ import annotations

from unicodedata import normalize

from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

_C1_CONTROL = regex(rb"\xc2[\x80-\x9f]")

_RARE_ESCAPE = regex(r'\\(?!["/\\n])')

UNHELD_NUMBER = (
    "00(?:[0189]|7[Ff])|202[89]|[Ff][Ee][Ff][Ff]"
    r"|[Dd][89ABab](?!..\\u[Dd][C-Fc-f])"
    r"|[Dd][C-Fc-f](?<!\\u[Dd][89ABab]..\\u[Dd].)"
)
"""The first digits of a character that no document contains: a control, a lone surrogate."""

_UNHELD_ESCAPE = regex(rf"\\(?:[bfrt]|\\u|u(?:{UNHELD_NUMBER}))")
"""An escape of such a character, or one that could be taken for the start of another."""

_MANY = 64
"""One escape to so many characters takes as long to look at as these, when they are read."""


class Strings(NamedTuple):
    """What is known of the strings of a JSON text.

    With ``are_clean``, none has a character that documents cannot contain but line feeds. With
    ``are_normal``, all are in the normal form NFC, too.
    """

    are_clean: bool
    are_normal: bool


UNKNOWN = Strings(are_clean=False, are_normal=False)
CLEAN = Strings(are_clean=True, are_normal=False)
NORMAL = Strings(are_clean=True, are_normal=True)


def has_c1_controls(data: bytes) -> bool:
    """Return whether a text in UTF-8 has a character from U+0080 to U+009F."""
    return b"\xc2" in data and _C1_CONTROL.search(data) is not None


def has_other_unheld(text: str) -> bool:
    """Return whether a text has another character that is not escaped in JSON or in a document."""
    # Not by any(), which takes three times as long.
    return "\x7f" in text or "\u2028" in text or "\u2029" in text or "\ufeff" in text


def strings_of(text: str) -> Strings:
    """Return what is known of the strings of a JSON text, which has no C1 controls."""
    if has_other_unheld(text):
        return UNKNOWN
    if "\\" in text and _RARE_ESCAPE.search(text) is not None:
        has_many = text.count("\\") * _MANY > len(text)
        return UNKNOWN if has_many or _UNHELD_ESCAPE.search(text) is not None else CLEAN
    # A piece of a text in this form is in this form.
    return NORMAL if text.isascii() or normalize("NFC", text) == text else CLEAN
