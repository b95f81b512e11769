"""Credits after the gap that are over two lines, or below a label of their own."""

from __future__ import annotations

from typing import NamedTuple

from corpusfmt.lint import Context
from corpusfmt.rules._shared.credit_labels import has_credit_label, has_picture_label
from corpusfmt.syntax.credit import Around, CreditLine, find_credit

_LONGEST = 300
_LONGEST_LABEL = 30
_MOST_WORDS = 8
_AROUND_COLON = " :："


class PartedCredit(NamedTuple):
    """The caption and credit as one line would have them, and the span of both lines."""

    found: CreditLine
    span: tuple[int, int]


def parted_credit(context: Context) -> PartedCredit | None:
    """Return the credit of the first two lines after the gap, if it would be certain on one line.

    None where the document has a credit, or the first line may be one.
    """
    if context.after_gap is None or context.reading.found_credit is not None:
        return None
    if "credit" in context.reading.document or context.types[:1] != ["paragraph"]:
        return None
    lines = context.texts[0].split("\n")
    if len(lines) == 2:
        return _find(context, lines[0], lines[1], last=0)
    if len(lines) == 1 and context.types[1:2] == ["paragraph"] and "\n" not in context.texts[1]:
        return _find(context, lines[0], context.texts[1], last=1)
    return None


def _find(context: Context, first: str, second: str, last: int) -> PartedCredit | None:
    """Return the credit of two lines, of which the first may be a label without its colon."""
    if len(first) + len(second) > _LONGEST:
        return None
    label = first.rstrip(_AROUND_COLON) + ":"
    is_label = has_credit_label(label) or has_picture_label(label)
    is_labelled = is_label and len(label) <= _LONGEST_LABEL
    if not is_labelled and last == 1:
        return None
    if is_labelled and not _has_capitals(second):
        return None
    document = context.reading.document
    around = Around(document, document["body"][last + 1 :])
    found = find_credit(f"{label if is_labelled else first} {second}", around)
    if not is_labelled and (found is None or found.grade != "certain"):
        found = find_credit(second, around)
        if found is not None and found.caption is None:
            found = found._replace(caption=first)
    if found is None or found.grade != "certain":
        return None
    start, end = context.span(context.block(0))[0], context.span(context.block(last))[1]
    return PartedCredit(found, (start, end))


def _has_capitals(line: str) -> bool:
    """Return whether few words of a line are in small letters."""
    words = line.split()
    return len(words) <= _MOST_WORDS and 2 * sum(word[0].islower() for word in words) <= len(words)
