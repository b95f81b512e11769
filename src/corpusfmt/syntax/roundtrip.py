"""Prove that nothing is lost in writing: the document written is the document read back."""

from __future__ import annotations

from corpusfmt.model.errors import CorpusfmtError
from corpusfmt.syntax.date_order import NO_ORDERS, DateOrders
from corpusfmt.syntax.normal_form import normalize_document
from corpusfmt.syntax.reading import Reading
from corpusfmt.syntax.writer import write_document
from corpusfmt.text.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from corpusfmt.model.document import Document

UNFAITHFUL = "its canonical text would not be read as the same document; please report this text"
"""The reason for a proof that fails."""


class RoundTripError(CorpusfmtError):
    """A text whose canonical text would not be the same document.

    ``offset`` is where, in characters, or None.
    """

    def __init__(self, reason: str, offset: int | None = None) -> None:
        super().__init__(reason, offset)
        self.reason = reason
        self.offset = offset

    def __str__(self) -> str:
        return self.reason


def prove(document: Document, text: str, orders: DateOrders = NO_ORDERS) -> None:
    """Raise RoundTripError unless the text is read as this document, which is in normal form.

    Writing depends on the document alone, so the proof also shows that the text is its own
    canonical text.
    """
    if not is_faithful(document, Reading(text, orders)):
        raise RoundTripError(UNFAITHFUL)


def is_faithful(document: Document, reading: Reading) -> bool:
    """Return whether a reading of the canonical text of a document is that document."""
    return reading.document == document


def write_reading(reading: Reading) -> str:
    """Return the canonical text of a reading, proved; a canonical text is not read again.

    Raise RoundTripError where a control character or lone surrogate would be lost, or the proof
    fails.
    """
    lost = reading.lost_offset
    if lost is not None:
        code = ord(reading.text[lost])
        raise RoundTripError(f"holds U+{code:04X}, which canonical text cannot hold", lost)
    text = write_document(reading.document)
    if text != reading.text:
        prove(reading.document, text, reading.orders)
    return text


def write_valid(document: Document, read_from: str | None = None) -> str:
    """Return the canonical text of a valid document, proved.

    A document that is the reading of a text is not proved if that text is the canonical one. Raise
    RoundTripError where the proof fails.
    """
    normal = normalize_document(document)
    text = write_document(normal)
    if text != read_from:
        prove(normal, text)
    return text
