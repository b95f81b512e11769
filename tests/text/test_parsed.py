"""Texts that ship with the package are parsed as they would be without what is kept."""

import json
from zlib import crc32

import pytest

from corpusfmt.syntax.resources import grammar_table, grammar_text, schema_text
from corpusfmt.text.parsed import checksum, parse_json


@pytest.mark.parametrize(
    "text", [schema_text(), grammar_table("credits.table"), '["é", 1.5, null]']
)
def test_json_is_that_of_the_standard_library(text: str) -> None:
    for _ in range(2):
        assert parse_json(text) == json.loads(text)


def test_the_checksum_is_that_of_utf_8() -> None:
    for text in (grammar_text("inline.lark"), "é"):
        assert checksum(text) == checksum(text) == crc32(text.encode())
