"""``--to json``: the document as JSON."""

from __future__ import annotations

import json

from corpusfmt.convert.format import Format, Options, same_place
from corpusfmt.text.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from corpusfmt.model.document import Document


def render(document: Document, options: Options) -> bytes:
    """Return the document in the order of the text, indented by two."""
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


FORMAT = Format(
    name="json",
    title="JSON",
    summary="the document, one in a file",
    definition="[schema/article.schema.json](../schema/article.schema.json)",
    checked_by="jsonschema and jsonschema-rs",
    suffixes=(".json",),
    layout="articles",
    render=render,
    carries=same_place("the property of that name"),
    keeps_form=True,
)
