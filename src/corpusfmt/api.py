"""What the commands do, for Python: many files checked or fixed as `corpusfmt check` does it, and a text fixed."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import AnyStr, Generic

from corpusfmt.config.load import load
from corpusfmt.config.policy import default_policy, make_policy
from corpusfmt.config.rule_names import ALL, LEVELS, expand
from corpusfmt.config.settings import Settings, SettingsError, baseline_path
from corpusfmt.config.validate import REQUIRABLE
from corpusfmt.files.discovery import Selection
from corpusfmt.files.discovery import select as select_files
from corpusfmt.files.read import STANDARD_INPUT
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
from corpusfmt.model.diagnostic import Diagnostic, Report, fails
from corpusfmt.project.baseline import Baseline, load_baseline
from corpusfmt.rules import NAMES
from corpusfmt.run.check_file import CheckTask
from corpusfmt.run.check_run import CheckPlan, CheckRun
from corpusfmt.run.exit_codes import CLEAN, COULD_NOT, FINDINGS
from corpusfmt.run.writing import journal_for, recording, today, writing
from corpusfmt.syntax.date_order import DateOrder, date_orders

StrPath = str | os.PathLike[str]
"""The path of a file or folder."""


@dataclass(frozen=True, slots=True)
class RunResult:
    """What a run over files has found, and what it has fixed.

    ``reports`` has one report for each file, sorted by path; that of a path that could not be read has an ``error``,
    and that of a file that could not be rewritten has ``unfixed``.
    ``fixes`` maps the path of each file that was rewritten to the number of fixes made by each rule. ``skipped`` holds
    ``(reason, number)`` for what else is in the folders, ``notes`` what could not be found out.
    """

    reports: tuple[Report, ...]
    fixes: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    skipped: tuple[tuple[str, int], ...] = ()
    notes: tuple[str, ...] = ()
    fail_on: str = "warning"

    def __iter__(self) -> Iterator[Report]:
        return iter(self.reports)

    def __len__(self) -> int:
        return len(self.reports)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Every finding, in the order of the reports."""
        return tuple(one for report in self.reports for one in report.diagnostics)

    @property
    def exit_code(self) -> int:
        """Return the exit code of the command.

        2 where a file was not checked or not fixed, or there was none; 1 for findings of the severities that
        ``fail_on`` names; otherwise 0.
        """
        if not self.reports or any(report.error or report.unfixed for report in self.reports):
            return COULD_NOT
        has_failing = any(fails(diagnostic, self.fail_on) for diagnostic in self.diagnostics)
        return FINDINGS if has_failing else CLEAN


@dataclass(frozen=True, slots=True)
class FixResult(Generic[AnyStr]):
    """A text after its fixes: ``content`` is of the type that was given, and the same where nothing was fixed.

    ``fixes`` has the number of fixes made by each rule, ``report`` what is left to fix; its ``unfixed`` says why, where
    the fixes do not go together, so that none was made.
    """

    content: AnyStr
    report: Report
    fixes: Mapping[str, int] = field(default_factory=dict)


def check(
    content: str | bytes,
    path: str | os.PathLike[str] = "-",
    require: Collection[str] = (),
    rules: Collection[str] | None = None,
    *,
    settings: Settings | str | os.PathLike[str] | None = None,
    date_order: DateOrder | None = None,
) -> Report:
    """Everything that is wrong with a text: its bytes (level 1), layout (2), document with the policy (3), content (4).

    ``path`` is what the diagnostics call it, ``require`` names the parts that the corpus asks of every article, and
    ``rules`` the only rules to check, if not all that are on: by name, by level (``"level-2"``) or ``"all"``. The
    diagnostics are in the order of the text. ``date_order`` is ``"month-first"`` or ``"day-first"``: with it no numeric
    date is ambiguous. ``settings`` are settings, or the path of their file, in place of ``require``; without them the
    defaults hold.

    TypeError for content that is not ``str`` or ``bytes``, ValueError for an unknown name in ``require``, ``rules`` or
    ``date_order``, SettingsError for invalid settings.
    """
    expect_content("check", content)
    expect_names("check", "require", require)
    expect_known("check", "require", require, REQUIRABLE)
    if rules is not None:
        expect_names("check", "rules", rules)
        expect_known("check", "rules", rules, (*NAMES, *LEVELS, ALL))
        rules = expand(rules)
    name = path_text("check", "path", path)
    orders = date_orders("check", date_order)
    if settings is None:
        policy = default_policy(tuple(require), rules, orders)
    elif require:
        raise ValueError("check() takes require or settings, not both")
    else:
        loaded = (
            settings
            if isinstance(settings, Settings)
            else load(path_text("check", "settings", settings))
        )
        policy = make_policy(loaded, select=None if rules is None else tuple(rules))
        if date_order is not None:
            policy = replace(policy, date_orders=orders)
    return Checker(policy).check(Context(content, name))


def load_settings(path: StrPath | None = None, *, start: StrPath = ".") -> Settings:
    """Return the settings of the file ``path``, or of the nearest one in the folder ``start`` or above it.

    Where there is none they are the defaults. SettingsError, with a line for each problem, where the file cannot be
    read or has an invalid key, value or rule.
    """
    named = None if path is None else path_text("load_settings", "path", path)
    settings = load(named, path_text("load_settings", "start", start))
    make_policy(settings)
    return settings


def check_paths(
    paths: StrPath | Iterable[StrPath],
    *,
    settings: Settings | StrPath | None = None,
    select: Collection[str] | None = None,
    extend_select: Collection[str] = (),
    ignore: Collection[str] = (),
    jobs: int | None = 1,
) -> RunResult:
    """Check files and folders, as ``corpusfmt check`` does: each article, and all of them together (level 5).

    ``settings`` are settings, the path of their file, or None for the nearest file in the current folder or above it;
    their ``baseline`` holds as well. ``select``, ``extend_select`` and ``ignore`` hold names of rules, or of levels
    such as ``"level-5"``. The result is the same for any number of processes, ``jobs``; None starts one for each
    processor where there are many files. Where processes are spawned (macOS, Windows), the caller's module needs its
    ``if __name__ == "__main__"``.

    A path that cannot be read is a report with an ``error``. SettingsError for invalid settings, TypeError and
    ValueError for arguments.
    """
    plan = _plan("check_paths", paths, settings, (select, extend_select, ignore), jobs)
    return _run(plan, CheckTask(plan.policy, STANDARD_INPUT))


def fix_paths(
    paths: StrPath | Iterable[StrPath],
    *,
    unsafe: bool = False,
    settings: Settings | StrPath | None = None,
    select: Collection[str] | None = None,
    extend_select: Collection[str] = (),
    ignore: Collection[str] = (),
    jobs: int | None = 1,
) -> RunResult:
    """Make the safe fixes in files and folders and rewrite them, as ``corpusfmt check --fix`` does.

    ``unsafe`` makes the unsafe fixes too. The other arguments are those of ``check_paths``; the reports have what is
    left. ``corpusfmt undo`` puts the files back. LockError where another run is writing in the project.
    """
    plan = _plan("fix_paths", paths, settings, (select, extend_select, ignore), jobs)
    with writing(plan.settings, "check", plan.chosen.files):
        command = "check --fix --unsafe-fixes" if unsafe else "check --fix"
        journal = journal_for(plan.settings, command)
        task = CheckTask(plan.policy, STANDARD_INPUT, writes=True, unsafe=unsafe, journal=journal)
        with recording(journal):
            result = _run(plan, task)
    outside = [path for path in result.fixes if not journal.covers(path)]
    notes = [
        f"{path}: outside of {journal.root}, so “corpusfmt undo” does not put it back"
        for path in outside
    ]
    return replace(result, notes=(*result.notes, *notes))


def fix(
    content: AnyStr,
    path: StrPath = "-",
    *,
    unsafe: bool = False,
    settings: Settings | StrPath | None = None,
    select: Collection[str] | None = None,
    extend_select: Collection[str] = (),
    ignore: Collection[str] = (),
    date_order: DateOrder | None = None,
) -> FixResult[AnyStr]:
    """Make the safe fixes in a text or in the bytes of a file, until none is left; nothing is written.

    ``unsafe`` makes the unsafe fixes too. ``path`` is what the diagnostics call the text. Without ``settings`` the
    defaults hold, whatever the current folder has. Bytes that are not UTF-8 stay as they are, unless ``unsafe`` and
    their encoding is certain. TypeError for content that is neither ``str`` nor ``bytes``.
    """
    expect_content("fix", content)
    own = Settings(os.getcwd()) if settings is None else _settings("fix", settings)
    policy = _policy("fix", own, (select, extend_select, ignore))
    if date_order is not None:
        policy = replace(policy, date_orders=date_orders("fix", date_order))
    fixed = fix_context(Context(content, path_text("fix", "path", path)), policy, unsafe=unsafe)
    report = replace(fixed.report, unfixed=fixed.reason)
    if not fixed.made:
        return FixResult(content, report)
    after = fixed.text if isinstance(content, str) else fixed.text.encode()
    return FixResult(after, report, fixed.made)


# ------------------------------------------------------------------------------------------------ a run

_Names = tuple[Collection[str] | None, Collection[str], Collection[str]]
"""What to select in place of the settings' own rules, what to select besides, and what to ignore."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a run reads, and what is asked of it."""

    settings: Settings
    policy: Policy
    chosen: Selection
    baseline: Baseline | None
    jobs: int | None


def _plan(
    function: str,
    paths: StrPath | Iterable[StrPath],
    settings: Settings | StrPath | None,
    names: _Names,
    jobs: int | None,
) -> _Plan:
    """Return the plan of a run; whatever is wrong with the arguments is raised before anything is read."""
    named = path_texts(function, "paths", paths)
    expect_number(function, "jobs", jobs)
    loaded = _settings(function, settings)
    policy = _policy(function, loaded, names)
    # A path "-" is a file here; to the command it is the standard input.
    chosen = select_files(
        [os.path.join(".", path) if path == STANDARD_INPUT else path for path in named], loaded
    )
    in_order_of_paths = replace(chosen, files=tuple(sorted(chosen.files)))
    return _Plan(loaded, policy, in_order_of_paths, _baseline(loaded), jobs)


def _settings(function: str, settings: Settings | StrPath | None) -> Settings:
    if isinstance(settings, Settings):
        return settings
    return load(None if settings is None else path_text(function, "settings", settings))


def _policy(function: str, settings: Settings, names: _Names) -> Policy:
    known = (*NAMES, *LEVELS, ALL)
    for argument, given in zip(("select", "extend_select", "ignore"), names, strict=True):
        if given is not None:
            expect_names(function, argument, given)
            expect_known(function, argument, given, known)
    chosen, besides, ignored = names
    policy = make_policy(
        settings,
        select=None if chosen is None else tuple(chosen),
        extend_select=tuple(besides),
        ignore=tuple(ignored),
    )
    if not any(policy.levels()):
        raise ValueError(
            f"{function}() has no rule left to check with; select some that are not in ignore"
        )
    return policy


def _baseline(settings: Settings) -> Baseline | None:
    """Return the known findings, if the settings name their file; SettingsError where it is damaged."""
    if settings.baseline is None:
        return None
    path = baseline_path(settings, settings.baseline)
    baseline = load_baseline(path, settings.root, today(), named=False)
    if baseline.damaged:
        raise SettingsError("\n".join(baseline.damaged))
    return baseline


def _run(plan: _Plan, task: CheckTask) -> RunResult:
    checking = CheckRun(CheckPlan(task, plan.chosen.files, plan.baseline, plan.jobs))
    for _ in checking.check_files():
        pass
    for _ in checking.check_corpus():
        pass
    reports = {path: Report(path, error=reason) for path, reason in plan.chosen.missing}
    fixes: dict[str, Mapping[str, int]] = {}
    for result in checking.results.values():
        reports[result.path] = result.report
        if result.fixes:
            fixes[result.path] = result.fixes
    ordered = tuple(reports[path] for path in sorted(reports))
    return RunResult(ordered, fixes, plan.chosen.skipped, plan.chosen.notes, plan.settings.fail_on)
