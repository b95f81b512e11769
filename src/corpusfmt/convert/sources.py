"""What identifies an article: where it was read from, or else its content."""

from __future__ import annotations

import hashlib
import json

from corpusfmt.model.document import Document


def document_id(document: Document) -> str:
    """Return the path of the file, the member of an archive and the line, joined by "#".

    Without a path it is the start of the hash of the document.
    """
    source = document.get("source", {})
    path = source.get("path")
    if path is None:
        data = json.dumps(document, ensure_ascii=False, sort_keys=True).encode()
        return hashlib.sha256(data).hexdigest()[:16]
    pieces = [path]
    if "member" in source:
        pieces.append(source["member"])
    if "line" in source:
        pieces.append(str(source["line"]))
    return "#".join(pieces)
