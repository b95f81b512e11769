"""Places as other formats count them: whole lines, columns in bytes, and what a fix changes at the least."""

from __future__ import annotations

import re
from bisect import bisect_left

from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.text.edits import Edit, Fix
from corpusfmt.text.source import SourceText

_UNSURE = re.compile("[…·\u2400-\u2421]")
"""What an excerpt shows for characters that it does not show, so that nobody knows how many bytes they have."""


def last_line(diagnostic: Diagnostic) -> int:
    """The last line that a diagnostic touches: one that ends with a line break does not touch the line after it."""
    ends_before = diagnostic.end_column == 1 and diagnostic.end_line > diagnostic.line
    return diagnostic.end_line - ends_before


def byte_columns(diagnostic: Diagnostic, source: SourceText | None) -> tuple[int, int] | None:
    """The start and end columns in bytes of UTF-8, from 1; None where they cannot be known for sure.

    Without the source they are known from an excerpt that shows all that stands before them as it is.
    """
    start = _byte_column(diagnostic, source, diagnostic.line, diagnostic.column)
    end = _byte_column(diagnostic, source, diagnostic.end_line, diagnostic.end_column)
    return None if start is None or end is None else (start, end)


def least_edit(fix: Fix, text: str) -> Edit:
    """One edit that does what all edits of a fix do, without what it leaves as it is before and after."""
    fixed = _apply(fix, text)
    start = _common(text, fixed)
    kept = _common(text[start:][::-1], fixed[start:][::-1])
    return Edit(start, len(text) - kept, fixed[start : len(fixed) - kept])


def has_lone_return(text: str) -> bool:
    """Whether a carriage return alone ends a line here, as it does in no other tool."""
    return "\r" in text.replace("\r\n", "")


def _byte_column(
    diagnostic: Diagnostic, source: SourceText | None, line: int, column: int
) -> int | None:
    """A column in bytes; beyond the line's text is its line break, one byte a character, which ends before the third.

    U+FFFD may stand for a byte that is no UTF-8, or for itself, which has three.
    """
    before = _before(diagnostic, source, line, column)
    if before is None or "\ufffd" in before or len(before) < column - 2:
        return None
    return len(before.encode("utf-8", "surrogatepass")) + column - len(before)


def _before(
    diagnostic: Diagnostic, source: SourceText | None, line: int, column: int
) -> str | None:
    """What stands in a line before a column, or None where that is not known."""
    if column == 1:
        return ""
    if source is not None:
        return _source_before(source, line, column)
    if line != diagnostic.line or not diagnostic.excerpt:
        return None
    before = diagnostic.excerpt.partition("\n")[0][: column - 1]
    return None if _UNSURE.search(before) else before


def _source_before(source: SourceText, line: int, column: int) -> str | None:
    try:
        return source.line_text(line)[: column - 1]
    except IndexError:  # the file has changed since it was checked
        return None


def _apply(fix: Fix, text: str) -> str:
    for edit in reversed(fix.edits):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _common(one: str, other: str) -> int:
    """How many characters two texts have in common at their start."""
    return bisect_left(
        range(1, min(len(one), len(other)) + 1), True, key=lambda size: one[:size] != other[:size]
    )
