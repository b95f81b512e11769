"""Markdown with front matter, as ``--to markdown`` writes it, back to a document."""

from __future__ import annotations

from typing import Any, cast

from corpusfmt.convert.formats.markdown import BYLINE_KEYS, INTRO_KEY, PLACES
from corpusfmt.convert.front_matter import ForeignFileError, read_front_matter
from corpusfmt.convert.markdown_body import read_markdown
from corpusfmt.model.document import FIELDS, VERSION, Document

_FIELD_OF = {key: name for name, key in PLACES.items()}


def read_markdown_document(text: str) -> Document:
    """Return the document of a text, which need not satisfy the schema.

    Raise ForeignFileError for front matter that is not written here, or has other keys.
    """
    values, body = read_front_matter(text)
    known = {*_FIELD_OF, *BYLINE_KEYS.values(), INTRO_KEY}
    for key in values:
        if key not in known:
            start = text.index(f"\n{key}: ") + 1
            expected = "one of " + ", ".join(sorted(known))
            raise ForeignFileError(f"unknown key {key}", (start, start + len(key)), expected)
    read = read_markdown(body)
    found: dict[str, object] = {"corpusfmt": VERSION}
    if "url" in read:
        found["url"] = read["url"]
    for key, value in values.items():
        if key in _FIELD_OF:
            found[_FIELD_OF[key]] = value
    if BYLINE_KEYS["name"] in values:
        found["byline"] = _read_byline(values)
    blocks: list[Any] = list(read["body"])
    number = values.get(INTRO_KEY, 0)
    if isinstance(number, int) and number:
        found["intro"] = [block.get("content", []) for block in blocks[:number]]
        blocks = blocks[number:]
    found["body"] = blocks
    return cast("Document", {name: found[name] for name in FIELDS if name in found})


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
