"""Words that end no sentence, by language: a paragraph that ends with one breaks off."""

from __future__ import annotations

from functools import cache, lru_cache

from corpusfmt.lint import Context
from corpusfmt.rules._shared.word_lists import read_list

_ANY = "any"
"""What a list has in place of a language."""
_MOST = 4096
"""How many words are remembered with their languages."""
_SAMPLE = 6_000
"""How many characters of an article are read to guess its languages."""
_FEWEST, _SHARE = 3, 0.5
"""How many words of a language reveal it: at least, and of the number that the best one has.

Languages that are close to each other cannot be distinguished, nor need they be.
"""


def ends_open(context: Context, last: str, name: str = "open_words") -> bool:
    """Return whether a word, in lower case, ends no sentence in a language of the article.

    Of another list, such as that of words that end no title, if it is named.
    """
    found = _languages_of(last, name)
    return _ANY in found or not found.isdisjoint(context.memo(languages) if found else ())


def languages(context: Context) -> frozenset[str]:
    """Return the likely languages of an article: those of most of its frequent words."""
    counts = context.memo(_counts)
    least = max(_FEWEST, _SHARE * max(counts.values()))
    return frozenset(language for language, count in counts.items() if count >= least)


def likeliest_language(context: Context) -> str | None:
    """Return the language of most of the frequent words; None where they are too few."""
    counts = context.memo(_counts)
    language = max(counts, key=lambda name: (counts[name], name))
    return language if counts[language] >= _FEWEST else None


def _counts(context: Context) -> dict[str, int]:
    """Return how many frequent words of each language an article has."""
    words = set(context.text[:_SAMPLE].lower().split())
    return {language: len(words & entries) for language, entries in _words("open_words").items()}


@cache
def _words(name: str) -> dict[str, set[str]]:
    """Return the words of each language in a list."""
    words: dict[str, set[str]] = {}
    for line in read_list(name):
        language, _, entries = line.partition(": ")
        words.setdefault(language, set()).update(entries.split())
    return words


@lru_cache(_MOST)
def _languages_of(word: str, name: str) -> frozenset[str]:
    """Return the languages whose words in a list have a word: few are looked up."""
    return frozenset(language for language, words in _words(name).items() if word in words)
