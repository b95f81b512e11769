"""Strict decoding of texts in other encodings than UTF-8."""

from __future__ import annotations

import codecs
from encodings.aliases import aliases

from corpusfmt.model.errors import CorpusfmtError
from corpusfmt.text.values import dataclass

_NOT_TEXT = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"})
"""Codecs from bytes to text that are not encodings of a text."""

_MARKS = (
    (codecs.BOM_UTF32_LE, ("utf-32", "utf-32-le")),
    (codecs.BOM_UTF32_BE, ("utf-32", "utf-32-be")),
    (codecs.BOM_UTF8, ("utf-8", "utf-8-sig")),
    (codecs.BOM_UTF16_LE, ("utf-16", "utf-16-le")),
    (codecs.BOM_UTF16_BE, ("utf-16", "utf-16-be")),
)
"""Byte order marks, and the encodings that a file with one at its start can have."""

_ERROR_HANDLER = "corpusfmt-collect"
_LONGEST_NAME = 40  # characters; difflib takes quadratic time


class EncodingError(CorpusfmtError):
    """An unknown name of an encoding; ``message`` includes a suggestion."""


@dataclass(frozen=True, slots=True)
class InvalidBytes:
    """Bytes that are not in the encoding.

    The first is at ``offset`` in the data, and at ``start`` in ``lossy``, the text with U+FFFD for
    each invalid sequence.
    """

    offset: int
    raw: bytes
    start: int
    lossy: str


@dataclass(frozen=True, slots=True)
class DecodeResult:
    """The text, or None and the first invalid sequences; ``invalid_count`` counts all of them."""

    text: str | None
    invalid: tuple[InvalidBytes, ...] = ()
    invalid_count: int = 0


def encoding_named(name: str) -> str:
    """Return Python's name of an encoding; raise EncodingError if it is unknown."""
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError):
        info = None
    if info is None:
        raise EncodingError(f"unknown encoding {name!r}{_suggestion(name)}")
    canonical = info.name.replace("_", "-")
    is_text = info._is_text_encoding
    if canonical in _NOT_TEXT or not is_text:
        raise EncodingError(f"{name!r} is not a text encoding")
    return canonical


def contradicting_mark(data: bytes, encoding: str) -> str | None:
    """Return the encoding of a byte order mark at the start, if it contradicts the encoding."""
    for mark, names in _MARKS:
        if data.startswith(mark):
            return None if encoding in names else names[0]
    return None


def decode_as(data: bytes, encoding: str, limit: int) -> DecodeResult:
    """Return the text of data in an encoding, or the first ``limit`` invalid sequences."""
    try:
        return DecodeResult(data.decode(encoding))
    except UnicodeDecodeError:
        pass
    spans: list[tuple[int, int]] = []

    def collect(error: UnicodeError) -> tuple[str, int]:
        assert isinstance(error, UnicodeDecodeError)
        spans.append((error.start, error.end))
        return "\ufffd", error.end

    codecs.register_error(_ERROR_HANDLER, collect)
    lossy = data.decode(encoding, _ERROR_HANDLER)
    invalid = tuple(_invalid_bytes(data, encoding, span, lossy) for span in spans[:limit])
    return DecodeResult(None, invalid, len(spans))


def _invalid_bytes(data: bytes, encoding: str, span: tuple[int, int], lossy: str) -> InvalidBytes:
    """Return the invalid bytes of a span; decoding all bytes before them gives their position."""
    start, end = span
    characters = len(data[:start].decode(encoding, "replace"))
    return InvalidBytes(start, data[start:end], min(characters, len(lossy)), lossy)


def _suggestion(name: str) -> str:
    import difflib

    known = {alias.replace("_", "-") for pair in aliases.items() for alias in pair}
    word = name.lower().replace("_", "-")[:_LONGEST_NAME]
    near = difflib.get_close_matches(word, sorted(known), n=1)
    return f"; did you mean {near[0]!r}?" if near else "; expected a name such as 'windows-1252'"
