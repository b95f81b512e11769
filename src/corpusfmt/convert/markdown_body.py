"""The body of a document as Markdown on its own, and back.

The body is written and read as that of an article with a header and a credit: then its first
paragraphs are never taken for parts of a header, and need no escapes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpusfmt.model.fields import VERSION
from corpusfmt.syntax.inline import plain_text
from corpusfmt.syntax.reading import read_document
from corpusfmt.syntax.writer import write_document
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.patterns import regex

if TYPE_CHECKING:
    from corpusfmt.model.document import Block, Document

_UNDERLINED = regex(
    r"(?m)(?:(?<=\n\n)|\A\n*)^ {0,3}(?![ #>*+=|~`-]|\d+[.)] )(\S[^\n]*)\n"
    r" {0,3}([=-])\2*[ \t]*(?:\n|\Z)"
)
"""A heading as CommonMark calls it a setext heading, of one line."""

_TITLE = "Title"
_CREDIT = "Credit"
_HEAD = f"# {_TITLE}\n\n\n\n**{_CREDIT}**\n\n"


def write_markdown(blocks: Sequence[Block]) -> str:
    """Return blocks in normal form as Markdown that ends in a line feed."""
    document: Document = {
        "corpusfmt": VERSION,
        "title": _TITLE,
        "credit": _CREDIT,
        "body": list(blocks),
    }
    # The title, three empty lines and the credit: each of the last two ends with two line feeds.
    return write_document(document).split("\n\n", 3)[3]


def with_marked_headings(text: str) -> str:
    """Return Markdown with ``#`` before headings that a line of ``=`` or ``-`` is below."""

    def mark(match: re.Match[str]) -> str:
        return f"{'#' if match[2] == '=' else '##'} {match[1].strip()}\n"

    return _UNDERLINED.sub(mark, text)


def plain_line(markdown: str) -> str:
    """Return the words of a line of Markdown."""
    blocks = read_markdown(markdown)["body"]
    words = [plain_text(block["content"]) for block in blocks if "content" in block]
    return " ".join(words)


def read_markdown(text: str) -> Document:
    """Return a document with the body of Markdown, and with a ``url`` if the text ends in one."""
    document = read_document(_HEAD + text)
    if "credit" not in document:  # without a body it was read as a block
        document["body"] = document["body"][1:]
    return document


def intro_blocks(document: Document) -> list[Block]:
    """Return the paragraphs of the intro as blocks of a body."""
    return [{"type": "paragraph", "content": content} for content in document.get("intro", ())]
