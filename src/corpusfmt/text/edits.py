"""TODO."""

from dataclasses import dataclass


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
    says in a few words what makes it the one or the other.
    """

    title: str
    edits: tuple[Edit, ...]
    safe: bool
    why: str = ""
