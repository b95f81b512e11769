"""Documents as they are written: canonical text, a JSON document, a line of JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from corpusfmt.document import normalize_document
from corpusfmt.serializer import write_document

ENDINGS = {"json": ".json", "jsonl": ".jsonl", "text": ".txt"}
"""The ending of a written file's name, by its format."""


def render(document: Mapping[str, Any], target: str) -> bytes:
    """The bytes of a valid document in the format ``target``: "text", "json" or "jsonl".

    JSON is in the order of the text, indented by two; JSON Lines has one document a line. Both are UTF-8 and say in
    ``source`` where the document comes from; the text has no ``source``.
    """
    if target == "text":
        return write_document(normalize_document(document)).encode()
    if target == "json":
        return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()
    return (json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def output_name(relative: str, line: int | None, document: Mapping[str, Any], target: str) -> str:
    """Where a document of the input ``relative`` goes in the folder of the output, with "/" between folders.

    A line of JSON Lines goes where its ``source`` says the article was, if that is a path inside a folder, or else
    where its number says.
    """
    if line is None:
        return _stem(relative) + ENDINGS[target]
    said = document.get("source", {}).get("path", "")
    parts = said.replace("\\", "/").removeprefix("./").split("/")
    is_inside = said and document["source"].get("line") is None and not {"", ".", ".."} & set(parts) and ":" not in said
    return (_stem("/".join(parts)) if is_inside else f"{_stem(relative)}-{line:06}") + ENDINGS[target]


def _stem(path: str) -> str:
    folder, slash, name = path.rpartition("/")
    stem, dot, _ = name.rpartition(".")
    return folder + slash + (stem if dot and stem else name)
