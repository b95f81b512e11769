"""TODO."""

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

from corpusfmt.text.encoding_guess import guess_encoding, guess_wide_encoding
from corpusfmt.text.source import SourceText


@dataclass(frozen=True, slots=True)
class ByteFault:
    """A sequence of bytes that is not UTF-8: one maximal subpart, as Python's decoder reports it.

    ``offset`` and ``length`` are in bytes, ``raw`` is the sequence, 1 to 3 bytes. ``start`` is its character offset in
    ``lossy_text``; ``line`` and ``column`` count from 1, columns in characters, an earlier fault being one character.
    """

    offset: int
    length: int
    line: int
    column: int
    raw: bytes
    start: int


@dataclass(frozen=True, slots=True)
class Decoded:
    """Bytes read as UTF-8: the ``text``, or None and at least one fault, in the order of the file.

    ``encoding`` is the likely true encoding, a name that ``bytes.decode`` takes, or None where nothing is likely. It is
    "utf-8" for a damaged file too, and may be another for a text: NULs between ASCII letters are UTF-8, but not meant.
    """

    text: str | None
    faults: Sequence[ByteFault]
    encoding: str | None


def decode(data: bytes) -> Decoded:
    """Return the bytes as UTF-8 text, or every fault and the likely true encoding; raise nothing.

    A byte order mark stays in the text. The faults are made when they are asked for, so that millions cost little.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        faults = _find_faults(data)
        return Decoded(None, faults, guess_encoding(data, faults[0].offset))
    wide = guess_wide_encoding(data) if "\0" in text else None
    return Decoded(text, (), wide or "utf-8")


def decode_plain(data: bytes) -> str | None:
    """Return the bytes as text where they are UTF-8 and hold no NUL, as nearly all are; None where `decode` knows."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text


def lossy_text(data: bytes) -> str:
    """Return the bytes as text, U+FFFD for each fault, for showing only: ``ByteFault.start`` is an offset into it."""
    return data.decode("utf-8", "replace")


class _ByteFaults(Sequence[ByteFault]):
    """The faults of some bytes, kept as numbers (17 bytes a fault) and made into values when asked for."""

    __slots__ = ("_data", "_lengths", "_offsets", "_source", "_starts")

    def __init__(self, data: bytes, offsets: "array[int]", lengths: "array[int]", starts: "array[int]") -> None:
        self._data = data
        self._offsets = offsets
        self._lengths = lengths
        self._starts = starts
        self._source = SourceText(lossy_text(data), "")

    def __len__(self) -> int:
        return len(self._offsets)

    @overload
    def __getitem__(self, index: int) -> ByteFault: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[ByteFault, ...]: ...
    def __getitem__(self, index: int | slice) -> ByteFault | tuple[ByteFault, ...]:
        if isinstance(index, slice):
            return tuple(self[each] for each in range(*index.indices(len(self))))
        offset, length, start = self._offsets[index], self._lengths[index], self._starts[index]
        line, column = self._source.position(start)
        return ByteFault(offset, length, line, column, self._data[offset : offset + length], start)


# Python's decoder, asked to escape, leaves one lone surrogate U+DC80..U+DCFF for each byte it could not use. What
# belongs together is the longest beginning of a well-formed sequence (the Unicode Standard, table 3-7, section 3.9).
_FAULT = re.compile(
    "\udce0[\udca0-\udcbf]"
    "|[\udce1-\udcec\udcee\udcef][\udc80-\udcbf]"
    "|\udced[\udc80-\udc9f]"
    "|\udcf0[\udc90-\udcbf][\udc80-\udcbf]?"
    "|[\udcf1-\udcf3][\udc80-\udcbf]{1,2}"
    "|\udcf4[\udc80-\udc8f][\udc80-\udcbf]?"
    "|[\udc80-\udcff]"
)


def _find_faults(data: bytes) -> _ByteFaults:
    """Return the faults of bytes, in time linear in their length."""
    escaped = data.decode("utf-8", "surrogateescape")
    offsets, lengths, starts = array("q"), array("b"), array("q")
    behind = offset = surplus = 0
    for match in _FAULT.finditer(escaped):
        first, last = match.span()
        if first > behind:
            offset += len(escaped[behind:first].encode())
        offsets.append(offset)
        lengths.append(last - first)
        starts.append(first - surplus)
        offset += last - first
        surplus += last - first - 1  # the lossy text has one character for the fault
        behind = last
    return _ByteFaults(data, offsets, lengths, starts)
