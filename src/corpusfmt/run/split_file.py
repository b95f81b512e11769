"""Find the articles of one file for ``corpusfmt split``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpusfmt.files.pool import LOST
from corpusfmt.files.read import FileError, input_name, read_input
from corpusfmt.lint.checker import Checker
from corpusfmt.lint.context import Context
from corpusfmt.lint.guesses import with_prefix
from corpusfmt.lint.policy import Policy
from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.run.crash import crash
from corpusfmt.syntax.reading import Reading
from corpusfmt.text.display import count

_BORDER = "second-article"
"""The kind of the findings that are at the start of an article after the first."""

_MOST_ROUNDS = 10
"""How often the articles that were found are searched for others: a bound on hostile texts."""


@dataclass(frozen=True, slots=True)
class Part:
    """An article of a file: its bytes, and its first and last line, from 1."""

    data: bytes
    first_line: int
    last_line: int


@dataclass(frozen=True, slots=True)
class SplitResult:
    """The ``data`` of a file, and its ``parts``, if it has more than one.

    ``path`` is as it was given, ``name`` what messages call it. ``error`` is why it was not read,
    ``diagnostics`` are why it cannot be split.
    """

    path: str
    name: str
    data: bytes = b""
    parts: tuple[Part, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    error: str | None = None

    @property
    def outcome(self) -> str:
        """What came of it, in a few words; empty if that is reported anyway."""
        if self.error is not None:
            return ""
        return f"read, {count(max(1, len(self.parts)), 'article')}"


def lost_split(path: str, stdin_name: str) -> SplitResult:
    """Return the result of a file that has ended the processes that split it."""
    return SplitResult(path, input_name(path, stdin_name), error=LOST)


def split_one(path: str, policy: Policy, stdin_name: str) -> SplitResult:
    """Return the articles of a file; any failure is in the result."""
    name = input_name(path, stdin_name)
    try:
        data = read_input(path)
        context = Context(Reading.from_bytes(data, policy.date_orders), name)
        if not context.is_text:
            found = Checker(policy).find(context, policy.blocking_reading("bytes"))
            return SplitResult(path, name, diagnostics=with_prefix("not split", found[:1]))
        parts = tuple(find_parts(context, policy))
    except FileError as error:
        return SplitResult(path, name, error=error.reason)
    except Exception as error:
        return SplitResult(path, name, error=crash(error))
    return SplitResult(path, name, data, parts) if len(parts) > 1 else SplitResult(path, name)


def find_parts(context: Context, policy: Policy) -> Iterator[Part]:
    """Yield the articles of a text, which are all of it.

    An article begins with its first line; the lines above it are those of the one before.
    """
    text, source = context.text, context.source
    starts = [0, *sorted(_find_borders(context, policy))]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        last_line, column = source.position(end)
        if column == 1 and last_line > 1:
            last_line -= 1
        yield Part(text[start:end].encode(), source.position(start)[0], last_line)


def _find_borders(context: Context, policy: Policy) -> set[int]:
    """Return the offsets of the lines at which the articles after the first begin.

    Alone, an article can turn out to be several: its URL, for one, is not the last any more.
    """
    borders: set[int] = set()
    found = _find_borders_once(context, policy)
    for _ in range(_MOST_ROUNDS):
        if not found:
            break
        borders |= found
        starts = [0, *sorted(borders)]
        found = set()
        for start, end in zip(starts, [*starts[1:], len(context.text)], strict=True):
            part = Context(Reading(context.text[start:end], policy.date_orders), context.name)
            for border in _find_borders_once(part, policy):
                found.add(start + border)
    return borders


def _find_borders_once(context: Context, policy: Policy) -> set[int]:
    """Return the offsets of the lines at which rules report another article."""
    borders: set[int] = set()
    for rule in policy.blocking_rewriting("always"):
        for finding in rule.check(context):
            if finding.kind == _BORDER:
                column = context.source.position(finding.start)[1]
                borders.add(finding.start - column + 1)
    return borders - {0}
