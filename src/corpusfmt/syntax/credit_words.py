"""Cut a line after the gap into words, and find the kind of each: agency, name, label and so on.

The kinds are letters, so that the patterns of ``credit`` can be patterns over the kinds of a line.
Section 7 of the specification has the same table of kinds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from corpusfmt.syntax.credit_lists import (
    LABELS,
    agencies,
    credit_words,
    first_words,
    first_words_of_phrases,
    folded,
    kinds_as_written,
    kinds_in_any_case,
    kinds_of_common_words,
)
from corpusfmt.syntax.credit_patterns import matches
from corpusfmt.syntax.credit_pieces import CASELESS, INITIAL, Piece, pieces_of
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

_LONGEST_PHRASE = 5
_LONGEST_LABEL = 4
_LONGEST_PERSON = 6
_ELLIPSES = ("...", "…")
_GLUED = (3, 4, 5)
"""How many characters the agencies have that other words are joined to."""

_BEFORE_POSITION = ("/", "|")
_LINKS = ("credit_joiners", "credit_links")
_IN_LABELS = (*LABELS, "source_labels", *_LINKS)

_PERSON_WITHOUT_CASE = regex("[\u3400-\u9fff\u3005]{2,5}|[\uac00-\ud7a3]{2,4}")
_NAME = regex(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f'’.&-])*")
_DOMAIN = regex(r"(?:[\w-]+\.)+[a-z]{2,8}")
_HANDLE = regex(r"@\w[\w.-]+")
_FILE_ENDINGS = frozenset(("avif", "bmp", "doc", "docx", "gif", "html", "jpeg", "jpg", "pdf"))
_FILE_ENDINGS |= frozenset(("php", "png", "svg", "tif", "tiff", "txt", "webp", "mp", "js"))


class Word(NamedTuple):
    """One word, phrase or separator of a line: its kind, and its span in characters."""

    kind: str
    start: int
    end: int


def kinds_of(words: Iterable[Word]) -> str:
    """Return the kinds of words, a letter each."""
    return "".join([word.kind for word in words])


def is_person_without_case(line: str, word: Word) -> bool:
    """Return whether a word may be a name of ideographs or Hangul."""
    return _PERSON_WITHOUT_CASE.fullmatch(line, word.start, word.end) is not None


def is_in_sentence(line: str, word: Word) -> bool:
    """Return whether a word makes what follows it a part of a sentence."""
    return line[word.start : word.end] in credit_words("prepositions")


def is_made_for_paper(line: str, words: list[Word]) -> bool:
    """Return whether words are a person, a word such as “for”, and what may be a paper."""
    for index, word in enumerate(words[2:_LONGEST_PERSON], start=2):
        if line[word.start : word.end].casefold() in credit_words("credit_for_words"):
            before, after = kinds_of(words[:index]), kinds_of(words[index + 1 :])
            return matches(before, "maker") and matches(after, "employer")
    return False


def is_source(text: str) -> bool:
    """Return whether a text is a credit that a list has, such as “file photo”."""
    return text.strip(" .()[]").casefold() in credit_words("credit_sources")


def words_of(line: str) -> list[Word]:
    """Return the words of a line, in order; linear in its length."""
    pieces = pieces_of(line)
    words: list[Word] = []
    index = 0
    while index < len(pieces):
        piece = pieces[index]
        kind, count = piece.separator or _kind_of_single(piece.text), 1
        if kind in _UNDECIDED:
            kind, count = _kind_at(pieces, index)
        words.append(Word(kind, piece.start, pieces[index + count - 1].end))
        index += count
    return words


_UNDECIDED = ("", "(")
"""Kinds of pieces that may begin a word of several pieces; “(” may begin “(c)”."""


@lru_cache(maxsize=4096)  # most words of a line are among the most frequent ones
def _kind_of_single(text: str) -> str:
    """Return the kind of a piece that begins no word of several pieces, or ""."""
    fold = text.casefold()
    if "-" in text or fold in first_words_of_phrases() or fold in folded(*_LINKS):
        return ""
    return "" if CASELESS.match(text) else _kind_of(text)


def _kind_at(pieces: list[Piece], index: int) -> tuple[str, int]:
    """Return the kind of the word or phrase at an index, and how many pieces it has."""
    piece = pieces[index]
    if piece.separator:
        return _kind_of_separator(pieces, index)
    for find in _PHRASES:
        kind, count = find(pieces, index)
        if count:
            return kind, count
    return _kind_of(piece.text), 1


def _is_link_before_label(pieces: list[Piece], index: int) -> bool:
    after = index + 1
    if pieces[index].text.casefold() not in folded(*_LINKS) or after == len(pieces):
        return False
    return _folds_in(pieces[after], folded(*LABELS, "source_labels"))


def _kind_of_separator(pieces: list[Piece], index: int) -> tuple[str, int]:
    if pieces[index].text == "(" and index + 2 < len(pieces):  # (c)
        is_sign = pieces[index + 1].text in ("c", "C") and pieces[index + 2].text == ")"
        if is_sign:
            return "R", 3
    return pieces[index].separator, 1


def _label_at(pieces: list[Piece], index: int) -> tuple[str, int]:
    """Find a label and its colon, or one without a colon (B): “photo” and “by”."""
    is_label = _folds_in(pieces[index], folded(*LABELS, "source_labels"))
    if not is_label and not _is_link_before_label(pieces, index):
        return "", 0
    in_labels = folded(*_IN_LABELS)
    texts: list[str] = []
    for piece in pieces[index : index + _LONGEST_LABEL]:
        if not _folds_in(piece, in_labels):
            break
        texts.append(piece.text.casefold())
    labels = [text for text in texts if text in folded(*LABELS)]
    after = index + len(texts)
    if after < len(pieces) and _is_colon(pieces[after]):
        kind = _kind_of_label(texts, labels)
        return kind, len(texts) + 1 if kind else 0
    return _opener(texts) if labels else ("", 0)


def _is_colon(piece: Piece) -> bool:
    return piece.separator == ":" or piece.text in _ELLIPSES


def _kind_of_label(texts: list[str], labels: list[str]) -> str:
    """Return Q for a label of several words, L for one of credits, l for another, or ""."""
    sources = [text for text in texts if text in folded("source_labels")]
    if labels and len(labels) + len(sources) > 1:
        return "Q"
    if any(text not in folded("gallery_labels") for text in labels):
        return "L"
    return "l" if labels or sources else ""


def _opener(texts: list[str]) -> tuple[str, int]:
    """Find a label that needs no colon: words for a picture, and one such as “by”."""
    for count in range(2, len(texts) + 1):
        before = texts[: count - 1]
        is_label = all(text in folded(*LABELS, "credit_links") for text in before)
        if texts[count - 1] in folded("credit_joiners") and is_label:
            return "B", count
    return "", 0


def _folds_in(piece: Piece, words: frozenset[str]) -> bool:
    return not piece.separator and piece.text.casefold() in words


def _notice_at(pieces: list[Piece], index: int) -> tuple[str, int]:
    count = _longest(pieces, index, folded("credit_notices"))
    if not count:
        return "", 0
    phrase = _phrase(pieces, index, count).casefold()
    return ("r" if phrase in ("copyright", "courtesy") else "R"), count


def _comma_label_at(pieces: list[Piece], index: int) -> tuple[str, int]:
    count = _longest(pieces, index, folded("credit_comma_labels"))
    after = index + count
    if count and after < len(pieces) and pieces[after].separator == ",":
        return "Q", count + 1
    return "", 0


def _colon_label_at(pieces: list[Piece], index: int) -> tuple[str, int]:
    """Find an entry that is a label if a colon is after it."""
    count = _longest(pieces, index, folded("credit_colon_labels", "credit_sources"))
    after = index + count
    if count and after < len(pieces) and _is_colon(pieces[after]):
        return "L", count + 1
    return "", 0


def _source_at(pieces: list[Piece], index: int) -> tuple[str, int]:
    """Find a credit of several words, such as “file photo”."""
    count = _longest(pieces, index, folded("credit_sources"))
    return ("P", count) if count > 1 else ("", 0)


def _position_at(pieces: list[Piece], index: int) -> tuple[str, int]:
    """Find what a person is to a paper, after a slash or bar: “staff”."""
    if not index or pieces[index - 1].separator not in _BEFORE_POSITION:
        return "", 0
    return "T", _longest(pieces, index, folded("credit_positions"))


def _agency_at(pieces: list[Piece], index: int) -> tuple[str, int]:
    count = _longest(pieces, index, agencies(), folds=False)
    if count:
        return "A", count
    text = pieces[index].text
    first, dash, rest = text.partition("-")
    if dash and first in agencies() and rest[:1].isupper():
        return "A", 1
    first, dash, last = text.rpartition("-")
    if dash and last in agencies() and first[:1].isupper():
        return "A", 1
    is_glued = CASELESS.match(text) and any(text[:length] in agencies() for length in _GLUED)
    return ("A", 1) if is_glued else ("", 0)


def _organisation_at(pieces: list[Piece], index: int) -> tuple[str, int]:
    entries = credit_words("organisations")
    return "G", _longest(pieces, index, entries, folds=False)


def _office_at(pieces: list[Piece], index: int) -> tuple[str, int]:
    return "O", _longest(pieces, index, folded("credit_offices"))


_PHRASES: tuple[Callable[[list[Piece], int], tuple[str, int]], ...] = (
    _comma_label_at,
    _label_at,
    _colon_label_at,
    _position_at,
    _source_at,
    _notice_at,
    _agency_at,
    _organisation_at,
    _office_at,
)


def _longest(
    pieces: list[Piece], index: int, entries: frozenset[str], *, folds: bool = True
) -> int:
    """Return how many pieces the longest entry at an index has, or 0."""
    text = pieces[index].text
    if (text.casefold() if folds else text) not in first_words(entries):
        return 0
    longest = 0
    for count in range(1, min(_LONGEST_PHRASE, len(pieces) - index) + 1):
        if pieces[index + count - 1].separator:
            break
        phrase = _phrase(pieces, index, count)
        if (phrase.casefold() if folds else phrase) in entries:
            longest = count
    return longest


def _phrase(pieces: list[Piece], index: int, count: int) -> str:
    return " ".join([piece.text for piece in pieces[index : index + count]])


def _kind_of(text: str) -> str:
    """Return the kind of a single word."""
    listed = kinds_as_written().get(text) or kinds_in_any_case().get(text.casefold())
    if listed:
        return listed
    if CASELESS.match(text):
        return _kind_of_caseless(text)
    return _kind_of_common(text) or _kind_of_cased(text)


def _kind_of_caseless(text: str) -> str:
    if text.endswith(tuple(credit_words("credit_endings"))):
        return "S"
    first, dot, _ = text.partition("・")
    if dot and (first in credit_words("credit_endings") or first in folded(*LABELS)):
        return "S"
    return "Z" if text.endswith(tuple(credit_words("source_endings"))) else "C"


def _kind_of_common(text: str) -> str:
    """Return the kind of a word of headings or of a public body, or ""."""
    kinds = kinds_of_common_words()
    if text.isupper() and kinds.get(text.capitalize()) == "H":
        return "H"
    return kinds.get(text, "")


def _kind_of_cased(text: str) -> str:
    ending = text.rpartition(".")[2]
    if _HANDLE.fullmatch(text) or (_DOMAIN.fullmatch(text) and ending not in _FILE_ENDINGS):
        return "W"
    if text[0].isdecimal():
        return "9"
    is_name = _NAME.fullmatch(text) is not None and ending.lower() not in _FILE_ENDINGS
    if text == text.lower() or not is_name:
        return "x"
    if INITIAL.fullmatch(text):
        return "I"
    return "U" if text.isupper() else "N"
