"""The word lists of credits, as sets and mappings to look words up in."""

from __future__ import annotations

from functools import cache

from corpusfmt.syntax.resources import grammar_table
from corpusfmt.text.parsed import parse_json

# The first list that has a word gives its kind.
_AS_WRITTEN = {
    "picture_desks": "D",
    "paper_names": "M",
    "name_particles": "p",
    "name_connectors": "v",
    "and_words": "e",
    "credit_endings": "S",
}
_IN_ANY_CASE = {"picture_words": "P", "gallery_labels": "P", "credit_labels": "K"}
_BY_LANGUAGE = {"heading_words": "H", "public_bodies": "o"}

LABELS = ("picture_words", "gallery_labels", "credit_labels")
"""The lists of labels of credits."""

_PHRASES = (
    "agencies",
    "credit_colon_labels",
    "credit_comma_labels",
    "credit_labels",
    "credit_notices",
    "credit_offices",
    "credit_positions",
    "credit_sources",
    "gallery_labels",
    "organisations",
    "picture_words",
    "source_labels",
)


@cache
def credit_words(name: str) -> frozenset[str]:
    """Return a list of grammar/words."""
    return frozenset(_lists()[name])


@cache
def folded(*names: str) -> frozenset[str]:
    """Return the entries of lists, folded: without their case."""
    entries: set[str] = set()
    for name in names:
        entries.update(map(str.casefold, credit_words(name)))
    return frozenset(entries)


@cache
def agencies() -> frozenset[str]:
    """Return the agencies, as they are written and in upper case."""
    entries = credit_words("agencies")
    return entries | frozenset(map(str.upper, entries))


@cache
def kinds_as_written() -> dict[str, str]:
    """Return the kinds of words that count as they are written."""
    return _kinds(_AS_WRITTEN, fold=False)


@cache
def kinds_in_any_case() -> dict[str, str]:
    """Return the kinds of folded words."""
    return _kinds(_IN_ANY_CASE, fold=True)


@cache
def kinds_of_common_words() -> dict[str, str]:
    """Return the kinds of words that look as names do, or as other words."""
    return _kinds(_BY_LANGUAGE, fold=False)


@cache
def first_words(entries: frozenset[str]) -> frozenset[str]:
    """Return the first word of each entry."""
    return frozenset([entry.split()[0] for entry in entries])


@cache
def first_words_of_phrases() -> frozenset[str]:
    """Return the first words of all entries that may have several words, folded."""
    upper = frozenset(map(str.casefold, agencies()))
    return first_words(folded(*_PHRASES) | upper)


def _kinds(kinds: dict[str, str], *, fold: bool) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, kind in kinds.items():
        for entry in folded(name) if fold else credit_words(name):
            found.setdefault(entry, kind)
    return found


@cache
def _lists() -> dict[str, list[str]]:
    lists: dict[str, list[str]] = parse_json(grammar_table("credits.table"))
    return lists
