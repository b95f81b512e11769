"""Find the labels of credits in a text, such as “Photo:”."""

from __future__ import annotations

import re

from corpusfmt.syntax.credit_lists import LABELS, folded

_COLON = re.compile("[:：=＝]")
_BEFORE_COLON = re.compile(r"(?P<word>[^\W\d_]+)\.?\s?[:：=＝]")


def has_picture_label(text: str) -> bool:
    """Return whether a word for a picture and a colon are in a text."""
    return _has_word_before_colon(text, folded("picture_words", "gallery_labels"))


def has_credit_label(text: str) -> bool:
    """Return whether a word that ends labels of credits and a colon are in a text."""
    words = folded(*LABELS, "credit_joiners", "credit_links", "source_labels")
    return _has_word_before_colon(text, words)


def _has_word_before_colon(text: str, words: frozenset[str]) -> bool:
    if _COLON.search(text) is None:
        return False
    return any(match["word"].casefold() in words for match in _BEFORE_COLON.finditer(text))
