"""``--to jsonl``: documents as JSON Lines."""

from __future__ import annotations

from corpusfmt.convert.format import Format, Options, same_place
from corpusfmt.convert.json_line import to_line
from corpusfmt.text.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from corpusfmt.model.document import Document


def render(document: Document, options: Options) -> bytes:
    """Return the document in the order of the text, on one line."""
    return to_line(document)


FORMAT = Format(
    name="jsonl",
    title="JSON Lines",
    summary="documents, one on a line",
    definition="[schema/article.schema.json](../schema/article.schema.json)",
    checked_by="jsonschema and jsonschema-rs",
    suffixes=(".jsonl", ".ndjson"),
    layout="stream",
    render=render,
    carries=same_place("the property of that name"),
    keeps_form=True,
)
