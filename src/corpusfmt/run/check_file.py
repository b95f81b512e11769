"""Check one file for ``corpusfmt check``, or a batch of them: read, fix if requested, report."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from corpusfmt.files.input import Input
from corpusfmt.files.read import STANDARD_INPUT, FileError, file_reason, input_name
from corpusfmt.files.stamp import read_stamped
from corpusfmt.files.write import rewrite
from corpusfmt.lint.checker import Checker, CheckResult
from corpusfmt.lint.context import Context
from corpusfmt.lint.policy import Policy
from corpusfmt.model.diagnostic import Report
from corpusfmt.model.file_result import FileResult
from corpusfmt.run.article_bytes import InvalidRowError, article_bytes
from corpusfmt.run.cached_results import content_digest, find_result, make_record
from corpusfmt.run.crash import crash
from corpusfmt.syntax.reading import Reading

if TYPE_CHECKING:
    from corpusfmt.project.cache.cache import CacheReader
    from corpusfmt.project.undo_journal import Journal

_BATCH_SIZE = 32
_WORTH_BATCHES = 400


_NOT_ON_DISK = "only files on the disk are rewritten"


@dataclass(frozen=True, slots=True)
class CheckTask:
    """What to do with each file.

    ``name`` is what the standard input is called. ``writes`` applies fixes and rewrites the file,
    ``shows_patch`` makes a patch of them instead, ``unsafe`` includes the unsafe fixes.
    ``keeps_text`` keeps the text in the result. ``is_alone``: it is the only file of the run.
    ``cache`` has results by the digests of files; a task that fixes, keeps the text, or reads
    anything but files has none.
    """

    policy: Policy
    name: str
    writes: bool = False
    unsafe: bool = False
    shows_patch: bool = False
    journal: Journal | None = None
    keeps_text: bool = False
    is_alone: bool = False
    cache: CacheReader | None = None

    @property
    def fixes(self) -> bool:
        """Whether fixes are applied, to the file or for a patch."""
        return self.writes or self.shows_patch


def batch_size(task: CheckTask, files: Sequence[str]) -> int:
    """Return how many files to check in one batch.

    It is 1 where files are fixed or few, so that their findings are shown as they are found.
    """
    if task.fixes or len(files) < _WORTH_BATCHES or STANDARD_INPUT in files:
        return 1
    return _BATCH_SIZE


def check_batch(items: Sequence[Input], task: CheckTask) -> list[FileResult]:
    """Check texts as `check_one` does; a batch takes less time than one after another."""
    if len(items) == 1 or task.fixes:
        return [check_one(item, task) for item in items]
    results: list[FileResult | None] = [None] * len(items)
    read: deque[tuple[int, _Read]] = deque()
    for checked in Checker(task.policy).check_all(_read_all(items, task, read, results)):
        index, one = read.popleft()
        results[index] = _file_result(checked, one, task)
    return [result or check_one(items[index], task) for index, result in enumerate(results)]


def check_one(item: Input, task: CheckTask) -> FileResult:
    """Check a text, and fix it if the task requests it; any failure is an error in the report."""
    name = input_name(item.path, task.name)
    try:
        read = _read(item, task)
        if isinstance(read, FileResult):
            return read
        if task.fixes:
            return _fix(item, read, task)
        return _check(read, task)
    except InvalidRowError as error:
        return FileResult(Report(name, error.diagnostics))
    except FileError as problem:
        return FileResult(Report(name, error=problem.reason))
    except Exception as error:
        return FileResult(Report(name, error=crash(error)))


class _Read(NamedTuple):
    """A file that was read: its text, and its stamp and digest if there is a cache."""

    context: Context
    stamp: bytes = b""
    digest: bytes = b""


def _read(item: Input, task: CheckTask) -> _Read | FileResult:
    """Return a text, or its result if the cache has one for its content.

    Raise FileError or InvalidRowError if there is no text.
    """
    name = input_name(item.path, task.name)
    if task.cache is None:
        data = article_bytes(item)
        return _Read(Context(Reading.from_bytes(data, task.policy.date_orders), name))
    data, stamp = read_stamped(item.path)
    digest = content_digest(data, item.path, task.policy)
    known = find_result(task.cache, item.path, stamp, digest, needs_facts=not task.is_alone)
    if known is not None:
        return known
    return _Read(Context(Reading.from_bytes(data, task.policy.date_orders), name), stamp, digest)


def _read_all(
    items: Sequence[Input],
    task: CheckTask,
    read: deque[tuple[int, _Read]],
    results: list[FileResult | None],
) -> Iterator[Context]:
    """Yield the texts that must be checked, and append them to ``read`` with their indices.

    Set the results of those that the cache has.
    """
    for index, item in enumerate(items):
        try:
            one = _read(item, task)
        except Exception:  # `check_one` reports it
            continue
        if isinstance(one, FileResult):
            results[index] = one
        else:
            read.append((index, one))
            yield one.context


def _check(read: _Read, task: CheckTask) -> FileResult:
    checker = Checker(task.policy, is_alone=task.is_alone)
    return _file_result(checker.check_one(read.context), read, task)


def _file_result(checked: CheckResult, read: _Read, task: CheckTask) -> FileResult:
    if checked.error is not None:
        return FileResult(replace(checked.report, error=crash(checked.error)))
    text = read.context.text if task.keeps_text else None
    result = FileResult(checked.report, checked.host, checked.facts, text=text)
    if read.digest:
        volatile = task.policy.changing_daily()
        record = make_record(result, read.stamp, read.digest, volatile)
        if task.is_alone:  # not every fact was collected
            record = replace(record, facts=None)
        return replace(result, record=record)
    return result


def _fix(item: Input, read: _Read, task: CheckTask) -> FileResult:
    """Return the result of a file whose fixes are applied, or shown as a patch."""
    if task.writes and item.data is not None:
        return _with_unfixed(_check(read, task), _NOT_ON_DISK)
    from corpusfmt.lint.fixer import fix

    context, data = read.context, read.context.data
    fixed = fix(context, task.policy, unsafe=task.unsafe)
    after = fixed.text.encode() if fixed.made else data
    if task.shows_patch:
        patch = _patch(data, after, context.name)
        result = replace(_check(read, task), fixes=fixed.made, patch=patch)
        return _with_unfixed(result, fixed.reason)
    is_piped = item.path == STANDARD_INPUT
    if fixed.made and not is_piped:
        problem = _write(item.path, data, after, task.journal)
        if problem is not None:
            return _with_unfixed(_check(read, task), problem)
    output = after if is_piped else None
    checked = _check(_Read(fixed.context), task)
    result = replace(checked, report=fixed.report, fixes=fixed.made, output=output)
    return _with_unfixed(result, fixed.reason)


def _patch(before: bytes, after: bytes, name: str) -> bytes:
    from corpusfmt.files.diff import make_patch

    if after == before:
        return b""
    return make_patch(before, after, name)


def _write(path: str, before: bytes, after: bytes, journal: Journal | None) -> str | None:
    """Rewrite a file; return why that failed, or None."""
    write = rewrite if journal is None else journal.write
    try:
        write(path, before, after)
    except FileError as problem:
        return file_reason(problem.reason)
    return None


def _with_unfixed(result: FileResult, reason: str | None) -> FileResult:
    """Return the result with the reason why the file was not fixed, if there is one."""
    if reason is None:
        return result
    return replace(result, report=replace(result.report, unfixed=reason))
