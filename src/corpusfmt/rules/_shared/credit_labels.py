"""Find the labels of credits in a text, such as “Photo:”."""

from __future__ import annotations

from functools import cache

from corpusfmt.syntax.credit_lists import LABELS, folded
from corpusfmt.syntax.credit_pieces import CASELESS
from corpusfmt.text.patterns import regex

_WORD = regex(r"[^\W_]+")
_COLONS = ":：=＝"
_COLON = regex(f"[{_COLONS}]")
_LAST_WORD = regex(r"(?<![^\W\d_])(?P<word>[^\W\d_]+)\.?\s?\Z")
_LONGEST_WORD = 30


def has_picture_label(text: str) -> bool:
    """Return whether a word for a picture and a colon are in a text."""
    if not _has_colon(text):
        return False
    return _has_word_before_colon(text, folded("picture_words", "gallery_labels"))


def has_credit_label(text: str) -> bool:
    """Return whether a word that ends labels of credits and a colon are in a text."""
    if not _has_colon(text):  # as in most: found quickly
        return False
    words = folded(*LABELS, "credit_joiners", "credit_links", "source_labels")
    return _has_word_before_colon(text, words)


def may_name_source(text: str) -> bool:
    """Return whether a word of labels or agencies, or one without case, is in a text: a fast test.

    Nothing else makes a credit of words than one of these.
    """
    if not _source_words().isdisjoint(_WORD.findall(text.casefold())):
        return True
    return not text.isascii() and CASELESS.search(text) is not None


@cache
def _source_words() -> frozenset[str]:
    """Return the first word of each label and agency, as far as it is letters and digits."""
    entries = folded(*LABELS, "source_labels", "credit_comma_labels", "agencies")
    words = list(map(_WORD.search, entries))
    return frozenset(match[0] for match in words if match is not None)


def _has_colon(text: str) -> bool:
    return ":" in text or "：" in text or "=" in text or "＝" in text


def _has_word_before_colon(text: str, words: frozenset[str]) -> bool:
    for colon in _COLON.finditer(text):
        before = text[max(0, colon.start() - _LONGEST_WORD) : colon.start()]
        word = _LAST_WORD.search(before)
        if word is not None and word["word"].casefold() in words:
            return True
    return False
