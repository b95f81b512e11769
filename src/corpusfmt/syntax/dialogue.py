"""Dialogue that is written with hyphens, as lists are.

Newspapers in Norwegian, Danish, Finnish, Polish and other languages begin what is said with a dash,
which many pages write as a hyphen. A list of one item is rare, so a sentence alone behind a hyphen
is taken for what somebody says.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from corpusfmt.syntax.inline import plain_text
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.patterns import regex

if TYPE_CHECKING:
    from corpusfmt.model.document import Block

LONGEST_EXCHANGE = 3
"""The most items in a run that can be dialogue."""

FEWEST_WORDS = 3
"""The fewest words of a sentence, where its script has spaces."""

_WITHOUT_SPACES = regex("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_SENTENCE_END = regex(r"(?:[.!?…։؟۔።।:：。！？]|,(?=[\"'”’»“]))[\"'”’»“)\]」』]*\Z")


def find_dialogue(blocks: Sequence[Block], hyphened: Collection[int]) -> list[int]:
    """Return the numbers of the blocks that are dialogue, in order.

    ``hyphened`` has the numbers of the items that have a hyphen, are in the outermost list and have
    a blank line between them and the blocks around them. An item alone is dialogue if it is a
    sentence. Two or three in a row are if each is a sentence, and if the blocks have no fewer items
    alone that are dialogue than such items in a row.
    """
    alone: list[int] = []
    in_a_row: list[int] = []
    for run in _runs(blocks, sorted(hyphened)):
        if not all(number in hyphened and _is_sentence(blocks[number]) for number in run):
            continue
        if len(run) == 1:
            alone += run
        elif len(run) <= LONGEST_EXCHANGE:
            in_a_row += run
    if len(in_a_row) > len(alone):
        return alone
    return sorted(alone + in_a_row)


def outermost(blocks: Sequence[Block]) -> set[int]:
    """Return the numbers of the items of the outermost lists that have no number."""
    found: set[int] = set()
    for number, block in enumerate(blocks):
        if block["type"] == "item" and "number" not in block and "depth" not in block:
            found.add(number)
    return found


def _runs(blocks: Sequence[Block], hyphened: Sequence[int]) -> list[range]:
    """Return the runs of adjacent items that have an item with a hyphen."""
    runs: list[range] = []
    end = 0
    for number in hyphened:
        if number < end:
            continue
        start, end = number, number + 1
        while start > 0 and blocks[start - 1]["type"] == "item":
            start -= 1
        while end < len(blocks) and blocks[end]["type"] == "item":
            end += 1
        runs.append(range(start, end))
    return runs


def _is_sentence(block: Block) -> bool:
    """Return whether an item is a sentence, and not a link alone."""
    if block["type"] != "item":
        return False
    if len(block["content"]) == 1 and block["content"][0]["type"] == "link":
        return False
    text = plain_text(block["content"])
    if _SENTENCE_END.search(text) is None:
        return False
    return len(text.split()) >= FEWEST_WORDS or _WITHOUT_SPACES.search(text) is not None
