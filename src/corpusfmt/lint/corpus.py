"""What the rules of the fifth level look at: all articles of a run, each with the little that a rule kept of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from corpusfmt.lint.context import NO_OPTIONS, Option, Subject, Value


class Entry(NamedTuple):
    """An article as a rule of the fifth level keeps it: its path, its host, the host of the settings, and the rest."""

    path: str
    host: str
    group: str
    fact: Any


class CorpusFinding(NamedTuple):
    """A fault of an article among others: its path, and the JSON pointer of the part that is at fault.

    ``other`` is the path of the article that it was found by, and where that has the same, by its pointer; the message
    has OTHER where that place is to be told.
    """

    path: str
    message: str
    expected: str | None
    pointer: str
    other: tuple[str, str] | None = None


OTHER = "\0"
"""Stands in a message for the place in the other article, as path, line and column."""


def _unread(_: str) -> Subject | None:
    return None


@dataclass(frozen=True)
class Corpus:
    """The articles that a rule has kept something of, sorted by path.

    ``coverage`` has what the settings demand: a host of theirs, or "" for all articles, to parts and percentages.
    ``read`` reads an article once more; None where that cannot be done.
    """

    entries: Sequence[Entry]
    coverage: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    options: Mapping[tuple[str, str], Any] = field(default_factory=lambda: NO_OPTIONS)
    read: Callable[[str], Subject | None] = _unread

    def option(self, option: Option[Value]) -> Value:
        """What the settings say of an option, or its default."""
        value: Value = self.options.get((option.rule, option.name), option.default)
        return value


def digest(text: str) -> bytes:
    """Eight bytes that stand for a text, the same on every machine: of a million texts, no two are likely to share."""
    from hashlib import blake2b  # as long to import as a file takes to check

    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def folded(text: str) -> str:
    """The text in which blanks and case make no difference."""
    return " ".join(text.split()).casefold()
