"""Check one file for ``corpusfmt check``, or a batch of them: read, fix if requested, report."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from corpusfmt.files.input import Input
from corpusfmt.files.read import STANDARD_INPUT, FileError, file_reason, input_name
from corpusfmt.files.rewriting import Change, rewrite_all
from corpusfmt.files.stamp import read_stamped
from corpusfmt.lint.checker import Checker, CheckResult
from corpusfmt.lint.context import Context
from corpusfmt.model.diagnostic import Report
from corpusfmt.model.file_result import FileResult
from corpusfmt.run.article_bytes import InvalidRowError, article_bytes
from corpusfmt.run.cached_results import content_digest, find_result, make_record
from corpusfmt.run.check_task import CheckTask
from corpusfmt.run.crash import crash
from corpusfmt.syntax.reading import Reading
from corpusfmt.text.annotations import TYPE_CHECKING, TypeVar
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.values import replace

if TYPE_CHECKING:
    from corpusfmt.lint.fixer import FixResult

_Result = TypeVar("_Result")

_NOT_ON_DISK = "only files on the disk are rewritten"


def check_batch(items: Sequence[Input], task: CheckTask) -> list[FileResult]:
    """Check texts as `check_one` does; a batch takes less time than one after another."""
    if task.writes:
        return _fix_all(items, task)
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
    if task.writes:
        return _fix_all([item], task)[0]
    return _attempt(input_name(item.path, task.name), partial(_check_input, item, task))


def _check_input(item: Input, task: CheckTask) -> FileResult:
    read = _read(item, task)
    if isinstance(read, FileResult):
        return read
    return _show_fixes(read, task) if task.fixes else _check(read, task)


def _attempt(name: str, work: Callable[[], _Result]) -> _Result | FileResult:
    """Return what work returns; any failure is an error in the report of the file."""
    try:
        return work()
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
    if task.cache is None or item.data is not None:
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


class _Fixed(NamedTuple):
    """A file with fixes that are still to be written: as it was read, and its result."""

    read: _Read
    change: Change
    result: FileResult


def _fix_all(items: Sequence[Input], task: CheckTask) -> list[FileResult]:
    """Fix files together, and write them together."""
    from corpusfmt.lint.fixer import fix_all

    results: list[_Read | FileResult] = []
    for item in items:
        name = input_name(item.path, task.name)
        results.append(_attempt(name, partial(_read_to_fix, item, task)))
    read = {n: one for n, one in enumerate(results) if isinstance(one, _Read)}
    checker = Checker(task.policy, is_alone=task.is_alone)
    contexts = [one.context for one in read.values()]
    fixed: dict[int, _Fixed] = {}
    for number, one in zip(read, fix_all(contexts, checker, unsafe=task.unsafe), strict=True):
        outcome = _fixed(items[number], read[number], one, task)
        if isinstance(outcome, _Fixed):
            fixed[number] = outcome
        else:
            results[number] = outcome
    for number, problem in zip(fixed, _write_all([*fixed.values()], task), strict=True):
        results[number] = fixed[number].result
        if problem is not None:
            results[number] = _with_unfixed(_check(fixed[number].read, task), problem)
    return [one for one in results if isinstance(one, FileResult)]


def _read_to_fix(item: Input, task: CheckTask) -> _Read | FileResult:
    read = _read(item, task)
    if isinstance(read, _Read) and item.data is not None:
        return _with_unfixed(_check(read, task), _NOT_ON_DISK)
    return read


def _fixed(
    item: Input, read: _Read, fixed: FixResult | Exception, task: CheckTask
) -> _Fixed | FileResult:
    """Return the result of a file whose fixes are applied, with what is still to be written."""
    if isinstance(fixed, Exception):
        return FileResult(Report(read.context.name, error=crash(fixed)))
    data = read.context.data
    after = fixed.text.encode() if fixed.made else data
    is_piped = item.path == STANDARD_INPUT
    result = FileResult(
        fixed.report,
        fixed.checked.host,
        fixed.checked.facts,
        fixes=fixed.made,
        text=fixed.text if task.keeps_text else None,
        output=after if is_piped else None,
    )
    result = _with_unfixed(result, fixed.reason)
    if not fixed.made or is_piped:
        return result
    return _Fixed(read, Change(item.path, data, after), result)


def _write_all(fixed: Sequence[_Fixed], task: CheckTask) -> list[str | None]:
    """Write files; return, for each, why that failed, or None."""
    write_all = rewrite_all if task.journal is None else task.journal.write_all
    errors = write_all([one.change for one in fixed]) if fixed else []
    return [None if error is None else file_reason(error.reason) for error in errors]


def _show_fixes(read: _Read, task: CheckTask) -> FileResult:
    """Return the result of a file with a patch of its fixes."""
    from corpusfmt.lint.fixer import fix

    context, data = read.context, read.context.data
    fixed = fix(context, task.policy, unsafe=task.unsafe)
    after = fixed.text.encode() if fixed.made else data
    patch = _patch(data, after, context.name)
    result = replace(_check(read, task), fixes=fixed.made, patch=patch)
    return _with_unfixed(result, fixed.reason)


def _patch(before: bytes, after: bytes, name: str) -> bytes:
    from corpusfmt.files.diff import make_patch

    if after == before:
        return b""
    return make_patch(before, after, name)


def _with_unfixed(result: FileResult, reason: str | None) -> FileResult:
    """Return the result with the reason why the file was not fixed, if there is one."""
    if reason is None:
        return result
    return replace(result, report=replace(result.report, unfixed=reason))
