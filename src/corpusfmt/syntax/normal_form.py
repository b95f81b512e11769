"""The document as a mapping: its normal form, which is what comes back from its text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from corpusfmt.syntax.inline import clean, normalized

LOST_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]")
"""A character that no document can hold and no blank can stand for."""

_STRINGS = frozenset({"title", "subtitle", "caption", "credit", "url", "name", "label", "alt"})
_INLINE = frozenset({"content"})


def normalize_document(document: Mapping[str, Any]) -> dict[str, Any]:
    """The same document in normal form, a new one: NFC throughout, inline lists normal, 2 for 2.0, no ``source``.

    ``document`` satisfies the schema, or is a reading that lacks a title or body.
    """
    normal = {name: _normal(name, value) for name, value in document.items() if name != "source"}
    if "intro" in normal:
        normal["intro"] = [normalized(paragraph) for paragraph in document["intro"]]
    return normal


def _normal(name: str, value: Any) -> Any:
    if name in _STRINGS:
        return clean(value)
    if name in _INLINE:
        return normalized(value)
    if name in ("body", "byline"):
        return [{key: _normal(key, part) for key, part in entry.items()} for entry in value]
    if name == "links":
        return [{key: clean(part) for key, part in link.items()} for link in value]
    return int(value) if isinstance(value, float) else value  # the schema takes 2.0 for a whole number
