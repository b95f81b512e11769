"""Documents as they are written: canonical text, a JSON document, a line of JSON Lines."""

from __future__ import annotations

import json

from corpusfmt.model.document import Document
from corpusfmt.syntax.roundtrip import write_valid


def render(document: Document, target: str) -> bytes:
    """The bytes of a valid document in the format ``target``: "text", "json" or "jsonl".

    JSON is in the order of the text, indented by two; JSON Lines has one document a line. Both are UTF-8 and say in
    ``source`` where the document comes from; the text has no ``source``. A text is proved before it is given: the same
    document, in normal form, is read from it.
    """
    if target == "text":
        return write_valid(document).encode()
    if target == "json":
        return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()
    return (json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
