"""What a corpus rule compares: all articles of a run, each with what the rule collected from it.

What a rule collects is made of strings, bytes, numbers and tuples of these, which can be stored.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from corpusfmt.lint.option import NO_OPTIONS, Option, Options, Value, value_of
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.values import dataclass, field

if TYPE_CHECKING:
    from typing import Any

    from corpusfmt.lint.context import Context


class Entry(NamedTuple):
    """An article for a corpus rule: path, host, its host in the settings (or ""), and the value.

    ``number`` tells the articles of a run apart, and is in the order of their paths.
    """

    path: str
    host: str
    group: str
    fact: Any
    number: int = 0


class Row(NamedTuple):
    """Something in an article: a key to compare it by, the article's number, and the place in it.

    ``value`` is what is counted, such as the titles of the articles; without it, the articles are.
    """

    key: str | int
    number: int
    place: int = 0
    value: str | int | None = None


class CorpusFinding(NamedTuple):
    """A finding in an article among others: its number, and the JSON pointer of the field.

    ``others`` are articles that it was compared with: the number of each, and a pointer into it.
    OTHER in the message is replaced by these places. ``articles`` is the number of articles that
    the finding is about, if the rule counts them.
    """

    number: int
    message: str
    expected: str | None
    pointer: str
    others: tuple[tuple[int, str], ...] = ()
    articles: int = 0


OTHER = "\0"
"""Marks in a message where the places in other articles go, as path, line and column."""


def _read_nothing(_: str) -> Context | None:
    return None


@dataclass(frozen=True)
class Corpus:
    """The articles that a rule has collected something from.

    There may be more than fit in memory. ``entry`` returns the article of a number. ``coverage``
    has what the settings require: a host of theirs, or "" for all articles, to fields and
    percentages. ``read`` reads an article again; None where that fails.
    """

    entry: Callable[[int], Entry]
    coverage: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    options: Options = field(default_factory=lambda: NO_OPTIONS)
    read: Callable[[str], Context | None] = _read_nothing

    def option(self, option: Option[Value]) -> Value:
        """Return the value of an option: that of the settings, or its default."""
        return value_of(option, self.options)
