"""The kinds of files that are converted, by the name of a file or by its content."""

from __future__ import annotations

from itertools import chain

from corpusfmt.files.archives.kinds import ENDINGS
from corpusfmt.text.patterns import regex

KINDS = ("text", "json", "jsonl", "markdown", "html")
"""The text of an article, a document as JSON, documents as JSON Lines, and what is written by
``--to markdown`` and ``--to html``.
"""

FOREIGN = (
    "trafilatura",
    "news-please",
    "newspaper4k",
    "fundus",
    "ninjs",
    "json-ld",
    "front-matter",
    "csv",
    "tsv",
    "rows",
    "lexisnexis",
    "factiva",
    "proquest",
    "story",
    "bbc",
    "reuters",
)
"""The kinds of other programs, by the names of their importers. A page of one is ``html``."""

MANY = ("jsonl", "csv", "tsv", "rows", "lexisnexis", "factiva", "proquest", "reuters")
"""The kinds whose files have many articles."""

TABLES = ("csv", "tsv", "rows")
"""The kinds whose columns can be named for the fields of an article."""

TABLE_FIELDS = (
    "title",
    "subtitle",
    "authors",
    "date",
    "updated",
    "intro",
    "caption",
    "credit",
    "text",
    "url",
)
"""The fields of an article that a table can have a column for."""

AUTO = "auto"
"""The kind of a file that is guessed by its content and its name."""

_JSON = ("*.json", "*.jsonl", "*.ndjson")
_MARKDOWN = ("*.md", "*.markdown")
_TEXT = ("*.txt",)
_PATTERNS = {
    "json": _JSON,
    "jsonl": ("*.jsonl", "*.ndjson"),
    "markdown": _MARKDOWN,
    "html": ("*.html", "*.htm", "*.warc", "*.warc.gz", "*.warc.zst"),
    "rows": ("*.jsonl", "*.ndjson", "*.parquet"),
    **dict.fromkeys(("trafilatura", "news-please", "newspaper4k", "fundus", "ninjs"), _JSON),
    "json-ld": ("*.jsonld", *_JSON),
    "front-matter": _MARKDOWN,
    "csv": ("*.csv",),
    "tsv": ("*.tsv",),
    **dict.fromkeys(("lexisnexis", "factiva", "proquest", "bbc"), _TEXT),
    "story": ("*.story",),
    "reuters": ("*.sgm",),
}

UTF_8 = frozenset(
    ("markdown", "html", *(kind for kind, named in _PATTERNS.items() if "*.jsonl" in named))
)
"""The kinds that are always UTF-8, whatever the encoding of texts."""

_BY_ENDING = {"json": "json", "jsonl": "jsonl", "ndjson": "jsonl"}
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_JSON_SPACE = b" \t\r\n"
_UNFINISHED = (b":", b",", b"[", b"{")

_NEAR = 1000
"""How many bytes after a row the next one is looked for."""

_JSON_START = regex(rb'\{[ \t\r\n]*["}]|\[[ \t\r\n]*[\]{]')
"""An object, or an array of objects. No article starts like that."""


def patterns_of(kind: str) -> tuple[str, ...] | None:
    """Return the patterns of the files of a kind in folders; None for those of the settings."""
    if kind == AUTO:
        named = chain.from_iterable(_PATTERNS.values())
        return tuple(sorted({*_TEXT, *named, *(f"*{ending}" for ending in ENDINGS)}))
    return _PATTERNS.get(kind)


def kinds_with(pattern: str) -> list[str]:
    """Return the kinds whose files in folders match a pattern."""
    return [kind for kind, patterns in _PATTERNS.items() if pattern in patterns]


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
    if are_rows(first, rest):
        return "jsonl"
    import json

    try:
        json.loads(first)
    except (ValueError, RecursionError):
        return "json"
    return "jsonl"


def are_rows(first: bytes, rest: bytes) -> bool:
    """Return whether a line and what follows it are objects of two lines, whatever else they are.

    In one JSON text, an object follows another only after a comma, a colon or a bracket.
    """
    is_whole = first.startswith(b"{") and not first.rstrip(_JSON_SPACE).endswith(_UNFINISHED)
    return is_whole and rest[:_NEAR].lstrip(_JSON_SPACE).startswith(b"{")
