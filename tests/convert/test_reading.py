"""The documents of a file are read, or diagnostics have the reasons."""

import hashlib
import json
from typing import Any

import pytest

from corpusfmt.convert.read_result import ReadResult
from corpusfmt.convert.reading import read_documents
from corpusfmt.lint.checker import MOST_LISTED
from corpusfmt.model.document import Document
from corpusfmt.syntax.reading import read_document

TEXT = "# Title\n\n\n\nText.\n"
DOCUMENT: Document = {
    "corpusfmt": "1.0",
    "title": "Title",
    "body": [{"type": "paragraph", "content": [{"type": "text", "text": "Text."}]}],
}


def read(data: str | bytes, kind: str, path: str = "in") -> list[ReadResult]:
    return list(read_documents(data if isinstance(data, bytes) else data.encode(), path, kind))


@pytest.mark.parametrize(
    ("path", "escaped"),
    [
        ("a/é.txt", "a/é.txt"),
        ("a\udcff.txt", "a\\xff.txt"),
        ("a\n.txt", "a\\x0a.txt"),
        ("a\u2028\ufeff.txt", "a\\u2028\\ufeff.txt"),
    ],
)
def test_the_source_of_a_document_may_have_any_name(path: str, escaped: str) -> None:
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    assert read(TEXT, "text", path) == [
        ReadResult(DOCUMENT | {"source": {"path": escaped, "sha256": digest}}, text=TEXT)
    ]
    assert read_document(TEXT) == DOCUMENT


def test_a_source_without_a_path_is_completed() -> None:
    [result] = read(json.dumps(DOCUMENT | {"source": {"line": 3}}), "jsonl")
    assert result.document is not None
    assert result.document["source"].keys() == {"path", "sha256", "line"}
    assert result.document["source"]["line"] == 1


def test_a_byte_order_mark_is_ignored() -> None:
    for kind in ("json", "jsonl"):
        assert [result.diagnostics for result in read("\ufeff" + json.dumps(DOCUMENT), kind)] == [
            ()
        ]


def test_a_row_has_the_number_of_its_line() -> None:
    rows = [json.dumps(DOCUMENT), "", "   ", json.dumps(DOCUMENT), "\r"]
    for ending in ("\n", "\r\n"):
        assert [result.line for result in read(ending.join(rows), "jsonl")] == [1, 4]


def test_only_line_feeds_end_rows() -> None:
    title = "one\u2028two"
    [result] = read(json.dumps({"title": title, "x": "\u0085"}, ensure_ascii=False), "jsonl")
    assert result.line == 1


def test_a_schema_error_has_its_position_in_the_json() -> None:
    text = json.dumps(DOCUMENT | {"url": 3}, indent=2)
    [result] = read(text, "json")
    [diagnostic] = result.diagnostics
    line = next(number for number, line in enumerate(text.split("\n"), 1) if '"url"' in line)
    assert (diagnostic.rule, diagnostic.pointer, diagnostic.line, diagnostic.column) == (
        "schema",
        "/url",
        line,
        10,
    )
    assert diagnostic.excerpt == f'  "url": 3\n{" " * 9}^'


def test_an_error_in_a_row_has_the_line_of_the_row() -> None:
    rows = [json.dumps(DOCUMENT), '{"corpusfmt": "1.0", "title": 1, "body": []}']
    _, result = read("\n".join(rows), "jsonl")
    assert {(diagnostic.line, diagnostic.end_line) for diagnostic in result.diagnostics} == {(2, 2)}
    assert {diagnostic.pointer: diagnostic.column for diagnostic in result.diagnostics} == {
        "/title": 31,
        "/body": 42,
    }


def test_errors_beyond_the_limit_are_counted() -> None:
    [result] = read(json.dumps(DOCUMENT | {"body": [1] * (MOST_LISTED + 5)}), "json")
    assert len(result.diagnostics) == MOST_LISTED + 1
    assert result.diagnostics[-1].message == "5 more problems of this document"
    [result] = read("[" + "NaN," * (MOST_LISTED * 2) + "1]", "json")
    assert len(result.diagnostics) == MOST_LISTED


def test_excess_depth_has_one_message() -> None:
    messages = {
        read("[" * depth + "]" * depth, "json")[0].diagnostics[0].message
        for depth in (101, 500, 990, 5000)
    }
    assert messages == {"nested more than 100 deep"}


@pytest.mark.parametrize("kind", ["text", "json", "jsonl"])
@pytest.mark.parametrize(
    "data", [b"\xff", b"\xff\xfe", b"\0", b"{\xe9", TEXT.encode("utf-16"), b"\xef\xbb", b"\r"]
)
def test_bytes_that_are_not_text_are_not_a_document(data: bytes, kind: str) -> None:
    results = read(data, kind)
    assert [result.document for result in results] == [None]
    assert results[0].diagnostics


@pytest.mark.parametrize("control", ["\0", "\x1b", "\x7f", "\x93"])
def test_a_text_with_control_characters_is_not_a_document(control: str) -> None:
    [result] = read(TEXT.replace("Text", f"Te{control}xt"), "text")
    assert result.document is None
    assert [
        (diagnostic.rule, diagnostic.line, diagnostic.column) for diagnostic in result.diagnostics
    ] == [("control-character", 5, 3)]


def test_invalid_bytes_affect_only_their_rows() -> None:
    row = json.dumps(DOCUMENT).encode()
    results = read(b"\n".join([row, b'{"a": "\xe9"}', row, b"\xff" + row, row]), "jsonl")
    assert [result.line for result in results if result.document] == [1, 3, 5]
    [diagnostic] = [diagnostic for result in results for diagnostic in result.diagnostics]
    assert diagnostic.line == 2
    assert diagnostic.message.partition(";")[0].endswith("in lines 2 and 4")


ROW: Any = {"title": "Ferry", "text": "It sailed."}


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        (ROW, "json", "--from rows"),
        ([ROW], "json", "--from rows"),
        (ROW, "jsonl", "--from rows, or --text-field text if the field has the whole article"),
        ({"body": "x"}, "jsonl", "--text-field body if the field has the whole article"),
    ],
)
def test_a_row_with_a_text_is_named(value: Any, kind: str, expected: str) -> None:
    [result] = read(json.dumps(value), kind)
    [diagnostic] = result.diagnostics
    field = "body" if "body" in value else "text"
    assert diagnostic.message == f"this is not a document, but has a text in the field '{field}'"
    assert diagnostic.expected == expected


@pytest.mark.parametrize(
    "value", [{"body": "x"}, {"title": "T", "url": 5}, {"title": "T", "body": []}, 5]
)
def test_another_value_has_the_problems_of_a_document(value: Any) -> None:
    [result] = read(json.dumps(value), "json")
    assert {diagnostic.rule for diagnostic in result.diagnostics} == {"schema"}


def test_rows_with_texts_are_named_unless_a_document_precedes_them() -> None:
    rows = [json.dumps(one) for one in (ROW, ROW, DOCUMENT, ROW)]
    results = read("\n".join(rows), "jsonl")
    found = [(one.line, one.rule) for result in results for one in result.diagnostics]
    assert found[:2] == [(1, "foreign-file"), (2, "foreign-file")]
    assert set(found[2:]) == {(4, "schema")}
