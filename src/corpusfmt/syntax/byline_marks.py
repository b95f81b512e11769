"""Take the marks of bold and emphasised text out of a line of the header."""

from __future__ import annotations

import re

from corpusfmt.syntax.prepare import SKIPPED
from corpusfmt.text.patterns import regex

_BRACKETS = (("[", "]"), ("〔", "〕"), ("【", "】"), ("［", "］"), ("（", "）"))

_MARKS = regex(
    r"(?P<url>\]\((?:<(?>(?:\\.|[^<>\\\n]++)*)>"
    r"|(?!<)(?>(?:\\\S|[^\s()\\]++|\((?>(?:\\\S|[^\s()\\]++)*)\))*))\))"
    r"|(?<![\w\\*_@/])(?P<marks>\*{1,3}|_{1,3})(?P<text>[^\s*_](?:[^*_\n]*[^\s*_\\])?)(?P=marks)(?![\w*_@/])"
)


def without_marks(line: str) -> str:
    """Return a line with skipped characters in place of the marks of bold or emphasised words.

    Marks inside words and URLs, and those that open nothing, remain.
    """
    if "*" not in line and "_" not in line:
        return line
    return _MARKS.sub(_without_marks, line)


def without_brackets(line: str) -> str:
    """Return a line with spaces in place of square or East Asian brackets around all of it."""
    visible = line.strip()
    if (visible[:1], visible[-1:]) not in _BRACKETS:
        return line
    start = line.index(visible)
    end = start + len(visible)
    inside = visible[1:-1]
    if any(character in inside for pair in _BRACKETS for character in pair):
        return line
    return f"{line[:start]} {inside} {line[end:]}".rstrip()


def _without_marks(match: re.Match[str]) -> str:
    if match["url"]:
        return match[0]
    skipped = SKIPPED * len(match["marks"])
    return skipped + match["text"] + skipped
