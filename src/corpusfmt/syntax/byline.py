"""Read a line of the header as a byline: the authors, and what is printed beside their names."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from corpusfmt.syntax.byline_authors import Author, authors_of
from corpusfmt.syntax.byline_behind import (
    find_label_behind,
    find_paper_before,
    may_end_in_label,
    read_names_before,
)
from corpusfmt.syntax.byline_marks import without_brackets, without_marks
from corpusfmt.syntax.byline_names import (
    are_bare_names,
    are_names,
)
from corpusfmt.syntax.byline_parts import is_in_link
from corpusfmt.syntax.byline_persons import is_certain, is_person
from corpusfmt.syntax.byline_places import find_place_before, find_place_in_brackets
from corpusfmt.syntax.byline_words import (
    GUARD,
    WIDE_COLON,
    label_pattern,
    may_begin_with_label,
    with_colons,
    words,
)
from corpusfmt.syntax.dates import find_date_at_end, find_end_of_date, is_joining_word
from corpusfmt.syntax.inline import read_string, read_url
from corpusfmt.syntax.prepare import SKIPPED
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.patterns import regex
from corpusfmt.text.values import dataclass, replace

if TYPE_CHECKING:
    from corpusfmt.model.document import AuthorEntry

LONGEST_BYLINE = 300
"""The most characters of a line of names."""

_LONGEST_LABEL = 40
LONGEST_SEEN = 150
_LOOSE_LABELS = ("by",)
BEFORE_DATE = f" \t\u00a0,|•·/–—-{SKIPPED}"
"""What can be between the names of a byline and a date."""

_MANY_IDEOGRAPHS = regex(r"[\u4e00-\u9fff々]{5,}")
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
    linked_name = _ONE_LINK.fullmatch(line)
    if linked_name is not None:  # saves 40 µs of 50, for half of the bylines of a corpus
        return _read_linked_name(linked_name)
    line = without_marks(line).rstrip()
    names, date_start = part_date(line) if may_end_in_label(line) else (line, None)
    behind = find_label_behind(names)
    if behind is not None:
        authors, spans = read_names_before(names, behind)
        return Byline(authors, spans, date_start) if authors else None
    inside = without_brackets(line)
    before = find_paper_before(inside) or find_place_before(inside)
    if before is not None:
        return _read_names_with_role(inside, before)
    place = None if inside == line else find_place_in_brackets(inside)
    if place is not None:
        byline = _read_names_with_role(inside, place)
        return byline if byline is not None and are_persons(byline) else None
    return _read_names_after_label(inside)


def _read_linked_name(match: re.Match[str]) -> Byline:
    """Return the byline of one author, whose name is a link."""
    author: AuthorEntry = {"name": read_string(match["name"]), "url": read_url(match["url"])}
    return Byline([author], [match.span("link")])


def _read_names_after_label(line: str) -> Byline | None:
    """Return the byline of a line that begins with a label, or None."""
    label = _find_label(line)
    if label is None or label.end() == len(line):
        return None
    is_strict = not is_loose(label)
    needs_two = is_strict and label["colon"] is None and label["tight"] is None
    are_read = partial(are_names, is_strict, needs_two)
    byline = _read_names_with_colons(line, label.end(), are_read)
    if byline is None:
        byline = _read_names(line, label.end(), are_read)
    return None if label["tight"] and _has_long_name(byline) else byline


def _read_names_with_colons(
    line: str, start: int, are_read: Callable[[list[Author]], bool]
) -> Byline | None:
    """Return the byline with labels of helpers that have another character than a colon."""
    changed = with_colons(line)
    if changed == line:
        return None
    byline = _read_names(changed, start, are_read)
    if byline is None:
        return None
    texts = [author["name"] + author.get("role", "") for author in byline.authors]
    return None if any(WIDE_COLON in text for text in texts) else byline


def _read_names_with_role(line: str, before: re.Match[str]) -> Byline | None:
    """Return the byline after a paper and a label, or a place and the words around it.

    What is before the names is the first role of the first author.
    """
    byline = _read_names(line, before.end(), partial(are_names, True, False))
    if byline is None or _has_long_name(byline):
        return None
    first = byline.authors[0]
    first["role"] = ", ".join([before["role"], *filter(None, [first.get("role")])])
    byline.spans[0] = (before.start("role"), byline.spans[0][1])
    return byline


def _has_long_name(byline: Byline | None) -> bool:
    """Return whether a name is of more Chinese characters than names are: words of a sentence."""
    if byline is None:
        return False
    return any(_MANY_IDEOGRAPHS.fullmatch(author["name"]) for author in byline.authors)


def is_label(line: str) -> bool:
    """Return whether a line is nothing but the label of a byline."""
    if not may_begin_with_label(line):
        return False
    line = without_marks(line).strip().lower()
    if len(line) > _LONGEST_LABEL:
        return False
    label = label_pattern().match(line)
    return label is not None and label.end() == len(line)


def may_be_label(line: str) -> bool:
    """Return whether a line is a label of a byline, also one that needs a colon and has none."""
    return is_label(line) or needs_colon(line)


def needs_colon(line: str) -> bool:
    """Return whether a line is nothing but a label that needs a colon, and has none."""
    return len(line) < _LONGEST_LABEL and f"{without_marks(line).strip().lower()}:" in words(
        "labels"
    )


def read_names_above_date(line: str) -> Byline | None:
    """Return the byline that a line without a label and a date is if a date is below it, or None.

    Its names are those of persons or agencies: others may be a section, a paper or a place.
    """
    byline = read_bare_byline(line)
    if byline is None or byline.date_start is not None or not are_certain(byline):
        return None
    return byline


def read_bare_byline(line: str) -> Byline | None:
    """Return the byline that a line without a label is if it is one, or None."""
    line = without_marks(line).rstrip()
    first = line.lstrip()
    if GUARD.match(first.lstrip("[*_")):
        return None
    if _find_label(line) is not None:
        return None
    return _read_names(line, len(line) - len(first), are_bare_names)


def read_dated_names(line: str) -> Byline | None:
    """Return the byline that a line of names and a date is, or None.

    Names without a label are of persons or agencies; after the date they may have a label.
    """
    if len(line) > LONGEST_SEEN:
        return None
    byline = read_bare_byline(line)
    if byline is not None and byline.date_start is not None and are_certain(byline):
        return byline
    return _read_names_after_date(line)


def _read_names_after_date(line: str) -> Byline | None:
    """Return the byline of a line of a date and then a label and names, or only persons."""
    date_end = _end_of_date(line)
    if date_end is None:
        return None
    names = line[date_end:].lstrip(BEFORE_DATE)
    line = " " * (len(line) - len(names)) + names
    byline = read_byline(line)
    if byline is None:
        byline = read_bare_byline(line)
        if byline is None or not are_certain(byline):
            return None
    return None if byline.date_start is not None else replace(byline, date_end=date_end)


def _end_of_date(line: str) -> int | None:
    """Return where the date ends that a line begins with, or None.

    A word that joins the parts of a date and can be a label, such as “De”, is a label after one.
    """
    date_end = find_end_of_date(line)
    if date_end is None:
        return None
    before, space, last = line[:date_end].rpartition(" ")
    if not space or not is_joining_word(last):
        return date_end
    is_label = last.lower() in words("weak_labels") or _find_label(line[len(before) + 1 :])
    return len(before.rstrip(BEFORE_DATE)) if is_label else date_end


def _find_label(line: str) -> re.Match[str] | None:
    """Return the match of a label at the beginning of a line."""
    return label_pattern().match(line) if may_begin_with_label(line) else None


def are_persons(byline: Byline) -> bool:
    """Return whether all authors are persons by their names."""
    return all(is_person(author["name"]) for author in byline.authors)


def are_certain(byline: Byline) -> bool:
    """Return whether all authors are so without a label to say so: persons or agencies."""
    return all(is_certain(author["name"]) for author in byline.authors)


def is_loose(label: re.Match[str]) -> bool:
    """Return whether names after a label need not be capitalized."""
    word = label["label"] or label["plain"] or label["tight"]
    return word.lower() in _LOOSE_LABELS


def part_date(names: str) -> tuple[str, int | None]:
    """Return the names without the date at their end, and where this begins."""
    date_start = find_date_at_end(names)
    if date_start is None or is_in_link(names, date_start):
        return names, None
    return names[:date_start].rstrip(BEFORE_DATE), date_start


def _read_names(line: str, start: int, are_read: Callable[[list[Author]], bool]) -> Byline | None:
    names, date_start = part_date(line[start:])
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
