"""Read a line of the header as a byline: the authors, and what is printed beside their names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpusfmt.model.document import AuthorEntry
from corpusfmt.syntax.byline_authors import authors_of
from corpusfmt.syntax.byline_names import (
    SENTENCE_END,
    are_bare_names,
    are_names,
    begins_as_name,
)
from corpusfmt.syntax.byline_parts import is_inside_link
from corpusfmt.syntax.byline_words import GUARD, label_pattern, words
from corpusfmt.syntax.credit_lists import agencies
from corpusfmt.syntax.dates import find_date_at_end
from corpusfmt.syntax.inline import read_string, read_url

LONGEST_BYLINE = 300
"""The most characters of a line of names."""

_LONGEST_SEEN = 150
_MOST_SEEN = 14
_LOOSE_LABELS = ("by",)
_ONE_LINK = re.compile(
    r"By (?P<link>\[(?P<name>[^\s\[\]\\&<>*_`][^\[\]\\&<>*_`\n]*)\]\((?P<url>[^()\s\\<>&]*)\))"
)
_BEHIND_NAME = re.compile(
    r"(?P<name>[\u4e00-\u9fff\u3040-\u30ff々ー]{2,10}|[\uac00-\ud7a3]{2,4})\s?"
    r"(?P<role>記者|记者|(?:[\uac00-\ud7a3]{2,6}\s?)?(?:기자|특파원))"
    r"(?:\s*(?P<contact>[^\s@]++@\S++))?"
)


@dataclass(frozen=True, slots=True)
class Byline:
    """The authors of a byline and their spans in the line; the start of a date after them."""

    authors: list[AuthorEntry]
    spans: list[tuple[int, int]]
    date_start: int | None = None


def read_byline(line: str, following: str | None = None) -> Byline | None:
    """Return the byline that a line is, or None.

    ``following`` is a line of names that belongs to this one if it is nothing but a label.
    """
    line = line.rstrip()
    link = _ONE_LINK.fullmatch(line)  # saves 40 µs of 50, for half of the bylines of a corpus
    if link is not None:
        author: AuthorEntry = {"name": read_string(link["name"]), "url": read_url(link["url"])}
        return Byline([author], [link.span("link")])
    behind = _BEHIND_NAME.fullmatch(line.strip(" []【】［］"))
    if behind is not None:
        return _with_label_behind(line, behind)
    label = label_pattern().match(line)
    if label is None:
        return None
    start = label.end()
    if start == len(line):
        return None
    word = (label["label"] or label["plain"] or label["tight"]).lower()
    needs_two = word not in _LOOSE_LABELS and label["colon"] is None and label["tight"] is None
    return _read_names(line, start, is_strict=word not in _LOOSE_LABELS, needs_two=needs_two)


def is_label(line: str) -> bool:
    """Return whether a line is nothing but the label of a byline."""
    label = label_pattern().match(line.rstrip())
    return label is not None and label.end() == len(line.rstrip())


def read_bare_byline(line: str) -> Byline | None:
    """Return the byline that a line without a label is if a date follows it, or None."""
    line = line.rstrip()
    first = line.lstrip()
    if GUARD.match(first.lstrip("[*_")) or label_pattern().match(line):
        return None
    return _read_names(line, len(line) - len(first), is_strict=False, needs_two=False, is_bare=True)


def looks_like_byline(line: str) -> bool:
    """Return whether a line may be a byline, to a reader: a label, then a word as names begin.

    Whether or not it is read as one. A sentence is not: it ends as one, or is long.
    """
    line = line.strip()
    if len(line) > _LONGEST_SEEN or SENTENCE_END.search(line):
        return False
    if read_byline(line) is not None:
        return True
    label = label_pattern().match(line)
    if label is None or label.end() == len(line):
        return False
    pieces = line[label.end() :].replace("[", " ").replace("<u>", " ").split()
    is_agency = pieces[0] in agencies() if pieces else False
    fewest = 1 if label["colon"] or label["tight"] or is_agency else 2
    if len(pieces) < fewest or len(pieces) > _MOST_SEEN or pieces[0].lower() in words("no_names"):
        return False
    return all(map(begins_as_name, pieces[:fewest]))


def _with_label_behind(line: str, behind: re.Match[str]) -> Byline:
    start = line.index(behind["name"])
    entry: AuthorEntry = {"name": behind["name"]}
    roles = [behind["role"], behind["contact"]]
    entry["role"] = ", ".join([role for role in roles if role])
    return Byline([entry], [(start, len(line))])


def _read_names(
    line: str, start: int, *, is_strict: bool, needs_two: bool, is_bare: bool = False
) -> Byline | None:
    names = line[start:]
    date_start = find_date_at_end(names)
    if date_start is not None and is_inside_link(names, date_start):
        date_start = None
    if date_start is not None:
        names = names[:date_start].rstrip(" \t\u00a0,|•·–—-")
        date_start += start
    if not names:
        return None
    is_escaped = GUARD.match(names.removeprefix("<u>")) is not None
    if len(names) > LONGEST_BYLINE and not is_escaped and not names.startswith("["):
        return None
    authors = list(authors_of(names, start))
    if not authors:
        return None
    if is_bare:
        are_read = are_bare_names(authors)
    else:
        are_read = are_names(authors, is_strict, needs_two)
    if not are_read:
        return None
    spans = [(author.start, author.end) for author in authors]
    return Byline([author.entry() for author in authors], spans, date_start)
