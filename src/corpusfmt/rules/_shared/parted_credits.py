"""Credits after the gap that are over two lines, or below a label of their own."""

from __future__ import annotations

from corpusfmt.lint import Context
from corpusfmt.rules._shared.credit_labels import has_credit_label, has_picture_label
from corpusfmt.syntax.credit import Around, CreditLine, find_credit
from corpusfmt.text.named_tuples import NamedTuple

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
    if not context.texts or not _may_be_first(context.texts[0]):  # as in most
        return None
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


def _may_be_first(text: str) -> bool:
    """Return whether a text is short enough for the label of a credit, or for its two lines."""
    if "\n" in text:
        return len(text) <= _LONGEST + 1
    return len(text.rstrip(_AROUND_COLON)) < _LONGEST_LABEL


def _find(context: Context, first: str, second: str, last: int) -> PartedCredit | None:
    """Return the credit of two lines, of which the first may be a label without its colon."""
    if len(first) + len(second) > _LONGEST:
        return None
    label = first.rstrip(_AROUND_COLON) + ":"
    is_label = _is_label(label)
    if last == 1 and not is_label:
        return None
    document = context.reading.document
    around = Around(document, document["body"][last + 1 :])
    if is_label:
        found = _below_label(label, second, around)
    else:
        found = _in_lines(first, second, around)
    if found is None:
        return None
    start, end = context.span(context.block(0))[0], context.span(context.block(last))[1]
    return PartedCredit(found, (start, end))


def _is_label(line: str) -> bool:
    """Return whether a line is the label of a credit or picture, and nothing more."""
    return len(line) <= _LONGEST_LABEL and (has_credit_label(line) or has_picture_label(line))


def _below_label(label: str, line: str, around: Around) -> CreditLine | None:
    """Return the credit of a line that follows its label."""
    return _certain_credit(f"{label} {line}", around) if _has_capitals(line) else None


def _in_lines(first: str, second: str, around: Around) -> CreditLine | None:
    """Return the credit of two lines as one, or of the second alone: the caption may be above."""
    found = _certain_credit(f"{first} {second}", around)
    if found is not None:
        return found
    found = _certain_credit(second, around)
    if found is not None and found.caption is None:
        return found._replace(caption=first)
    return found


def _certain_credit(line: str, around: Around) -> CreditLine | None:
    """Return the credit of a line, if it is certain."""
    found = find_credit(line, around)
    return found if found is not None and found.grade == "certain" else None


def _has_capitals(line: str) -> bool:
    """Return whether few words of a line are in small letters."""
    words = line.split()
    return len(words) <= _MOST_WORDS and 2 * sum(word[0].islower() for word in words) <= len(words)
