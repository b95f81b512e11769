"""Write the header: title, subtitle, byline, dates and intro."""

from __future__ import annotations

from collections.abc import Sequence

from corpusfmt.model.document import AuthorEntry, Document, Node
from corpusfmt.syntax.dates import write_date
from corpusfmt.syntax.escape import escape, escape_heading, escape_name, reference
from corpusfmt.syntax.writer.blocks import write_paragraph
from corpusfmt.syntax.writer.guards import begins_with_name, find_date_after_name, may_be_header
from corpusfmt.syntax.writer.inline import write_link


def write_fields(document: Document) -> list[str]:
    """Return the blocks of the header but for the intro."""
    blocks: list[str] = []
    if "title" in document:
        blocks.append("# " + escape_heading(escape(document["title"])))
    if "subtitle" in document:
        blocks.append("## " + escape_heading(escape(document["subtitle"])))
    if "byline" in document:
        blocks.append(_write_byline(document["byline"]))
    if "date" in document:
        blocks.append(write_date(document["date"]))
    if "updated" in document:
        blocks.append("Updated: " + write_date(document["updated"]))
    return blocks


def write_intro(paragraphs: Sequence[Sequence[Node]]) -> list[str]:
    """Return the paragraphs of the intro. Each depends on the next one, so the last is first."""
    blocks: list[str] = []
    following = ""
    for content in reversed(paragraphs):
        following = write_header_paragraph(content, following)
        blocks.append(following)
    blocks.reverse()
    return blocks


def write_header_paragraph(content: Sequence[Node], following: str) -> str:
    """Return a paragraph that is not read as a byline or a date, this block being the next one."""
    block = write_paragraph(content)
    if may_be_header(block, following):
        return write_paragraph(content, escape_first=True)
    return block


def _write_byline(authors: Sequence[AuthorEntry]) -> str:
    names = [_write_author(author) for author in authors]
    byline = _write_names(names)
    is_linked = "url" in authors[0]
    if is_linked and byline.endswith(")"):  # a link is a name, except in a sentence
        return byline
    if begins_with_name(byline):
        return byline
    if is_linked:  # it ends like a sentence
        return byline[:-1] + reference(byline[-1])
    first = authors[0]["name"]
    names[0] = reference(first[0]) + escape_name(first[1:])
    return _write_names(names)


def _write_author(author: AuthorEntry) -> str:
    if "url" in author:
        return write_link(escape(author["name"], "[", "]", in_link=True), author["url"])
    return escape_name(author["name"])


def _write_names(names: Sequence[str]) -> str:
    """Return a byline of these names, none of which ends in what would be read as a date."""
    first = ", ".join(names[:-1])
    byline = f"By {first} and {names[-1]}" if first else f"By {names[-1]}"
    while (start := find_date_after_name(byline)) is not None:
        byline = byline[:start] + reference(byline[start]) + byline[start + 1 :]
    return byline
