"""What to write in place of a line break of HTML after the names of a byline."""

from __future__ import annotations

from corpusfmt.syntax.byline import Byline, are_certain, read_bare_byline, read_byline
from corpusfmt.text.patterns import regex

_BREAK = regex(r"\s*<[bB][rR]\s*/?>\s*")
_LONGEST = 300
"""The most characters on either side of the break in its line."""


def in_place_of_break(text: str, start: int, end: int) -> str | None:
    """Return what to write for a break after names: a comma between names, else a line end.

    None where no byline, and no names of persons or agencies, are before the break in its line.
    """
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    if start - first > _LONGEST or last - end > _LONGEST:
        return None
    before = _BREAK.sub(", ", text[first:start])
    byline = _names(before)
    if byline is None:
        return None
    comma = "" if before.rstrip().endswith(",") else ","
    joined = _names(f"{before}{comma} {_BREAK.sub(', ', text[end:last]).strip()}")
    if joined is not None and are_certain(joined) and joined.date_start is None:
        return comma if text[end].isspace() else f"{comma} "
    return "\n"


def _names(line: str) -> Byline | None:
    """Return the byline of a line with a label, or of certain names without one."""
    byline = read_byline(line)
    if byline is None:
        byline = read_bare_byline(line)
        if byline is not None and not are_certain(byline):
            return None
    return byline
