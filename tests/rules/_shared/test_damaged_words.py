"""The first words of several are named, and the number of the others."""

import pytest

from corpusfmt.rules._shared.damaged_words import name_words

NAMED = {
    1: "a word: “a”",
    2: "words: “a” and “b”",
    3: "words: “a”, “b” and “c”",
    5: "words: “a”, “b”, “c” and 2 more",
}


@pytest.mark.parametrize(("count", "message"), NAMED.items())
def test_the_first_words_are_named(count: int, message: str) -> None:
    spans = [(start, start + 1) for start in range(count)]
    assert name_words("abcde", spans, "a word", "words") == message


def test_a_word_that_occurs_again_is_named_once() -> None:
    spans = [(start, start + 1) for start in range(6)]
    assert name_words("aabcbd", spans, "a word", "words") == "words: “a”, “b”, “c” and 3 more"
    assert name_words("aa", spans[:2], "a word", "words") == "words: “a” and 1 more"
