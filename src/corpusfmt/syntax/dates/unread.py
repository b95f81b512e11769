"""Lines that hold a date which is not read, or is read only in part."""

from __future__ import annotations

from functools import cache, lru_cache

from corpusfmt.syntax.credit_lists import agencies
from corpusfmt.syntax.dates.line import find_date_at_end, find_end_of_date, read_date_line
from corpusfmt.syntax.dates.tokens import UNKNOWN, Token, split_tokens
from corpusfmt.syntax.dates.vague import GLUED_MONTH, is_vague_date
from corpusfmt.syntax.dates.words import (
    begins_with_other_word,
    date_vocabulary,
    fold,
    has_other_words,
    relative_vocabulary,
    simplify,
)
from corpusfmt.text.patterns import regex

_LONGEST, _LONGEST_PARTED = 80, 120
_LONGEST_VAGUE = 40
_LONG_WEEKDAY = 5
_MOST_NAMES = 4
_MOST_OTHER_WORDS, _MOST_PARTED = 4, 8
"""The most other words of a line with a date: few, or more beside bars or on one side of it."""

_FIRST_NATIVE_YEAR, _LAST_NATIVE_YEAR = 1200, 2700
_NUMERIC = regex(
    r"\d(?<![\w./-]\d)"
    r"(?:\d?([-./]) ?\d{1,2}\1 ?(?:\d{4}|\d{2})|\d{3}([-./]) ?\d{1,2}\2 ?\d{1,2})"
    r"(?![\d/-]|[^\W\dT])"
)
"""A day in numbers. Its first digit is looked for first: found ten times as fast."""
_AGE = regex(r"\d{1,3} ?(?:s|m|h|d|w|y|j|mo|hrs?|mins?|wks?|yrs?|Std\.?|ч|г|د)")
"""How old something is, as social media write it."""
_YEAR = regex(r"(?:19|20)\d\d")
_DAY_AND_MONTH = regex(r"(?:0?[1-9]|[12]\d|3[01])\. ?(?:0?[1-9]|1[0-2])\.")
_CLOCK = regex(r"(?<![\d:./-])(?:[01]?\d|2[0-3])(?::| ?[hH] ?)[0-5]\d(?![\d:/-])")
_WORD = regex(r"[^\W\d_][^\s\d,.:;|()/–—-]*")
_SENTENCE_END = regex(r"[.!?…।。？！][\"'”’»)]*\Z")
_APOSTROPHE = regex(r"'(?=\d\d(?!\d))")
_SEPARATOR = regex("[|·•–—]")
_BAR = regex(r"\s*[|·•]\s*")
_MOST_BARS = 5
_READING_TIME = regex(
    r"(?i)(?:\W|\btimer)*\b\d{1,3}[ -]?(?:min(?:ut[a-z]{0,3})?s?\b|мин\b|хв\b|dk\b|perc\b)\.?"
    r"(?:\s(?:d[eia]\s)?(?:read|lecture|lectura|leitura|lettura|lesezeit|leestijd|okuma)\b)?\W*\Z"
)
_MAY_BE_READING_TIME = regex(r"(?i)\d[ -]?(?:min|мин|хв|dk|perc)")
"""A part of any reading time that is found in a tenth of the time."""
_NUMBER_CLASSES = frozenset("NYDn")
_NATIVE_DIGIT = regex(r"\d(?<![0-9])")
_DIGIT = regex(r"\d")
_FIRST_WORD = regex(r"[\s#*_]*([A-Za-z]+) ")


def looks_like_date(line: str) -> bool:
    """Return whether a short line holds a date that `read_date_line` does not read in full.

    Such as a relative date, one without its year or day, one of another calendar, or one beside
    other words.
    """
    text = line.strip().strip("#*_ ")
    is_parted = _SEPARATOR.search(text) is not None
    return 0 < len(text) <= (_LONGEST_PARTED if is_parted else _LONGEST) and _looks_like_date(text)


def may_hold_date(line: str) -> bool:
    """Return whether `read_date_line` or `looks_like_date` may find a date in a line: a fast test.

    One without a digit is a date only if all its words are those of relative dates.
    """
    first = _FIRST_WORD.match(line)
    if first is None or first[1].lower() in _atoms_of_dates() or _DIGIT.search(line) is not None:
        return True
    return not line.isascii() and ("年" in line or _DIGIT.search(simplify(line)) is not None)


@cache
def _atoms_of_dates() -> frozenset[str]:
    return frozenset(date_vocabulary().atoms | relative_vocabulary().atoms)


@lru_cache(maxsize=256)  # several rules ask for the same lines
def _looks_like_date(text: str) -> bool:
    read = read_date_line(text)
    if read is not None:
        return bool(read.unread)
    text = _simplify(text)
    if _is_relative(text):
        return True
    if _DIGIT.search(text) is None or _is_sentence(text):
        return False
    if _MAY_BE_READING_TIME.search(text) is not None:
        text = _READING_TIME.sub("", text)
    if _is_of_other_calendar(text) or _has_date(text) or _is_date_beside_bar(text):
        return True
    parted = GLUED_MONTH.sub(" ", text)
    return parted != text and _has_date(parted)


def _is_date_beside_bar(text: str) -> bool:
    """Return whether a part of a line between bars or dots is a date."""
    if _SEPARATOR.search(text) is None:  # as in most
        return False
    parts = _BAR.split(text, _MOST_BARS)
    return len(parts) > 1 and any(map(read_date_line, parts))


def may_be_date(line: str) -> bool:
    """Return whether a short line may be a date that names no day, or be something else.

    Such as ``Spring 2023``, ``2h``, ``9:30 am``, ``Tuesday``, ``2023``, ``Week 5, 2021``, or a
    month and a day or a year beside few other words.
    """
    text = line.strip().strip("#*_ ")
    if not text or len(text) > _LONGEST_VAGUE:
        return False
    text = _simplify(text)
    if _DIGIT.search(text) is None:  # then it can be a weekday only
        return _is_time(text)
    if any(pattern.fullmatch(text) for pattern in (_AGE, _YEAR, _DAY_AND_MONTH)):
        return True
    if is_vague_date(text) or _is_relative_after_names(text):
        return True
    return _is_season(text) or _is_time(text) or _is_part_beside_names(text)


def _simplify(text: str) -> str:
    """Return a simplified text without the apostrophes before years of two digits."""
    text = simplify(text)
    return _APOSTROPHE.sub("", text) if "'" in text else text


def _is_sentence(text: str) -> bool:
    """Return whether a simplified text has too many small words that no date has to be a date.

    A fast test: it finds no more than `_is_of_other_calendar` and `_is_beside_names` reject.
    """
    known, known_of_others = date_vocabulary().atoms, relative_vocabulary().atoms
    others = 0
    for word in text.split():
        if word.isalpha() and word.islower() and word not in agencies():
            folded = fold(word)
            others += folded not in known and folded not in known_of_others
            if others > _MOST_OTHER_WORDS:
                return True
    return False


def _is_season(text: str) -> bool:
    """Return whether a line is a season of a year, and one other word at most."""
    if not relative_vocabulary().may_read(text, "S"):  # as most
        return False
    tokens = split_tokens(text.replace("年", " "), relative_vocabulary())
    classes = [token.readings[0] for token in tokens]
    return "S" in classes and "Y" in classes and classes.count(UNKNOWN) < 2


def _is_time(text: str) -> bool:
    """Return whether a line is a weekday or a time of day, perhaps with a label, and no more."""
    if has_other_words(text, date_vocabulary()):
        return False
    tokens = split_tokens(text)
    if any(UNKNOWN in token.readings for token in tokens):
        return False
    if _CLOCK.search(text):
        return True
    has_half = any(token.readings[0][0] == "H" for token in tokens)
    has_hour = has_half and any(token.readings == ("N",) for token in tokens)
    return has_hour or any(map(_is_weekday, tokens))


def _is_weekday(token: Token) -> bool:
    """Return whether a word is a weekday, and too long to be an abbreviation or another word."""
    is_long = len(token.text) >= (_LONG_WEEKDAY if token.text.isascii() else 3)
    return is_long and any(reading[0] == "W" for reading in token.readings)


def _may_be_month(token: Token) -> bool:
    return any(reading[0] == "M" for reading in token.readings)


def _is_part_beside_names(text: str) -> bool:
    """Return whether a line has a month with a day or a year, and few words, none of a sentence."""
    if not date_vocabulary().may_read(text, "M"):  # as most
        return False
    tokens = split_tokens(text)
    others = sum(UNKNOWN in token.readings for token in tokens)
    has_month = any(map(_may_be_month, tokens))
    has_number = any(token.readings in (("N",), ("Y",)) for token in tokens)
    most = 3 if _SEPARATOR.search(text) else 2
    return has_month and has_number and 0 < others <= most and _is_beside_names(text, others)


def is_relative_date(line: str) -> bool:
    """Return whether a short line is a date relative to an unknown day, and nothing else.

    Such as ``2 hours ago`` or ``yesterday``.
    """
    text = line.strip().strip("#*_ ")
    if not 0 < len(text) <= _LONGEST:
        return False
    if begins_with_other_word(text, relative_vocabulary(), date_vocabulary()):
        return False
    return _is_relative(_simplify(text))


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


def _is_relative_after_names(text: str) -> bool:
    """Return whether a relative date is after few words that are capitalized, such as a name."""
    words = text.split()
    for count in range(1, min(len(words) - 1, _MOST_NAMES) + 1):
        if not words[count - 1][0].isupper():
            return False
        if _is_relative(" ".join(words[count:])):
            return True
    return False


def _is_known(word: str) -> bool:
    tokens = split_tokens(word)
    return all(UNKNOWN not in token.readings for token in tokens)


def _is_of_other_calendar(text: str) -> bool:
    """Return whether a line has a day of another calendar, by its month, era or native digits."""
    if not _may_be_of_other_calendar(text):  # as most
        return False
    tokens = split_tokens(text, relative_vocabulary())
    classes = [token.readings[0] for token in tokens]
    has_name = "C" in classes and not _NUMBER_CLASSES.isdisjoint(classes)
    has_native_year = "N" in classes and any(map(_is_native_year, tokens))
    if not has_name and not has_native_year:
        return False
    others = [token for token in tokens if UNKNOWN in token.readings and not _is_known(token.text)]
    return len(others) <= _MOST_OTHER_WORDS


def _may_be_of_other_calendar(text: str) -> bool:
    """Return whether a line has a native digit, or a word of another calendar: a fast test."""
    if not text.isascii() and _NATIVE_DIGIT.search(text) is not None:
        return True
    return relative_vocabulary().may_read(text, "C")


def _is_native_year(token: Token) -> bool:
    if token.readings != ("Y",) or token.text.isascii():
        return False
    return _FIRST_NATIVE_YEAR <= int(token.text) <= _LAST_NATIVE_YEAR


def _has_date(text: str) -> bool:
    """Return whether a line has a day, or is part of one: a month with a year or a number."""
    if not date_vocabulary().may_read(text, "M") and _NUMERIC.search(text) is None:  # as most
        return False
    tokens = split_tokens(text)
    classes = [token.readings[0][0] for token in tokens]
    has_month = any(map(_may_be_month, tokens))
    if UNKNOWN not in classes:
        has_number = not _NUMBER_CLASSES.isdisjoint(classes)
        return (has_month and has_number) or _NUMERIC.search(text) is not None
    has_day = has_month and "N" in classes and "Y" in classes
    if not has_day and _NUMERIC.search(text) is None:
        return False
    return _is_beside_names(text, classes.count(UNKNOWN))


def _is_in_small_letters(word: str) -> bool:
    """Return whether a word may be one of a sentence: it is none of dates, and no agency."""
    if not word.islower() or word in agencies():
        return False
    return fold(word) not in date_vocabulary().words


def _is_beside_names(text: str, others: int) -> bool:
    """Return whether the words beside a date are few, and not those of a sentence."""
    lower = list(filter(_is_in_small_letters, _WORD.findall(text)))
    is_parted = _SEPARATOR.search(text) is not None
    if not is_parted:
        is_parted = find_end_of_date(text) is not None or find_date_at_end(text) is not None
    if others > (_MOST_PARTED if is_parted else _MOST_OTHER_WORDS):
        return False
    if _SENTENCE_END.search(text):
        return not lower
    return len(lower) <= (2 if _SEPARATOR.search(text) else 1)
