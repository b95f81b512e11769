"""Write the names that dates are made of, from CLDR, and the table that the reader loads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from babel import Locale

from corpusfmt.syntax.dates.words import phrase_key
from scripts.grammar_words import read_entries

ROOT = Path(__file__).resolve().parents[1]
WORDS = ROOT / "grammar" / "words" / "dates"
NAMES = WORDS / "cldr_names.txt"
AGO = WORDS / "cldr_ago.txt"
TABLE = ROOT / "grammar" / "dates.table"
UNREAD_TABLE = ROOT / "grammar" / "dates_unread.table"


LICENCE = (
    '# Written by "make generate" from the Unicode Common Locale Data Repository (CLDR), by babel.',
    "# Copyright © 1991-2025 Unicode, Inc. Licensed under the Unicode License v3:",
    "# https://www.unicode.org/license.txt",
)
_EAST_ASIAN = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
_PATTERN_PART = re.compile(r"'([^']*)'|([A-Za-z])\2*|([^A-Za-z']+)")
_MONTHS_OF_PATTERN = ("LLL", "MMM")
_UNITS = ("year", "month", "week", "day", "hour", "minute", "second")

# The files of words written by hand, and the class of their entries.
CLASSES = {
    "published_labels": "p",
    "updated_labels": "u",
    "joining_words": "f",
    "clock_words": "t",
    "minute_words": "m",
    "at_words": "f",
    "morning_words": "H0",
    "afternoon_words": "H1",
    "noon_words": "H2",
    "ordinal_endings": "o",
}
DAY_FIRST_CLASSES = ("p", "u", "t")
"""The classes whose words are marked with a ``d`` if they show that the day is first."""

UNREAD_CLASSES = {"relative_days": "Q", "other_calendars": "C", "seasons": "S"}


def write_names() -> str:
    """Return the text of the list of names: class, languages and name, parted by tabs."""
    languages: dict[tuple[str, str], list[str]] = {}
    for language in read_entries("dates/languages"):
        for entry in sorted(set(_names(Locale.parse(language)))):
            languages.setdefault(entry, []).append(language)
    lines = [
        f"{reading}\t{','.join(found)}\t{name}"
        for (reading, name), found in sorted(languages.items())
    ]
    about = (
        "# Names of months (M), weekdays (W0 is Monday) and halves of a day (H0, H1), and what",
        "# date patterns have between them (f): class, languages and name, parted by tabs.",
    )
    return "\n".join((*LICENCE, *about, "", *lines, ""))


def write_ago() -> str:
    """Return the text of the list of patterns such as ``{0} hours ago``."""
    patterns = {
        pattern
        for language in read_entries("dates/languages")
        for pattern in _ago(Locale.parse(language))
    }
    about = ("# How long ago something was, with {0} for the number.",)
    return "\n".join((*LICENCE, *about, "", *sorted(patterns), ""))


def write_table() -> str:
    """Return the table of the words that are read.

    A line has readings, and all words or all phrases that have these, parted by tabs.
    """
    return _table((*_month_names(), *_other_names(), *_written_words(CLASSES), *_zones()))


def write_unread_table() -> str:
    """Return the table of the words of dates that are not read."""
    return _table((*_ago_words(), *_written_words(UNREAD_CLASSES)))


def _table(entries: Iterable[tuple[str, str]]) -> str:
    readings: dict[str, set[str]] = {}
    for reading, name in entries:
        if key := phrase_key(name):
            readings.setdefault(key, set()).add(reading)
    lines: dict[tuple[bool, str], list[str]] = {}
    for key, found in sorted(readings.items()):
        lines.setdefault((" " in key, " ".join(_settle(found))), []).append(key)
    return "".join("\t".join((found, *keys)) + "\n" for (_, found), keys in sorted(lines.items()))


def _names(locale: Locale) -> Iterator[tuple[str, str]]:
    prefixes, suffixes = _joined_to_months(locale)
    for context in ("format", "stand-alone"):
        for width in _month_widths(locale):
            for number, name in locale.months[context][width].items():
                yield from _month(number, name, prefixes, suffixes)
        for width in ("wide", "abbreviated", "short"):
            for number, name in locale.days[context].get(width, {}).items():
                yield f"W{number}", name
    yield from _halves(locale)
    for pattern in _patterns(locale):
        for literal in _literals(pattern):
            yield "f", literal
    if "G" in locale.date_formats["long"].pattern:
        yield "f", locale.eras["abbreviated"][1]


def _month_widths(locale: Locale) -> list[str]:
    """Return the widths of the names of months that the patterns of a language have."""
    fields = {text for pattern in _patterns(locale) for _, text in _parts(pattern)}
    return ["wide", "abbreviated"] if fields & set(_MONTHS_OF_PATTERN) else ["wide"]


def _halves(locale: Locale) -> Iterator[tuple[str, str]]:
    for width in ("wide", "abbreviated"):
        names = locale.day_periods["format"].get(width, {})
        for half, reading in (("am", "H0"), ("pm", "H1")):
            if half in names:
                yield reading, names[half]


def _month(
    number: int, name: str, prefixes: set[str], suffixes: set[str]
) -> Iterator[tuple[str, str]]:
    if name.strip("0123456789") == "":
        return
    names = {name, re.sub(r"(?<![0-9])[1-9](?![0-9])", r"0\g<0>", name)}
    for form in names:
        yield f"M{number:02}", form
        for prefix in prefixes:
            yield f"M{number:02}", prefix + form
        for suffix in suffixes:
            yield f"M{number:02}", form.rstrip(".") + suffix


def _patterns(locale: Locale) -> list[str]:
    patterns = [locale.date_formats[name].pattern for name in ("full", "long", "medium", "short")]
    wanted = ("yMMMd", "yMMMMd", "yMMMEd", "yMMMMEEEEd", "GyMMMd")
    skeletons = locale.datetime_skeletons
    return patterns + [skeletons[name].pattern for name in wanted if name in skeletons]


def _parts(pattern: str) -> list[tuple[str, str]]:
    """Return the parts of a pattern: fields such as ``MMMM``, and text between them."""
    parts: list[tuple[str, str]] = []
    for match in _PATTERN_PART.finditer(pattern):
        kind = "field" if match[2] else "text"
        text = match[0] if match[2] else (match[1] if match[1] is not None else match[3])
        if kind == "text" and parts and parts[-1][0] == "text":
            parts[-1] = ("text", parts[-1][1] + text)
        else:
            parts.append((kind, text))
    return parts


def _literals(pattern: str) -> Iterator[str]:
    """Yield the words between the fields of a pattern."""
    for kind, text in _parts(pattern):
        if kind == "text" and any(map(str.isalpha, text)):
            yield text.strip(" ,.،(\u00a0\u202f") if ")" not in text else text.strip()


def _joined_to_months(locale: Locale) -> tuple[set[str], set[str]]:
    """Return what patterns write before and after the name of a month without a space."""
    before: set[str] = set()
    after: set[str] = set()
    for pattern in _patterns(locale):
        for (kind, text), (next_kind, next_text) in pairwise(_parts(pattern)):
            if kind == "text" and next_text.startswith(_MONTHS_OF_PATTERN):
                before.add(re.sub(r".*[\s.,]", "", text))
            if next_kind == "text" and text.startswith(_MONTHS_OF_PATTERN):
                after.add(re.sub(r"[\s.,].*", "", next_text))
    return before - {""}, after - {""}


def _ago(locale: Locale) -> Iterator[str]:
    fields = locale._data["date_fields"]  # noqa: SLF001  (babel formats them, but lists them nowhere)
    for unit in _UNITS:
        for width in ("", "-short", "-narrow"):
            yield from fields.get(f"{unit}{width}", {}).get("past", {}).values()


def _listed_names() -> Iterator[tuple[str, list[str], str]]:
    for line in read_entries("dates/cldr_names"):
        reading, languages, name = line.split("\t")
        yield reading, languages.split(","), name


def _other_names() -> Iterator[tuple[str, str]]:
    for reading, _, name in _listed_names():
        if reading[0] != "M":
            yield reading, name
    for entry in read_entries("dates/weekday_names"):
        number, name = entry.split("\t")
        yield f"W{number}", name


def _month_names() -> Iterator[tuple[str, str]]:
    """Yield the months of each name.

    A name of two months, such as ``listopada``, is read by the full stop after the day, which one
    of its languages has: ``M10.`` is a month with it only, and ``M11-`` one without it only.
    """
    languages: dict[str, dict[str, set[str]]] = {}
    for reading, found, name in _listed_names():
        if reading[0] == "M":
            months = languages.setdefault(phrase_key(name), {})
            months.setdefault(reading, set()).update(found)
    for key, months in languages.items():
        for reading, its_languages in months.items():
            yield reading + (_mark_of(its_languages) if len(months) > 1 else ""), key
    for entry in read_entries("dates/month_names"):
        number, name = entry.split("\t")
        yield f"M{number}", name


def _mark_of(languages: Iterable[str]) -> str:
    dotted = {"d." in Locale.parse(name).date_formats["long"].pattern for name in languages}
    if len(dotted) > 1:
        return ""
    return "." if dotted.pop() else "-"


def _written_words(classes: dict[str, str]) -> Iterator[tuple[str, str]]:
    for file, reading in classes.items():
        for entry in read_entries(f"dates/{file}"):
            is_day_first = reading in DAY_FIRST_CLASSES and _shows_day_first(entry)
            yield (f"{reading}d" if is_day_first else reading), entry


def _shows_day_first(entry: str) -> bool:
    """Return whether a label is of a language that has the day first in a numeric date."""
    is_other = _EAST_ASIAN.search(entry) is not None
    return not is_other and entry not in read_entries("dates/month_first_words")


def _zones() -> Iterator[tuple[str, str]]:
    for entry in read_entries("dates/zones"):
        offset, name = entry.split("\t")
        yield f"z{offset}", name


def _ago_words() -> Iterator[tuple[str, str]]:
    """Yield the words of each pattern: ``R`` where they all follow or precede the number."""
    for entry in (*read_entries("dates/cldr_ago"), *read_entries("dates/ago")):
        before, found, after = (part.strip() for part in entry.partition("{0}"))
        if not found:
            yield "Q", entry
        elif before and after:
            yield "r", before
            yield "r", after
        else:
            yield "R", before or after


def _settle(readings: set[str]) -> list[str]:
    """Return the readings that are kept of a word.

    A weekday and a joining word are both ignored, so one of the two is enough; a word that is a
    label or a word of clocks is not ignored. The weekdays of a word are one reading: ``W02``.
    """
    weekdays = {reading for reading in readings if reading[0] == "W"}
    others = readings - weekdays
    if "f" in others and any(reading[0] in "put" for reading in others):
        return sorted(others - {"f"})
    if "f" in others or not weekdays:
        return sorted(others)
    days = "".join(sorted(reading[1:] for reading in weekdays))
    return sorted({*others, f"W{days}"})
