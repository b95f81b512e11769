"""Whether edits change nothing in a document but what they mend: its parts stay what they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from corpusfmt.syntax.reading import Reading
from corpusfmt.text.edits import Edit, apply

Mend = Callable[[str], str]
"""What a rule makes of a string of the document."""

_ADDRESS = "url"


def only_mends(reading: Reading, edits: Iterable[Edit], mend: Mend) -> bool:
    """Whether the text, once edited, is read as the same document with its strings mended.

    So it is known that no edit has made a mark, a part or a block of what was text. Addresses are not to be mended, and
    a block that showed nothing but what is left out is gone.
    """
    wanted = mended(reading.document, mend)
    wanted["body"] = [block for block in wanted["body"] if "content" not in block or _shows(block["content"])]
    return bool(reading.read(apply(reading.text, edits)) == wanted)


def mended(part: Any, mend: Mend) -> Any:
    """The document, or a part of it, with each of its strings mended but for the addresses."""
    if isinstance(part, str):
        return mend(part)
    if isinstance(part, list):
        return [mended(member, mend) for member in part]
    if isinstance(part, dict):
        return {name: value if name == _ADDRESS else mended(value, mend) for name, value in part.items()}
    return part


def _shows(content: Any) -> bool:
    return any(node["type"] != "text" or node["text"].strip() for node in content)
