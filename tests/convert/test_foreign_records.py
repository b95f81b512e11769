"""Records of other programs in JSON Lines: read line by line, as in the text of the whole file."""

import json
from itertools import product
from typing import Any

import pytest

from corpusfmt.convert.foreign_reading import import_text
from corpusfmt.convert.foreign_records import decode_lines, import_lines, lines_of
from corpusfmt.convert.importer import ImportOptions
from corpusfmt.convert.importers import IMPORTERS

NEWS = {"title": "Ferry", "maintext": "It sailed.", "date_publish": None, "source_domain": "x"}
NO_OPTIONS = ImportOptions()


@pytest.mark.parametrize("start", ["", "\ufeff", "\n ", "\u00a0\n", "x\n", "[\n", "{\n"])
def test_json_lines_are_read_alike_from_bytes_and_from_their_text(start: str) -> None:
    ends = ("", "\n", "\n\n", "\n\u00a0", "\nx", "\n\x00", "\n{}")
    rows = (json.dumps(NEWS), json.dumps(NEWS) + "\xa0", "{}", "{}{}", "\x85")
    for row, end in product(rows, ends):
        assert_read_alike(f"{start}{row}\n{row}{end}")


def assert_read_alike(text: str) -> None:
    importer: Any = IMPORTERS["news-please"]
    lines = lines_of(text.encode())
    if lines is None:
        return
    without_mark = text.removeprefix("\ufeff")
    for has_controls in (False, True):
        found = list(import_lines(lines, importer, NO_OPTIONS, has_controls))
        assert found == list(import_text(without_mark, importer, NO_OPTIONS)), text


def test_only_json_lines_in_utf_8_are_lines() -> None:
    row = json.dumps(NEWS).encode()
    assert lines_of(row + b"\n" + row) == [row.decode(), row.decode()]
    assert lines_of(b"\xef\xbb\xbf\n" + row + b"\n{") == ["", row.decode(), "{"]
    for other in (row, row + b"\n", b"{\n}\n", row + b"\n\xff", row + b"\n\0", b"", b"\n"):
        assert lines_of(other) is None


def test_the_first_line_can_have_another_number() -> None:
    importer: Any = IMPORTERS["news-please"]
    lines = decode_lines(b"\n" + json.dumps(NEWS).encode() + b"\n{")
    assert lines is not None
    found = import_lines(lines, importer, NO_OPTIONS, has_controls=False, first=7)
    assert [(one.number, one.document is not None) for one in found] == [(8, True), (9, False)]


def test_a_text_with_a_nul_is_not_decoded_by_lines() -> None:
    assert decode_lines(b"a\nb\0") is None
