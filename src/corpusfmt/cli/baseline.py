"""``corpusfmt baseline``: the findings of today, recorded, so that only new ones fail a run."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from corpusfmt.cli import console, options, session
from corpusfmt.cli.argv import ArgumentsError
from corpusfmt.cli.showing import show_files
from corpusfmt.config.policy import make_policy
from corpusfmt.config.settings import Settings, SettingsError, baseline_path
from corpusfmt.files.discovery import Selection
from corpusfmt.files.paths import escape_reason
from corpusfmt.files.read import WriteError
from corpusfmt.files.streams import is_stream, write_output
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
from corpusfmt.run.check_file import CheckTask
from corpusfmt.run.check_run import CheckPlan, CheckRun
from corpusfmt.run.exit_codes import CLEAN, COULD_NOT
from corpusfmt.run.writing import today, writing
from corpusfmt.text.display import count, shown_path
from corpusfmt.text.suggestion import quoted

NAME = "corpusfmt-baseline.jsonl"

DESCRIPTION = """Record the findings that a corpus has today, each with its rule, its article, its line and the reason
why it may stay, so that “corpusfmt check” tells only new ones. What is recorded already keeps its reason and its day.
An entry that no finding answers to any more is stale, and makes the check fail; --prune drops such entries, and adds
none. The file goes into git: a line for each finding, sorted."""
EXAMPLES = """examples:
  corpusfmt baseline corpus/ --reason "before the cleaning of 2026" --expires 2027-06-30
  corpusfmt check --baseline corpusfmt-baseline.jsonl corpus/
  corpusfmt baseline --prune corpus/    drop the entries that are settled
"""


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    options.add_inputs(parser)
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help=f"the baseline (else that of the settings, or {NAME})",
    )
    parser.add_argument("--reason", default="", metavar="TEXT", help="why the new entries may stay")
    parser.add_argument(
        "--expires",
        type=_day,
        metavar="DAY",
        help="the last day on which they count, as 2027-01-31; not a past one",
    )
    parser.add_argument(
        "--prune", action="store_true", help="drop the entries that are stale, and add none"
    )


def run(arguments: argparse.Namespace) -> int:
    """Check, write the baseline, say what is in it, and return the exit code."""
    settings, chosen = session.choose(arguments)
    if arguments.show_files:
        return show_files(chosen)
    with writing(settings, "baseline"):
        return _record(arguments, settings, chosen)


def _record(arguments: argparse.Namespace, settings: Settings, chosen: Selection) -> int:
    policy = make_policy(settings)
    path = arguments.output or baseline_path(settings, NAME)
    root = settings.root
    _refuse_outside(chosen.files, root)
    old = _old(path, arguments, root)
    if old.damaged:
        session.note_all(old.damaged)
        console.note("no baseline was written; correct these lines or remove them")
        return COULD_NOT
    files = tuple(sorted(chosen.files))
    plan = CheckPlan(CheckTask(policy, "-"), files, jobs=session.jobs_of(arguments))
    checking = CheckRun(plan)
    try:
        for _ in session.with_progress(checking.check_files(), files, arguments):
            pass
        for _ in checking.check_corpus():
            pass
    except session.STOPPED as problem:
        done = session.so_far("checked", len(checking.results), chosen)
        return session.stopped(problem, done, ["no baseline was written"])
    reports = [result.report for result in checking.results.values()]
    failed = [report for report in reports if report.error is not None]
    for report in failed:
        console.note_path(report.path, report.error or "")
    if failed or chosen.missing or not chosen.files:
        console.note("no baseline was written")
        return COULD_NOT
    for report in reports:
        old.sift(report)
    own, across = policy.levels()
    stale = {
        entry.fingerprint for entry in old.stale([report.path for report in reports], own, across)
    }
    seen = {relative(report.path, root) for report in reports}
    ended = {
        one.fingerprint
        for one in old.entries
        if not arguments.prune and one.path in seen and old.has_ended(one)
    }
    kept = [entry for entry in old.entries if entry.fingerprint not in stale | ended]
    new = [] if arguments.prune else _new(reports, kept, partial(_entries, root, arguments))
    told = f"{count(len(kept), 'entry', 'entries')} kept, {len(new):,} new, {len(stale):,} dropped"
    told += f" ({len(ended):,} had ended, and are recorded anew)" if ended else ""
    return _write(path, [*kept, *new], told)


def _refuse_outside(files: Iterable[str], root: str) -> None:
    """Raise SettingsError for files that no entry can name: its path would lead out of the root."""
    outside = [path for path in files if escape_reason(relative(path, root)) is not None]
    if outside:
        raise SettingsError(
            f"{outside[0]}: is outside of {root}; a baseline has only files below the folder of the "
            "settings (without settings, of the git work tree, or the current one)"
        )


def _entries(root: str, arguments: argparse.Namespace, report: Report) -> Iterator[Entry]:
    return entries_of(report, root, arguments.reason, arguments.expires)


def _new(
    reports: Iterable[Report], kept: Iterable[Entry], entries: Callable[[Report], Iterable[Entry]]
) -> list[Entry]:
    known = {entry.fingerprint for entry in kept}
    return [
        entry for report in reports for entry in entries(report) if entry.fingerprint not in known
    ]


def _write(path: str, entries: list[Entry], told: str) -> int:
    try:
        write_output(path, write_baseline(entries))
    except WriteError as problem:
        console.note_path(problem.path, problem.reason)
        return COULD_NOT
    console.remark(f"{shown_path(path)}: {told}")
    return CLEAN


def _old(path: str, arguments: argparse.Namespace, root: str) -> Baseline:
    is_piped = arguments.output is not None and is_stream(path)
    if arguments.prune or (os.path.lexists(path) and not is_piped):
        return load_baseline(path, root, today(), named=arguments.output is not None)
    return Baseline(path, (), root, today())


def _day(text: str) -> str:
    if not is_day(text):
        raise ArgumentsError(f"--expires is {quoted(text)}; expected a day such as 2027-01-31")
    if text < today():
        raise ArgumentsError(f"--expires: {text} has passed; expected today or a later day")
    return text
