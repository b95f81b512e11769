"""The words of a text, which several rules look up."""

from __future__ import annotations

from corpusfmt.lint import Context


def lower_words(context: Context) -> frozenset[str]:
    """Return what is between the spaces of a text, in lower case: words, some with punctuation.

    It is made once for all rules, since it takes longer than most of them.
    """
    return frozenset(context.text.lower().split())
