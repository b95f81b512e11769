"""The laws as functions of one text or document, for every test that holds inputs to them."""

from __future__ import annotations

import re
from unicodedata import is_normalized

from corpusfmt.api.articles import format
from corpusfmt.model.document import Document
from corpusfmt.syntax.reading import read_document
from corpusfmt.syntax.writer import write_document
from tests.property.as_markdown import document_blocks, markdown_blocks
from tests.property.nothing_lost import assert_nothing_lost

_NEVER_CANONICAL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]|\\A\\s|[^\\S\n]\n|\n{5}|(?<!\n)\n{3}(?!\n)"
)


def assert_is_idempotent(text: str) -> None:
    """Law 4: the canonical text of a text is the same document, and is its own canonical text."""
    canonical = format(text)
    assert read_document(canonical) == read_document(text)
    assert format(canonical) == canonical
    assert_looks_canonical(canonical)


def assert_looks_canonical(text: str) -> None:
    """What can be said of any canonical text without reading it."""
    assert text == "" or (text.endswith("\n") and not text.endswith("\n\n"))
    assert not _NEVER_CANONICAL.search(text)
    assert text.count("\n\n\n\n") <= 1
    assert is_normalized("NFC", text)
    text.encode()


def assert_is_markdown(document: Document) -> None:
    """Law 5: a CommonMark parser finds the document's blocks in its canonical text."""
    found = markdown_blocks(write_document(document))
    expected = document_blocks(document)
    if found != expected and "credit" in document and "caption" not in document:
        expected = document_blocks(document, plain_credit=True)
    assert found == expected


def assert_obeys(text: str) -> None:
    """The laws that hold for any text: 1, 2, 4 and 5."""
    assert_nothing_lost(text)
    assert_is_idempotent(text)
    assert_is_markdown(read_document(text))
