"""Escapes that a fix writes: each states that a character is text, and may hide a mark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from corpusfmt.text.edits import Edit, Fix
from corpusfmt.text.patterns import regex
from corpusfmt.text.values import replace

WHY_UNSAFE = "it escapes characters that may be marks"

_ESCAPE = regex(r"\\[!-/:-@\[-`{-~]|&#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6});")
_BESIDE = 10
"""How much of the text beside an edit can be part of an escape with what it writes."""


def without_sealing(text: str, fix: Fix) -> Fix:
    """Return the fix, as an unsafe one if it escapes a character that the text does not escape.

    What was a byline, a heading, a link or emphasis to another reader, and is not one to ours,
    would then be text for all of them, and nothing would report it.
    """
    if not fix.safe or not _adds_escape(text, fix.edits):
        return fix
    return replace(fix, safe=False, why=WHY_UNSAFE)


def _adds_escape(text: str, edits: Iterable[Edit]) -> bool:
    """Return whether there are more escapes of some character after the edits than before."""
    added: Counter[str] = Counter()
    for edit in edits:
        before = text[max(0, edit.start - _BESIDE) : edit.start]
        after = text[edit.end : edit.end + _BESIDE]
        added.update(_ESCAPE.findall(before + edit.text + after))
        added.subtract(_ESCAPE.findall(before + text[edit.start : edit.end] + after))
    return any(count > 0 for count in added.values())
