"""Markdown with front matter: what YAML and CommonMark parsers read is the document."""

from typing import Any

import yaml
from hypothesis import given

from corpusfmt.convert.writing import render
from corpusfmt.model.document import Document
from corpusfmt.syntax.normal_form import normalize_document
from corpusfmt.testing import documents
from tests.convert.whole import PLAIN, WHOLE
from tests.property.as_markdown import document_blocks, markdown_blocks


def parts(document: Document) -> tuple[dict[str, Any], str]:
    """Return the front matter as a YAML parser reads it, and the body."""
    written = render(document, "markdown").decode()
    _, front, body = written.split("---\n", 2)
    return yaml.safe_load(front), body


def test_the_front_matter_has_the_header() -> None:
    front, body = parts(WHOLE)
    assert front == {
        "title": "Lamp <Relit> & Burning",
        "subtitle": "After 40 years",
        "author": ["Mara Lindqvist", "Reuters"],
        "author_url": ["https://coast.example/mara", None],
        "author_role": ["Reporter", None],
        "date": "2024-03-05T09:02+01:00",
        "lastmod": "2024-03-06T10:00:30Z",
        "intro_paragraphs": 2,
        "caption": "The lamp",
        "credit": "Ida Berg / Museum",
        "original_url": "https://coast.example/2024/lamp?x=1&y=2",
    }
    assert body.startswith("\nThe lamp burns.\n\nAt last.\n\nIt shone **again** on *Friday*\n")


def test_what_is_absent_has_no_key() -> None:
    assert parts(PLAIN) == ({"title": "Title"}, "\nWords.\n")


@given(documents())
def test_parsers_read_the_document(document: Document) -> None:
    normal = normalize_document(document)
    front, body = parts(normal)
    assert front["title"] == normal["title"]
    assert front.get("author", []) == [author["name"] for author in normal.get("byline", ())]
    assert front.get("date") == normal.get("date")
    blocks: Any = [{"type": "paragraph", "content": content} for content in normal.get("intro", ())]
    alone: Any = {"corpusfmt": "1.0", "title": "T", "body": [*blocks, *normal["body"]]}
    assert markdown_blocks(body) == document_blocks(alone)[1:]
