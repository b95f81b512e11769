"""Whether edits change nothing in a document but what they repair."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from corpusfmt.syntax.reading import Reading
from corpusfmt.text.edits import Edit, apply

Repair = Callable[[str], str]
"""What a rule makes of a string of the document."""

_ADDRESS = "url"


def only_repairs(reading: Reading, edits: Iterable[Edit], repair: Repair) -> bool:
    """Return whether the edited text is read as the same document with its strings repaired.

    Then no edit has made a mark, a field or a block of what was text. URLs are not repaired, and a
    block with no visible text left is gone.
    """
    wanted = repaired(reading.document, repair)
    wanted["body"] = [
        block for block in wanted["body"] if "content" not in block or _shows(block["content"])
    ]
    return bool(reading.read(apply(reading.text, edits)) == wanted)


def repaired(part: Any, repair: Repair) -> Any:
    """Return the document, or a value in it, with each of its strings repaired but for the URLs."""
    if isinstance(part, str):
        return repair(part)
    if isinstance(part, list):
        return [repaired(member, repair) for member in part]
    if isinstance(part, dict):
        fixed = {}
        for name, value in part.items():
            fixed[name] = value if name == _ADDRESS else repaired(value, repair)
        return fixed
    return part


def _shows(content: Any) -> bool:
    return any(node["type"] != "text" or node["text"].strip() for node in content)
