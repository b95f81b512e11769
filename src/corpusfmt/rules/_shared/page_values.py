"""Pages that are a table: the weather of a place, the price of a share, a poll, a recipe's card."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from corpusfmt.lint import Context
from corpusfmt.rules._shared.blocks import sizes
from corpusfmt.rules._shared.page_kinds import Signs, prose_size
from corpusfmt.rules._shared.page_notices import simplify
from corpusfmt.rules._shared.word_lists import read_list
from corpusfmt.text.patterns import regex

TABLE_KINDS: Mapping[str, str] = {
    "weather": "the weather of a place",
    "market-data": "a table of prices",
    "poll": "a poll",
    "recipe-card": "the card of a recipe",
}
"""The kinds that are known by the labels of their values, and what they are."""

_MOST_TEXT, _MOST_PROSE = 3_000, 250
"""The characters of a text, and of its running text, with which it may be a table."""

_LONGEST = 60
"""The most characters of a line with a label and a value."""

_ENOUGH, _FEWEST = 5, 3
"""The weight of the labels of a table, and how many there are at least."""

_LABEL_END = r"(?![^\W\d_])"
_UNSPACED = regex("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_MARKS = " \t*•-–—·|☀☁°"


def table_signs(context: Context) -> Signs | None:
    """Return the signs of the kind of table that has most, or None where a text is not one."""
    if sum(context.memo(sizes)) > _MOST_TEXT or context.memo(prose_size) > _MOST_PROSE:
        return None  # as for most articles
    lines = list(_lines(context))
    best: Signs | None = None
    for kind in TABLE_KINDS:
        labels = _labels_in(kind, lines)
        weight = sum(labels.values())
        if len(labels) >= _FEWEST and weight >= _ENOUGH and (best is None or weight > best.weight):
            shown = max(labels, key=lambda label: labels[label])
            best = Signs(kind, weight, shown)
    return best


def _lines(context: Context) -> Iterator[str]:
    """Yield the title and the short lines of the body, in lower case, without marks around them."""
    for text in (context.reading.document.get("title", ""), *context.texts):
        for line in text.split("\n"):
            if 0 < len(line) <= _LONGEST:
                yield simplify(line).strip(_MARKS)


def _labels_in(kind: str, lines: list[str]) -> dict[str, int]:
    """Return the labels that lines begin with, each with its weight."""
    pattern, weights = _pattern(kind), _weights(kind)
    found: dict[str, int] = {}
    for line in lines:
        match = pattern.match(line)
        if match is not None:
            label = match[0] if match[0] in weights else f"{match[0]}$"
            found[match[0]] = weights[label]
    return found


@cache
def _weights(kind: str) -> dict[str, int]:
    entries = read_list(f"page_{kind.replace('-', '_')}")
    return {entry[2:]: int(entry[0]) for entry in entries}


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """Return the pattern of the labels of a kind, the longest first."""
    alternatives: list[str] = []
    for label in sorted(_weights(kind), key=len, reverse=True):
        escaped = re.escape(label.removesuffix("$"))
        if label.endswith("$"):
            alternatives.append(rf"{escaped}(?=\W*\Z)")
        elif _UNSPACED.search(label):
            alternatives.append(escaped)
        else:
            alternatives.append(f"{escaped}{_LABEL_END}")
    return regex("|".join(alternatives))
