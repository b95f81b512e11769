"""Read a line of the header as a byline: the authors, and what is printed beside their names."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from corpusfmt.model.document import AuthorEntry
from corpusfmt.syntax.byline_authors import Author, authors_of
from corpusfmt.syntax.byline_behind import find_label_behind, may_end_in_label, read_names_before
from corpusfmt.syntax.byline_marks import without_brackets, without_marks
from corpusfmt.syntax.byline_names import (
    SENTENCE_END,
    are_bare_names,
    are_in_small_letters,
    are_names,
    begins_as_name,
)
from corpusfmt.syntax.byline_parts import is_in_link
from corpusfmt.syntax.byline_persons import is_person
from corpusfmt.syntax.byline_words import GUARD, label_pattern, may_begin_with_label, words
from corpusfmt.syntax.credit_lists import agencies
from corpusfmt.syntax.dates import find_date_at_end, find_end_of_date
from corpusfmt.syntax.inline import read_string, read_url
from corpusfmt.syntax.prepare import SKIPPED
from corpusfmt.text.patterns import regex

LONGEST_BYLINE = 300
"""The most characters of a line of names."""

_LONGEST_LABEL = 40
_LONGEST_SEEN = 150
_MOST_SEEN = 14
_LOOSE_LABELS = ("by",)
BEFORE_DATE = f" \t\u00a0,|•·–—-{SKIPPED}"
"""What can be between the names of a byline and a date."""

_ONE_LINK = regex(
    r"By (?P<link>\[(?P<name>[^\s\[\]\\&<>*_`][^\[\]\\&<>*_`\n]*)\]\((?P<url>[^()\s\\<>&]*)\))"
)


@dataclass(frozen=True, slots=True)
class Byline:
    """The authors of a byline and their spans in the line, and where a date is that shares it.

    ``date_start`` is the start of a date after the names, ``date_end`` the end of one before them.
    """

    authors: list[AuthorEntry]
    spans: list[tuple[int, int]]
    date_start: int | None = None
    date_end: int | None = None


def read_byline(line: str) -> Byline | None:
    """Return the byline that a line is, or None."""
    line = line.rstrip()
    link = _ONE_LINK.fullmatch(line)  # saves 40 µs of 50, for half of the bylines of a corpus
    if link is not None:
        author: AuthorEntry = {"name": read_string(link["name"]), "url": read_url(link["url"])}
        return Byline([author], [link.span("link")])
    line = without_marks(line).rstrip()
    names, date_start = _part_date(line) if may_end_in_label(line) else (line, None)
    behind = find_label_behind(names)
    if behind is not None:
        authors, spans = read_names_before(names, behind)
        return Byline(authors, spans, date_start) if authors else None
    line = without_brackets(line)
    label = label_pattern().match(line)
    if label is None or label.end() == len(line):
        return None
    is_strict = not _is_loose(label)
    needs_two = is_strict and label["colon"] is None and label["tight"] is None
    return _read_names(line, label.end(), partial(are_names, is_strict, needs_two))


def is_label(line: str) -> bool:
    """Return whether a line is nothing but the label of a byline."""
    line = without_marks(line).strip().lower()
    if len(line) > _LONGEST_LABEL:
        return False
    label = label_pattern().match(line)
    return label is not None and label.end() == len(line)


def may_be_label(line: str) -> bool:
    """Return whether a line is a label of a byline, also one that needs a colon and has none."""
    return is_label(line) or _needs_colon(line)


def read_below_label(line: str) -> Byline | None:
    """Return the byline of a line with a label alone above the first line end, or None.

    A label that needs a colon needs none there, if the names are of persons.
    """
    label, line_end, names = without_marks(line).partition("\n")
    if not line_end:
        return None
    if is_label(label):
        return read_byline(f"{label} {names}")
    if not _needs_colon(label):
        return None
    byline = read_byline(f"{label}:{names}")
    return byline if byline is not None and _are_persons(byline) else None


def _needs_colon(line: str) -> bool:
    return len(line) < _LONGEST_LABEL and f"{without_marks(line).strip().lower()}:" in words(
        "labels"
    )


def read_bare_byline(line: str) -> Byline | None:
    """Return the byline that a line without a label is if a date follows it, or None."""
    line = without_marks(line).rstrip()
    first = line.lstrip()
    if GUARD.match(first.lstrip("[*_")) or label_pattern().match(line):
        return None
    return _read_names(line, len(line) - len(first), are_bare_names)


def read_dated_names(line: str) -> Byline | None:
    """Return the byline that a line of names and a date is, or None.

    Names without a label are of persons; after the date the names may have a label.
    """
    if len(line) > _LONGEST_SEEN:
        return None
    byline = read_bare_byline(line)
    if byline is not None and byline.date_start is not None and _are_persons(byline):
        return byline
    return _read_names_after_date(line)


def _read_names_after_date(line: str) -> Byline | None:
    """Return the byline of a line of a date and then a label and names, or only persons."""
    date_end = find_end_of_date(line)
    if date_end is None:
        return None
    names = line[date_end:].lstrip(BEFORE_DATE)
    line = " " * (len(line) - len(names)) + names
    byline = read_byline(line)
    if byline is None:
        byline = read_bare_byline(line)
        if byline is None or not _are_persons(byline):
            return None
    return None if byline.date_start is not None else replace(byline, date_end=date_end)


def _are_persons(byline: Byline) -> bool:
    return all(is_person(author["name"]) for author in byline.authors)


def looks_like_byline(line: str) -> bool:
    """Return whether a line may be a byline, to a reader: a label, then words as names begin.

    Whether or not it is read as one. A sentence is not: it ends as one, or is long.
    """
    line = line.strip()
    if len(line) > _LONGEST_SEEN or not may_begin_with_label(line):
        return False
    if SENTENCE_END.search(line):
        return False
    if read_byline(line) is not None or find_label_behind(line) is not None:
        return True
    label = label_pattern().match(line)
    if label is None:
        return False
    names = line[label.end() :].replace("[", " ").replace("<u>", " ")
    if (_is_loose(label) or label["colon"]) and are_in_small_letters(_part_date(names)[0]):
        return True
    return _begin_as_names(names.split(), label)


def _begin_as_names(pieces: list[str], label: re.Match[str]) -> bool:
    """Return whether the words after a label begin as names do: two words, or one of an agency."""
    if not 1 <= len(pieces) <= _MOST_SEEN or pieces[0].lower() in words("no_names"):
        return False
    needs_two = not label["colon"] and not label["tight"] and pieces[0] not in agencies()
    if needs_two and len(pieces) < 2:
        return False
    return begins_as_name(pieces[0]) and (not needs_two or begins_as_name(pieces[1]))


def _is_loose(label: re.Match[str]) -> bool:
    """Return whether names after a label need not be capitalized."""
    word = label["label"] or label["plain"] or label["tight"]
    return word.lower() in _LOOSE_LABELS


def _part_date(names: str) -> tuple[str, int | None]:
    """Return the names without the date at their end, and where this begins."""
    date_start = find_date_at_end(names)
    if date_start is None or is_in_link(names, date_start):
        return names, None
    return names[:date_start].rstrip(BEFORE_DATE), date_start


def _read_names(line: str, start: int, are_read: Callable[[list[Author]], bool]) -> Byline | None:
    names, date_start = _part_date(line[start:])
    if not names or _is_too_long(names):
        return None
    authors = list(authors_of(names, start))
    if not authors or not are_read(authors):
        return None
    entries: list[AuthorEntry] = []
    spans: list[tuple[int, int]] = []
    for author in authors:
        entries.append(author.entry())
        spans.append((author.start, author.end))
    return Byline(entries, spans, None if date_start is None else start + date_start)


def _is_too_long(names: str) -> bool:
    if len(names) <= LONGEST_BYLINE or names.startswith("["):
        return False
    return GUARD.match(names.removeprefix("<u>")) is None
