"""The words of bylines: labels, roles, suffixes and joining words, from grammar/words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from corpusfmt.syntax.resources import word_list
from corpusfmt.text.patterns import regex

GUARD = regex(r"&#[0-9]{1,7};")
"""The decimal reference with which an escaped name begins."""

CONTACT = regex(r"(?:\s++|\A)(?:[^\s@]++@\S++|@\w\S*+|https?://\S++)(?:\s++\S++)?\Z")
"""An e-mail address, a handle or a URL at the end of a text."""

_FIRST_WORD = regex(r"[^\W\d_]+")
_OF_TWO_CASES = regex(r"[A-Za-zÀ-ÖØ-Þß-öø-įĲ-žЀ-џ]+")
"""A word whose letters match another one, if case is ignored, only as both are in lower case."""
WIDE_COLON = "："

_NO_SPACE_NEEDED = regex(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3・]\Z")

_EAST_ASIAN = r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]"
_EAST_ASIAN_BAR = rf"(?:(?<={_EAST_ASIAN})|(?<={_EAST_ASIAN}\s))[|=]"

_JOIN_PREFIX = r"(?:و(?=[\u0621-\u064a]{2})|ו(?=[\u05d0-\u05ea]{2}))"
"""The letter that is "and" before an Arabic or a Hebrew word."""

_LONGEST_LABEL = 30
_SPACES = " \t\n\x0b\f\r\x1c\x1d\x1e\x1f"
_BEFORE_LABEL = f"{_SPACES}-*_["
"""Spaces, dashes and marks of ASCII that may precede a label."""

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
        rf"(?i:[\s–—-]*+(?:(?P<label>{every})"
        rf"(?:\s*(?P<colon>[:：／/｜＝՝]|{_EAST_ASIAN_BAR})\s*|\s+[–—-]\s+)"
        rf"|(?P<plain>{spaced})(?:\s+|\Z)"
        rf"|(?P<tight>{tight})\s*\|?\s*))"
    )


def is_caseless(letter: str) -> bool:
    """Return whether a letter is of a script in which no name begins with a capital.

    Georgian letters have capitals, but only lines that are all of capitals have them.
    """
    return letter.lower() == letter.upper() or "\u10d0" <= letter <= "\u10ff"


def is_small(letters: str) -> bool:
    """Return whether letters are small ones, in a script whose names begin with a capital."""
    return letters.islower() and not is_caseless(letters[0])


@lru_cache(maxsize=32)  # the tests of a line ask for it several times
def may_begin_with_label(line: str) -> bool:
    """Return whether a line may begin with a label: a fast test of its first word.

    A word of other than Latin and Cyrillic letters may be one, but for one in a script without case
    that no label begins.
    """
    line = line.lstrip(_BEFORE_LABEL)
    return _may_be_first_word(line, "byline_labels", "byline_activities")


def may_begin_with_helper(line: str) -> bool:
    """Return whether a line may begin with a phrase before the name of a helper: a fast test."""
    return _may_be_first_word(line, "byline_helpers")


def _may_be_first_word(line: str, *names: str) -> bool:
    word = _FIRST_WORD.match(line)
    if word is None:
        return not line.isascii()
    if word[0].isascii() or _OF_TWO_CASES.fullmatch(word[0]) is not None:
        return word[0].lower() in _first_words(names)
    first = line[0]
    return first.lower() != first.upper() or first in _first_letters(names)


@cache
def _first_words(names: tuple[str, ...]) -> frozenset[str]:
    """Return the first words of lists, with i in place of the letter that matches it."""
    found: set[str] = set()
    for name in names:
        for entry in word_list(name):
            first = _FIRST_WORD.match(entry.lower())
            if first is not None:
                found.add(first[0].replace("ı", "i"))
    return frozenset(found)


@cache
def _first_letters(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word[0] for word in _first_words(names))


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
    labels: list[str] = []
    for name in ("byline_labels", "byline_activities", "byline_reports"):
        for label in word_list(name):
            labels.append(re.escape(label.split()[0].rstrip(":")))
    return regex(rf"(?im)^[^\w\n]{{0,8}}(?:{'|'.join(labels)})|(?:記者|记者|기자|특파원)")


def with_colons(line: str) -> str:
    """Return a line with colons after East Asian labels of helpers, as in 文／林若溪 圖／周伯言."""
    return line if line.isascii() else _helper_character().sub(rf"\g<label>{WIDE_COLON}", line)


@cache
def _helper_character() -> re.Pattern[str]:
    labels: list[str] = []
    for entry in word_list("byline_helpers"):
        if entry.endswith(":") and _IS_EAST_ASIAN.fullmatch(entry[:-1]):
            labels.append(entry[:-1])
    return regex(rf"(?<=\s)(?P<label>(?:{_longest_first(labels)})\s?)[・·＝=／/｜|](?=\s?\S)")


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
    return regex(rf"(?i:(?P<role>{plain}(?=[:：]?\s)|{labels}(?=\s?[:：])))\s?[:：]?\s*(?=\S)")


@cache
def helper_inside_pattern() -> re.Pattern[str]:
    """Return the pattern of such a phrase between two names, perhaps after a full stop."""
    plain, labels = _helpers()
    capitalized = rf"(?(stop)(?i:{plain})(?=[:：]?\s)|(?!))"
    role = rf"{plain}(?=[:：]?\s)|(?i:{labels})(?=\s?[:：])|{capitalized}"
    name = rf"[^\W\d_a-z]|(?:{_any_of(word_list('byline_collectives'))})(?!\w)"
    return regex(rf"(?P<stop>\.)?\s+(?P<role>{role})\s?[:：]?\s*(?={name})")


@cache
def helper_before_link_pattern() -> re.Pattern[str]:
    """Return the pattern of such a phrase at the end of the text before a link."""
    plain, labels = _helpers()
    return regex(rf"(?:\s+|\A)(?:(?P<role>{plain})\s?[:：]?|(?P<label>(?i:{labels}))\s?[:：])\s*\Z")


@cache
def preposition_pattern() -> re.Pattern[str]:
    """Return the pattern of the space before a place or a paper after a name, or at the start."""
    return regex(rf"(?:\s+|\A)(?=(?:{_phrases('prepositions')})\s+[^\W\d_a-z]|for the\s)")


@cache
def join_pattern() -> re.Pattern[str]:
    """Return the pattern of a word between two names, with the space around it."""
    joins = sorted(words("joins") - {"and"}, key=len, reverse=True)
    names = "|".join(map(re.escape, word_list("byline_no_joins")))
    prefix = rf"(?!(?:{names})\b){_JOIN_PREFIX}"
    return regex(rf"\s+(?:(?i:{'|'.join(map(re.escape, joins))})\s+|{prefix})")


@cache
def join_at_start() -> re.Pattern[str]:
    """Return the pattern of such a word at the start of a text."""
    joins = sorted(words("joins") - {"and"}, key=len, reverse=True)
    return regex(rf"(?i:{'|'.join(map(re.escape, joins))})\s+(?=\S)")


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
