"""What the tests of importers see of a file: its documents in short, and its problems."""

import json
from typing import Any

from corpusfmt.convert.reading import read_documents
from corpusfmt.syntax.inline import plain_text


def read_file(
    data: str | bytes, kind: str, name: str = "a", columns: dict[str, str] | None = None
) -> tuple[list[dict[str, Any]], list[str]]:
    """Return the documents of a file in short, and its problems with their lines."""
    data = data.encode() if isinstance(data, str) else data
    documents: list[dict[str, Any]] = []
    found: list[str] = []
    for result in read_documents(data, name, kind, columns=columns or {}):
        if result.document is not None:
            documents.append(in_short(result.document))
        for one in result.diagnostics:
            where = f" (at {one.pointer})" if one.pointer else ""
            found.append(f"{one.line}: {one.severity}: {one.message}{where}")
    return documents, found


def read_rows(
    *records: object, kind: str, **options: Any
) -> tuple[list[dict[str, Any]], list[str]]:
    """Return what `read_file` does for JSON Lines of these records."""
    return read_file("".join(f"{json.dumps(one)}\n" for one in records), kind, **options)


def in_short(document: Any) -> dict[str, Any]:
    """Return a document with the names of its authors, and blocks as `block_in_short` has them."""
    short = {k: v for k, v in document.items() if k not in ("corpusfmt", "source")}
    short["body"] = [block_in_short(block) for block in document["body"]]
    if "byline" in short:
        short["byline"] = [author["name"] for author in short["byline"]]
    if "intro" in short:
        short["intro"] = [plain_text(one) for one in short["intro"]]
    return short


def block_in_short(block: Any) -> str:
    """Return the words of a paragraph, with what other blocks are before theirs."""
    words = plain_text(block.get("content", ()))
    if block["type"] == "paragraph":
        return words
    if block["type"] == "item":
        return f"{'  ' * block.get('depth', 0)}{block.get('number', '-')} {words}"
    return f"{block['type']}: {words}"
