"""The progress of the work on one large text; small texts are not counted, and cost nothing."""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.text.annotations import Protocol, TypeVar

LARGE = 4_000_000
"""How many characters make a text a large one."""

_EVERY = 1024  # tokens


class _Placed(Protocol):
    start_pos: int


_Token = TypeVar("_Token", bound=_Placed)


class Pulse:
    """A phase of the work, and the share of the text that it has processed, from 0 to 1."""

    def __init__(self) -> None:
        self.phase = ""
        self.share = 0.0

    def enter(self, phase: str, share: float = 0.0) -> None:
        """Start a phase, or continue it."""
        self.phase, self.share = phase, share

    def through(self, phase: str, tokens: Iterator[_Token], size: int) -> Iterator[_Token]:
        """Yield the tokens of a text of this size, and update the share."""
        self.enter(phase)
        for number, token in enumerate(tokens):
            if number % _EVERY == 0:
                self.share = token.start_pos / size
            yield token


pulse = Pulse()
"""The progress of this process, which works on one text at a time."""
