"""YAML front matter, written as the part of YAML that is JSON, so that no value is misread."""

from __future__ import annotations

import json
from collections.abc import Iterable

from corpusfmt.text.patterns import regex

DELIMITER = "---"

_UNPRINTABLE = regex("[\ufffe\uffff]")
"""Characters that a document can contain, and YAML only as escapes."""


def write_front_matter(values: Iterable[tuple[str, object]]) -> str:
    """Return the front matter of keys and values, with a line for each, and its delimiters."""
    lines = [f"{key}: {yaml_value(value)}\n" for key, value in values]
    return f"{DELIMITER}\n{''.join(lines)}{DELIMITER}\n"


def yaml_value(value: object) -> str:
    """Return a value as YAML on one line: strings have quotes, so that none is read as a date."""
    written = json.dumps(value, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04X}", written)
