"""The kinds of files that are converted, by the name of a file or by its content."""

from __future__ import annotations

import json

from corpusfmt.text.patterns import regex

KINDS = ("text", "json", "jsonl", "markdown", "html")
"""The text of an article, a document as JSON, documents as JSON Lines, and what is written by
``--to markdown`` and ``--to html``.
"""

_BY_ENDING = {"json": "json", "jsonl": "jsonl", "ndjson": "jsonl"}
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"

_JSON_START = regex(rb'\{[ \t\r\n]*["}]|\[[ \t\r\n]*[\]{]')
"""An object, or an array of objects. No article starts like that."""


def kind_of(path: str) -> str:
    """Return the kind of a file by the ending of its name; other endings are text."""
    ending = path.lower().rpartition(".")[2]
    return _BY_ENDING.get(ending, "text")


def kind_of_data(data: bytes) -> str:
    """Return the kind of data without a name.

    JSON Lines has an object on its first line, and more after it.
    """
    start = data.removeprefix(_BYTE_ORDER_MARK).lstrip(b" \t\r\n")
    if not _JSON_START.match(start):
        return "text"
    first, _, rest = start.partition(b"\n")
    if not rest.strip():
        return "json"
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        return "json"
    return "jsonl"
