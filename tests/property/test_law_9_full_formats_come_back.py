"""Law 9: for every format that can hold the whole document, there and back is the identity."""

import io
import json
from typing import Any

from hypothesis import given

from corpusfmt.convert.formats import FORMATS
from corpusfmt.convert.parquet_table import write_table
from corpusfmt.convert.reading import read_documents
from corpusfmt.convert.writing import render
from corpusfmt.files.archives.limits import Budget, Limits
from corpusfmt.files.archives.parquet import read_parquet
from corpusfmt.model.document import Document
from corpusfmt.syntax.normal_form import normalize_document
from corpusfmt.testing import documents


def read_back(data: bytes, kind: str) -> Document:
    """Return the document of a file in normal form, without its source."""
    [result] = read_documents(data, "file", kind)
    assert result.document is not None, result.diagnostics
    return normalize_document(result.document)


@given(documents())
def test_documents_come_back(document: Document) -> None:
    """Through each format, since to draw a document takes more time than to write and read it."""
    normal = normalize_document(document)
    for name in ("text", "json", "jsonl", "markdown", "html"):
        assert read_back(render(document, name), name) == normal, name
    assert_comes_back_from_parquet(document, normal)


def assert_comes_back_from_parquet(document: Document, normal: Document) -> None:
    source: Any = document.get("source", {"path": "a.txt"})
    row = render(document | {"source": source}, "parquet")
    table = io.BytesIO(b"".join(write_table([row])))
    [(entry, field, _)] = read_parquet(table, "text", Budget(Limits()))
    assert field == "text"
    read = json.loads(entry.read())
    assert read["source"] == source
    assert read_back(entry.read(), "json") == normal


def test_a_format_that_is_read_back_drops_nothing() -> None:
    for name in ("text", "json", "jsonl", "markdown", "html", "parquet"):
        assert FORMATS[name].drops == {}
