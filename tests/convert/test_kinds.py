"""The kind of a file, by its name or its content."""

import pytest

from corpusfmt.convert.kinds import kind_of, kind_of_data


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("a.txt", "text"),
        ("a", "text"),
        ("json", "json"),
        ("a.JSON", "json"),
        ("a.jsonl", "jsonl"),
        ("a.ndjson", "jsonl"),
        ("a.json.txt", "text"),
        ("-", "text"),
    ],
)
def test_the_ending_of_the_name_decides(path: str, kind: str) -> None:
    assert kind_of(path) == kind


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "text"),
        (b"# Title", "text"),
        (b"[1] A note", "text"),
        (b"{}", "json"),
        (b'\xef\xbb\xbf{"a": 1}\n', "json"),
        (b'[\n{"a": 1}]', "json"),
        (b'{"a":\n1}', "json"),
        (b'{"a": 1}\n{"a": 2}\n', "jsonl"),
    ],
)
def test_the_content_decides_where_there_is_no_name(data: bytes, kind: str) -> None:
    assert kind_of_data(data) == kind
