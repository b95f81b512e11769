"""Whether a text is canonical, from what was read: most of the canonical text need not be written.

A block without marks is written as its text. And what a guard would prevent is known of a text that
is equal to what is written without guards: it was read as the document.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from corpusfmt.syntax.reading import Reading
from corpusfmt.syntax.writer import write_document
from corpusfmt.syntax.writer.guards import is_strict_date
from corpusfmt.syntax.writer.unmarked import BLOCK_STARTS, MARKS
from corpusfmt.text.named_tuples import NamedTuple

_MARKS = frozenset(MARKS)
_FIRST = itemgetter(slice(1))


class Facts(NamedTuple):
    """What is known of a text: its reading, and the text and type of each block of the body.

    ``signs`` has the characters of the text but ASCII letters, digits and spaces, ``rare`` the same
    in their order.
    """

    reading: Reading
    texts: Sequence[str]
    types: Sequence[str]
    signs: frozenset[str]
    rare: str


def is_written_so(facts: Facts) -> bool:
    """Return whether a text is what its document is written as without guards.

    A text that is not may be canonical as well: one with a guard.
    """
    if any(map(is_strict_date, facts.reading.header.foreign)):
        return False
    document = facts.reading.document
    return facts.reading.text == write_document(document, plain=_plain_texts(facts))


def _plain_texts(facts: Facts) -> list[str]:
    """Return the text of each paragraph without marks and line breaks, "" for every other block."""
    plain = _texts_of_paragraphs(facts)
    tokens = facts.reading.body_tokens
    for mark in _marks(facts):
        plain = ["" if mark in token else text for text, token in zip(plain, tokens, strict=True)]
    plain = ["" if "\n" in text else text for text in plain]
    if not BLOCK_STARTS.isdisjoint(map(_FIRST, plain)):
        plain = ["" if text[:1] in BLOCK_STARTS else text for text in plain]
    return plain


def _texts_of_paragraphs(facts: Facts) -> list[str]:
    """Return the text of each paragraph, "" for every other block."""
    texts, types = facts.texts, facts.types
    if types.count("paragraph") == len(types):
        return list(texts)
    return [text if type_ == "paragraph" else "" for text, type_ in zip(texts, types, strict=True)]


def _marks(facts: Facts) -> frozenset[str]:
    """Return the characters of a text that may be marks.

    A bracket is one before a parenthesis or a colon only, an ampersand before a semicolon.
    """
    marks = facts.signs & _MARKS
    rare = facts.rare
    if "](" not in rare and "]:" not in rare:
        marks -= {"]"}
    if ";" not in facts.signs:
        marks -= {"&"}
    return marks
