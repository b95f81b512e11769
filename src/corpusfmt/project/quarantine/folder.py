"""The folder of a quarantine: which folder may be one, and how files are moved into it."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from corpusfmt.files.paths import has_no_link, is_inside, path_below
from corpusfmt.files.quarantine_marker import MARKER
from corpusfmt.files.read import FileError, WriteError, read_bytes, reason_of, sha256
from corpusfmt.files.untrusted import read_untrusted
from corpusfmt.files.write import open_to_append, write_atomically
from corpusfmt.model.diagnostic import Report
from corpusfmt.model.errors import CorpusfmtError
from corpusfmt.project.quarantine.manifest import (
    LARGEST,
    MANIFEST,
    OWN_FILES,
    Row,
    make_row,
    read_manifest,
)
from corpusfmt.project.quarantine.marker import read_marker, write_marker
from corpusfmt.report.fingerprint import with_fingerprints
from corpusfmt.report.record import finding_record
from corpusfmt.text.patterns import regex

_TEMPORARY = regex(r"\.corpusfmt-[0-9a-f-]+\.tmp")


class QuarantineError(CorpusfmtError):
    """A folder cannot be used as a quarantine; ``message`` names it and has the reason."""


@dataclass(slots=True)
class Quarantine:
    """A folder that files are moved to, under their paths below ``root``.

    ``folder`` is its path as the user named it; the root is free of symbolic links. ``known`` has
    the path and digest of each row of the manifest. Nothing is on the disk before the first file
    is moved.
    """

    folder: str
    root: str
    known: set[tuple[str, str]] = field(default_factory=set)
    _is_ready: bool = False

    def take(self, report: Report) -> str:
        """Move a file into the quarantine, and return its new path.

        The row of the manifest is on the disk before the file is moved. If a run is killed in
        between, nothing is lost: the next run, or a restore, completes the move. Nothing is
        overwritten. Raise WriteError if the file cannot be moved; it is then where it was.
        """
        path = report.path
        try:
            return self._take(report)
        except (OSError, ValueError) as error:
            raise WriteError(path, f"not moved: {reason_of(error)}") from error
        except FileError as error:
            subject = "it" if error.path == path else error.path
            raise WriteError(path, f"not moved: {subject} {error.reason}") from error

    def _take(self, report: Report) -> str:
        if os.path.islink(report.path):
            raise WriteError(report.path, "is a symbolic link")
        place = self._place(report.path)
        target = os.path.join(self.folder, *place.split("/"))
        data = read_bytes(report.path)
        digest = sha256(data)
        self._prepare(target)
        if os.path.lexists(target):
            self._complete(report.path, target, (place, digest), data)
            return target
        if (place, digest) not in self.known:
            self._append(make_row(place, digest, self._findings(report)))
        move(report.path, target, data)
        return target

    def _place(self, path: str) -> str:
        """Return the path of a file below the root, with "/"."""
        place = path_below(os.path.realpath(path), self.root)
        if place is None:
            reason = f"is outside of {self.root}, which the files of this quarantine come from"
            raise WriteError(path, reason)
        if place in OWN_FILES:
            raise WriteError(path, "has a name that the quarantine uses itself")
        return place

    def _complete(self, path: str, target: str, row: tuple[str, str], data: bytes) -> None:
        """Complete a move that was interrupted after the copy; refuse to overwrite other files."""
        if row not in self.known or os.path.islink(target) or read_bytes(target) != data:
            raise WriteError(target, "exists already")
        os.unlink(path)

    def _prepare(self, target: str) -> None:
        """Create the folders of a target; the first time, make the folder a quarantine."""
        if not self._is_ready:
            os.makedirs(self.folder, exist_ok=True)
            if read_marker(self.folder) is None:
                write_marker(self.folder, self.root)
            _remove_incomplete_line(self.folder)
            self._is_ready = True
        make_folder(os.path.dirname(target), self.folder)

    def _append(self, row: Row) -> None:
        descriptor = open_to_append(os.path.join(self.folder, MANIFEST))
        with os.fdopen(descriptor, "ab") as file:
            file.write(row.line + b"\n")
            file.flush()
            os.fsync(file.fileno())
        self.known.add((row.path, row.sha256))

    def _findings(self, report: Report) -> list[dict[str, object]]:
        findings: list[dict[str, object]] = []
        for diagnostic, fingerprint in with_fingerprints(report.diagnostics, self.root):
            record = finding_record(diagnostic, fingerprint)
            findings.append({key: value for key, value in record.items() if key != "path"})
        return findings


def open_quarantine(
    folder: str, root: str, paths: Sequence[str], files: Iterable[str]
) -> Quarantine:
    """Return the quarantine in a folder that is missing, empty, or a quarantine already.

    ``root`` is the folder of the settings, ``paths`` are the paths on the command line, and
    ``files`` the files to check. A new quarantine takes files from below the root; or, if some are
    outside, from below the folder that contains all. Raise QuarantineError for other folders.
    """
    for path in paths:
        if is_inside(path, folder):
            problem = f"{folder} is, or contains, {path}, which is to be checked"
            raise QuarantineError(f"{problem}; expected another folder")
    try:
        marked_root = read_marker(folder)
        if marked_root is None:
            _check_empty(folder)
            return Quarantine(folder, _common_root(root, files))
        known = {(row.path, row.sha256) for row in read_manifest(folder).rows}
    except FileError as error:
        raise QuarantineError(str(error)) from error
    except OSError as error:
        raise QuarantineError(f"{folder}: {reason_of(error)}") from error
    return Quarantine(folder, marked_root, known)


def is_own(name: str) -> bool:
    """Return whether a file at the top of a quarantine is not an article."""
    return name in OWN_FILES or _TEMPORARY.fullmatch(name) is not None


def move(source: str, target: str, data: bytes) -> None:
    """Move a file in one step; to another disk, copy its ``data`` and remove it."""
    try:
        os.rename(source, target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        write_atomically(target, data)
        with suppress(OSError):
            shutil.copystat(source, target)
        os.unlink(source)


def make_folder(folder: str, top: str) -> None:
    """Create a folder at or below another; raise WriteError if a symbolic link is on the way."""
    if not has_no_link(folder, top):
        raise WriteError(folder, "is, or is below, a symbolic link")
    os.makedirs(folder, exist_ok=True)


def _check_empty(folder: str) -> None:
    """Raise QuarantineError for a folder that exists and is not empty."""
    if not os.path.lexists(folder):
        return
    if not os.path.isdir(folder):
        raise QuarantineError(f"{folder} is not a folder")
    if not all(map(_TEMPORARY.fullmatch, os.listdir(folder))):
        problem = f"{folder} is neither empty nor a quarantine (it has no {MARKER})"
        raise QuarantineError(f"{problem}; expected another folder")


def _common_root(root: str, files: Iterable[str]) -> str:
    folders = {os.path.dirname(os.path.realpath(path)) for path in files}
    if all(is_inside(folder, root) for folder in folders):
        return os.path.realpath(root)
    try:
        return os.path.commonpath(folders)
    except ValueError as error:  # on two drives
        problem = "the files to check are on several drives"
        raise QuarantineError(f"{problem}; expected one run for each") from error


def _remove_incomplete_line(folder: str) -> None:
    """Remove a last line without an end: a run was killed as it wrote it, before the move."""
    path = os.path.join(folder, MANIFEST)
    if not os.path.lexists(path):
        return
    data = read_untrusted(path, LARGEST)
    if data and not data.endswith(b"\n"):
        with os.fdopen(open_to_append(path), "ab") as file:
            file.truncate(data.rfind(b"\n") + 1)
