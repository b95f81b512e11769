"""Write a document in normal form as its canonical text."""

from __future__ import annotations

from collections.abc import Sequence

from corpusfmt.syntax.writer.body import write_body
from corpusfmt.syntax.writer.header import write_fields, write_intro
from corpusfmt.text.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from corpusfmt.model.document import Document

__all__ = ["write_document"]

GAP = "\n\n\n\n"
"""What separates the header from the body: three empty lines, where the lead picture was."""


def write_document(document: Document, plain: Sequence[str] | None = None) -> str:
    """Return the canonical text of a document in normal form; it may lack a title, like a reading.

    Raise ValueError where a date is not in the calendar; the caller checks everything else against
    the schema.

    ``plain`` has the text of each block that is known to be written as it is, and "" for every
    other. Then names and lines are written without guards, even where they would be read as
    something else: a text that is equal to this, and has this document, is canonical.
    """
    with_guards = plain is None
    fields = write_fields(document, with_guards=with_guards)
    header = fields + write_intro(document, fields, with_guards=with_guards)
    body = write_body(document, after_gap=bool(header), plain=plain)
    parts = ["\n\n".join(header), "\n\n".join(body)]
    text = GAP.join(part for part in parts if part)
    return text + "\n" if text else ""
