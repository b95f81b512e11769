"""``--to text``: the canonical text of the article."""

from __future__ import annotations

from corpusfmt.convert.format import Format, Options, same_place
from corpusfmt.syntax.roundtrip import write_valid
from corpusfmt.text.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from corpusfmt.model.document import Document


def render(document: Document, options: Options) -> bytes:
    """Return the canonical text; raise RoundTripError if it is read as another document."""
    return write_valid(document).encode()


FORMAT = Format(
    name="text",
    title="text",
    summary="the canonical text of an article",
    definition="[docs/spec.md](spec.md)",
    checked_by="corpusfmt, and the CommonMark parser markdown-it-py",
    suffixes=(".txt", ".text", ".md", ".markdown"),
    layout="articles",
    render=render,
    carries=same_place("as the specification says"),
    keeps_form=True,
)
