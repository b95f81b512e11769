"""The commands as functions: files or a text, checked or fixed."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import AnyStr

from corpusfmt.config.load import load
from corpusfmt.config.policy import default_policy, make_policy
from corpusfmt.config.rule_names import ALL, LEVELS, expand
from corpusfmt.config.settings import Settings, SettingsError, baseline_path
from corpusfmt.config.validate import REQUIRABLE
from corpusfmt.files.discovery import Selection, texts_of
from corpusfmt.files.discovery import select as select_files
from corpusfmt.files.path_table import sorted_paths
from corpusfmt.files.read import STANDARD_INPUT, input_name
from corpusfmt.lint.checker import Checker
from corpusfmt.lint.context import Context
from corpusfmt.lint.fixer import fix as fix_context
from corpusfmt.lint.policy import Policy
from corpusfmt.model.arguments import (
    expect_content,
    expect_known,
    expect_names,
    expect_number,
    path_text,
    path_texts,
)
from corpusfmt.model.diagnostic import Report
from corpusfmt.project.baseline import Baseline, load_baseline
from corpusfmt.rules import NAMES
from corpusfmt.run.check_run import CheckPlan, CheckRun
from corpusfmt.run.check_task import CheckTask
from corpusfmt.run.results import FixResult, RunResult
from corpusfmt.run.writing import journal_for, recording, today, writing
from corpusfmt.syntax.date_order import DateOrder, date_orders

StrPath = str | os.PathLike[str]
"""The path of a file or folder."""

SettingsArgument = Settings | StrPath | None
"""Settings, the path of their file, or None for the nearest file or the defaults."""

_SELECTORS = (*NAMES, *LEVELS, ALL)


@dataclass(frozen=True, slots=True)
class _Selectors:
    """Names of rules or levels: to replace those of the settings, to add, and to ignore."""

    select: Collection[str] | None
    extend_select: Collection[str]
    ignore: Collection[str]


@dataclass(frozen=True, slots=True)
class _Inputs:
    """What a run over files reads."""

    settings: Settings
    policy: Policy
    selection: Selection
    baseline: Baseline | None
    jobs: int | None


def check(
    content: str | bytes,
    path: StrPath = "-",
    require: Collection[str] = (),
    rules: Collection[str] | None = None,
    *,
    settings: SettingsArgument = None,
    date_order: DateOrder | None = None,
) -> Report:
    """Return a report with every problem of a text, or of the bytes of a file.

    The levels are: bytes (1), layout (2), document (3), content (4). The diagnostics are in the
    order of the text, and ``path`` is the path in them. ``require`` names the fields that every
    article must have. ``rules`` are the only rules to check, by name, by level (``"level-2"``) or
    ``"all"``. ``date_order`` is ``"month-first"`` or ``"day-first"``: with it no numeric date is
    ambiguous. ``settings`` are settings, or the path of their file, in place of ``require``;
    without them the defaults are used.

    Raise TypeError for content that is neither ``str`` nor ``bytes``, ValueError for an unknown
    name in ``require``, ``rules`` or ``date_order``, SettingsError for invalid settings.
    """
    expect_content("check", content)
    expect_names("check", "require", require)
    expect_known("check", "require", require, REQUIRABLE)
    names: frozenset[str] | None = None
    if rules is not None:
        expect_names("check", "rules", rules)
        expect_known("check", "rules", rules, _SELECTORS)
        names = expand(rules)
    name = path_text("check", "path", path)
    orders = date_orders("check", date_order)
    if settings is None:
        policy = default_policy(tuple(require), names, orders)
    elif require:
        raise ValueError("check() takes require or settings, not both")
    else:
        policy = make_policy(_load_settings("check", settings), select=names)
        if date_order is not None:
            policy = replace(policy, date_orders=orders)
    return Checker(policy).check(Context(content, name, date_orders=policy.date_orders))


def fix(
    content: AnyStr,
    path: StrPath = "-",
    *,
    unsafe: bool = False,
    settings: SettingsArgument = None,
    select: Collection[str] | None = None,
    extend_select: Collection[str] = (),
    ignore: Collection[str] = (),
    date_order: DateOrder | None = None,
) -> FixResult[AnyStr]:
    """Apply the safe fixes to a text, or to the bytes of a file, until none is left.

    Nothing is written. ``unsafe`` applies the unsafe fixes too. ``path`` is the path in the
    diagnostics. Without ``settings`` the defaults are used, regardless of the current folder. Bytes
    that are not UTF-8 are not changed, except by ``unsafe`` if their encoding is certain. Raise
    TypeError for content that is neither ``str`` nor ``bytes``.
    """
    expect_content("fix", content)
    loaded = Settings(os.getcwd()) if settings is None else _load_settings("fix", settings)
    policy = _make_policy("fix", loaded, _Selectors(select, extend_select, ignore))
    if date_order is not None:
        policy = replace(policy, date_orders=date_orders("fix", date_order))
    name = path_text("fix", "path", path)
    context = Context(content, name, date_orders=policy.date_orders)
    fixed = fix_context(context, policy, unsafe=unsafe)
    report = replace(fixed.report, unfixed=fixed.reason)
    if not fixed.made:
        return FixResult(content, report)
    after = fixed.text if isinstance(content, str) else fixed.text.encode()
    return FixResult(after, report, fixed.made)


def load_settings(path: StrPath | None = None, *, start: StrPath = ".") -> Settings:
    """Return the settings of the file ``path``, or of the nearest one in ``start`` or above it.

    Without a file these are the defaults. Raise SettingsError, with a line for each problem, if the
    file cannot be read or has an invalid key, value or rule.
    """
    named = None if path is None else path_text("load_settings", "path", path)
    settings = load(named, path_text("load_settings", "start", start))
    make_policy(settings)  # validates the names of rules
    return settings


def check_paths(
    paths: StrPath | Iterable[StrPath],
    *,
    settings: SettingsArgument = None,
    select: Collection[str] | None = None,
    extend_select: Collection[str] = (),
    ignore: Collection[str] = (),
    jobs: int | None = 1,
) -> RunResult:
    """Check files and folders, as ``corpusfmt check`` does: each article, and all together.

    ``settings`` are settings, the path of their file, or None for the nearest file in the current
    folder or above it; their ``baseline`` is used too. ``select``, ``extend_select`` and ``ignore``
    hold names of rules, or of levels such as ``"level-5"``. ``jobs`` is the number of processes,
    which does not change the result; None starts one for each processor if there are many files.
    Where processes are spawned (macOS, Windows), the module of the caller must have an
    ``if __name__ == "__main__"``.

    A path that cannot be read has a report with an ``error``. Raise SettingsError for invalid
    settings, TypeError and ValueError for invalid arguments.
    """
    selectors = _Selectors(select, extend_select, ignore)
    inputs = _read_inputs("check_paths", paths, settings, selectors, jobs)
    return _run(inputs, CheckTask(inputs.policy, STANDARD_INPUT))


def fix_paths(
    paths: StrPath | Iterable[StrPath],
    *,
    unsafe: bool = False,
    settings: SettingsArgument = None,
    select: Collection[str] | None = None,
    extend_select: Collection[str] = (),
    ignore: Collection[str] = (),
    jobs: int | None = 1,
) -> RunResult:
    """Apply the safe fixes in files and folders, as ``corpusfmt check --fix`` does.

    ``unsafe`` applies the unsafe fixes too. The other arguments are those of ``check_paths``; the
    reports have the remaining findings. ``corpusfmt undo`` reverts the changes. Raise LockError if
    another run is writing in the project.
    """
    selectors = _Selectors(select, extend_select, ignore)
    inputs = _read_inputs("fix_paths", paths, settings, selectors, jobs)
    with writing(inputs.settings, "check", inputs.selection.files):
        journal = journal_for(inputs.settings, "check --fix", unsafe=unsafe)
        task = CheckTask(inputs.policy, STANDARD_INPUT, writes=True, unsafe=unsafe, journal=journal)
        with recording(journal):
            result = _run(inputs, task)
    notes = [*result.notes]
    for path in result.fixes:
        if not journal.covers(path):
            outside = f"{path}: outside of {journal.root}"
            notes.append(f"{outside}, so “corpusfmt undo” does not restore it")
    return replace(result, notes=tuple(notes))


def _read_inputs(
    function: str,
    paths: StrPath | Iterable[StrPath],
    settings: SettingsArgument,
    selectors: _Selectors,
    jobs: int | None,
) -> _Inputs:
    """Return the inputs of a run; raise all errors of the arguments before any file is read."""
    named = path_texts(function, "paths", paths)
    expect_number(function, "jobs", jobs)
    loaded = _load_settings(function, settings)
    policy = _make_policy(function, loaded, selectors)
    # A path "-" is a file here; for the commands it is the standard input.
    files = [input_name(path, os.path.join(".", path)) for path in named]
    selection = select_files(files, loaded)
    selection = replace(selection, files=sorted_paths(selection.files))
    return _Inputs(loaded, policy, selection, _load_baseline(loaded), jobs)


def _load_settings(function: str, settings: SettingsArgument) -> Settings:
    if isinstance(settings, Settings):
        return settings
    if settings is None:
        return load(None)
    return load(path_text(function, "settings", settings))


def _make_policy(function: str, settings: Settings, selectors: _Selectors) -> Policy:
    arguments = {
        "select": selectors.select,
        "extend_select": selectors.extend_select,
        "ignore": selectors.ignore,
    }
    for argument, names in arguments.items():
        if names is not None:
            expect_names(function, argument, names)
            expect_known(function, argument, names, _SELECTORS)
    policy = make_policy(
        settings,
        select=selectors.select,
        extend_select=selectors.extend_select,
        ignore=selectors.ignore,
    )
    if not policy.every_rule():
        raise ValueError(f"{function}() has no rules to run: every selected rule is ignored")
    return policy


def _load_baseline(settings: Settings) -> Baseline | None:
    """Return the known findings, if the settings name their file.

    Raise SettingsError if the file is damaged.
    """
    if settings.baseline is None:
        return None
    path = baseline_path(settings, settings.baseline)
    baseline = load_baseline(path, settings.root, today(), named=False)
    if baseline.damaged:
        raise SettingsError("\n".join(baseline.damaged))
    return baseline


def _run(inputs: _Inputs, task: CheckTask) -> RunResult:
    selection = inputs.selection
    texts = texts_of(selection, inputs.settings)
    run = CheckRun(CheckPlan(task, texts, inputs.baseline, inputs.jobs))
    for _ in run.check_files():
        pass
    for _ in run.check_corpus():
        pass
    reports = {path: Report(path, error=reason) for path, reason in selection.missing}
    fixes: dict[str, Mapping[str, int]] = {}
    for result in run.results:
        reports[result.path] = result.report
        if result.fixes:
            fixes[result.path] = result.fixes
    ordered = sorted(reports.values(), key=attrgetter("path"))
    skipped = Counter(dict(selection.skipped)) + texts.skipped
    return RunResult(
        tuple(ordered),
        fixes,
        tuple(sorted(skipped.items())),
        selection.notes,
        inputs.settings.fail_on,
    )
