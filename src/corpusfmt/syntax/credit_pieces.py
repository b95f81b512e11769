"""Cut a line after the gap into pieces: what is between spaces, and separators."""

from __future__ import annotations

import re
from functools import cache

from corpusfmt.syntax.credit_lists import LABELS, credit_words, first_words, folded
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

_LONGEST_ABBREVIATION = 40  # of initials

# Full-width forms (U+FF01 to U+FF5E) count as the ASCII characters.
_NARROW: dict[int, int | str] = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_NARROW |= {0x3000: " ", 0x3001: ",", 0x060C: ",", 0x3010: "[", 0x3011: "]", 0x061F: "?"}
_NARROW |= {0x3002: "…", 0xFF61: "…", 0x0964: "…"}
_WIDE = regex(f"[{''.join(map(chr, _NARROW))}]")

_SEPARATORS = {"|": "|", "/": "/", ",": ",", ":": ":", "=": ":", "(": "(", "[": "(", ")": ")"}
_SEPARATORS |= {"]": ")", "?": ".", "!": ".", "…": ".", ";": "|"}
_SEPARATORS |= dict.fromkeys('“”„"«»‹›「」『』<>*{}', '"')
_DASHES = "-–—―−·•"
_CLOSERS = "’'"
_ENDS = frozenset(".’'")

_OWN = r"\s/|,;:=()\[\]“”„\"«»‹›「」『』<>*?!…{}©ⓒ"
_PIECE = regex(rf"[^{_OWN}]++(?>(?:©(?<=Ã©)[^{_OWN}]*+)*)|/+|\S")
"""A piece. ``Ã©`` in it is an ``é`` that was decoded wrongly, not a sign of copyright."""

_LAST_PIECE = regex(rf"[^{_OWN}]+\Z")
_FIRST_PIECE = regex(rf"[\s()\[\]{re.escape(_DASHES)}]*(?P<piece>[©ⓒ]|[^{_OWN}]+)")
_SENTENCE_ENDS = frozenset(".!?…。！？｡")
_AFTER_SENTENCE = "'\"’”»)]）】 "

INITIAL = regex(r"[^\W\d_](?:\.-?[^\W\d_])*\.?")
CASELESS = regex(
    "[\u05d0-\u05ea\u0620-\u064a\u0671-\u06d3\u0904-\u0dff\u0e01-\u0e4e\u3041-\u30ff\u3400-\u9fff"
    "\uac00-\ud7a3]"
)
"""A letter of a script without case."""

_IN_NOTICES = (
    *LABELS,
    "source_labels",
    "credit_colon_labels",
    "credit_comma_labels",
    "credit_notices",
    "credit_sources",
)


class Piece(NamedTuple):
    """What is between spaces and separators; ``separator`` is the kind of a separator, or ""."""

    text: str
    start: int
    end: int
    separator: str


def ends_sentence(line: str) -> bool:
    """Return whether a line ends in a full stop or another such mark, quotation marks aside."""
    bare = line.rstrip(_AFTER_SENTENCE)
    if not bare or bare[-1] not in _SENTENCE_ENDS:
        return False
    if bare[-1] != ".":
        return True
    text = _narrow(bare[-_LONGEST_ABBREVIATION:])
    last = text.rpartition(" ")[2]
    if not last[:-1].isalpha():
        match = _LAST_PIECE.search(text)
        last = "" if match is None else match[0]
    return not _has_own_stop(last.rstrip("."), last)


def begins_as_notice(line: str) -> bool:
    """Return whether the first piece of a line may begin a label, a notice or a source."""
    start = line[:2].casefold()
    if start.isalpha() and start.isascii() and start not in _starts_of_notices():
        return False
    first = _FIRST_PIECE.match(_narrow(line))
    return first is not None and first["piece"].rstrip(".").casefold() in _first_of_notices()


@cache
def _first_of_notices() -> frozenset[str]:
    words = first_words(folded(*_IN_NOTICES)) | {"c"}
    return frozenset([word.rstrip(".") for word in words])


@cache
def _starts_of_notices() -> frozenset[str]:
    return frozenset([word[:2] for word in _first_of_notices()])


def may_have_opener(line: str) -> bool:
    """Return whether a line may have a label without a colon, such as “photo by”: a fast test."""
    narrow = _narrow(line)
    if _joiner().search(narrow) is None:  # as in most
        return False
    return not folded(*LABELS).isdisjoint(_PIECE.findall(narrow.casefold()))


@cache
def _joiner() -> re.Pattern[str]:
    """Return the pattern of a word such as “by” after a space."""
    return regex(rf"\s(?i:{'|'.join(map(re.escape, sorted(credit_words('credit_joiners'))))})\b")


def pieces_of(line: str) -> list[Piece]:
    """Return the pieces of a line, in order; linear in its length."""
    pieces: list[Piece] = []
    for match in _PIECE.finditer(_narrow(line)):
        text = match[0]
        separator = "/" if text[0] == "/" else _SEPARATORS.get(text, "")
        is_whole = separator or (text[-1] not in _ENDS and text[0] not in _DASHES)
        if is_whole:
            pieces.append(Piece(text, match.start(), match.end(), separator))
        elif not text.strip(_DASHES):
            pieces.append(Piece(text, match.start(), match.end(), "-"))
        else:
            pieces += _split(text, match.start(), is_first=not pieces)
    return pieces


def _narrow(line: str) -> str:
    """Return a line with ASCII characters for wide ones, of the same length."""
    if line.isascii() or _WIDE.search(line) is None:
        return line
    return line.translate(_NARROW)


def _split(text: str, start: int, *, is_first: bool) -> list[Piece]:
    """Return the pieces of a word: a dash before it, itself, and a full stop after it."""
    pieces: list[Piece] = []
    if is_first and text[0] in _DASHES:
        pieces.append(Piece(text[0], start, start + 1, "-"))
        text, start = text[1:], start + 1
    end = start + len(text)
    bare = text.rstrip(_CLOSERS)
    if not bare.endswith("."):
        return [*pieces, Piece(text, start, end, "")]
    word = bare.rstrip(".")
    if _has_own_stop(word, bare):
        return [*pieces, Piece(text, start, end, "")]
    if word:
        pieces.append(Piece(word, start, start + len(word), ""))
    return [*pieces, Piece(bare[len(word) :], start + len(word), start + len(bare), ".")]


def _has_own_stop(word: str, text: str) -> bool:
    """Return whether the full stop of a word is a part of it, as in “St.” and “J.”."""
    if len(text) != len(word) + 1:
        return False
    if text.casefold() in folded(*LABELS) or word in credit_words("abbreviations"):
        return True
    return INITIAL.fullmatch(word) is not None and CASELESS.match(word) is None
