"""The way back: files of a quarantine, moved to where they were."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from corpusfmt.files.paths import has_no_link, is_inside
from corpusfmt.files.quarantine_marker import MARKER
from corpusfmt.files.read import FileError, ReadError, read_bytes, reason_of, sha256
from corpusfmt.project.quarantine.folder import (
    QuarantineError,
    is_own,
    make_folder,
    move,
    read_marker,
)
from corpusfmt.project.quarantine.manifest import (
    MANIFEST,
    Damaged,
    Manifest,
    Row,
    read_manifest,
    write_manifest,
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file: ``reason`` says why it was not moved back, None where it was or had been.

    ``is_gone`` means that the file is neither in the quarantine nor where it was, so its row is removed.
    """

    path: str
    reason: str | None = None
    is_gone: bool = False


class Restore:
    """A quarantine that files are moved back from."""

    def __init__(self, folder: str, root: str) -> None:
        """Read a quarantine; QuarantineError where it is not one, or its files come from outside of ``root``.

        The folder says itself where its files come from, so that is believed only below the folder of the settings.
        """
        self.folder = folder
        try:
            marked = read_marker(folder)
            self.manifest = Manifest() if marked is None else read_manifest(folder)
        except ReadError as problem:
            raise QuarantineError(str(problem)) from problem
        if marked is None:
            is_there = os.path.lexists(folder)
            reason = f"is not a quarantine (it has no {MARKER})" if is_there else "does not exist"
            raise QuarantineError(f"{folder}: {reason}")
        if not is_inside(marked, root):
            raise QuarantineError(
                f"{folder}: its files come from {marked}, which is outside of {os.path.realpath(root)}; "
                f"run this command in {marked}"
            )
        self.root = marked
        self._rows: defaultdict[str, list[Row]] = defaultdict(list)
        for row in self.manifest.rows:
            self._rows[row.path].append(row)

    @property
    def damaged(self) -> Sequence[Damaged]:
        """The lines of the manifest that are not rows."""
        return self.manifest.damaged

    def paths(self) -> list[str]:
        """Return the paths of the manifest, sorted."""
        return sorted(self._rows)

    def rules(self, path: str) -> tuple[str, ...]:
        """Return the rules that had found something in a file."""
        return self._rows[path][-1].rules

    def select(self, named: str) -> list[str]:
        """Return the paths of a name: a file or a folder, where it was or where it is now."""
        real = os.path.join(
            os.path.realpath(os.path.dirname(named) or "."), os.path.basename(named)
        )
        for top in (os.path.realpath(self.folder), self.root):
            if os.path.normpath(real) == top:
                return self.paths()
            place = os.path.relpath(real, top).replace(os.sep, "/")
            found = [path for path in self.paths() if path == place or path.startswith(f"{place}/")]
            if found:
                return found
        return []

    def run(self, paths: Sequence[str], *, force: bool) -> Iterator[Outcome]:
        """Move files back and yield what became of each; then the manifest has the rows of those that are left.

        However it ends, the manifest tells the truth: a file that is back and still has a row is found to be back.
        """
        settled: set[str] = set()
        try:
            for path in paths:
                outcome = self._restore(path, force=force)
                if outcome.reason is None or outcome.is_gone:
                    settled.add(path)
                yield outcome
        finally:
            self._rewrite(settled)

    def strangers(self) -> int:
        """Return how many files are in the folder that are not in the manifest."""
        found = 0
        for folder, _, names in os.walk(self.folder):
            is_top = os.path.samefile(folder, self.folder)
            for name in names:
                place = os.path.relpath(os.path.join(folder, name), self.folder).replace(
                    os.sep, "/"
                )
                found += place not in self._rows and not (is_top and is_own(name))
        return found

    def _restore(self, path: str, *, force: bool) -> Outcome:
        source = os.path.join(self.folder, *path.split("/"))
        target = os.path.join(self.root, *path.split("/"))
        try:
            reason = self._move(path, source, target, force=force)
        except (OSError, ValueError) as error:
            reason = reason_of(error)
        except FileError as problem:
            reason = str(problem)
        is_gone = not os.path.lexists(source) and not os.path.lexists(target)
        return Outcome(path, reason, is_gone)

    def _move(self, path: str, source: str, target: str, *, force: bool) -> str | None:
        """Move a file back, or return why not; nothing is overwritten."""
        if not os.path.lexists(source):
            is_back = os.path.lexists(target)  # a run was killed after the move
            return None if is_back else "is no longer in the quarantine; its row is removed"
        if os.path.islink(source) or not has_no_link(os.path.dirname(source), self.folder):
            return "is, or is below, a symbolic link in the quarantine"
        data = read_bytes(source)
        is_changed = sha256(data) not in {row.sha256 for row in self._rows[path]}
        if os.path.lexists(target):
            if is_changed or os.path.islink(target) or read_bytes(target) != data:
                return "exists already where it was"
            os.unlink(source)  # a run was killed after the copy
            return None
        if is_changed and not force:
            return "was changed in the quarantine; --force moves it back"
        make_folder(os.path.dirname(target), self.root)
        move(source, target, data)
        return None

    def _rewrite(self, settled: set[str]) -> None:
        if self._rows and not settled:
            return
        self._rows = defaultdict(
            list, {path: rows for path, rows in self._rows.items() if path not in settled}
        )
        left = [row.line for row in self.manifest.rows if row.path not in settled]
        left += [damaged.line for damaged in self.manifest.damaged]
        if left:
            write_manifest(self.folder, left)
        else:
            with suppress(FileNotFoundError):
                os.unlink(os.path.join(self.folder, MANIFEST))
        self._tidy(is_empty=not left)

    def _tidy(self, *, is_empty: bool) -> None:
        """Remove folders that are empty now, and the quarantine itself with the last file."""
        for folder, _, _ in os.walk(self.folder, topdown=False):
            if not os.path.samefile(folder, self.folder):
                with suppress(OSError):
                    os.rmdir(folder)
        if is_empty and not self.strangers():
            with suppress(OSError):
                os.unlink(os.path.join(self.folder, MARKER))
                os.rmdir(self.folder)
