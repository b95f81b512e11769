"""Markdown with front matter, as ``--to markdown`` writes it, back to a document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from corpusfmt.convert.formats.markdown import BYLINE_KEYS, INTRO_KEY, PLACES
from corpusfmt.convert.front_matter import ForeignFileError, read_front_matter
from corpusfmt.convert.markdown_body import read_markdown
from corpusfmt.model.document import Document
from corpusfmt.model.fields import FIELDS, VERSION

_FIELD_OF = {key: name for name, key in PLACES.items()}
KEYS = frozenset({*_FIELD_OF, *BYLINE_KEYS.values(), INTRO_KEY})


def read_markdown_document(text: str) -> Document:
    """Return the document of a text, which need not satisfy the schema.

    Raise ForeignFileError for front matter that is not written here, or has other keys.
    """
    values, body = read_front_matter(text)
    _require_known_keys(values, text)
    read = read_markdown(body)
    found: dict[str, object] = {"corpusfmt": VERSION}
    if "url" in read:
        found["url"] = read["url"]
    found |= {_FIELD_OF[key]: value for key, value in values.items() if key in _FIELD_OF}
    if BYLINE_KEYS["name"] in values:
        found["byline"] = _read_byline(values)
    blocks: list[Mapping[str, object]] = list(read["body"])
    intro_length = _intro_length(values)
    if intro_length:
        found["intro"] = [block.get("content", []) for block in blocks[:intro_length]]
    found["body"] = blocks[intro_length:]
    return cast("Document", {name: found[name] for name in FIELDS if name in found})


def _require_known_keys(values: dict[str, object], text: str) -> None:
    """Raise ForeignFileError for the first key of the front matter that is not written here."""
    for key in values:
        if key not in KEYS:
            start = text.index(f"\n{key}: ") + 1
            expected = "one of " + ", ".join(sorted(KEYS))
            raise ForeignFileError(f"unknown key {key}", (start, start + len(key)), expected)


def _intro_length(values: dict[str, object]) -> int:
    """Return how many blocks at the start are the intro; 0 where that is not a number."""
    number = values.get(INTRO_KEY)
    return number if isinstance(number, int) else 0


def _read_byline(values: dict[str, object]) -> list[dict[str, object]]:
    authors: list[dict[str, object]] = []
    for name, key in BYLINE_KEYS.items():
        column = values.get(key)
        if not isinstance(column, list):
            continue
        authors += [{} for _ in column[len(authors) :]]
        for author, value in zip(authors, column, strict=False):
            if value is not None:
                author[name] = value
    return authors
