"""Documents as they are written: canonical text, a JSON document, a line of JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Mapping

from corpusfmt.model.errors import CorpusfmtError
from corpusfmt.syntax.normal_form import normalize_document
from corpusfmt.syntax.reading import read_document
from corpusfmt.syntax.writer import write_document


class RoundTripError(CorpusfmtError):
    """A valid document whose text would be read as another document: a bug in corpusfmt."""


def render(document: Mapping[str, object], target: str) -> bytes:
    """Return the bytes of a valid document in the format "text", "json" or "jsonl".

    JSON keeps the order of the text and is indented by two; JSON Lines has one document on a line.
    Both are UTF-8, and their ``source`` is where the document comes from; the text has no
    ``source``. Raise RoundTripError if the text is not read as the same document in normal form.
    """
    if target == "text":
        return _render_text(document).encode()
    if target == "json":
        return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()
    return (json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _render_text(document: Mapping[str, object]) -> str:
    normal = normalize_document(document)
    text = write_document(normal)
    if read_document(text) != normal:
        raise RoundTripError("the text of this document would be read as another")
    return text
