"""Text for a terminal: on one line, and nothing in it that drives the terminal."""

from __future__ import annotations

import unicodedata

from corpusfmt.text.patterns import regex

_JOINERS = "\u200c\u200d"  # Persian and emoji need them, and they drive no terminal
_LONGEST_QUOTE = 60
_OTHER_WIDTH = regex("[^\0-\u02ff\u0391-\u03a1\u03a3-\u0482\u048a-\u052f\u2010-\u2027]")
"""The characters that may take another number of columns than one."""

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})

COLOURS = {"error": "31", "warning": "33", "info": "36"}
"""The colours of severities, as codes of terminals."""
BOLD, DIM = "1", "2"


def printable(text: str) -> str:
    """Return the text on one line.

    A character that is invisible or drives a terminal is an escape.
    """
    return text if text.isprintable() else "".join(map(_escape, text))


def shortened(text: str, most: int) -> str:
    """Return the text, cut after so many characters with an ellipsis if it is longer."""
    return text if len(text) <= most else text[: most - 1] + "…"


def quoted(text: str) -> str:
    """Return a text in quotation marks, cut at 60 characters.

    A character that is invisible or drives a terminal is an escape.
    """
    return f"“{printable(shortened(text, _LONGEST_QUOTE))}”"


def shown_path(path: str) -> str:
    """Return a path on one line, whatever its name contains."""
    return printable(path) or "''"


def count(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun: ``1 file``, ``2 files``."""
    noun = one if number == 1 else many or one + "s"
    return f"{number:,} {noun}"


def pictured(text: str) -> str:
    """Return a line for an excerpt: one character for each, none that drives a terminal."""
    return text if text.isprintable() else "".join(map(_picture, text))


def columns_of(text: str) -> int:
    """Return the columns that a text takes on a terminal."""
    return len(text) if is_narrow(text) else sum(map(column_width, text))


def is_narrow(text: str) -> bool:
    """Return whether each character of a text is one of those that take one column: a fast test.

    Of the characters that do, those of Latin, Greek and Cyrillic and most punctuation
    count. In other texts, each character has to be looked at.
    """
    return text.isascii() or _OTHER_WIDTH.search(text) is None


def column_width(character: str) -> int:
    """Return the columns of a character on a terminal: 0, 1 or 2 (Unicode's East Asian Width)."""
    if character < "\u0300":
        return 1
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    if character in _JOINERS or "\u1160" <= character <= "\u11ff":  # Hangul vowels and finals
        return 0
    return 0 if unicodedata.category(character) in ("Mn", "Me") else 1


def _escape(character: str) -> str:
    code = ord(character)
    if character.isprintable():
        return character
    if 0xDC80 <= code <= 0xDCFF:  # a byte of a file name that is not UTF-8
        return f"\\x{code - 0xDC00:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def painted(text: str, code: str, colour: bool) -> str:
    """Return text in a colour of terminals, or as it is."""
    return f"\x1b[{code}m{text}\x1b[0m" if colour and text.strip() else text


def _picture(character: str) -> str:
    if " " <= character <= "~":
        return character
    if character == "\t":
        return " "
    if character < " ":
        return chr(0x2400 + ord(character))
    if character == "\x7f":
        return "\u2421"
    if character not in _JOINERS and unicodedata.category(character) in _HIDDEN:
        return "·"
    return character
