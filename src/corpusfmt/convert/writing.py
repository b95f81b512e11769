"""Documents as they are written: canonical text, a JSON document, a line of JSON Lines."""

from __future__ import annotations

import json

from corpusfmt.model.document import Document
from corpusfmt.syntax.roundtrip import write_valid


def render(document: Document, target: str) -> bytes:
    """Return the bytes of a valid document in the format "text", "json" or "jsonl".

    JSON keeps the order of the text and is indented by two; JSON Lines has one document on a line.
    Both are UTF-8, and their ``source`` is where the document comes from; the text has no
    ``source``. Raise RoundTripError if the text is not read as the same document in normal form.
    """
    if target == "text":
        return write_valid(document).encode()
    if target == "json":
        return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()
    return (json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
