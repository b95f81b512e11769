"""Documents as they are written."""

import json

import pytest

from corpusfmt.convert.writing import render
from corpusfmt.model.document import Document
from corpusfmt.syntax.normal_form import normalize_document
from corpusfmt.syntax.reading import read_document
from tests.document_cases import RICH, VALID


@pytest.mark.parametrize("target", ["json", "jsonl"])
@pytest.mark.parametrize(("name", "document"), VALID, ids=[name for name, _ in VALID])
def test_json_keeps_the_order_of_the_document(name: str, document: Document, target: str) -> None:
    data = render(document, target)
    back = json.loads(data)
    assert back == document
    assert list(back) == list(document)
    assert data.endswith(b"\n")
    assert (data.count(b"\n") == 1) is (target == "jsonl")


@pytest.mark.parametrize(("name", "document"), VALID, ids=[name for name, _ in VALID])
def test_the_text_is_read_as_the_document(name: str, document: Document) -> None:
    assert read_document(render(document, "text").decode()) == normalize_document(document)


def test_letters_are_not_escaped() -> None:
    assert "é中".encode() in render(RICH | {"title": "é中"}, "json")
