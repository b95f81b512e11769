"""One file of ``corpusfmt check``: read, fixed if that is asked for, and checked."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from corpusfmt.files.atomic import rewrite
from corpusfmt.files.discovery import Selection
from corpusfmt.files.read import STANDARD_INPUT, FileProblem, file_reason, read_bytes, read_standard_input
from corpusfmt.lint.checker import Checker, CheckResult
from corpusfmt.lint.context import Context
from corpusfmt.lint.policy import Policy
from corpusfmt.model.diagnostic import Report
from corpusfmt.run.crash import crash

_AT_ONCE, _FEW = 32, 400
"""How many files are checked at once, and for how many altogether that is worth it."""

if TYPE_CHECKING:
    from corpusfmt.project.undo_journal import Journal


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be done with every file: under which policy, and whether its fixes are made, written or shown."""

    policy: Policy
    name: str
    fixes: bool = False
    unsafe: bool = False
    diff: bool = False
    journal: Journal | None = None
    keeps_text: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """What one file has come to: its report, what fixes were made by which rule, the patch, and what is asked for."""

    examined: CheckResult
    made: Mapping[str, int] = field(default_factory=dict)
    patch: bytes = b""
    text: str | None = None
    output: bytes | None = None  # for the standard output

    @property
    def report(self) -> Report:
        """The report of the file."""
        return self.examined.report


def check_one(path: str, task: Task) -> Checked:
    """Check a file, and fix it if the task says so; whatever goes wrong is an error in the report."""
    piped = path == STANDARD_INPUT
    shown = task.name if piped else path
    try:
        data = read_standard_input() if piped else read_bytes(path)
        context = Context(data, shown)
        if task.fixes or task.diff:
            return _fix(path, data, context, task)
        return _checked(context, task)
    except FileProblem as problem:
        return Checked(CheckResult(Report(shown, error=problem.reason)))
    except Exception as error:
        return Checked(CheckResult(Report(shown, error=crash(error))))


def at_once(task: Task, chosen: Selection) -> int:
    """How many files to check at once: one where each is fixed, or there are few, so that little waits for another."""
    each = task.fixes or task.diff or len(chosen.files) < _FEW or STANDARD_INPUT in chosen.files
    return 1 if each else _AT_ONCE


def check_many(paths: Sequence[str], task: Task) -> list[Checked]:
    """Check some files, as `check_one` does; many together take less time than one after another."""
    if len(paths) == 1:
        return [check_one(paths[0], task)]
    checked: dict[str, Checked] = {}
    read: deque[Context] = deque()
    for result in Checker(task.policy).check_all(_read_all(paths, task, read, checked)):
        context = read.popleft()
        if result.error is None:
            checked[context.name] = Checked(result, text=context.text if task.keeps_text else None)
        else:
            report = replace(result.report, error=crash(result.error))
            checked[context.name] = Checked(replace(result, report=report, error=None))
    return [checked[path] for path in paths]


def _read_all(paths: Sequence[str], task: Task, read: deque[Context], checked: dict[str, Checked]) -> Iterator[Context]:
    """Yield the files that can be read, which are appended to ``read``; the results of the others go to ``checked``."""
    for path in paths:
        try:
            context = Context(read_bytes(path), path)
        except Exception:  # `check_one` reports it
            checked[path] = check_one(path, task)
        else:
            read.append(context)
            yield context


def _checked(context: Context, task: Task) -> Checked:
    text = context.text if task.keeps_text else None
    return Checked(Checker(task.policy).check_one(context), text=text)


def _fix(path: str, data: bytes, context: Context, task: Task) -> Checked:
    from corpusfmt.files.diff import make_patch
    from corpusfmt.lint.fixer import fix

    fixed = fix(context, task.policy, unsafe=task.unsafe)
    reason = fixed.reason
    if task.diff:
        patch = make_patch(data, fixed.text.encode(), context.name) if fixed.made else b""
        return replace(_unfixed(_checked(context, task), reason), made=fixed.made, patch=patch)
    after = fixed.text.encode() if fixed.made else data
    if fixed.made and path != STANDARD_INPUT:
        write = rewrite if task.journal is None else task.journal.write
        try:
            write(path, data, after)
        except FileProblem as problem:
            return _unfixed(_checked(context, task), file_reason(problem.reason))
    checked = _unfixed(_checked(Context(after, context.name) if fixed.made else context, task), reason)
    return replace(checked, made=fixed.made, output=after if path == STANDARD_INPUT else None)


def _unfixed(checked: Checked, reason: str | None) -> Checked:
    """What a file has come to, with why its fixes were not made."""
    report = replace(checked.report, unfixed=reason)
    return checked if reason is None else replace(checked, examined=replace(checked.examined, report=report))
