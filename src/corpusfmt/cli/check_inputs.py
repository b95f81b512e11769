"""What ``corpusfmt check`` reads: settings, files, known findings, and the quarantine."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence

from corpusfmt.cli import console, session
from corpusfmt.cli.check_conflicts import refuse_to_overwrite
from corpusfmt.config.policy import make_policy
from corpusfmt.config.settings import Settings, SettingsError, baseline_path
from corpusfmt.files.discovery import Selection, texts_of
from corpusfmt.files.git import GitError
from corpusfmt.files.inputs import Inputs
from corpusfmt.files.path_table import sorted_paths
from corpusfmt.files.read import STANDARD_INPUT
from corpusfmt.lint.policy import Policy
from corpusfmt.run.writing import today
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.display import count, printable, shown_path
from corpusfmt.text.values import dataclass, replace

if TYPE_CHECKING:
    from corpusfmt.project.baseline import Baseline
    from corpusfmt.project.quarantine.folder import Quarantine


@dataclass(frozen=True, slots=True)
class CheckInputs:
    """What the arguments and the settings say is checked.

    ``texts`` are those of the chosen files, ``is_sound`` is whether the settings were valid.
    """

    settings: Settings
    policy: Policy
    chosen: Selection
    texts: Inputs
    baseline: Baseline | None
    quarantine: Quarantine | None
    is_sound: bool


def find_inputs(arguments: argparse.Namespace) -> CheckInputs:
    """Return what is checked; report what is wrong with it.

    Raise ArgumentsError or SettingsError where the run cannot go on.
    """
    problems: list[str] = []
    settings, chosen = session.choose(arguments, problems=problems)
    refuse_to_overwrite(chosen.files, arguments.report or ())
    policy = make_policy(
        settings,
        select=arguments.select,
        extend_select=arguments.extend_select or (),
        ignore=arguments.ignore or (),
        problems=problems,
    )
    baseline = _load_baseline(arguments, settings)
    damaged = () if baseline is None else baseline.damaged
    _refuse_to_write(arguments, problems, damaged)
    session.note_all([*problems, *damaged])
    session.note_unused(settings, chosen)
    if not any(policy.levels()):
        raise SettingsError("no rules to run: every selected rule is ignored")
    if arguments.changed_since is not None:
        chosen, policy = _only_changed(arguments, chosen, policy)
    if arguments.fix or arguments.quarantine is not None:
        _refuse_archives(arguments, texts_of(chosen, settings))
    quarantine = _open_quarantine(arguments, settings, chosen)
    chosen = _in_order(_without_quarantine(chosen, arguments.quarantine))
    texts = texts_of(chosen, settings)
    is_sound = not problems
    return CheckInputs(settings, policy, chosen, texts, baseline, quarantine, is_sound)


def _refuse_archives(arguments: argparse.Namespace, texts: Inputs) -> None:
    """Raise ArgumentsError where archives would be written to or moved."""
    if arguments.fix and not arguments.diff:
        session.refuse_unwritable(texts, "--fix writes files on the disk only; use --diff")
    if arguments.quarantine is not None:
        session.refuse_unwritable(texts, "--quarantine moves files on the disk only")


def _refuse_to_write(
    arguments: argparse.Namespace, problems: Sequence[str], damaged: Sequence[str]
) -> None:
    """Raise SettingsError where files would be written under settings that are not understood.

    With a damaged baseline, files whose findings are known would be moved to the quarantine.
    """
    moves = arguments.quarantine is not None
    writes = arguments.fix and not arguments.diff
    if damaged and moves:
        raise SettingsError("\n".join(damaged))
    if problems and (writes or moves):
        raise SettingsError("\n".join(problems))


def _only_changed(
    arguments: argparse.Namespace, chosen: Selection, policy: Policy
) -> tuple[Selection, Policy]:
    """Return the files that have changed, and the policy without corpus rules."""
    chosen = _changed_since(chosen, arguments.changed_since)
    corpus_rules = policy.levels()[1]
    if corpus_rules and chosen.files:
        console.remark("corpus rules compare all files; they do not run with --changed-since")
    return chosen, policy.without(corpus_rules)


def _changed_since(chosen: Selection, revision: str) -> Selection:
    """Return the files that have changed in git since a revision; it may be none."""
    from corpusfmt.files.git_changes import changed_since

    files = [path for path in chosen.files if path != STANDARD_INPUT]
    try:
        changes = changed_since(revision, files)
    except GitError as error:
        raise SettingsError(f"--changed-since: {error}") from error
    for text in changes.notes:
        console.note(shown_path(f"--changed-since: {text}"))
    changed = {STANDARD_INPUT, *changes.paths}
    kept = tuple(path for path in chosen.files if path in changed)
    unchanged = len(chosen.files) - len(kept)
    skipped = chosen.skipped
    if unchanged:
        skipped = (*skipped, (f"not changed since {revision}", unchanged))
    if chosen.files and not kept:
        number = count(len(chosen.files), "file")
        since = printable(revision)
        console.remark(f"no files to check: none of {number} has changed since {since}")
    return replace(chosen, files=kept, skipped=skipped, is_fine_empty=bool(chosen.files))


def _load_baseline(arguments: argparse.Namespace, settings: Settings) -> Baseline | None:
    """Return the known findings: those of --baseline, or of the settings."""
    if arguments.no_baseline:
        return None
    path = arguments.baseline
    if path is None and settings.baseline is not None:
        path = baseline_path(settings, settings.baseline)
    if path is None:
        return None
    from corpusfmt.project.baseline import load_baseline

    return load_baseline(path, settings.root, today(), named=arguments.baseline is not None)


def _open_quarantine(
    arguments: argparse.Namespace, settings: Settings, chosen: Selection
) -> Quarantine | None:
    """Return the quarantine to move files to, if any."""
    if arguments.quarantine is None:
        return None
    from corpusfmt.project.quarantine.folder import QuarantineError, open_quarantine

    files = _without_quarantine(chosen, arguments.quarantine).files
    try:
        return open_quarantine(arguments.quarantine, settings.root, arguments.paths, files)
    except QuarantineError as error:
        raise SettingsError(f"--quarantine: {error.message}") from error


def _without_quarantine(chosen: Selection, folder: str | None) -> Selection:
    """Return the selection without the files that are in the quarantine already."""
    if folder is None:
        return chosen
    inside = os.path.realpath(folder).rstrip(os.sep) + os.sep
    files = tuple(path for path in chosen.files if not os.path.realpath(path).startswith(inside))
    number = len(chosen.files) - len(files)
    if not number:
        return chosen
    return replace(chosen, files=files, skipped=(*chosen.skipped, ("in the quarantine", number)))


def _in_order(chosen: Selection) -> Selection:
    """Return the selection sorted by path, so that the order of the arguments does not matter."""
    missing = tuple(sorted(chosen.missing))
    return replace(chosen, files=sorted_paths(chosen.files), missing=missing)
