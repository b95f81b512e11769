"""Objects of JSON are written on a line, and only objects are read."""

import pytest

from corpusfmt.project.json_lines import format_line, parse_object


def test_an_object_comes_back() -> None:
    value = {"path": "é\n\udcff", "size": 3, "more": None}
    line = format_line(value)
    assert line.isascii()
    assert line.count(b"\n") == 1
    assert parse_object(line) == value


@pytest.mark.parametrize("data", [b"", b"[]", b"1", b"{", b"\xff", b"[" * 100_000, "null"])
def test_anything_else_is_not_an_object(data: bytes | str) -> None:
    assert parse_object(data) is None
