"""Tell names of persons from those of papers and places, where nothing but their words shows it."""

from __future__ import annotations

from corpusfmt.syntax.byline_words import words
from corpusfmt.syntax.credit_lists import agencies, credit_words, kinds_of_common_words

_FEWEST, _MOST = 2, 4


def is_person(name: str) -> bool:
    """Return whether a name has two to four words, none of which only other names have."""
    pieces = name.split()
    return _FEWEST <= len(pieces) <= _MOST and all(map(_may_be_of_a_person, pieces))


def _may_be_of_a_person(word: str) -> bool:
    if word in words("particles"):
        return True
    letters = word.replace("-", "").replace("'", "").replace("’", "").replace(".", "")
    if not letters.isalpha() or not word[0].isupper():
        return False
    lower = word.lower()
    if lower in words("roles") or lower in words("sections") or word in agencies():
        return False
    if word in words("places") or word in credit_words("paper_names"):
        return False
    return word not in kinds_of_common_words()
