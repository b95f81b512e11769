"""``corpusfmt baseline``: record the findings of today, so that only new ones fail a run."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpusfmt.cli import console, options, session
from corpusfmt.cli.argv import ArgumentsError
from corpusfmt.cli.showing import show_files
from corpusfmt.config.policy import make_policy
from corpusfmt.config.settings import Settings, SettingsError, baseline_path
from corpusfmt.files.discovery import Selection, texts_of
from corpusfmt.files.path_table import sorted_paths
from corpusfmt.files.paths import escape_reason
from corpusfmt.files.project_folder import BASELINE
from corpusfmt.files.read import STANDARD_INPUT, WriteError
from corpusfmt.files.streams import is_stream, write_output
from corpusfmt.lint.policy import Policy
from corpusfmt.model.diagnostic import Report
from corpusfmt.project.baseline import (
    Baseline,
    Entry,
    entries_of,
    is_day,
    load_baseline,
    write_baseline,
)
from corpusfmt.report.fingerprint import relative
from corpusfmt.run.check_run import CheckPlan, CheckRun
from corpusfmt.run.check_task import CheckTask
from corpusfmt.run.exit_codes import CLEAN, COULD_NOT
from corpusfmt.run.writing import today, writing
from corpusfmt.text.display import count, shown_path
from corpusfmt.text.suggestion import quoted

DESCRIPTION = """Record the current findings, so that “corpusfmt check” reports only new ones.

Each entry has the rule, the article, the line, and the reason why the finding is accepted.
Existing entries keep their reason and their expiry date. An entry whose finding no longer exists
is stale and makes the check fail; --prune removes stale entries and adds none. Commit the file to
git: it is sorted, with one line per finding."""
EXAMPLES = """examples:
  corpusfmt baseline corpus/ --reason "before the cleaning of 2026" --expires 2027-06-30
  corpusfmt check --baseline corpusfmt-baseline.jsonl corpus/
  corpusfmt baseline --prune corpus/    remove the entries whose finding is fixed
"""


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    options.add_inputs(parser)
    parser.add_argument(
        "-o",
        "--output",
        type=options.written_path,
        metavar="FILE",
        help=f"the baseline (default: that of the settings, or {BASELINE})",
    )
    parser.add_argument(
        "--reason", default="", metavar="TEXT", help="why the new findings are accepted"
    )
    parser.add_argument(
        "--expires",
        type=_day,
        metavar="DAY",
        help="the last day on which the new entries are valid, such as 2027-01-31; not in the past",
    )
    parser.add_argument("--prune", action="store_true", help="remove stale entries, and add none")


def run(arguments: argparse.Namespace) -> int:
    """Check, write the baseline, report its entries, and return the exit code."""
    settings, chosen = session.choose(arguments)
    if arguments.show_files:
        return show_files(chosen, texts_of(chosen, settings))
    with writing(settings, "baseline"):
        return _update(arguments, settings, chosen)


def _update(arguments: argparse.Namespace, settings: Settings, chosen: Selection) -> int:
    """Check all files, and write the baseline if none of them failed."""
    path = arguments.output or baseline_path(settings, BASELINE)
    _refuse_outside(chosen.files, settings.root)
    old = _load(path, arguments, settings.root)
    if old.damaged:
        session.note_all(old.damaged)
        console.note("no baseline was written; correct these lines or remove them")
        return COULD_NOT
    chosen = replace(chosen, files=sorted_paths(chosen.files))
    policy = make_policy(settings)
    task = CheckTask(policy, STANDARD_INPUT)
    texts = texts_of(chosen, settings)
    checking = CheckRun(CheckPlan(task, texts, jobs=session.jobs_of(arguments)))
    try:
        _check_all(checking, arguments)
    except session.STOPPED as error:
        done = session.so_far("checked", len(checking.results), chosen)
        return session.stopped(error, done, ["no baseline was written"])
    reports = checking.reports()
    are_checked = _note_errors(reports)
    chosen = session.after_reading(chosen, texts, len(reports))
    if not are_checked or chosen.missing or not chosen.files:
        console.note("no baseline was written")
        return COULD_NOT
    entries, outcome = _merge(old, reports, policy, arguments)
    return _write(path, entries, outcome)


def _check_all(checking: CheckRun, arguments: argparse.Namespace) -> None:
    texts = checking.plan.inputs
    results = checking.check_files()
    for _ in session.with_progress(results, texts.files, arguments, is_open=texts.is_streamed):
        pass
    for _ in checking.check_corpus():
        pass


def _note_errors(reports: Iterable[Report]) -> bool:
    """Report the files that could not be checked; return whether all of them could."""
    are_checked = True
    for report in reports:
        if report.error is not None:
            console.note_path(report.path, report.error)
            are_checked = False
    return are_checked


def _merge(
    old: Baseline, reports: Sequence[Report], policy: Policy, arguments: argparse.Namespace
) -> tuple[list[Entry], str]:
    """Return the entries of the new baseline, and how many of them are kept, new and dropped."""
    for report in reports:
        old.sift(report)
    stale = old.stale([report.path for report in reports], *policy.levels())
    dropped = {entry.fingerprint for entry in stale}
    ended: set[str] = set()
    if not arguments.prune:
        ended = _find_ended(old, reports)
    kept = [entry for entry in old.entries if entry.fingerprint not in dropped | ended]
    new = [] if arguments.prune else _find_new(old.root, kept, reports, arguments)
    outcome = f"{count(len(kept), 'entry', 'entries')} kept, {len(new):,} new"
    outcome += f", {len(dropped):,} dropped"
    if ended:
        outcome += f" ({len(ended):,} had expired, and are recorded again)"
    return [*kept, *new], outcome


def _find_ended(old: Baseline, reports: Iterable[Report]) -> set[str]:
    """Return the fingerprints of entries whose last day is over, if their file was checked."""
    checked = {relative(report.path, old.root) for report in reports}
    ended: set[str] = set()
    for entry in old.entries:
        if entry.path in checked and old.has_ended(entry):
            ended.add(entry.fingerprint)
    return ended


def _find_new(
    root: str, kept: Iterable[Entry], reports: Iterable[Report], arguments: argparse.Namespace
) -> list[Entry]:
    """Return an entry for each finding that has none."""
    known = {entry.fingerprint for entry in kept}
    new: list[Entry] = []
    for report in reports:
        for entry in entries_of(report, root, arguments.reason, arguments.expires):
            if entry.fingerprint not in known:
                new.append(entry)
    return new


def _refuse_outside(files: Iterable[str], root: str) -> None:
    """Raise SettingsError for files outside of the root, which no entry can name."""
    for path in files:
        if escape_reason(relative(path, root)) is not None:
            raise SettingsError(
                f"{path}: is outside of {root}; a baseline can only have files below the folder "
                "of the settings (without settings, the git work tree or the current folder)"
            )


def _write(path: str, entries: list[Entry], outcome: str) -> int:
    try:
        write_output(path, write_baseline(entries))
    except WriteError as error:
        console.note_path(error.path, error.reason)
        return COULD_NOT
    console.remark(f"{shown_path(path)}: {outcome}")
    return CLEAN


def _load(path: str, arguments: argparse.Namespace, root: str) -> Baseline:
    """Return the existing baseline, or an empty one."""
    is_piped = arguments.output is not None and is_stream(path)
    if arguments.prune or (os.path.lexists(path) and not is_piped):
        return load_baseline(path, root, today(), named=arguments.output is not None)
    return Baseline(path, (), root, today())


def _day(text: str) -> str:
    if not is_day(text):
        raise ArgumentsError(f"--expires is {quoted(text)}; expected a date such as 2027-01-31")
    if text < today():
        raise ArgumentsError(f"--expires: {text} is in the past; expected today or a later date")
    return text
