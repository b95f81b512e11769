"""Law 5: an independent CommonMark parser reads the same blocks, text and marks."""

from hypothesis import given, settings

from corpusfmt.model.document import Document
from corpusfmt.syntax.normal_form import normalize_document
from corpusfmt.syntax.reading import read_document
from corpusfmt.testing import documents, mutated_articles, texts
from tests.budget import READING_EXAMPLES
from tests.property.as_markdown import markdown_blocks
from tests.property.laws import assert_is_markdown


@given(documents())
@settings(max_examples=READING_EXAMPLES)
def test_the_text_of_any_document_is_markdown(document: Document) -> None:
    assert_is_markdown(normalize_document(document))


@given(texts())
@settings(max_examples=READING_EXAMPLES)
def test_the_canonical_text_of_any_text_is_markdown(text: str) -> None:
    assert_is_markdown(read_document(text))


@given(mutated_articles())
@settings(max_examples=READING_EXAMPLES)
def test_the_canonical_text_of_a_damaged_article_is_markdown(text: str) -> None:
    assert_is_markdown(read_document(text))


def test_the_blocks_that_are_compared_are_those_of_commonmark() -> None:
    assert markdown_blocks("# *a*\n\n- b\n  1) c\n\n> d\n\n***\n\n<div>\n") == [
        ("heading", 1, [{"type": "text", "text": "a", "em": True}]),
        ("item", 0, "bullet", [{"type": "text", "text": "b"}]),
        ("item", 1, "ordered", [{"type": "text", "text": "c"}]),
        ("quote", [{"type": "text", "text": "d"}]),
        ("separator",),
        ("html_block", "<div>\n"),
    ]
