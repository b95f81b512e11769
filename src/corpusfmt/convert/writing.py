"""Documents as they are written: canonical text, a JSON document, a line of JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from corpusfmt.syntax.normal_form import normalize_document
from corpusfmt.syntax.reading import read_document
from corpusfmt.syntax.writer import write_document


class Unfaithful(Exception):  # noqa: N818 - named for what is so
    """A valid document whose text would not be read as the same document: a fault of ours."""


def render(document: Mapping[str, Any], target: str) -> bytes:
    """The bytes of a valid document in the format ``target``: "text", "json" or "jsonl".

    JSON is in the order of the text, indented by two; JSON Lines has one document a line. Both are UTF-8 and say in
    ``source`` where the document comes from; the text has no ``source``. A text is proved before it is given: the same
    document, in normal form, is read from it.
    """
    if target == "text":
        return _render_text(document).encode()
    if target == "json":
        return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()
    return (json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _render_text(document: Mapping[str, Any]) -> str:
    normal = normalize_document(document)
    text = write_document(normal)
    if read_document(text) != normal:
        raise Unfaithful("the text of this document would be read as another")
    return text
