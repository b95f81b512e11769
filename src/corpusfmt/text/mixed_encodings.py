"""Read the bytes of a UTF-8 file that are in another encoding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from operator import attrgetter

from corpusfmt.text.decode import ByteProblem
from corpusfmt.text.encoding_guess import guess_encoding
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

_UTF8 = regex("[^\0-\x7f\udc80-\udcff]+")
_HIGH = regex(b"[\x80-\xff]")
_MOST = 10_000
"""How many invalid sequences are looked at."""
_WINDOW = 20
_CUT = frozenset("ÂÃÄÅÎÏÐÑâ")
"""What the first bytes of UTF-8 are in windows-1252: such a byte is the rest of a character."""
_MARKS = frozenset("“”‘’„‚«»–—…€©®°·¿¡")


class ForeignBytes(NamedTuple):
    """Bytes that are not UTF-8, and the characters that they are in another encoding."""

    problem: ByteProblem
    characters: str


class MixedEncoding(NamedTuple):
    """The encoding of the bytes that are not UTF-8, and these bytes, by their lines."""

    encoding: str
    lines: list[list[ForeignBytes]]


def find_mixed(data: bytes, problems: Sequence[ByteProblem]) -> MixedEncoding | None:
    """Return the encoding of the bytes that are not UTF-8 in a file that mostly is.

    None if they are more likely damaged UTF-8, or if no encoding is likely.
    """
    first = list(islice(problems, _MOST))
    stripped = _strip_utf8(data)
    high = _HIGH.search(stripped)
    encoding = guess_encoding(stripped, high.start() if high else 0)
    if encoding is None or encoding.startswith("utf-"):
        return None
    read = list(_read_all(first, encoding))
    if len(read) < len(first) or not _is_likely(data, read, encoding):
        return None
    by_line = groupby(read, key=lambda one: attrgetter("line")(one.problem))
    return MixedEncoding(encoding, [list(of_line) for _, of_line in by_line])


def _strip_utf8(data: bytes) -> bytes:
    """Return the bytes without the characters beyond ASCII that are UTF-8."""
    text = data.decode("utf-8", "surrogateescape")
    return _UTF8.sub("", text).encode("ascii", "surrogateescape")


def _read_all(problems: Iterable[ByteProblem], encoding: str) -> Iterator[ForeignBytes]:
    for problem in problems:
        characters = problem.raw.decode(encoding, "replace")
        if "\ufffd" not in characters and characters.isprintable():
            yield ForeignBytes(problem, characters)


def _is_likely(data: bytes, read: Sequence[ForeignBytes], encoding: str) -> bool:
    """Return whether most of the characters are inside words, or punctuation beside them."""
    if all(one.characters[0] in _CUT for one in read):
        return False
    likely = sum(_is_in_place(data, one, encoding) for one in read)
    return 2 * likely > len(read)


def _is_in_place(data: bytes, one: ForeignBytes, encoding: str) -> bool:
    start = one.problem.offset
    end = start + one.problem.length
    before = data[max(0, start - _WINDOW) : start].decode(encoding, "replace")
    after = data[end : end + _WINDOW].decode(encoding, "replace")
    if one.characters[0] in _MARKS:
        return True
    return one.characters.isalpha() and (before[-1:].isalpha() or after[:1].isalpha())
