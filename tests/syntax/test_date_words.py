"""Words of dates are folded and looked up."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpusfmt.syntax.dates.tokens import split_tokens
from corpusfmt.syntax.dates.words import (
    Vocabulary,
    date_vocabulary,
    fold,
    relative_vocabulary,
    simplify,
)

_REMOVED = dict.fromkeys((*range(0x300, 0x370), *range(0x64B, 0x660), 0x670))
_REPLACED = str.maketrans({"ı": "i", "ي": "ی", "ى": "ی", "ك": "ک"})
_VOCABULARIES = [date_vocabulary(), relative_vocabulary()]
_KEYS = sorted({key for one in _VOCABULARIES for key in one.words})
_LINES = st.lists(
    st.sampled_from([*_KEYS, "2023", "14", "Ada", "年"]) | st.text(max_size=4), max_size=6
)


@given(st.text(max_size=12) | st.text("ıيىكÉéẤ\u0301\u064b", max_size=6))
def test_accents_are_removed_as_by_a_table(word: str) -> None:
    bare = unicodedata.normalize("NFKD", word.casefold()).translate(_REMOVED)
    table = unicodedata.normalize("NFKC", bare).translate(_REPLACED) or word
    assert fold(word) == (word.lower() if word.isascii() else table)


@pytest.mark.parametrize("vocabulary", _VOCABULARIES, ids=["dates", "relative"])
@given(words=_LINES, separator=st.sampled_from([" ", "", ". "]))
def test_a_line_with_a_word_of_a_class_may_have_one(
    vocabulary: Vocabulary, words: list[str], separator: str
) -> None:
    text = simplify(separator.join(words))
    for token in split_tokens(text, vocabulary):
        for reading in token.readings:
            if reading[0] in "SCM":
                assert vocabulary.may_read(text, reading[0])
