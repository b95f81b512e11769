"""Lines of the header that hold dates and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from math import prod

from corpusfmt.syntax.dates.days import MONTHS, is_day, weekday_of
from corpusfmt.syntax.dates.stamp import Kept, Label, Stamp, read_stamps
from corpusfmt.syntax.dates.tokens import IGNORED, UNKNOWN, Token, split_tokens
from corpusfmt.syntax.dates.words import date_vocabulary, has_other_words, simplify, with_digits
from corpusfmt.text.patterns import regex
from corpusfmt.text.values import dataclass, replace

_LONGEST = 160
_MOST_READINGS = 64
_MOST_WORDS_AT_END = 16
_LONGEST_LABEL = 40
_LONGEST_WEEKDAY = 20
_OF_LABELS = frozenset("puf:-.")
_DAY_FIRST = frozenset(("pd", "ud", "td"))
"""The readings of labels and words of clocks beside which the day is first."""

_MARKS = regex(r"\s*(?:#{1,6}\s)?")
_DIGIT = regex(r"\d")
_WORD = regex(r"[^\s|,;–—·•]\S*")


_CANONICAL = regex(
    rf"(?P<updated>Updated: )?(?P<month>{'|'.join(MONTHS)}) "
    r"(?P<day>[0-9]{2}), (?P<year>[0-9]{4})"
)


@dataclass(frozen=True, slots=True)
class DateLine:
    """The dates of a line, as precise as they are printed."""

    date: str | None
    updated: str | None
    is_ambiguous: bool
    """Whether a numeric date could be two days, whichever of them was read."""
    unread: str = ""
    """The printed name of a time zone that is not read, since it has several meanings."""


@lru_cache(maxsize=4096)  # the articles of a corpus share their days
def read_date_line(line: str, *, day_first: bool | None = None) -> DateLine | None:
    """Return the dates of a line, or None where it has a word that is not part of one.

    In ``03/04/2016`` the day is first if ``day_first``, or, without an order, beside a word that
    shows it, as "Publié" does; else the month. Where only one order gives a day of the calendar, or
    one that is on the weekday of the line, that is used, so whether a line is a date does not
    depend on the order.
    """
    line = with_digits(line)
    if len(line) > _LONGEST or _DIGIT.search(line) is None:
        return None
    canonical = _CANONICAL.fullmatch(line)  # saves 40 µs of 50 for most dates of a corpus
    if canonical is not None:
        return _read_canonical(canonical)
    text = simplify(_without_marks(line))
    if has_other_words(text, date_vocabulary()):
        return None
    tokens = split_tokens(text)
    read = _read(tokens, _has_day_first(tokens) if day_first is None else day_first)
    if read is not None and read.is_ambiguous:
        return _read_by_weekday(tokens) or read
    return read


def _without_marks(line: str) -> str:
    """Return a line without the spaces around it, and the mark of a heading before it."""
    marks = _MARKS.match(line)
    return line[marks.end() if marks else 0 :].rstrip()


def _has_day_first(tokens: list[Token]) -> bool:
    """Return whether a word, or a number in native digits, shows that the day is first."""
    for token in tokens:
        if not _DAY_FIRST.isdisjoint(token.readings) or token.is_native_year():
            return True
    return False


def _read_by_weekday(tokens: list[Token]) -> DateLine | None:
    """Return the reading whose day is on the weekday of the line, where the other one's is not."""
    names = [weekday for weekday in map(_weekdays_of, tokens) if weekday]
    if len(names) != 1:
        return None
    fitting: list[DateLine] = []
    for day_first in (False, True):
        read = _read(tokens, day_first)
        if read is not None and _is_on_weekday(read, names[0]):
            fitting.append(read)
    return replace(fitting[0], is_ambiguous=False) if len(fitting) == 1 else None


def _weekdays_of(token: Token) -> str:
    """Return the weekdays that a word can name, such as "mar", which can be a month as well."""
    return next((reading for reading in token.readings if reading[0] == "W"), "")


def is_weekday(text: str) -> bool:
    """Return whether a text is the name of a day of the week and nothing else."""
    if len(text) > _LONGEST_WEEKDAY or not text[:1].isalpha():
        return False
    if has_other_words(simplify(text), date_vocabulary()):  # as most texts
        return False
    tokens = split_tokens(text)
    return len(tokens) == 1 and any(reading[0] == "W" for reading in tokens[0].readings)


def is_joining_word(word: str) -> bool:
    """Return whether a word may join the parts of a date, as "de" does, and be ignored in it."""
    return word[:1].isalpha() and all("f" in token.readings for token in split_tokens(word))


def _is_on_weekday(line: DateLine, weekdays: str) -> bool:
    if line.date is not None and line.updated is not None:
        return False
    return str(weekday_of(line.date or line.updated or "")) in weekdays


def _read_canonical(match: re.Match[str]) -> DateLine | None:
    year, month, day = int(match["year"]), MONTHS.index(match["month"]) + 1, int(match["day"])
    if not is_day(year, month, day):
        return None
    iso = f"{year:04}-{month:02}-{day:02}"
    if match["updated"]:
        return DateLine(None, iso, False)
    return DateLine(iso, None, False)


def find_date_at_end(text: str) -> int | None:
    """Return where the dates begin that a text ends with, their label included, or None.

    A weekday that is not that of the date is no part of it: it is the end of a name.
    """
    if _DIGIT.search(with_digits(text[-_LONGEST:])) is None:
        return None
    starts = [match.start() for match in _WORD.finditer(text)]
    for start in starts[-_MOST_WORDS_AT_END:]:
        line = read_date_line(text[start:])
        if line is not None and not _begins_with_other_weekday(text[start:], line):
            return start
    return None


def find_end_of_date(text: str) -> int | None:
    """Return where the dates end that a text begins with, or None if more words are no part of one.

    A weekday that is not that of the date is no part of it: it is the beginning of a name.
    """
    if _begins_with_other_word(_without_marks(text[:_LONGEST])):
        return None
    ends = [match.end() for match in _WORD.finditer(text)][:_MOST_WORDS_AT_END]
    for end in reversed(ends):
        line = read_date_line(text[:end])
        if line is not None and not _ends_with_other_weekday(text[:end], line):
            return len(text[:end].rstrip(",;"))
    return None


def is_date_label(line: str) -> bool:
    """Return whether a line is nothing but a label of dates, such as ``Published:``."""
    if len(line) > _LONGEST_LABEL:
        return False
    text = simplify(line.strip())
    if has_other_words(text, date_vocabulary()):
        return False
    readings = [token.readings for token in split_tokens(text)]
    if not any(found[0][0] in "pu" for found in readings):
        return False
    classes = ({reading[0] for reading in found} for found in readings)
    return not any(map(_OF_LABELS.isdisjoint, classes))


def _begins_with_other_word(text: str) -> bool:
    """Return whether the first word of a text is none of a date: a fast test."""
    word = _WORD.search(text)
    return word is None or has_other_words(simplify(with_digits(word[0])), date_vocabulary())


def _ends_with_other_weekday(text: str, line: DateLine) -> bool:
    """Return whether the last word of a date is a weekday that its day is not on."""
    weekdays = [reading for reading in split_tokens(text)[-1].readings if reading[0] == "W"]
    if not weekdays or _is_on_weekday(line, weekdays[0]):
        return False
    last = [*_WORD.finditer(text)][-1]
    return read_date_line(text[: last.start()]) == line


def _begins_with_other_weekday(text: str, line: DateLine) -> bool:
    """Return whether the first word of a date is a weekday that its day is not on."""
    first = split_tokens(text)[0]
    weekdays = [reading for reading in first.readings if reading[0] == "W"]
    if not weekdays or _is_on_weekday(line, weekdays[0]):
        return False
    following = _WORD.search(text, len(first.text))
    return following is not None and read_date_line(text[following.start() :]) == line


def _read(tokens: list[Token], day_first: bool) -> DateLine | None:
    if any(token.readings[0] == UNKNOWN for token in tokens):
        return None
    if prod(len(token.readings) for token in tokens) > _MOST_READINGS:
        return None
    most_kept = 0
    found: set[DateLine] = set()
    for kept in _all_readings(tokens):
        line = _line_of(read_stamps(kept, day_first)) if len(kept) >= most_kept else None
        if line is not None:
            found = {line} if len(kept) > most_kept else {*found, line}
            most_kept = len(kept)
    return found.pop() if len(found) == 1 else None


def _all_readings(tokens: list[Token]) -> Iterator[Kept]:
    """Yield what the tokens can mean, without those that are then ignored.

    "am" is a word of clocks in English, and only joins words in German; "mar" is a month or a
    weekday. The reading that ignores fewest is the right one where several are dates.
    """
    for readings in product(*(token.readings for token in tokens)):
        kept: Kept = []
        for reading, token in zip(readings, tokens, strict=True):
            if reading[0] not in IGNORED:
                kept.append((reading, token.text))
        yield kept


def _line_of(stamps: list[Stamp] | None) -> DateLine | None:
    """Return the line of one date, or of one of publication and one of the last change."""
    if not stamps:
        return None
    dates: dict[Label, str] = {}
    for stamp in stamps:
        if stamp.label in dates:
            return None
        dates[stamp.label] = stamp.iso
    return DateLine(
        dates.get("published"),
        dates.get("updated"),
        any(stamp.is_ambiguous for stamp in stamps),
        " ".join(stamp.unread for stamp in stamps if stamp.unread),
    )
