"""Moving files of a quarantine back to where they were."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from corpusfmt.files.paths import has_no_link, is_inside
from corpusfmt.files.quarantine_marker import MARKER
from corpusfmt.files.read import FileError, ReadError, read_bytes, reason_of, sha256
from corpusfmt.project.quarantine.folder import QuarantineError, is_own, make_folder, move
from corpusfmt.project.quarantine.manifest import (
    MANIFEST,
    DamagedLine,
    Manifest,
    Row,
    read_manifest,
    write_manifest,
)
from corpusfmt.project.quarantine.marker import read_marker


@dataclass(frozen=True, slots=True)
class RestoreResult:
    """The result for a file: ``reason`` is why it was not moved back, or None if it is back.

    ``is_gone`` means that the file is neither in the quarantine nor where it was, so its row is
    removed.
    """

    path: str
    reason: str | None = None
    is_gone: bool = False


class Restore:
    """A quarantine that files are moved back from."""

    def __init__(self, folder: str, root: str) -> None:
        """Read a quarantine.

        Raise QuarantineError if the folder is not one, or if its files come from outside of
        ``root``: what the quarantine itself claims about that is not trusted.
        """
        self.folder = folder
        try:
            marked_root = read_marker(folder)
            self.manifest = Manifest() if marked_root is None else read_manifest(folder)
        except ReadError as error:
            raise QuarantineError(str(error)) from error
        if marked_root is None:
            exists = os.path.lexists(folder)
            reason = f"is not a quarantine (it has no {MARKER})" if exists else "does not exist"
            raise QuarantineError(f"{folder}: {reason}")
        if not is_inside(marked_root, root):
            raise QuarantineError(
                f"{folder}: its files come from {marked_root}, which is outside of "
                f"{os.path.realpath(root)}; run this command in {marked_root}"
            )
        self.root = marked_root
        self._rows: defaultdict[str, list[Row]] = defaultdict(list)
        for row in self.manifest.rows:
            self._rows[row.path].append(row)

    @property
    def damaged(self) -> Sequence[DamagedLine]:
        """The lines of the manifest that are not rows."""
        return self.manifest.damaged

    def paths(self) -> list[str]:
        """Return the paths of the manifest, sorted."""
        return sorted(self._rows)

    def rules(self, path: str) -> tuple[str, ...]:
        """Return the rules that have findings in a file."""
        return self._rows[path][-1].rules

    def select(self, named: str) -> list[str]:
        """Return the paths of a file or folder, named by its old or its present place."""
        folder, name = os.path.split(named)
        real = os.path.join(os.path.realpath(folder or "."), name)
        for top in (os.path.realpath(self.folder), self.root):
            if os.path.normpath(real) == top:
                return self.paths()
            place = os.path.relpath(real, top).replace(os.sep, "/")
            found = [path for path in self.paths() if f"{path}/".startswith(f"{place}/")]
            if found:
                return found
        return []

    def run(self, paths: Sequence[str], *, force: bool) -> Iterator[RestoreResult]:
        """Move files back, and yield the result for each; then rewrite the manifest.

        The manifest is correct even after an interrupt: a file that is back and still has a row is
        recognized the next time.
        """
        settled: set[str] = set()
        try:
            for path in paths:
                result = self._restore(path, force=force)
                if result.reason is None or result.is_gone:
                    settled.add(path)
                yield result
        finally:
            self._remove_rows(settled)

    def unlisted(self) -> int:
        """Return the number of files in the folder that are not in the manifest."""
        count = 0
        for folder, _, names in os.walk(self.folder):
            is_top = os.path.samefile(folder, self.folder)
            for name in names:
                path = os.path.join(folder, name)
                place = os.path.relpath(path, self.folder).replace(os.sep, "/")
                if place not in self._rows and not (is_top and is_own(name)):
                    count += 1
        return count

    def _restore(self, path: str, *, force: bool) -> RestoreResult:
        source = os.path.join(self.folder, *path.split("/"))
        target = os.path.join(self.root, *path.split("/"))
        try:
            reason = self._move(path, source, target, force=force)
        except (OSError, ValueError) as error:
            reason = reason_of(error)
        except FileError as error:
            reason = str(error)
        is_gone = not os.path.lexists(source) and not os.path.lexists(target)
        return RestoreResult(path, reason, is_gone)

    def _move(self, path: str, source: str, target: str, *, force: bool) -> str | None:
        """Move a file back, or return why not; nothing is overwritten."""
        if not os.path.lexists(source):
            if os.path.lexists(target):  # a run was killed after the move
                return None
            return "is no longer in the quarantine; its row is removed"
        if self._is_linked(source):
            return "is, or is below, a symbolic link in the quarantine"
        data = read_bytes(source)
        is_changed = sha256(data) not in {row.sha256 for row in self._rows[path]}
        if os.path.lexists(target):
            if is_changed or not _is_copy(target, data):
                return "a file already exists at its original path"
            os.unlink(source)  # a run was killed after the copy
        elif is_changed and not force:
            return "was changed in the quarantine; --force moves it back"
        else:
            make_folder(os.path.dirname(target), self.root)
            move(source, target, data)
        return None

    def _is_linked(self, source: str) -> bool:
        """Return whether a file of the quarantine is, or is below, a symbolic link."""
        return os.path.islink(source) or not has_no_link(os.path.dirname(source), self.folder)

    def _remove_rows(self, settled: set[str]) -> None:
        """Remove the rows of these paths from the manifest, and what is empty then."""
        if self._rows and not settled:
            return
        for path in settled:
            del self._rows[path]
        lines = [row.line for row in self.manifest.rows if row.path not in settled]
        lines += [damaged.line for damaged in self.manifest.damaged]
        if lines:
            write_manifest(self.folder, lines)
        else:
            with suppress(FileNotFoundError):
                os.unlink(os.path.join(self.folder, MANIFEST))
        self._remove_empty_folders()
        if not lines and not self.unlisted():
            with suppress(OSError):
                os.unlink(os.path.join(self.folder, MARKER))
                os.rmdir(self.folder)

    def _remove_empty_folders(self) -> None:
        for folder, _, _ in os.walk(self.folder, topdown=False):
            if not os.path.samefile(folder, self.folder):
                with suppress(OSError):
                    os.rmdir(folder)


def _is_copy(path: str, data: bytes) -> bool:
    """Return whether a path is a file with these bytes, and not a link to one."""
    return not os.path.islink(path) and read_bytes(path) == data
