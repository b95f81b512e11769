"""Capital letters that are words of their own, and the languages in which they are."""

from __future__ import annotations

from functools import cached_property

from corpusfmt.lint import Context
from corpusfmt.rules._shared.open_words import languages
from corpusfmt.rules._shared.word_lists import read_list
from corpusfmt.rules._shared.words import is_english
from corpusfmt.text.patterns import regex

ALONE = frozenset("AÀÁÅEÈÉIÍĮOÓÔÖŐỞUÛYÝKSVWZΗΉΟΩВСКОУИАЯІЄЗЎЙӘ")
"""Letters that are words in some language."""

FEW_LANGUAGES: dict[str, frozenset[str]] = {}
for _entry in read_list("letter_words"):
    _letters, _, _known = _entry.partition(": ")
    FEW_LANGUAGES |= dict.fromkeys(_letters.upper(), frozenset(_known.split()))
"""The languages in which some of these letters are words: an article in another has none."""

_ENGLISH = frozenset("AIO")
COMPOUNDS = frozenset(read_list("letter_compounds"))
"""What a letter that is a word of its own is before, in science and in trade: “T cells”."""

_IN_SENTENCE = regex(r" (?<=[a-z,] )([A-Z\xc0-\xde][^\W\d_]+)")
_FEW_ASKED = 4
"""How many words are looked for in less time than all names of a text are listed."""


def may_be_word(context: Context, letter: str) -> bool:
    """Return whether a letter may be a word in the language of an article."""
    if letter not in ALONE:
        return False
    if letter in _ENGLISH and context.memo(is_english):  # without a look at all words
        return True
    few, known = FEW_LANGUAGES.get(letter), context.memo(languages)
    return few is None or not known or not few.isdisjoint(known)


class NamesInSentences:
    """The words with a capital that follow a small letter, or a comma, and a space."""

    def __init__(self, context: Context) -> None:
        self._text = context.text
        self._asked = 0

    def has(self, word: str) -> bool:
        """Return whether a word is one of these.

        The first few are looked for in the text, which lacks most of them.
        """
        self._asked += 1
        if self._asked <= _FEW_ASKED and f" {word}" not in self._text:
            return False
        return word in self._all

    @cached_property
    def _all(self) -> frozenset[str]:
        return frozenset(_IN_SENTENCE.findall(self._text))
