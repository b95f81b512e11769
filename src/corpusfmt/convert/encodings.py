"""Texts in another encoding than UTF-8, read strictly."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from encodings.aliases import aliases

_NOT_TEXT = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"})
"""Codecs from bytes to text that are not encodings of a text."""

_MARKS = (
    (codecs.BOM_UTF32_LE, ("utf-32", "utf-32-le")),
    (codecs.BOM_UTF32_BE, ("utf-32", "utf-32-be")),
    (codecs.BOM_UTF8, ("utf-8", "utf-8-sig")),
    (codecs.BOM_UTF16_LE, ("utf-16", "utf-16-le")),
    (codecs.BOM_UTF16_BE, ("utf-16", "utf-16-be")),
)
"""Byte order marks, and the encodings that a file which begins with one can have."""


class EncodingError(Exception):
    """A name that is not that of an encoding: ``message`` says so, and what may be meant."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True, slots=True)
class BadBytes:
    """Bytes that are not in the encoding: the first is at ``offset``, ``start`` characters into ``lossy``.

    ``lossy`` is the text with U+FFFD in place of what could not be read, for showing only.
    """

    offset: int
    raw: bytes
    start: int
    lossy: str


def encoding_named(name: str) -> str:
    """Return Python's name of an encoding that a user named; EncodingError where there is none."""
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError):
        info = None
    if info is None:
        raise EncodingError(f"unknown encoding {name!r}{_suggestion(name)}")
    canonical = info.name.replace("_", "-")
    if canonical in _NOT_TEXT or not info._is_text_encoding:
        raise EncodingError(f"{name!r} is not an encoding of text")
    return canonical


def contradicting_mark(data: bytes, encoding: str) -> str | None:
    """Return the encoding that a byte order mark at the start belongs to, if the data cannot be in the other."""
    names = next((names for mark, names in _MARKS if data.startswith(mark)), (encoding,))
    return None if encoding in names else names[0]


def decode_as(data: bytes, encoding: str, most: int) -> tuple[str | None, list[BadBytes], int]:
    """Return the text, or None with the first bad sequences, at most ``most``, and the number of all of them."""
    try:
        return data.decode(encoding), [], 0
    except UnicodeDecodeError:
        pass
    found: list[tuple[int, int]] = []

    def note(error: UnicodeError) -> tuple[str, int]:
        assert isinstance(error, UnicodeDecodeError)
        found.append((error.start, error.end))
        return "\ufffd", error.end

    codecs.register_error(_HANDLER, note)
    lossy = data.decode(encoding, _HANDLER)
    bad = [_bad_bytes(data, encoding, span, lossy) for span in found[:most]]
    return None, bad, len(found)


_HANDLER = "corpusfmt-note"


def _bad_bytes(data: bytes, encoding: str, span: tuple[int, int], lossy: str) -> BadBytes:
    """Return the bad bytes of a span; where they are in the text is known by decoding all before them."""
    start = len(data[: span[0]].decode(encoding, "replace"))
    return BadBytes(span[0], data[slice(*span)], min(start, len(lossy)), lossy)


def _suggestion(name: str) -> str:
    import difflib

    known = {alias.replace("_", "-") for pair in aliases.items() for alias in pair}
    wanted = name.lower().replace("_", "-")
    near = difflib.get_close_matches(wanted[:40], sorted(known), n=1)
    return f"; did you mean {near[0]!r}?" if near else "; expected a name such as 'windows-1252'"
