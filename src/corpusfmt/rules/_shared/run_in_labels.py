"""Labels of links to other articles that have run into a paragraph, after its last sentence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from corpusfmt.lint import Context
from corpusfmt.rules._shared.blocks import sizes
from corpusfmt.rules._shared.word_lists import read_list
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

_SHORTEST = 100
"""The fewest characters of a paragraph that a label has run into."""
_LONGEST_LABEL, _LONGEST_TITLE, _FEWEST_WORDS = 40, 160, 2
_COLONS = ":："
_BEFORE = regex(r"[.!?…。！？।॥؟۔][\"”’»)\]]{0,2}\s?([^.!?…。！？।॥؟۔:：\"”»()]{2,40}?)\s?$")
"""The end of a sentence, and what may be a label after it."""


class RunIn(NamedTuple):
    """A label inside a paragraph: the number of the block, the label, and whether it is certain.

    ``start`` is where the label starts in the text of the block.
    """

    number: int
    start: int
    label: str
    is_certain: bool


def run_in_labels(context: Context) -> Iterator[RunIn]:
    """Yield the labels after a sentence inside a paragraph, with a title after them."""
    if context.signs.isdisjoint(_COLONS):
        return
    for number, size in enumerate(context.memo(sizes)):
        if size >= _SHORTEST and context.types[number] == "paragraph":
            found = _find_label(context.texts[number])
            if found is not None:
                start, label = found
                yield RunIn(number, start, label, " " in label or not label.isascii())


def _find_label(text: str) -> tuple[int, str] | None:
    """Return where the first label starts, and the label, or None."""
    for colon in _COLONS:
        place = text.find(colon, 1)
        while place > 0:
            match = _BEFORE.search(text, max(0, place - _LONGEST_LABEL - 4), place)
            if match is not None and _is_label(match[1]) and _is_title(text[place + 1 :]):
                return match.start(1), match[1]
            place = text.find(colon, place + 1)
    return None


def _is_label(words: str) -> bool:
    """Return whether words are a label: several of them, or one in capitals."""
    if words[0].islower() or words.casefold() not in _labels():
        return False
    return " " in words or words.isupper() or not words[0].isascii()


def _is_title(text: str) -> bool:
    """Return whether what follows a label may be a title, and no quotation or address."""
    title = text.strip()
    if not title or len(title) > _LONGEST_TITLE or not title[0].isalnum():
        return False
    return title.count(" ") + 1 >= _FEWEST_WORDS or not title.isascii()


@cache
def _labels() -> frozenset[str]:
    return frozenset(map(str.casefold, labels_inside()))


@cache
def labels_inside() -> tuple[str, ...]:
    """Return the labels that are not words of a sentence or of a reference as well."""
    plain = frozenset(read_list("labels_of_references"))
    return tuple(label for label in read_list("related_text_labels") if label not in plain)
