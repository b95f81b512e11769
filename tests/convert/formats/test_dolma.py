"""Dolma: a text, and attributes whose spans are in it."""

import json
from typing import Any

from hypothesis import given

from corpusfmt.convert.plain_words import plain_body
from corpusfmt.convert.writing import render
from corpusfmt.model.document import Document
from corpusfmt.syntax.normal_form import normalize_document
from corpusfmt.testing import documents
from tests.convert.whole import PLAIN, WHOLE


def read(document: Document) -> dict[str, Any]:
    line = render(document, "dolma")
    assert line.count(b"\n") == 1
    found: dict[str, Any] = json.loads(line)
    return found


def test_the_spans_of_a_document_are_attributes() -> None:
    found = read(WHOLE)
    assert found["source"] == "corpusfmt"
    assert found["created"] == "2024-03-05T09:02:00+01:00"
    assert found["metadata"]["authors"] == ["Mara Lindqvist", "Reuters"]
    [[start, end, score]] = found["attributes"]["corpusfmt__document__link"]
    assert (found["text"][start:end], score) == ("they said", 1.0)
    [link] = found["metadata"]["links"]
    assert link == {"start": start, "end": end, "url": "https://coast.example/a?b=1&c=2"}


def test_all_documents_have_the_same_metadata() -> None:
    plain, whole = read(PLAIN | {"date": "2024-03-05"}), read(WHOLE)
    assert plain["metadata"].keys() == whole["metadata"].keys()
    assert "created" not in plain
    assert plain["attributes"] == {}


@given(documents())
def test_every_span_is_in_the_text(document: Document) -> None:
    found = read(document)
    assert found["text"] == plain_body(normalize_document(document))
    for name, spans in found["attributes"].items():
        assert name.startswith("corpusfmt__document__")
        for start, end, _ in spans:
            assert found["text"][start:end]
