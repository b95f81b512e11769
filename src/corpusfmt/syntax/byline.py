"""Read a line of the header as a byline: the authors, and what is printed beside their names."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from corpusfmt.model.document import AuthorEntry
from corpusfmt.syntax.byline_authors import Author, authors_of
from corpusfmt.syntax.byline_behind import find_label_behind, read_names_before
from corpusfmt.syntax.byline_marks import without_marks
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
from corpusfmt.syntax.dates import find_date_at_end
from corpusfmt.syntax.inline import read_string, read_url
from corpusfmt.text.patterns import regex

LONGEST_BYLINE = 300
"""The most characters of a line of names."""

_LONGEST_SEEN = 150
_MOST_SEEN = 14
_LOOSE_LABELS = ("by",)
_BEFORE_DATE = " \t\u00a0,|•·–—-"
_ONE_LINK = regex(
    r"By (?P<link>\[(?P<name>[^\s\[\]\\&<>*_`][^\[\]\\&<>*_`\n]*)\]\((?P<url>[^()\s\\<>&]*)\))"
)


@dataclass(frozen=True, slots=True)
class Byline:
    """The authors of a byline and their spans in the line; the start of a date after them."""

    authors: list[AuthorEntry]
    spans: list[tuple[int, int]]
    date_start: int | None = None


def read_byline(line: str) -> Byline | None:
    """Return the byline that a line is, or None."""
    line = line.rstrip()
    link = _ONE_LINK.fullmatch(line)  # saves 40 µs of 50, for half of the bylines of a corpus
    if link is not None:
        author: AuthorEntry = {"name": read_string(link["name"]), "url": read_url(link["url"])}
        return Byline([author], [link.span("link")])
    line = without_marks(line).rstrip()
    behind = find_label_behind(line)
    if behind is not None:
        authors, spans = read_names_before(line, behind)
        return Byline(authors, spans) if authors else None
    label = label_pattern().match(line)
    if label is None or label.end() == len(line):
        return None
    is_strict = not _is_loose(label)
    needs_two = is_strict and label["colon"] is None and label["tight"] is None
    return _read_names(line, label.end(), partial(are_names, is_strict, needs_two))


def is_label(line: str) -> bool:
    """Return whether a line is nothing but the label of a byline."""
    label = label_pattern().match(line.rstrip())
    return label is not None and label.end() == len(line.rstrip())


def read_bare_byline(line: str) -> Byline | None:
    """Return the byline that a line without a label is if a date follows it, or None."""
    line = without_marks(line).rstrip()
    first = line.lstrip()
    if GUARD.match(first.lstrip("[*_")) or label_pattern().match(line):
        return None
    return _read_names(line, len(line) - len(first), are_bare_names)


def read_dated_names(line: str) -> Byline | None:
    """Return the byline that a line of persons and a date without a label is, or None."""
    if len(line) > _LONGEST_SEEN:
        return None
    byline = read_bare_byline(line)
    if byline is None or byline.date_start is None:
        return None
    are_persons = all(is_person(author["name"]) for author in byline.authors)
    return byline if are_persons else None


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
    return names[:date_start].rstrip(_BEFORE_DATE), date_start


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
