"""Lines that hold a date which is not read, or is read only in part."""

from __future__ import annotations

import re

from corpusfmt.syntax.dates.line import read_date_line
from corpusfmt.syntax.dates.tokens import UNKNOWN, Token, split_tokens
from corpusfmt.syntax.dates.words import (
    date_vocabulary,
    fold,
    has_other_words,
    relative_vocabulary,
    simplify,
)
from corpusfmt.text.patterns import regex

_LONGEST = 80
_MOST_OTHER_WORDS = 4
_FIRST_NATIVE_YEAR, _LAST_NATIVE_YEAR = 1200, 2700
# Compiled when first used, since few runs need them.
_NUMERIC = (
    r"(?<![\w./-])(?:\d{1,2}([-./]) ?\d{1,2}\1 ?(?:\d{4}|\d{2})|\d{4}([-./]) ?\d{1,2}\2 ?\d{1,2})"
    r"(?![\d/-]|[^\W\dT])"
)
_WORD = r"[^\W\d_][^\s\d,.:;|()/–—-]*"
_SENTENCE_END = r"[.!?…।。？！][\"'”’»)]*\Z"
_APOSTROPHE = r"'(?=\d\d(?!\d))"
_SEPARATOR = r"[|·•–—]"
_NUMBER_CLASSES = frozenset("NYDn")
_DIGIT = regex(r"\d")


def looks_like_date(line: str) -> bool:
    """Return whether a short line holds a date that `read_date_line` does not read in full.

    Such as a relative date, one without its year or day, one of another calendar, or one beside
    other words.
    """
    text = line.strip().strip("#*_ ")
    if not text or len(text) > _LONGEST:
        return False
    read = read_date_line(text)
    if read is not None:
        return bool(read.unread)
    text = re.sub(_APOSTROPHE, "", simplify(text))
    if _is_relative(text):
        return True
    has_number = _DIGIT.search(text) is not None
    return has_number and (_is_of_other_calendar(text) or _has_date(text))


def is_relative_date(line: str) -> bool:
    """Return whether a short line is a date relative to an unknown day, and nothing else.

    Such as ``2 hours ago`` or ``yesterday``.
    """
    text = line.strip().strip("#*_ ")
    return 0 < len(text) <= _LONGEST and _is_relative(re.sub(_APOSTROPHE, "", simplify(text)))


def _is_relative(text: str) -> bool:
    """Return whether a line is ``2 hours ago``, ``yesterday`` or the like, and nothing else."""
    if has_other_words(text, relative_vocabulary(), date_vocabulary()):
        return False
    found: list[str] = []
    for token in split_tokens(text, relative_vocabulary()):
        if token.readings != (UNKNOWN,):
            found.append(token.readings[0][0])
        elif not _is_known(token.text):
            return False
    has_number = not _NUMBER_CLASSES.isdisjoint(found)
    return "Q" in found or (has_number and ("R" in found or found.count("r") > 1))


def _is_known(word: str) -> bool:
    tokens = split_tokens(word)
    return all(UNKNOWN not in token.readings for token in tokens)


def _is_of_other_calendar(text: str) -> bool:
    """Return whether a line has a day of another calendar, by its month, era or native digits."""
    tokens = split_tokens(text, relative_vocabulary())
    classes = [token.readings[0] for token in tokens]
    has_name = "C" in classes and not _NUMBER_CLASSES.isdisjoint(classes)
    has_native_year = "N" in classes and any(map(_is_native_year, tokens))
    if not has_name and not has_native_year:
        return False
    others = [token for token in tokens if UNKNOWN in token.readings and not _is_known(token.text)]
    return len(others) <= _MOST_OTHER_WORDS


def _is_native_year(token: Token) -> bool:
    if token.readings != ("Y",) or token.text.isascii():
        return False
    return _FIRST_NATIVE_YEAR <= int(token.text) <= _LAST_NATIVE_YEAR


def _has_date(text: str) -> bool:
    """Return whether a line has a day, or is part of one: a month with a year or a number."""
    tokens = split_tokens(text)
    classes = [token.readings[0][0] for token in tokens]
    has_month = any(reading[0] == "M" for token in tokens for reading in token.readings)
    if UNKNOWN not in classes:
        has_number = not _NUMBER_CLASSES.isdisjoint(classes)
        return (has_month and has_number) or re.search(_NUMERIC, text) is not None
    has_day = has_month and "N" in classes and "Y" in classes
    if not has_day and re.search(_NUMERIC, text) is None:
        return False
    return _is_beside_names(text, classes.count(UNKNOWN))


def _is_beside_names(text: str, others: int) -> bool:
    """Return whether the words beside a date are few, and not those of a sentence."""
    words = date_vocabulary().words
    lower = [word for word in re.findall(_WORD, text) if word.islower() and fold(word) not in words]
    if others > _MOST_OTHER_WORDS:
        return False
    if re.search(_SENTENCE_END, text):
        return not lower
    return len(lower) <= (2 if re.search(_SEPARATOR, text) else 1)
