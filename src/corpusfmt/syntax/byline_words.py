"""The words of bylines: labels, roles, suffixes and joining words, from grammar/words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from corpusfmt.syntax.resources import word_list
from corpusfmt.text.patterns import regex

GUARD = regex(r"&#[0-9]{1,7};")
"""The decimal reference with which an escaped name begins."""

CONTACT = regex(r"(?:\s++|\A)(?:[^\s@]++@\S++|@\w\S*+|https?://\S++)(?:\s++\S++)?\Z")
"""An e-mail address, a handle or a URL at the end of a text."""

_NO_SPACE_NEEDED = regex(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3・]\Z")

_EAST_ASIAN_BAR = r"(?<=[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3])\|"

_LONGEST_LABEL = 30
_BEFORE_LABEL = " \t-*_["
"""Dashes and marks that may precede a label."""

_IS_EAST_ASIAN = regex(r"[\u3040-\u30fa\u30fc-\u30ff\u4e00-\u9fff\uac00-\ud7a3]+")


@cache
def words(name: str) -> frozenset[str]:
    """Return the entries of the word list ``byline_`` and this name."""
    return frozenset(word_list(f"byline_{name}"))


@cache
def label_pattern() -> re.Pattern[str]:
    """Return the pattern of a label at the start of a line, with the space or colon after it.

    Its group ``label`` is the label; ``colon`` took part where a colon follows. Nothing but the
    label may be in the line.
    """
    with_colon: list[str] = []
    alone: list[str] = []
    without_space: list[str] = []
    for label in sorted(word_list("byline_labels"), key=len, reverse=True):
        pattern = r"\s+".join(map(re.escape, label.removesuffix(":").split()))
        if label.endswith(":"):
            with_colon.append(pattern)
        elif _NO_SPACE_NEEDED.search(label):
            without_space.append(pattern)
        else:
            alone.append(pattern)
    both = _two_activities()
    every = "|".join([both, *with_colon, *alone, *without_space])
    spaced = "|".join([both, *alone])
    tight = "|".join([_tight_thai(), *without_space])
    return regex(
        rf"(?i:\s*(?:[–—-]+\s*)?(?:(?P<label>{every})"
        rf"(?:\s*(?P<colon>[:：／/｜＝՝]|{_EAST_ASIAN_BAR})\s*|\s+[–—]\s+)"
        rf"|(?P<plain>{spaced})(?:\s+|\Z)"
        rf"|(?P<tight>{tight})\s*\|?\s*))"
    )


def may_begin_with_label(line: str) -> bool:
    """Return whether a line may begin with a label: a fast test of its first letters."""
    return not line.isascii() or line.lstrip(_BEFORE_LABEL)[:2].lower() in _label_starts()


@cache
def _label_starts() -> frozenset[str]:
    return frozenset(label[:2].lower() for label in word_list("byline_labels"))


def _two_activities() -> str:
    """Return the pattern of an East Asian label of two activities, one of them the writing."""
    writing: set[str] = set()
    for label in word_list("byline_labels"):
        if _IS_EAST_ASIAN.fullmatch(label.removesuffix(":")):
            writing.add(label.removesuffix(":"))
    every = _longest_first(writing.union(word_list("byline_activities")))
    between = r"\s?[・·／/、＆&]\s?"
    has_writing = rf"(?=[^:：\n]{{0,{_LONGEST_LABEL}}}?(?:{_longest_first(writing)}))"
    return rf"{has_writing}(?>{every})(?>(?:{between}(?>{every}))+)"


def _longest_first(entries: Iterable[str]) -> str:
    """Return a pattern of the entries, of which a match is the longest one."""
    return "|".join(map(re.escape, sorted(sorted(entries), key=len, reverse=True)))


def _tight_thai() -> str:
    """Return the pattern of the Thai label without a space after it."""
    others = "|".join(map(re.escape, word_list("byline_thai_words")))
    name = r"[\u0e01-\u0e4e]{2,20}"
    return rf"โดย(?!{others})(?={name}(?:\s+{name})?\s*(?:\Z|[|,(\d–—-]))"


@cache
def label_line() -> re.Pattern[str]:
    """Return a pattern that finds a line that may begin with a label, or end in one."""
    entries = [*word_list("byline_labels"), *word_list("byline_activities")]
    labels = [re.escape(label.split()[0].rstrip(":")) for label in entries]
    return regex(rf"(?im)^[^\w\n]{{0,8}}(?:{'|'.join(labels)})|(?:記者|记者|기자|특파원)")


@cache
def suffix_pattern() -> re.Pattern[str]:
    """Return the pattern of a suffix, such as ``Jr.`` or ``PhD``, which is all of a text."""
    entries: list[str] = []
    for entry in word_list("byline_suffixes"):
        entries.append(re.escape(entry).replace(r"\.", r"\.?"))
    return regex("|".join(entries))


@cache
def helper_pattern() -> re.Pattern[str]:
    """Return the pattern of a phrase before the name of a helper, and the space after it."""
    plain, labels = _helpers()
    return regex(rf"(?i:(?P<role>{plain}(?=:?\s)|{labels}(?=\s?:)))\s?:?\s*(?=\S)")


@cache
def helper_inside_pattern() -> re.Pattern[str]:
    """Return the pattern of such a phrase between two names, perhaps after a full stop."""
    plain, labels = _helpers()
    inside = rf"\s+(?P<role>{plain}(?=:?\s)|(?i:{labels})(?=\s?:))"
    next_sentence = rf"\.\s+(?P<next>(?i:{plain}(?=:?\s)|{labels}(?=\s?:)))"
    return regex(rf"(?:{inside}|{next_sentence})\s?:?\s*(?=[^\W\d_a-z])")


@cache
def helper_before_link_pattern() -> re.Pattern[str]:
    """Return the pattern of such a phrase at the end of the text before a link."""
    plain, labels = _helpers()
    return regex(rf"(?:\s+|\A)(?:(?P<role>{plain})\s?:?|(?P<label>(?i:{labels}))\s?:)\s*\Z")


@cache
def preposition_pattern() -> re.Pattern[str]:
    """Return the pattern of the space before a place or a paper after a name, or at the start."""
    return regex(rf"(?:\s+|\A)(?=(?:{_phrases('prepositions')})\s+[^\W\d_a-z]|for the\s)")


@cache
def join_pattern() -> re.Pattern[str]:
    """Return the pattern of a word between two names, with the space around it."""
    joins = sorted(words("joins") - {"and"}, key=len, reverse=True)
    return regex(rf"\s+(?i:{'|'.join(map(re.escape, joins))})\s+")


def _helpers() -> tuple[str, str]:
    """Return the patterns of the phrases before helpers: those that need no colon, and others."""
    entries = word_list("byline_helpers")
    plain = [entry for entry in entries if not entry.endswith(":")]
    labels = [entry.removesuffix(":") for entry in entries if entry.endswith(":")]
    return rf"(?:{_any_of(plain)})", rf"(?:{_any_of(labels)})"


def _phrases(name: str) -> str:
    return _any_of(word_list(f"byline_{name}"))


def _any_of(entries: Iterable[str]) -> str:
    """Return a pattern of the phrases, of which a match is the longest one."""
    longest_first = sorted(entries, key=len, reverse=True)
    return "|".join([r"\s+".join(map(re.escape, entry.split())) for entry in longest_first])
