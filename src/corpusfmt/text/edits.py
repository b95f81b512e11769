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
