"""Lines of the header that are names without a label."""

from __future__ import annotations

import re
from functools import cache

from corpusfmt.lint import Context
from corpusfmt.rules._shared.credit_labels import has_credit_label
from corpusfmt.rules._shared.framed_names import framed_names
from corpusfmt.rules._shared.header_lines import (
    HeaderLine,
    end_of_head,
    start_of_body,
    unread_lines,
)
from corpusfmt.rules._shared.odd_names import may_be_of_authors, names_in
from corpusfmt.rules._shared.site_tags import is_domain
from corpusfmt.rules._shared.word_lists import read_list
from corpusfmt.syntax.byline import (
    Byline,
    are_certain,
    are_persons,
    read_bare_byline,
    read_byline,
)
from corpusfmt.syntax.byline_lines import may_be_role
from corpusfmt.syntax.byline_marks import without_brackets
from corpusfmt.syntax.byline_persons import is_person
from corpusfmt.syntax.byline_places import is_place
from corpusfmt.syntax.byline_words import is_caseless, words
from corpusfmt.syntax.credit_lists import credit_words, kinds_of_common_words
from corpusfmt.syntax.dates import looks_like_date
from corpusfmt.text.patterns import regex

_OF_HEADINGS = "H"
"""The kind of common words that headings have."""

_LABELS = tuple(
    regex(rf"(?P<label>[^\W\d_]+(?: [^\W\d_]+){{{count}}})(?:(?P<colon> ?[:：]) ?| )")
    for count in (0, 1, 2)
)
"""What may be a label: one to three words."""

_LABEL_AND_NAME = regex(r"(?<!\S)[^\W\d_]+(?= [^\W\d_a-z])")

_PLACE = regex(r"[^\W\d_a-z][^\W\d_]*(?:(?:[ -]|, (?![a-z]))[^\W\d_]+){0,4}")
_WHERE = regex(
    r"(?P<role>(?i:aus|from|uit|fra|från|desde|din|iz)\s(?P<place>[^\W\d_a-z][^\W\d_]+))"
    r",?\s(?P<names>[^\W\d_a-z].+)"
)
_CASELESS_NAMES = regex(r"[^\W\d_]{2,}(?:\s[^\W\d_]{2,}){1,2}")
_COLON = regex(r"[:：]")
_ARTICLE = regex(r"\A(?:(?:The|Die|Der|Das|Het|Les|El|Los|Las|Il)\s|L['’])")
"""The article that the name of a paper begins with."""
_AT_EDGES = " |·•–—-~"
_LONGEST = 80


def lines_of_names(context: Context) -> list[HeaderLine]:
    """Return the lines of the header, or at the head of the body, that may be names of authors.

    Those are names of persons or agencies, and what may be a role or a paper directly below the
    byline. Where the article has no authors, other names of the header are among them, and such
    names with a role, after what may be a label or among other words, and those that are an item or
    a quote, at the head of the body: without these a line there may be the credit of a picture. A
    text and its canonical text have the same ones.
    """
    has_authors = "byline" in context.reading.document
    body, head = start_of_body(context), end_of_head(context)
    found: list[HeaderLine] = []
    lines = context.memo(unread_lines)
    for number, line in enumerate(lines):
        start = line.span[0]
        if start >= (body if has_authors else head):
            break
        if start < body:
            is_of_names = _is_of_header(line.text, has_authors) or is_of_last_author(context, line)
        else:
            is_of_names = _is_of_body(line.text) or line.is_marked
            if not is_of_names and _is_above_unread_date(context, lines, number):
                is_of_names = _is_of_header(line.text, has_authors)
        if is_of_names and "//" not in line.text:
            found.append(line)
    return found


def _is_above_unread_date(context: Context, lines: list[HeaderLine], number: int) -> bool:
    """Return whether a line is directly above one that looks like a date."""
    if number + 1 == len(lines) or not looks_like_date(lines[number + 1].text):
        return False
    between = lines[number].span[1], lines[number + 1].span[0]
    return not context.text[slice(*between)].strip()


def _is_of_header(text: str, has_authors: bool) -> bool:
    """Return whether a line of the header may be names of authors."""
    if after_weak_label(text) is not None:
        return True
    byline = _bare_byline(text)
    if byline is not None and are_certain(byline):
        return True
    if has_authors:
        return without_join(text) != text and _are_certain_names(without_join(text))
    if may_be_of_authors(text) or framed_names(text) is not None:
        return True
    return byline is not None and _may_be_authors(byline)


def _is_of_body(text: str) -> bool:
    """Return whether a line at the head of the body may be names of authors.

    Names alone, or after a label with a colon, may be the credit of a picture.
    """
    if _has_role(text) or _after_place(text) is not None:
        return True
    return _COLON.search(text) is None and byline_in(text) is not None


def _has_role(text: str) -> bool:
    """Return whether a line is names of authors, one with a role."""
    byline = _bare_byline(text)
    if byline is None or not are_certain(byline):
        return False
    return any("role" in author for author in byline.authors)


def _bare_byline(text: str) -> Byline | None:
    """Return the names that a short line is, without a label and without a date."""
    names = without_brackets(text)
    if len(names) > _LONGEST:
        return None
    byline = read_bare_byline(names)
    if byline is None or byline.date_start is not None or looks_like_date(text):
        return None
    return byline


def byline_in(text: str) -> str | None:
    """Return the byline without its label that a line of more than names may be, or None.

    It is empty where the line does not say which of its names are those of authors.
    """
    names = after_weak_label(text)
    return framed_names(text) if names is None else names


def after_weak_label(text: str) -> str | None:
    """Return the names after what may be a label, such as "De" or "Interview:", or None.

    A place after a person and a comma is in parentheses, as a byline has it, and so is a section
    before a bar. Also those after a dash, or before a bar with nothing after it. The label of a
    picture, such as "Photo:", is not one of an author.
    """
    names = _around_comma(text) or _after_place(text) or _after_where(text) or names_in(text)
    if names is not None:
        return names
    inside = without_brackets(text.strip(_AT_EDGES)).strip()
    if inside != text and _are_certain_names(inside):
        return inside
    return _after_label(text)


def _around_comma(text: str) -> str | None:
    """Return the byline of a person and a place after a comma, or of a surname before one."""
    person, comma, place = text.partition(", ")
    if not comma:
        return None
    is_place_of_person = is_person(person) and not _are_certain_names(text)
    if is_place_of_person and (_PLACE.fullmatch(place) or is_domain(place.lower())):
        return f"{person} ({place})"
    return f"{place} {person}" if _is_surname_first(person, place) else None


def _is_surname_first(surname: str, first_name: str) -> bool:
    """Return whether two words are the surname and the first name of a person, and not places."""
    if " " in surname or not is_person(f"{first_name} {surname}"):
        return False
    return not is_place(surname) and not is_place(first_name) and " " not in first_name


def _after_place(text: str) -> str | None:
    """Return the byline of a place, a colon and two or three words in a script without case."""
    place, colon, names = text.partition(":")
    names = names.strip()
    if not colon or _CASELESS_NAMES.fullmatch(names) is None or not is_place(place):
        return None
    return f"{names} ({place.strip()})" if is_caseless(names[0]) else None


def _after_where(text: str) -> str | None:
    """Return the byline of a line such as “aus Wien Ada Brook”: a place, then persons."""
    where = _WHERE.match(text)
    if where is None or not is_place(where["place"]) or not _are_certain_names(where["names"]):
        return None
    return f"{where['names']} ({where['role']})"


def _after_label(text: str) -> str | None:
    """Return the certain names after one to three words that may be a label, or None."""
    with_colons = _LABEL_AND_NAME.sub(_with_colon, text)
    if with_colons.count(":") > 1 and ":" not in text:
        byline = read_byline(with_colons)
        return with_colons.partition(": ")[2] if byline and are_persons(byline) else None
    for pattern in _LABELS:
        match = pattern.match(text)
        if match is None or not _is_weak_label(match):
            continue
        names = text[match.end() :]
        if f"{match['label'].lower()}:" in words("helpers"):
            return f"{names} ({match['label']})" if read_byline(f"Author: {names}") else None
        if _are_certain_names(names):
            return names
    return None


def _with_colon(match: re.Match[str]) -> str:
    """Return a word with a colon after it, if it is then a label of authors or helpers."""
    entry = f"{match[0].lower()}:"
    is_label = entry in words("labels") or entry in words("helpers")
    return f"{match[0]}:" if is_label else match[0]


def _is_weak_label(match: re.Match[str]) -> bool:
    label = match["label"].lower()
    if f"{label}:" in words("helpers"):
        return bool(match["colon"]) and not has_credit_label(match[0])
    return bool(match["colon"]) or label in words("weak_labels") or f"{label}:" in words("labels")


def _are_certain_names(text: str) -> bool:
    byline = read_bare_byline(text)
    return byline is not None and are_certain(byline)


def is_beside_date(context: Context, line: HeaderLine) -> bool:
    """Return whether nothing is between a line of the header and a date."""
    start, end = line.span
    for date in context.reading.header.dates:
        first, last = date.span
        above, below = context.text[last:start], context.text[end:first]
        if (last <= start and not above.strip()) or (end <= first and not below.strip()):
            return True
    return False


def without_join(text: str) -> str:
    """Return a line without a word such as “and” at its beginning."""
    first, space, rest = text.partition(" ")
    return rest if space and first.lower() in words("joins") else text


def is_of_last_author(context: Context, line: HeaderLine) -> bool:
    """Return whether a line directly below the byline may be a role or paper of its last author."""
    if not _is_below_bare_byline(context, line):
        return False
    return may_be_role(line.text) or _may_be_paper(line.text)


def _is_below_bare_byline(context: Context, line: HeaderLine) -> bool:
    """Return whether a line is directly below a byline whose last author has no role.

    A byline that contains a date is not one.
    """
    header = context.reading.header
    if not header.authors or header.byline_span is None or header.date_start is not None:
        return False
    if "role" in header.authors[-1]:
        return False
    end, start = header.byline_span[1], line.span[0]
    return end <= start and not context.text[end:start].strip()


def _may_be_paper(text: str) -> bool:
    """Return whether a line of several words reads as one name, and may be that of a paper.

    A name that is certain to be one of an author is one of a paper only after an article.
    """
    if " " not in text:
        return False
    byline = _bare_byline(_ARTICLE.sub("", text))
    if byline is None or len(byline.authors) > 1 or "role" in byline.authors[0]:
        return False
    if are_certain(byline) and _ARTICLE.match(text) is None:
        return False
    return _may_be_authors(byline)


def _may_be_authors(byline: Byline) -> bool:
    return all(_may_be_author(author["name"]) for author in byline.authors)


def _may_be_author(name: str) -> bool:
    """Return whether a name may be that of an author: no word is known as one of other names."""
    if name.endswith(tuple(words("desks"))) or name in words("no_names"):
        return False
    return not any(map(_is_of_other_names, name.split()))


def _is_of_other_names(word: str) -> bool:
    if word in words("first_names") or word in words("last_names"):
        return False
    if word in credit_words("paper_names"):
        return False
    if word.lower() in _uncertain_names():
        return False
    if word.lower() in words("sections") or word in words("places"):
        return True
    capitalized = word.capitalize() if word.isupper() else word
    return kinds_of_common_words().get(capitalized) == _OF_HEADINGS


@cache
def _uncertain_names() -> frozenset[str]:
    return frozenset(read_list("uncertain_names"))
