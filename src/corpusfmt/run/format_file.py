"""Format one file for ``corpusfmt fmt``: read it, prove its canonical text, and write that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpusfmt.files.diff import make_patch
from corpusfmt.files.input import Input
from corpusfmt.files.pool import LOST
from corpusfmt.files.read import STANDARD_INPUT, FileError, input_name
from corpusfmt.files.rewriting import Change
from corpusfmt.files.stamp import read_stamped
from corpusfmt.lint.checker import Checker
from corpusfmt.lint.context import Context
from corpusfmt.lint.guesses import as_accepted, with_prefix
from corpusfmt.lint.policy import Policy
from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.run.article_bytes import InvalidRowError, article_bytes
from corpusfmt.run.cached_results import content_digest
from corpusfmt.run.crash import crash
from corpusfmt.run.format_result import FormatResult, find_format_result, with_record
from corpusfmt.syntax.reading import Reading
from corpusfmt.syntax.roundtrip import RoundTripError, write_reading
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.values import dataclass, replace

if TYPE_CHECKING:
    from corpusfmt.project.cache.reader import CacheReader
    from corpusfmt.project.undo_journal import Journal


@dataclass(frozen=True, slots=True)
class FormatTask:
    """What to do with each file.

    ``journal`` records what is rewritten; None writes nothing. ``unsafe`` rewrites files whose
    reading contains a guess. ``name`` is what the standard input is called. ``cache`` has results
    by the digests of files; a task that writes or shows a patch has none.
    """

    policy: Policy
    journal: Journal | None
    unsafe: bool
    shows_patch: bool
    name: str
    cache: CacheReader | None = None


def format_bytes(data: bytes, name: str, task: FormatTask) -> tuple[FormatResult, bytes]:
    """Return the result for the bytes of a file, and its new bytes: the same, if not rewritten."""
    reading = Reading.from_bytes(data, task.policy.date_orders)
    context = Context(reading, name)
    checker = Checker(task.policy)
    blocking = checker.find_blocking(context, "always")
    if blocking:
        return _left_alone(name, _first_of_each_rule(blocking)), data
    try:
        canonical = write_reading(reading).encode()
    except RoundTripError as error:
        return FormatResult(name, "not written", error.reason), data
    if canonical == data:
        return FormatResult(name, "canonical"), data
    guesses = tuple(checker.find_blocking(context, "guess"))
    if guesses and not task.unsafe:
        return replace(_left_alone(name, guesses), is_guess=True), data
    accepted = as_accepted(guesses)
    return FormatResult(name, "changed", diagnostics=accepted), canonical


def format_one(item: Input, task: FormatTask) -> FormatResult:
    """Format a text, and write it if the task has a journal; any failure is in the result."""
    return format_all([item], task)[0]


def format_all(items: Sequence[Input], task: FormatTask) -> list[FormatResult]:
    """Format texts as `format_one` does, and write them together."""
    results: list[FormatResult] = []
    changes: dict[int, Change] = {}
    for number, item in enumerate(items):
        result, change = _attempt(item, task)
        results.append(result)
        if change is not None:
            changes[number] = change
    if task.journal is not None and changes:
        errors = task.journal.write_all([*changes.values()])
        for number, error in zip(changes, errors, strict=True):
            if error is not None:
                results[number] = FormatResult(error.path, "not written", error.reason)
    return results


def _attempt(item: Input, task: FormatTask) -> tuple[FormatResult, Change | None]:
    """Format a text; return the result, and what is still to be written."""
    name = input_name(item.path, task.name)
    try:
        if task.cache is not None and item.data is None:
            return _format_cached(item.path, task, task.cache), None
        return _format(item, name, task)
    except FileError as error:
        return FormatResult(name, "not read", error.reason), None
    except InvalidRowError as error:
        return _left_alone(name, error.diagnostics), None
    except Exception as error:
        return FormatResult(name, "not written", crash(error)), None


def lost_format(item: Input, task: FormatTask) -> FormatResult:
    """Return the result of a text that has ended the processes that formatted it."""
    return FormatResult(input_name(item.path, task.name), "not written", LOST)


def _format(item: Input, name: str, task: FormatTask) -> tuple[FormatResult, Change | None]:
    data = article_bytes(item)
    result, canonical = format_bytes(data, name, task)
    if item.path == STANDARD_INPUT and task.journal is not None:
        return replace(result, output=canonical), None
    if result.status != "changed":
        return result, None
    if task.journal is not None:
        return result, Change(item.path, data, canonical)
    patch = make_patch(data, canonical, name) if task.shows_patch else b""
    return replace(result, patch=patch), None


def _format_cached(path: str, task: FormatTask, cache: CacheReader) -> FormatResult:
    """Return the result for a file that is not written, from the cache if it has one."""
    data, stamp = read_stamped(path)
    digest = content_digest(data, path, task.policy)
    known = find_format_result(cache, path, stamp, digest)
    if known is not None:
        return known
    result, _ = format_bytes(data, path, task)
    return with_record(result, stamp, digest)


def _left_alone(name: str, diagnostics: Iterable[Diagnostic]) -> FormatResult:
    reasons = with_prefix("not rewritten", diagnostics)
    return FormatResult(name, "not rewritten", diagnostics=reasons)


def _first_of_each_rule(diagnostics: Iterable[Diagnostic]) -> Iterable[Diagnostic]:
    first: dict[str, Diagnostic] = {}
    for diagnostic in diagnostics:
        first.setdefault(diagnostic.rule, diagnostic)
    return first.values()
