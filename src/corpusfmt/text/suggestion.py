"""Hints for an unknown word: the nearest known word, and how to list all of them."""

from __future__ import annotations

from collections.abc import Sequence

_LONGEST = 60  # difflib takes quadratic time, and a message is one line


def nearest(word: str, known: Sequence[str]) -> str | None:
    """Return the known word that is nearest to the one given, or None where none is near."""
    import difflib  # late: only mistakes need it

    if len(word) > _LONGEST:
        return None
    near = difflib.get_close_matches(word.lower(), known, n=1)
    return near[0] if near else None


def describe_unknown(
    problem: str, word: str, known: Sequence[str], listed_by: str | None = None
) -> str:
    """Return the problem, the nearest known word, and the command that lists the known ones.

    Where there is no such command, the known words are listed, unless one of them is near.
    """
    near = nearest(word, known)
    hint = f"; did you mean {near!r}?" if near else ""
    if listed_by is not None:
        return f"{problem}{hint} (see `{listed_by}`)"
    return f"{problem}{hint or '; expected one of ' + ', '.join(known)}"


def quoted(word: str) -> str:
    """Return the word in quotes, cut to 60 characters."""
    return repr(word if len(word) <= _LONGEST else word[: _LONGEST - 1] + "…")
