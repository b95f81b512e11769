"""Edits of a text, and fixes that are made of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter


@dataclass(frozen=True, slots=True)
class Edit:
    """A text to stand in place of the span from ``start`` to ``end``, in characters of the text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits to be made all or none, in ascending order and without overlap.

    A safe fix leaves the article's meaning as it is; an unsafe one guesses, and waits until it is asked for. ``why``
    says in a few words what makes it the one or the other. A fix with an ``encoding`` has no edits: it decodes the
    bytes of the file in that, and encodes them as UTF-8.
    """

    title: str
    edits: tuple[Edit, ...]
    safe: bool
    why: str = ""
    encoding: str | None = None

    @property
    def is_change(self) -> bool:
        """Whether it changes the file."""
        return bool(self.edits or self.encoding)


_BY_SPAN = attrgetter("start", "end")


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return the text after edits that do not overlap, in any order."""
    pieces: list[str] = []
    end = 0
    for edit in sorted(edits, key=_BY_SPAN):
        pieces += (text[end : edit.start], edit.text)
        end = edit.end
    pieces.append(text[end:])
    return "".join(pieces)
