"""Decode bytes as UTF-8, or list every sequence that is not UTF-8."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from corpusfmt.text.annotations import overload
from corpusfmt.text.encoding_guess import guess_encoding, guess_wide_encoding
from corpusfmt.text.patterns import regex
from corpusfmt.text.source import SourceText
from corpusfmt.text.values import dataclass


@dataclass(frozen=True, slots=True)
class ByteProblem:
    """A sequence of bytes that is not UTF-8: one maximal subpart, as Python's decoder reports it.

    ``offset`` and ``length`` are in bytes, ``raw`` is the sequence, 1 to 3 bytes. ``start`` is its
    character offset in ``lossy_text``; ``line`` and ``column`` count from 1, columns in characters,
    an earlier problem being one character.
    """

    offset: int
    length: int
    line: int
    column: int
    raw: bytes
    start: int


@dataclass(frozen=True, slots=True)
class DecodeResult:
    """Bytes read as UTF-8: the ``text``, or None and at least one problem, in order.

    ``encoding`` is the likely true encoding, a name that ``bytes.decode`` takes, or None if none is
    likely. It is "utf-8" for a damaged file too, and may be another for a text: NULs between ASCII
    letters are valid UTF-8, but likely UTF-16.
    """

    text: str | None
    problems: Sequence[ByteProblem]
    encoding: str | None

    @property
    def is_wide(self) -> bool:
        """True if the likely encoding is UTF-16 or UTF-32."""
        return self.encoding is not None and self.encoding.startswith(("utf-16", "utf-32"))


def decode(data: bytes) -> DecodeResult:
    """Return the bytes as UTF-8 text, or every problem and the likely true encoding; raise nothing.

    A byte order mark stays in the text. Problems are created on access, so that millions cost
    little.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        problems = _find_problems(data)
        return DecodeResult(None, problems, guess_encoding(data, problems[0].offset))
    wide = guess_wide_encoding(data) if "\0" in text else None
    return DecodeResult(text, (), wide or "utf-8")


def decode_plain(data: bytes) -> str | None:
    """Return the bytes as text if they are UTF-8 without NULs, as most are; otherwise None."""
    if b"\0" in data:  # found sooner than in the text
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def lossy_text(data: bytes) -> str:
    """Return the bytes as text, U+FFFD for each problem.

    ``ByteProblem.start`` is an offset in it.
    """
    return data.decode("utf-8", "replace")


class _ByteProblems(Sequence[ByteProblem]):
    """The problems of some bytes, kept as numbers (17 bytes each) and created on access."""

    __slots__ = ("_data", "_lengths", "_offsets", "_source", "_starts")

    def __init__(
        self, data: bytes, offsets: array[int], lengths: array[int], starts: array[int]
    ) -> None:
        self._data = data
        self._offsets = offsets
        self._lengths = lengths
        self._starts = starts
        self._source = SourceText(lossy_text(data), "")

    def __len__(self) -> int:
        return len(self._offsets)

    @overload
    def __getitem__(self, index: int) -> ByteProblem: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[ByteProblem, ...]: ...
    def __getitem__(self, index: int | slice) -> ByteProblem | tuple[ByteProblem, ...]:
        if isinstance(index, slice):
            return tuple(self[each] for each in range(*index.indices(len(self))))
        offset, length, start = self._offsets[index], self._lengths[index], self._starts[index]
        line, column = self._source.position(start)
        return ByteProblem(
            offset, length, line, column, self._data[offset : offset + length], start
        )


# Python's decoder, with surrogateescape, leaves one lone surrogate U+DC80..U+DCFF for each byte
# that it could not use. Those of one problem are the longest beginning of a well-formed sequence
# (the Unicode Standard, table 3-7, section 3.9).
_NOT_UTF8 = regex(
    "\udce0[\udca0-\udcbf]"
    "|[\udce1-\udcec\udcee\udcef][\udc80-\udcbf]"
    "|\udced[\udc80-\udc9f]"
    "|\udcf0[\udc90-\udcbf][\udc80-\udcbf]?"
    "|[\udcf1-\udcf3][\udc80-\udcbf]{1,2}"
    "|\udcf4[\udc80-\udc8f][\udc80-\udcbf]?"
    "|[\udc80-\udcff]"
)


def _find_problems(data: bytes) -> _ByteProblems:
    """Return the problems of bytes, in time linear in their length."""
    escaped = data.decode("utf-8", "surrogateescape")
    offsets, lengths, starts = array("q"), array("b"), array("q")
    cursor = offset = surplus = 0
    for match in _NOT_UTF8.finditer(escaped):
        first, last = match.span()
        if first > cursor:
            offset += len(escaped[cursor:first].encode())
        offsets.append(offset)
        lengths.append(last - first)
        starts.append(first - surplus)
        offset += last - first
        surplus += last - first - 1  # the lossy text has one character for the problem
        cursor = last
    return _ByteProblems(data, offsets, lengths, starts)
