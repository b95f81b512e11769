"""The damaged words of a text in one message."""

from __future__ import annotations

from collections.abc import Sequence

from corpusfmt.lint import quoted

_SHOWN = 3


def name_words(text: str, spans: Sequence[tuple[int, int]], one: str, several: str) -> str:
    """Return what words have in common and the first of them: ``one`` or ``several``, and words."""
    shown: list[str] = []
    for start, end in spans[:_SHOWN]:
        shown.append(quoted(text[start:end]))
    more = len(spans) - len(shown)
    if more:
        return f"{several}: {', '.join(shown)} and {more:,} more"
    if len(shown) == 1:
        return f"{one}: {shown[0]}"
    return f"{several}: {', '.join(shown[:-1])} and {shown[-1]}"
