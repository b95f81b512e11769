"""``--to docbin``: a DocBin of spaCy, with spans of links and marks."""

from __future__ import annotations

from functools import cache

from corpusfmt.convert.format import Format, Options, same_place
from corpusfmt.convert.formats.plain import NOT_IN_RUNNING_TEXT
from corpusfmt.convert.sources import document_id
from corpusfmt.convert.spans import SpannedText
from corpusfmt.text.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer
    from spacy.tokens import Doc

    from corpusfmt.model.document import Document

_LANGUAGE = "xx"
"""The language whose tokenizer is used: none in particular."""

_METADATA = ("url", "title", "subtitle", "date", "updated", "caption", "credit")


def render(document: Document, options: Options) -> bytes:
    """Return a DocBin with one Doc: its tokens, its spans, and what is known of it."""
    from spacy.tokens import DocBin

    data: bytes = DocBin(store_user_data=True, docs=[_to_doc(document)]).to_bytes()
    return data


def _to_doc(document: Document) -> Doc:
    spanned = SpannedText(document)
    doc: Doc = _tokenizer()(spanned.text)
    doc.user_data["id"] = document_id(document)
    doc.user_data["authors"] = [author["name"] for author in document.get("byline", ())]
    for name in _METADATA:
        doc.user_data[name] = document.get(name)
    exact: list[list[object]] = []
    for span in spanned.spans:
        exact.append([span.kind, span.start, span.end, span.url])
        tokens = doc.char_span(span.start, span.end, label=span.kind, alignment_mode="expand")
        if tokens is not None:
            tokens.id_ = span.url or ""
            if span.kind not in doc.spans:
                doc.spans[span.kind] = []
            doc.spans[span.kind].append(tokens)
    doc.user_data["spans"] = exact
    return doc


@cache
def _tokenizer() -> Tokenizer:
    import spacy

    return spacy.blank(_LANGUAGE).tokenizer


_SPAN = "`doc.spans`, and in characters `spans` of `doc.user_data`"

FORMAT = Format(
    name="docbin",
    title="DocBin",
    summary="a DocBin of spaCy with tokens, and spans of links and marks",
    definition="[DocBin](https://spacy.io/api/docbin)",
    checked_by="spacy",
    suffixes=(".spacy",),
    layout="articles",
    render=render,
    extra="spacy",
    is_joined=False,
    modules=("spacy",),
    carries={
        **{name: f"`{name}` of `doc.user_data`" for name in _METADATA},
        "byline": "`authors` of `doc.user_data`",
        "date.local": "`date` of `doc.user_data`",
        "updated.local": "`updated` of `doc.user_data`",
        **same_place(_SPAN, "intro", "heading", "item", "quote", "strong", "em"),
        "link": f"{_SPAN}; the URL is `id_` of the span",
        "break": "a line feed in the text",
    },
    drops={
        **same_place("`doc.user_data` has only the names", "byline.url", "byline.role"),
        **same_place("a span has only a label", "heading.level", "item.number", "item.depth"),
        **NOT_IN_RUNNING_TEXT,
        "separator": "only the words are kept",
    },
)
