"""Whether edits change nothing in a document but what they repair."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from corpusfmt.syntax.reading import Reading
from corpusfmt.text.annotations import TYPE_CHECKING, TypeVar, cast
from corpusfmt.text.edits import Edit, apply

if TYPE_CHECKING:
    from corpusfmt.model.document import Block

Part = TypeVar("Part")
Repair = Callable[[str], str]
"""What a rule makes of a string of the document."""

_ADDRESS = "url"


def only_repairs(reading: Reading, edits: Iterable[Edit], repair: Repair) -> bool:
    """Return whether the edited text is read as the same document with its strings repaired.

    Then no edit has made a mark, a field or a block of what was text. URLs are not repaired, and a
    block with no visible text left is gone.
    """
    wanted = repaired(reading.document, repair)
    wanted["body"] = list(filter(_is_visible, wanted["body"]))
    return reading.read(apply(reading.text, edits)) == wanted


def repaired(part: Part, repair: Repair) -> Part:
    """Return the document, or a value in it, with each of its strings repaired but for the URLs."""
    return cast("Part", _repaired(part, repair))


def _repaired(part: object, repair: Repair) -> object:
    if isinstance(part, str):
        return repair(part)
    if isinstance(part, list):
        return [_repaired(member, repair) for member in part]
    if not isinstance(part, dict):
        return part
    fixed: dict[str, object] = {}
    for name, value in part.items():
        fixed[name] = value if name == _ADDRESS else _repaired(value, repair)
    return fixed


def _is_visible(block: Block) -> bool:
    """Return whether a block has visible text, or something other than text."""
    if "content" not in block:
        return True
    return any(node["type"] != "text" or node["text"].strip() for node in block["content"])
