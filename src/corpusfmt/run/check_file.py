"""One file of ``corpusfmt check``: read, fixed if that is asked for, and checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from corpusfmt.config.policy import Policy
from corpusfmt.files.atomic import rewrite
from corpusfmt.files.discovery import Selection
from corpusfmt.files.read import STANDARD_INPUT, FileProblem, file_reason, read_bytes, read_standard_input
from corpusfmt.lint.checker import Examined, examine, examine_all
from corpusfmt.lint.context import Subject
from corpusfmt.model.diagnostic import Report
from corpusfmt.run.crash import crash

_AT_ONCE, _FEW = 32, 400
"""How many files are checked at once, and for how many altogether that is worth it."""

_MOST = 1_000_000
"""How many characters the files that are checked at once may have together, or one file alone."""

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

    examined: Examined
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
        subject = Subject(data, shown)
        if task.fixes or task.diff:
            return _fix(path, data, subject, task)
        return _checked(subject, task)
    except FileProblem as problem:
        return Checked(Examined(Report(shown, error=problem.reason)))
    except Exception as error:
        return Checked(Examined(Report(shown, error=crash(error))))


def at_once(task: Task, chosen: Selection) -> int:
    """How many files to check at once: one where each is fixed, or there are few, so that little waits for another."""
    each = task.fixes or task.diff or len(chosen.files) < _FEW or STANDARD_INPUT in chosen.files
    return 1 if each else _AT_ONCE


def check_many(paths: Sequence[str], task: Task) -> list[Checked]:
    """Check some files, as `check_one` does; many take less time, as the rules go through them together."""
    if len(paths) == 1:
        return [check_one(paths[0], task)]
    checked: dict[str, Checked] = {}
    subjects: list[Subject] = []
    size = 0
    for path in paths:
        try:
            subjects.append(Subject(read_bytes(path), path))
        except Exception:  # what it was is said there
            checked[path] = check_one(path, task)
            continue
        size += len(subjects[-1].text)
        if size > _MOST:
            checked |= _check_group(subjects, task)
            subjects, size = [], 0
    checked |= _check_group(subjects, task)
    return [checked[path] for path in paths]


def _check_group(subjects: list[Subject], task: Task) -> dict[str, Checked]:
    try:
        examined = examine_all(subjects, task.policy)
    except Exception:  # which of them it was is found out one by one
        return {subject.name: check_one(subject.name, task) for subject in subjects}
    texts = [subject.text if task.keeps_text else None for subject in subjects]
    return {subject.name: Checked(one, text=text) for subject, one, text in zip(subjects, examined, texts, strict=True)}


def _checked(subject: Subject, task: Task) -> Checked:
    text = subject.text if task.keeps_text else None
    return Checked(examine(subject, task.policy), text=text)


def _fix(path: str, data: bytes, subject: Subject, task: Task) -> Checked:
    from corpusfmt.files.diff import make_patch
    from corpusfmt.lint.fixer import fix

    fixed = fix(subject, task.policy, unsafe=task.unsafe)
    reason = fixed.reason
    if task.diff:
        patch = make_patch(data, fixed.text.encode(), subject.name) if fixed.made else b""
        return replace(_unfixed(_checked(subject, task), reason), made=fixed.made, patch=patch)
    after = fixed.text.encode() if fixed.made else data
    if fixed.made and path != STANDARD_INPUT:
        write = rewrite if task.journal is None else task.journal.write
        try:
            write(path, data, after)
        except FileProblem as problem:
            return _unfixed(_checked(subject, task), file_reason(problem.reason))
    checked = _unfixed(_checked(Subject(after, subject.name) if fixed.made else subject, task), reason)
    return replace(checked, made=fixed.made, output=after if path == STANDARD_INPUT else None)


def _unfixed(checked: Checked, reason: str | None) -> Checked:
    """What a file has come to, with why its fixes were not made."""
    report = replace(checked.report, unfixed=reason)
    return checked if reason is None else replace(checked, examined=replace(checked.examined, report=report))
