"""Positions as other tools count them: whole lines, columns in bytes, and the smallest edit."""

from __future__ import annotations

from bisect import bisect_left

from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.text.edits import Edit, Fix, apply
from corpusfmt.text.patterns import regex
from corpusfmt.text.source import SourceText

_PLACEHOLDERS = regex("[…·\u2400-\u2421]")
"""What an excerpt has in place of characters that it does not show, whose size is not known."""


def last_line(diagnostic: Diagnostic) -> int:
    """Return the last line of a diagnostic; not the one after its last line break."""
    if diagnostic.end_column == 1 and diagnostic.end_line > diagnostic.line:
        return diagnostic.end_line - 1
    return diagnostic.end_line


def byte_columns(diagnostic: Diagnostic, source: SourceText | None) -> tuple[int, int] | None:
    """Return start and end columns in bytes of UTF-8, from 1; None where they are not known.

    Without the source they are known from an excerpt that shows all preceding characters.
    """
    start = _byte_column(diagnostic, source, diagnostic.line, diagnostic.column)
    end = _byte_column(diagnostic, source, diagnostic.end_line, diagnostic.end_column)
    if start is None or end is None:
        return None
    return start, end


def least_edit(fix: Fix, text: str) -> Edit:
    """Return the smallest edit that does the same as all edits of a fix."""
    fixed = apply(text, fix.edits)
    start = _common_prefix(text, fixed)
    kept = _common_prefix(text[start:][::-1], fixed[start:][::-1])
    return Edit(start, len(text) - kept, fixed[start : len(fixed) - kept])


def has_lone_return(text: str) -> bool:
    """Return whether a carriage return alone ends a line here, as it does in no other tool."""
    return "\r" in text.replace("\r\n", "")


def _byte_column(
    diagnostic: Diagnostic, source: SourceText | None, line: int, column: int
) -> int | None:
    """Return a column in bytes.

    After the text of the line there are at most two more columns, of the characters of its line
    break, which are one byte each. A U+FFFD may be itself, three bytes, or a byte that is not
    UTF-8.
    """
    before = _preceding_text(diagnostic, source, line, column)
    if before is None or "\ufffd" in before or len(before) < column - 2:
        return None
    return len(before.encode("utf-8", "surrogatepass")) + column - len(before)


def _preceding_text(
    diagnostic: Diagnostic, source: SourceText | None, line: int, column: int
) -> str | None:
    """Return the text of a line before a column, or None where it is not known."""
    if column == 1:
        return ""
    if source is not None:
        return _preceding_source(source, line, column)
    if line != diagnostic.line or not diagnostic.excerpt:
        return None
    before = diagnostic.excerpt.partition("\n")[0][: column - 1]
    return None if _PLACEHOLDERS.search(before) else before


def _preceding_source(source: SourceText, line: int, column: int) -> str | None:
    try:
        return source.line_text(line)[: column - 1]
    except IndexError:  # the file has changed since it was checked
        return None


def _common_prefix(one: str, other: str) -> int:
    """Return how many characters two texts have in common at their start."""
    shorter = min(len(one), len(other))
    sizes = range(1, shorter + 1)
    return bisect_left(sizes, True, key=lambda size: one[:size] != other[:size])
