"""Read a line of the header as a byline: the authors, and what is printed beside their names."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from corpusfmt.model.document import AuthorEntry
from corpusfmt.syntax.byline_authors import Author, authors_of, has_word_of_role
from corpusfmt.syntax.byline_behind import (
    find_label_behind,
    find_paper_before,
    may_end_in_label,
    may_have_label,
    read_names_before,
)
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
from corpusfmt.syntax.byline_words import (
    GUARD,
    helper_pattern,
    label_pattern,
    may_begin_with_label,
    words,
)
from corpusfmt.syntax.credit_lists import agencies
from corpusfmt.syntax.dates import find_date_at_end, find_end_of_date
from corpusfmt.syntax.inline import read_string, read_url
from corpusfmt.syntax.prepare import SKIPPED
from corpusfmt.text.patterns import regex

LONGEST_BYLINE = 300
"""The most characters of a line of names."""

_LONGEST_LABEL = 40
_LONGEST_ROLE = 80
_LONGEST_SEEN = 150
_MOST_SEEN = 14
_LOOSE_LABELS = ("by",)
BEFORE_DATE = f" \t\u00a0,|•·–—-{SKIPPED}"
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
    names, date_start = _part_date(line) if may_end_in_label(line) else (line, None)
    behind = find_label_behind(names)
    if behind is not None:
        authors, spans = read_names_before(names, behind)
        return Byline(authors, spans, date_start) if authors else None
    line = without_brackets(line)
    paper = find_paper_before(line)
    if paper is not None:
        return _read_names_of_paper(line, paper)
    return _read_names_after_label(line)


def _read_linked_name(match: re.Match[str]) -> Byline:
    """Return the byline of one author, whose name is a link."""
    author: AuthorEntry = {"name": read_string(match["name"]), "url": read_url(match["url"])}
    return Byline([author], [match.span("link")])


def _read_names_after_label(line: str) -> Byline | None:
    """Return the byline of a line that begins with a label, or None."""
    label = label_pattern().match(line)
    if label is None or label.end() == len(line):
        return None
    is_strict = not _is_loose(label)
    needs_two = is_strict and label["colon"] is None and label["tight"] is None
    byline = _read_names(line, label.end(), partial(are_names, is_strict, needs_two))
    return None if label["tight"] and _has_long_name(byline) else byline


def _read_names_of_paper(line: str, paper: re.Match[str]) -> Byline | None:
    """Return the byline after a paper and a label, which are the first role of the first author."""
    byline = _read_names(line, paper.end(), partial(are_names, True, False))
    if byline is None or _has_long_name(byline):
        return None
    first = byline.authors[0]
    first["role"] = ", ".join([paper["role"], *filter(None, [first.get("role")])])
    byline.spans[0] = (paper.start("role"), byline.spans[0][1])
    return byline


def _has_long_name(byline: Byline | None) -> bool:
    """Return whether a name is of more Chinese characters than names are: words of a sentence."""
    if byline is None:
        return False
    return any(_MANY_IDEOGRAPHS.fullmatch(author["name"]) for author in byline.authors)


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


def read_persons_and_role(line: str) -> Byline | None:
    """Return the byline of two lines: names of persons, and what these are, or None.

    What they are is an agency, a paper or the like, or has a word of a role.
    """
    line = without_marks(line)
    names, line_end, role = line.strip().partition("\n")
    if not line_end or "\n" in role or max(len(names), len(role)) > _LONGEST_ROLE:
        return None
    if not _is_only_persons(names) or not _is_role_below_names(role):
        return None
    return read_bare_byline(line.replace("\n", "|", 1))


def _is_only_persons(line: str) -> bool:
    """Return whether a line is names of persons, without a label and without a date."""
    byline = read_bare_byline(line)
    return byline is not None and byline.date_start is None and _are_persons(byline)


def _is_role_below_names(line: str) -> bool:
    """Return whether a line is what persons are: a role, or a name that is not a person's."""
    if SENTENCE_END.search(line.strip()) or read_byline(line) is not None:
        return False
    if has_word_of_role(line):
        return True
    byline = read_bare_byline(line)
    return byline is not None and not _are_persons(byline)


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
    if len(line) > _LONGEST_SEEN or SENTENCE_END.search(line):
        return False
    if _is_of_helper(line) or _is_person_with_role(line):
        return True
    return may_begin_with_label(line) and _begins_as_byline(line)


def _begins_as_byline(line: str) -> bool:
    """Return whether a line is a byline, or a label and words as names begin."""
    if read_byline(line) is not None or may_have_label(line) or find_label_behind(line):
        return True
    label = label_pattern().match(line)
    if label is None:
        return False
    names = line[label.end() :].replace("[", " ").replace("<u>", " ")
    if (_is_loose(label) or label["colon"]) and are_in_small_letters(_part_date(names)[0]):
        return True
    return _begin_as_names(names.split(), label)


def _is_of_helper(line: str) -> bool:
    """Return whether a line is a phrase of words, such as "reporting by", and names."""
    helper = helper_pattern().match(line)
    if helper is None or " " not in helper["role"]:
        return False
    return read_byline(f"By {line[helper.end() :]}") is not None


def _is_person_with_role(line: str) -> bool:
    """Return whether a line is the name of a person and, after a comma, what the person is."""
    if "," not in line:
        return False
    byline = read_bare_byline(line)
    if byline is None or len(byline.authors) > 1 or not _are_persons(byline):
        return False
    return has_word_of_role(byline.authors[0].get("role", ""))


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
