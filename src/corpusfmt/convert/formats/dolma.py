"""``--to dolma``: documents for Dolma and datatrove, with attributes for spans of the text."""

from __future__ import annotations

from corpusfmt.convert.format import Format, Options, same_place
from corpusfmt.convert.formats.plain import NOT_IN_RUNNING_TEXT
from corpusfmt.convert.instants import to_instant
from corpusfmt.convert.json_line import to_line
from corpusfmt.convert.sources import document_id
from corpusfmt.convert.spans import SpannedText
from corpusfmt.text.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from corpusfmt.model.document import Document

SOURCE = "corpusfmt"
PREFIX = "corpusfmt__document__"
"""What the names of the attributes begin with: an experiment and a tagger."""

_METADATA = ("url", "title", "subtitle", "date", "updated", "caption", "credit")


def render(document: Document, options: Options) -> bytes:
    """Return the document on one line."""
    spanned = SpannedText(document)
    attributes: dict[str, list[list[float]]] = {}
    for span in spanned.spans:
        attributes.setdefault(PREFIX + span.kind, []).append([span.start, span.end, 1.0])
    found: dict[str, object] = {
        "id": document_id(document),
        "text": spanned.text,
        "source": SOURCE,
    }
    created = to_instant(document.get("date"))
    if created is not None:
        found["created"] = created
    found["metadata"] = _metadata(document, spanned)
    found["attributes"] = attributes
    return to_line(found)


def _metadata(document: Document, spanned: SpannedText) -> dict[str, object]:
    """Return the fields, each as null if it is absent, so that all lines have the same columns."""
    found: dict[str, object] = {name: document.get(name) for name in _METADATA}
    found["authors"] = [author["name"] for author in document.get("byline", ())]
    links = [span for span in spanned.spans if span.kind == "link"]
    found["links"] = [{"start": span.start, "end": span.end, "url": span.url} for span in links]
    return found


_SPAN = "a span of `attributes`"

FORMAT = Format(
    name="dolma",
    title="JSON Lines",
    summary="documents for Dolma and datatrove, with spans of links and marks",
    definition="[Dolma](https://github.com/allenai/dolma/blob/main/docs/data-format.md), "
    "[datatrove](https://github.com/huggingface/datatrove)",
    checked_by="datatrove",
    suffixes=(".jsonl",),
    layout="stream",
    render=render,
    carries={
        **{name: f"`{name}` in `metadata`" for name in _METADATA},
        "byline": "`authors` in `metadata`",
        "date": "`created`, and `date` in `metadata`",
        "date.local": "`date` in `metadata`",
        "updated.local": "`updated` in `metadata`",
        **dict.fromkeys(("intro", "heading", "item", "quote", "strong", "em"), _SPAN),
        "link": f"{_SPAN}, and `links` in `metadata`",
        "break": "a line feed in `text`",
    },
    drops={
        **same_place("`metadata` has only the names", "byline.url", "byline.role"),
        **same_place("a span has only a score", "heading.level", "item.number", "item.depth"),
        **NOT_IN_RUNNING_TEXT,
        "separator": "only the words are kept",
    },
)
