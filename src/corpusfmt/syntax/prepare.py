"""Prepare a text for the grammars: the same offsets, and only characters that they know."""

from __future__ import annotations

from corpusfmt.text.patterns import regex

SKIPPED = "\x0b"
"""The character of a prepared text that is skipped."""

# What no text of a document can hold is read as a space, or skipped. In a prepared text U+000B is
# what is skipped, and nothing else; the grammars take it for a space.
_SPACE_CONTROLS = (0x0B, 0x0C, 0x1C, 0x1D, 0x1E, 0x1F, 0x85, 0x2028, 0x2029)
_UNREADABLE = regex("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")
_PREPARED = (
    dict.fromkeys((*range(9), *range(11, 32), *range(127, 160), 65279), SKIPPED)
    | dict.fromkeys(_SPACE_CONTROLS, " ")
    | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
    | {0x0D: "\n"}
)
_ASCII_CONTROLS = bytes([*range(9), *range(11, 32), 127])


def prepare(text: str, *, is_readable: bool = False) -> str:
    r"""Return the text as the grammar reads it: "\n" at the end of every line, nothing unreadable.

    A carriage return before a line feed becomes a space, alone a line feed; a character that no
    document can hold becomes a space, or U+000B if it is skipped, a lone surrogate U+FFFD. Only the
    end changes length: one line feed after the last visible character, and nothing in a text
    without any. ``is_readable`` is what the function of this name returned for the text.
    """
    if not is_readable and _UNREADABLE.search(text):
        text = text.replace("\r\n", " \n").translate(_PREPARED)
    text = text.rstrip()
    return text + "\n" if text else ""


def is_readable(text: str) -> bool:
    """Return whether a text certainly has no unreadable or invisible characters.

    Combining marks may be among them.

    Takes a third of the time of a search, and is enough for most texts.
    """
    if text.isascii():
        return len(text.encode().translate(None, _ASCII_CONTROLS)) == len(text)
    return text.replace("\n", " ").replace("\xa0", " ").isprintable()
