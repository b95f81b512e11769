"""The body of an article as Markdown on its own."""

from typing import Any

import pytest
from hypothesis import given

from corpusfmt.convert.markdown_body import (
    intro_blocks,
    plain_line,
    read_markdown,
    with_marked_headings,
    write_markdown,
)
from corpusfmt.model.document import Document
from corpusfmt.syntax.normal_form import normalize_document
from corpusfmt.testing import documents
from tests.convert.whole import WHOLE, paragraph, text
from tests.property.as_markdown import document_blocks, markdown_blocks


@given(documents())
def test_a_body_comes_back(document: Document) -> None:
    body = normalize_document(document)["body"]
    written = write_markdown(body)
    assert read_markdown(written)["body"] == body
    assert written.endswith("\n")
    assert not written.startswith("\n")
    # A CommonMark parser finds the same blocks.
    alone: Any = {"corpusfmt": "1.0", "title": "T", "body": body}
    assert markdown_blocks(written) == document_blocks(alone)[1:]


@pytest.mark.parametrize(
    "words", ["By John Smith", "February 04, 2020", "Photo: Reuters", "Reuters"]
)
def test_what_looks_like_a_header_is_not_escaped(words: str) -> None:
    assert write_markdown([paragraph(text(words)), paragraph(text("x"))]) == f"{words}\n\nx\n"  # type: ignore[list-item]


def test_the_intro_is_paragraphs() -> None:
    blocks = intro_blocks(WHOLE)
    assert blocks == [paragraph(text("The lamp burns.")), paragraph(text("At last."))]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Costs\n-----\nText.\n", "## Costs\nText.\n"),
        ("Text.\n\nCosts\n===", "Text.\n\n# Costs\n"),
        ("Two\nlines\n---\n", "Two\nlines\n---\n"),
        ("- item\n---\n", "- item\n---\n"),
        ("a | b\n--- | ---\n", "a | b\n--- | ---\n"),
        ("Text.\n\n---\n\nText.\n", "Text.\n\n---\n\nText.\n"),
    ],
)
def test_headings_with_a_line_below_are_marked(text: str, marked: str) -> None:
    assert with_marked_headings(text) == marked


def test_a_line_of_markdown_has_its_words() -> None:
    assert plain_line("The *ferry* to [Skarv](x)") == "The ferry to Skarv"
