"""Documents as they are written: each format renders one, or reports what it would drop."""

from __future__ import annotations

from corpusfmt.convert.features import find_dropped
from corpusfmt.convert.format import NO_OPTIONS, ConversionError, Format, Options
from corpusfmt.convert.formats import FORMATS
from corpusfmt.convert.formats.text import FORMAT as TEXT
from corpusfmt.syntax.normal_form import normalize_document
from corpusfmt.syntax.roundtrip import write_valid
from corpusfmt.text.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from corpusfmt.model.document import Document

_MOST_NAMED = 5


def render(
    document: Document, target: str, options: Options = NO_OPTIONS, *, text: str | None = None
) -> bytes:
    """Return the bytes of a valid document in a format.

    ``text`` is the text that the document is the reading of, if it is known: where it is canonical,
    it is not read again to prove that it is.

    Raise ConversionError for an article that the format cannot hold, and RoundTripError if the
    canonical text is not read as the same document in normal form.
    """
    chosen = FORMATS[target]
    if text is not None and target == TEXT.name:
        return write_valid(document, text).encode()
    if chosen.keeps_form:
        return chosen.render(document, options)
    normal = normalize_document(document)
    if "source" in document:
        normal["source"] = document["source"]
    return chosen.render(normal, options)


def refuse_loss(document: Document, target: str, options: Options = NO_OPTIONS) -> None:
    """Raise ConversionError for a document with a feature that the format drops."""
    chosen = FORMATS[target]
    found = find_dropped(document, chosen.dropped(options))
    if found:
        raise ConversionError(_describe(found, chosen))


def _describe(found: dict[str, str], chosen: Format) -> str:
    named = [f"{feature} (at {pointer})" for feature, pointer in found.items()]
    listed = ", ".join(named[:_MOST_NAMED])
    if len(named) > _MOST_NAMED:
        listed += f" and {len(named) - _MOST_NAMED} more"
    return f"--strict: {chosen.name} would drop {listed}"
