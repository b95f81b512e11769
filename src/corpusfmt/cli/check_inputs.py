"""What a check reads besides the settings: its files, the known findings, and the quarantine."""

from __future__ import annotations

import argparse
import os
from dataclasses import replace
from typing import TYPE_CHECKING

from corpusfmt.config.settings import Settings, SettingsError, baseline_path
from corpusfmt.files.discovery import Selection
from corpusfmt.run.writing import today

if TYPE_CHECKING:
    from corpusfmt.project.baseline import Baseline
    from corpusfmt.project.quarantine.folder import Quarantine


def quarantine_of(
    arguments: argparse.Namespace, settings: Settings, chosen: Selection
) -> Quarantine | None:
    """Return the quarantine to move files to, if any; SettingsError where its folder cannot be one."""
    if arguments.quarantine is None:
        return None
    from corpusfmt.project.quarantine.folder import QuarantineError, open_quarantine

    files = without_quarantine(chosen, arguments.quarantine).files
    try:
        return open_quarantine(arguments.quarantine, settings.root, arguments.paths, files)
    except QuarantineError as problem:
        raise SettingsError(f"--quarantine: {problem.message}") from problem


def without_quarantine(chosen: Selection, folder: str | None) -> Selection:
    """The files that are not set aside already."""
    if folder is None:
        return chosen
    inside = os.path.realpath(folder).rstrip(os.sep) + os.sep
    files = tuple(path for path in chosen.files if not os.path.realpath(path).startswith(inside))
    aside = len(chosen.files) - len(files)
    return (
        replace(chosen, files=files, skipped=(*chosen.skipped, ("in the quarantine", aside)))
        if aside
        else chosen
    )


def in_order_of_paths(chosen: Selection) -> Selection:
    """The files in the order of their paths, so that a report is the same in whatever order they were named."""
    return replace(chosen, files=tuple(sorted(chosen.files)), missing=tuple(sorted(chosen.missing)))


def baseline_of(arguments: argparse.Namespace, settings: Settings) -> Baseline | None:
    if arguments.no_baseline:
        return None
    path = arguments.baseline
    if path is None and settings.baseline is not None:
        path = baseline_path(settings, settings.baseline)
    if path is None:
        return None
    from corpusfmt.project.baseline import load_baseline

    return load_baseline(path, settings.root, today(), named=arguments.baseline is not None)
