"""Compiled grammars as they are kept beside the grammars, with a checksum of their source."""

from __future__ import annotations

from corpusfmt.syntax.lexer import Tables
from corpusfmt.text.parsed import checksum, parse_json


def encode_tables(tables: Tables, source: str) -> str:
    """Return the text of compiled tables: a heading, and a line of JSON for each of four parts."""
    import json

    lines = [json.dumps(part, ensure_ascii=False) for part in tables]
    return _heading(source) + "\n".join(lines) + "\n"


def decode_tables(text: str, source: str) -> Tables | None:
    """Return the tables that a text holds, or None unless they were compiled from this source."""
    heading = _heading(source)
    if not text.startswith(heading):
        return None
    return Tables(*map(parse_json, text[len(heading) :].split("\n", 3)))


def _heading(source: str) -> str:
    return f"corpusfmt machine 1, grammar {checksum(source):08x}\n"
