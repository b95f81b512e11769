"""Take the marks of bold and emphasised text out of a line of the header."""

from __future__ import annotations

import re

from corpusfmt.syntax.prepare import SKIPPED
from corpusfmt.text.patterns import regex

_BRACKETS = {"[": "]", "〔": "〕", "【": "】", "［": "］", "（": "）", "(": ")"}
_NOT_INSIDE = frozenset("[]〔〕【】［］（）")

_MARKS = regex(
    r"(?P<url>\]\((?:<(?>(?:\\.|[^<>\\\n]++)*)>"
    r"|(?!<)(?>(?:\\\S|[^\s()\\]++|\((?>(?:\\\S|[^\s()\\]++)*)\))*))\))"
    r"|(?<![\w\\*_@/])(?P<marks>\*{1,3}|_{1,3})(?P<text>[^\s*_](?:[^*_\n]*[^\s*_])?)(?<!\\)(?P=marks)(?![\w*_@/])"
)


def without_marks(line: str) -> str:
    """Return a line with skipped characters in place of the marks of bold or emphasised words.

    Marks inside words and URLs, and those that open nothing, remain.
    """
    if "*" not in line and "_" not in line:
        return line
    return _MARKS.sub(_without_marks, line)


def without_brackets(line: str) -> str:
    """Return a line with spaces in place of round, square or wide brackets around all of it."""
    visible = line.strip()
    if not visible or _BRACKETS.get(visible[0]) != visible[-1]:
        return line
    start = line.index(visible)
    end = start + len(visible)
    inside = visible[1:-1]
    if not _NOT_INSIDE.union(visible[0], visible[-1]).isdisjoint(inside):
        return line
    return f"{line[:start]} {inside} {line[end:]}".rstrip()


def _without_marks(match: re.Match[str]) -> str:
    if match["url"]:
        return match[0]
    skipped = SKIPPED * len(match["marks"])
    return skipped + match["text"] + skipped
