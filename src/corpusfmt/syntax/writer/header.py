"""Write the header: title, subtitle, byline, dates and intro."""

from __future__ import annotations

from collections.abc import Sequence

from corpusfmt.syntax.byline import Byline, read_byline
from corpusfmt.syntax.byline_words import suffix_pattern
from corpusfmt.syntax.dates import write_date
from corpusfmt.syntax.escape import escape, escape_and, escape_heading, escape_name, reference
from corpusfmt.syntax.writer.blocks import write_paragraph
from corpusfmt.syntax.writer.guards import guard_header
from corpusfmt.syntax.writer.inline import write_link
from corpusfmt.text.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from corpusfmt.model.document import AuthorEntry, Document

_MOST_TRIES = 8
"""The most names that are escaped one by one; after them all are."""


def write_fields(document: Document, *, with_guards: bool = True) -> list[str]:
    """Return the blocks of the header but for the intro."""
    blocks: list[str] = []
    if "title" in document:
        blocks.append("# " + escape_heading(escape(document["title"])))
    if "subtitle" in document:
        blocks.append("## " + escape_heading(escape(document["subtitle"])))
    if "byline" in document:
        write = write_byline if with_guards else _write_byline_as_it_is
        blocks.append(write(document["byline"]))
    if "date" in document:
        blocks.append(write_date(document["date"]))
    if "updated" in document:
        blocks.append("Updated: " + write_date(document["updated"]))
    return blocks


def write_intro(
    document: Document, fields: Sequence[str], *, with_guards: bool = True
) -> list[str]:
    """Return the paragraphs of the intro; with guards, none is read as a byline or a date.

    ``fields`` are the blocks of the header above them.
    """
    intro = list(map(write_paragraph, document.get("intro", [])))
    return guard_header(intro, fields) if with_guards else intro


def write_byline(authors: Sequence[AuthorEntry]) -> str:
    """Return the byline, with references in the names that would be read as something else."""
    escaped: set[int] = set()
    while True:
        names: list[str] = []
        for number, author in enumerate(authors):
            names.append(_write_author(author, escaped=number in escaped))
        byline = _write_names(names)
        read = read_byline(byline)
        if read is not None and read.date_start is None and read.authors == list(authors):
            return byline
        if len(escaped) == len(authors):
            raise ValueError("a byline cannot be written")
        escaped.update(_next_to_guard(authors, read, escaped))


def _write_byline_as_it_is(authors: Sequence[AuthorEntry]) -> str:
    return _write_names([_write_author(author, escaped=False) for author in authors])


def _next_to_guard(
    authors: Sequence[AuthorEntry], read: Byline | None, escaped: set[int]
) -> set[int]:
    """Return the number of the first author that is read wrongly, or of all after many tries."""
    every = set(range(len(authors)))
    if len(escaped) >= _MOST_TRIES:
        return every
    first_wrong = 0 if read is None else _first_wrong(authors, read.authors)
    others = [number for number in range(first_wrong, len(authors)) if number not in escaped]
    return set(others[:1]) or every


def _first_wrong(authors: Sequence[AuthorEntry], read: Sequence[AuthorEntry]) -> int:
    """Return the number of the first name that is read wrongly, 0 if none is.

    Where only the role of an author is, the next name was read as a part of it.
    """
    for number, (author, other) in enumerate(zip(authors, read, strict=False)):
        if author["name"] != other["name"] or author.get("url") != other.get("url"):
            return number
        if author != other:
            return number + 1
    return 0


def _write_author(author: AuthorEntry, *, escaped: bool) -> str:
    if "url" in author:
        name = author["name"]
        text = _escaped_text(name) if escaped else escape(name, "[", "]", in_link=True)
        written = write_link(text, author["url"])
    elif escaped:
        written = _escaped_name(author["name"])
    else:
        written = _write_name(author["name"])
    if "role" in author:
        role = author["role"]
        written += f" ({_escaped_text(role) if escaped else _write_role(role)})"
    return written


def _write_name(name: str) -> str:
    """Return a name; the commas before suffixes such as ``Jr.`` at its end need no reference."""
    suffixes = ""
    before, comma, suffix = name.rpartition(", ")
    while comma and suffix_pattern().fullmatch(suffix):
        name, suffixes = before, f", {suffix}{suffixes}"
        before, comma, suffix = name.rpartition(", ")
    return escape_name(name) + suffixes


def _escaped_name(name: str) -> str:
    """Return a name without a word or a character that would be read as more than a name."""
    return escape_and(reference(name[0]) + _escaped_text(name[1:]))


def _escaped_text(text: str) -> str:
    """Return a text with references in place of all characters but letters and spaces."""
    pieces: list[str] = []
    for character in text:
        is_plain = character.isspace() or character.isalpha()
        pieces.append(character if is_plain else reference(character))
    return "".join(pieces)


def _write_role(role: str) -> str:
    escaped = escape(role, "(", ")")
    return escaped.replace("(", "\\(").replace(")", "\\)")


def _write_names(names: Sequence[str]) -> str:
    first = ", ".join(names[:-1])
    return f"By {first} and {names[-1]}" if first else f"By {names[-1]}"
