"""The documents in a file, or what keeps it from holding any, each fault in its place."""

import hashlib
import json
from typing import Any

import pytest

from corpusfmt.convert.reading import ReadResult, read_documents
from corpusfmt.lint.checker import MOST_LISTED
from corpusfmt.syntax.reading import read_document

TEXT = "# Title\n\n\n\nText.\n"
DOCUMENT: dict[str, Any] = {
    "corpusfmt": "1.0",
    "title": "Title",
    "body": [{"type": "paragraph", "content": [{"type": "text", "text": "Text."}]}],
}


def read(data: str | bytes, kind: str, path: str = "in") -> list[ReadResult]:
    return list(read_documents(data if isinstance(data, bytes) else data.encode(), path, kind))


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("a/é.txt", "a/é.txt"),
        ("a\udcff.txt", "a\\xff.txt"),
        ("a\n.txt", "a\\x0a.txt"),
        ("a\u2028\ufeff.txt", "a\\u2028\\ufeff.txt"),
    ],
)
def test_a_document_says_where_it_comes_from_whatever_the_name(path: str, said: str) -> None:
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    assert read(TEXT, "text", path) == [
        ReadResult(DOCUMENT | {"source": {"path": said, "sha256": digest}})
    ]
    assert read_document(TEXT) == DOCUMENT


def test_a_source_without_a_path_is_made_whole() -> None:
    [outcome] = read(json.dumps(DOCUMENT | {"source": {"line": 3}}), "jsonl")
    assert outcome.document is not None
    assert outcome.document["source"].keys() == {"path", "sha256", "line"}
    assert outcome.document["source"]["line"] == 1


def test_the_mark_at_the_start_is_no_part_of_a_document() -> None:
    for kind in ("json", "jsonl"):
        assert [outcome.diagnostics for outcome in read("\ufeff" + json.dumps(DOCUMENT), kind)] == [
            ()
        ]


def test_the_rows_of_a_file_count_its_lines() -> None:
    rows = [json.dumps(DOCUMENT), "", "   ", json.dumps(DOCUMENT), "\r"]
    for ending in ("\n", "\r\n"):
        assert [outcome.line for outcome in read(ending.join(rows), "jsonl")] == [1, 4]


def test_other_line_breaks_end_no_row() -> None:
    title = "one\u2028two"
    [outcome] = read(json.dumps({"title": title, "x": "\u0085"}, ensure_ascii=False), "jsonl")
    assert outcome.line == 1


def test_a_fault_of_the_schema_is_shown_in_the_json() -> None:
    text = json.dumps(DOCUMENT | {"url": 3}, indent=2)
    [outcome] = read(text, "json")
    [fault] = outcome.diagnostics
    line = next(number for number, line in enumerate(text.split("\n"), 1) if '"url"' in line)
    assert (fault.rule, fault.pointer, fault.line, fault.column) == ("schema", "/url", line, 10)
    assert fault.excerpt == f'  "url": 3\n{" " * 9}^'


def test_a_fault_in_a_row_has_the_line_of_the_row() -> None:
    rows = [json.dumps(DOCUMENT), '{"corpusfmt": "1.0", "title": 1, "body": []}']
    _, outcome = read("\n".join(rows), "jsonl")
    assert {(fault.line, fault.end_line) for fault in outcome.diagnostics} == {(2, 2)}
    assert {fault.pointer: fault.column for fault in outcome.diagnostics} == {
        "/title": 31,
        "/body": 42,
    }


def test_more_faults_than_can_be_read_are_counted() -> None:
    [outcome] = read(json.dumps(DOCUMENT | {"body": [1] * (MOST_LISTED + 5)}), "json")
    assert len(outcome.diagnostics) == MOST_LISTED + 1
    assert outcome.diagnostics[-1].message == "5 more faults of this document"
    [outcome] = read("[" + "NaN," * (MOST_LISTED * 2) + "1]", "json")
    assert len(outcome.diagnostics) == MOST_LISTED


def test_depth_is_told_the_same_however_deep() -> None:
    told = {
        read("[" * depth + "]" * depth, "json")[0].diagnostics[0].message
        for depth in (101, 500, 990, 5000)
    }
    assert told == {"nested more than 100 deep"}


@pytest.mark.parametrize("kind", ["text", "json", "jsonl"])
@pytest.mark.parametrize(
    "data", [b"\xff", b"\xff\xfe", b"\0", b"{\xe9", TEXT.encode("utf-16"), b"\xef\xbb", b"\r"]
)
def test_bytes_that_are_no_text_are_no_document(data: bytes, kind: str) -> None:
    outcomes = read(data, kind)
    assert [outcome.document for outcome in outcomes] == [None]
    assert outcomes[0].diagnostics


@pytest.mark.parametrize("control", ["\0", "\x1b", "\x7f", "\x93"])
def test_what_would_be_lost_keeps_a_text_from_being_a_document(control: str) -> None:
    [outcome] = read(TEXT.replace("Text", f"Te{control}xt"), "text")
    assert outcome.document is None
    assert [(fault.rule, fault.line, fault.column) for fault in outcome.diagnostics] == [
        ("control-character", 5, 3)
    ]


def test_bytes_that_are_not_utf_8_cost_only_their_rows() -> None:
    row = json.dumps(DOCUMENT).encode()
    outcomes = read(b"\n".join([row, b'{"a": "\xe9"}', row, b"\xff" + row, row]), "jsonl")
    assert [outcome.line for outcome in outcomes if outcome.document] == [1, 3, 5]
    [fault] = [fault for outcome in outcomes for fault in outcome.diagnostics]
    assert (fault.line, fault.message.partition(";")[0][-24:]) == (
        2,
        "and 1 more in lines 2 and 4"[-24:],
    )
