"""YAML front matter, written as the part of YAML that is JSON, so that no value is misread."""

from __future__ import annotations

import json
from collections.abc import Iterable

from corpusfmt.model.errors import CorpusfmtError
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


class ForeignFileError(CorpusfmtError):
    """A file that is not one that is written here; ``span`` is where, in characters."""

    def __init__(self, message: str, span: tuple[int, int], expected: str) -> None:
        super().__init__(message, span, expected)
        self.span = span
        self.expected = expected

    def __str__(self) -> str:
        return str(self.args[0])


def read_front_matter(text: str) -> tuple[dict[str, object], str]:
    """Return the values of front matter that is written here, and the text after it.

    Raise ForeignFileError for other YAML: each line has a key, and a value as JSON.
    """
    lines = text.split("\n")
    if lines[0] != DELIMITER:
        raise ForeignFileError("no front matter", (0, len(lines[0])), f"{DELIMITER} on line 1")
    if DELIMITER not in lines[1:]:
        raise ForeignFileError("front matter without an end", (0, len(lines[0])), DELIMITER)
    values: dict[str, object] = {}
    start = len(lines[0]) + 1
    for line in lines[1 : lines.index(DELIMITER, 1)]:
        end = start + len(line)
        key, _, value = line.partition(": ")
        try:
            values[key] = json.loads(value)
        except (ValueError, RecursionError) as error:
            expected = 'a value as JSON, such as title: "Lamp"; --from front-matter reads others'
            raise ForeignFileError("unreadable front matter", (start, end), expected) from error
        start = end + 1
    return values, text[start + len(DELIMITER) + 1 :]
