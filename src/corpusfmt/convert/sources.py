"""What identifies an article: its URL, where it was read from, or its content."""

from __future__ import annotations

import json

from corpusfmt.text.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from corpusfmt.model.document import Document


def document_id(document: Document) -> str:
    """Return the path of the file, the member of an archive, the line and the part.

    "#" is between them. Without a path it is the start of the hash of the document.
    """
    source = document.get("source", {})
    path = source.get("path")
    if path is None:
        return _digest(document)[:16]
    pieces = [path]
    if "member" in source:
        pieces.append(source["member"])
    if "line" in source:
        pieces.append(str(source["line"]))
    if "part" in source:
        pieces.append(str(source["part"]))
    return "#".join(pieces)


def document_urn(document: Document) -> str:
    """Return a name of an article that is the same in each run, and for no other article.

    It depends on the URL of the article or, without one, on the bytes that it was read from.
    """
    import uuid

    name = document.get("url")
    if name is None:
        source = document.get("source", {})
        name = "#".join([source.get("sha256") or _digest(document), str(source.get("line", 1))])
        if "part" in source:
            name += f"#{source['part']}"
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, name)}"


def _digest(document: Document) -> str:
    import hashlib

    data = json.dumps(document, ensure_ascii=False, sort_keys=True).encode()
    return hashlib.sha256(data).hexdigest()
