"""The folder of a quarantine: what may be one, and how files are moved into it."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import stat
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from corpusfmt.files.paths import has_no_link, is_inside
from corpusfmt.files.quarantine_marker import MARKER
from corpusfmt.files.read import FileError, ReadError, WriteError, read_bytes, reason_of, sha256
from corpusfmt.files.untrusted import read_untrusted
from corpusfmt.files.write import write_atomically
from corpusfmt.model.diagnostic import Report
from corpusfmt.project.quarantine.manifest import LARGEST, MANIFEST, Row, make_row, read_manifest
from corpusfmt.report.fingerprint import signed
from corpusfmt.report.record import finding_record

_KEY, _VERSION = "corpusfmt-quarantine", 1
_LARGEST_MARKER = 1 << 16
_TEMPORARY = re.compile(r"\.corpusfmt-[0-9a-f-]+\.tmp")


class QuarantineError(Exception):
    """A folder cannot be used as a quarantine: ``message`` says which folder, and why."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@dataclass(slots=True)
class Quarantine:
    """A folder that takes files in under their paths below ``root``, which is free of symbolic links.

    ``folder`` is its path as the user named it. Nothing is on the disk before the first file is taken.
    """

    folder: str
    root: str
    known: set[tuple[str, str]] = field(default_factory=set)
    _is_ready: bool = False

    def take(self, report: Report) -> str:
        """Move a file in, and return its new path; WriteError where that fails, and the file is where it was.

        The row of the manifest is on the disk before the file is moved. A run that was killed in between has lost
        nothing: the next one, or a restore, completes what it began. Nothing is overwritten.
        """
        path = report.path
        try:
            return self._take(report)
        except (OSError, ValueError) as error:
            raise WriteError(path, f"not moved: {reason_of(error)}") from error
        except FileError as problem:
            where = "it" if problem.path == path else problem.path
            raise WriteError(path, f"not moved: {where} {problem.reason}") from problem

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
        """Return the path of a file below the root, "/" between its parts."""
        real = os.path.realpath(path)
        above = self.root.rstrip(os.sep) + os.sep
        if not real.startswith(above):
            raise WriteError(
                path, f"is outside of {self.root}, which the files of this quarantine come from"
            )
        place = real[len(above) :].replace(os.sep, "/")
        if place in (MARKER, MANIFEST):
            raise WriteError(path, "has a name that the quarantine uses itself")
        return place

    def _complete(self, path: str, target: str, row: tuple[str, str], data: bytes) -> None:
        """Complete the move of a run that was killed after the copy, or refuse to overwrite another file."""
        if row not in self.known or os.path.islink(target) or read_bytes(target) != data:
            raise WriteError(target, "exists already")
        os.unlink(path)

    def _prepare(self, target: str) -> None:
        """Make the folders of a target, and first mark the folder as a quarantine."""
        if not self._is_ready:
            os.makedirs(self.folder, exist_ok=True)
            if read_marker(self.folder) is None:
                _write_marker(self.folder, self.root)
            _end_last_line(self.folder)
            self._is_ready = True
        make_folder(os.path.dirname(target), self.folder)

    def _append(self, row: Row) -> None:
        with os.fdopen(_open_manifest(self.folder), "ab") as file:
            file.write(row.line + b"\n")
            file.flush()
            os.fsync(file.fileno())
        self.known.add((row.path, row.sha256))

    def _findings(self, report: Report) -> list[dict[str, object]]:
        records = (finding_record(*pair) for pair in signed(report.diagnostics, self.root))
        return [{key: record[key] for key in record if key != "path"} for record in records]


def open_quarantine(
    folder: str, root: str, paths: Sequence[str], files: Iterable[str]
) -> Quarantine:
    """Return the quarantine in a folder that is missing, empty, or a quarantine already; QuarantineError otherwise.

    ``root`` is the folder of the settings, ``paths`` are what the user named to be checked, and ``files`` the files
    there. A new quarantine takes files from below the root, or where some are outside of it, from below the folder
    that holds them all.
    """
    for path in paths:
        if is_inside(path, folder):
            raise QuarantineError(
                f"{folder} is, or contains, {path}, which is to be checked; expected another folder"
            )
    try:
        marked = read_marker(folder)
        if marked is None:
            _check_free(folder)
            return Quarantine(folder, _common_root(root, files))
        known = {(row.path, row.sha256) for row in read_manifest(folder).rows}
    except FileError as problem:
        raise QuarantineError(str(problem)) from problem
    except OSError as error:
        raise QuarantineError(f"{folder}: {reason_of(error)}") from error
    return Quarantine(folder, marked, known)


def read_marker(folder: str) -> str | None:
    """Return the root of a quarantine, free of symbolic links, or None for a folder that is not one.

    ReadError where there is a marker that cannot be trusted or understood.
    """
    path = os.path.join(folder, MARKER)
    if not os.path.lexists(path):
        return None
    value: Any
    try:
        value = json.loads(read_untrusted(path, _LARGEST_MARKER))
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict) or value.get(_KEY) != _VERSION:
        raise ReadError(path, "is not the marker of a quarantine of this version")
    root = value.get("root")
    if not isinstance(root, str) or not root or "\0" in root:
        raise ReadError(path, "does not say where the files come from")
    return os.path.realpath(os.path.join(os.path.realpath(folder), root))


def is_own(name: str) -> bool:
    """Return whether a file at the top of a quarantine is one of its own, or what a killed run left."""
    return name in (MARKER, MANIFEST) or _TEMPORARY.fullmatch(name) is not None


def move(source: str, target: str, data: bytes) -> None:
    """Move a file in one step; to another disk, copy it and then remove it. ``data`` is what it contains."""
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
    """Make a folder at or below another; WriteError where a symbolic link is on the way."""
    if not has_no_link(folder, top):
        raise WriteError(folder, "is, or is below, a symbolic link")
    os.makedirs(folder, exist_ok=True)


def _check_free(folder: str) -> None:
    """Raise QuarantineError for a folder that exists and has something in it."""
    if not os.path.lexists(folder):
        return
    if not os.path.isdir(folder):
        raise QuarantineError(f"{folder} is not a folder")
    if any(not _TEMPORARY.fullmatch(name) for name in os.listdir(folder)):
        raise QuarantineError(
            f"{folder} is neither empty nor a quarantine (it has no {MARKER}); expected another folder"
        )


def _common_root(root: str, files: Iterable[str]) -> str:
    folders = {os.path.dirname(os.path.realpath(path)) for path in files}
    if all(is_inside(each, root) for each in folders):
        return os.path.realpath(root)
    try:
        return os.path.commonpath(folders)
    except ValueError as error:  # on two drives
        raise QuarantineError(
            "the files to check are on several drives; expected one run for each"
        ) from error


def _write_marker(folder: str, root: str) -> None:
    try:
        relative = os.path.relpath(root, os.path.realpath(folder)).replace(os.sep, "/")
    except ValueError as error:
        raise WriteError(folder, "is on another drive than the files") from error
    row = json.dumps({_KEY: _VERSION, "root": relative}) + "\n"
    write_atomically(os.path.join(folder, MARKER), row.encode("ascii"))


def _open_manifest(folder: str) -> int:
    flags = os.O_RDWR | os.O_CREAT | os.O_APPEND
    for name in ("O_CLOEXEC", "O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"):
        flags |= getattr(os, name, 0)
    descriptor = os.open(os.path.join(folder, MANIFEST), flags, 0o666)
    if stat.S_ISREG(os.fstat(descriptor).st_mode):
        return descriptor
    os.close(descriptor)
    raise WriteError(os.path.join(folder, MANIFEST), "is not a regular file")


def _end_last_line(folder: str) -> None:
    """Remove a last line that has no end: a run was killed as it wrote it, and had not moved its file."""
    path = os.path.join(folder, MANIFEST)
    if not os.path.lexists(path):
        return
    data = read_untrusted(path, LARGEST)
    if data and not data.endswith(b"\n"):
        with os.fdopen(_open_manifest(folder), "ab") as file:
            file.truncate(data.rfind(b"\n") + 1)
