"""Write a document in normal form as its canonical text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpusfmt.syntax.writer.body import write_body
from corpusfmt.syntax.writer.header import write_fields, write_intro

if TYPE_CHECKING:
    from corpusfmt.model.document import Document

__all__ = ["write_document"]

GAP = "\n\n\n\n"
"""What separates the header from the body: three empty lines, where the lead picture was."""


def write_document(document: Document) -> str:
    """Return the canonical text of a document in normal form; it may lack a title, like a reading.

    Raise ValueError where a date is not in the calendar; the caller checks everything else against
    the schema.
    """
    fields = write_fields(document)
    header = fields + write_intro(document, fields)
    body = write_body(document, after_gap=bool(header))
    parts = ["\n\n".join(header), "\n\n".join(body)]
    text = GAP.join(part for part in parts if part)
    return text + "\n" if text else ""
