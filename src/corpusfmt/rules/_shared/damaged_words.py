"""The damaged words of a text in one message."""

from __future__ import annotations

from collections.abc import Sequence

from corpusfmt.lint import quoted

_SHOWN = 3


def name_words(text: str, spans: Sequence[tuple[int, int]], one: str, several: str) -> str:
    """Return what words have in common and the first of them: ``one`` or ``several``, and words.

    A word that occurs again is named once.
    """
    shown: list[str] = []
    for start, end in spans:
        word = quoted(text[start:end])
        if word not in shown:
            shown.append(word)
        if len(shown) == _SHOWN:
            break
    more = len(spans) - len(shown)
    if more:
        return f"{several}: {', '.join(shown)} and {more:,} more"
    if len(shown) == 1:
        return f"{one}: {shown[0]}"
    return f"{several}: {', '.join(shown[:-1])} and {shown[-1]}"
