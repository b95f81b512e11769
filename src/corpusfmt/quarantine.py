"""The quarantine: files with findings, set aside with a manifest, so that the rest of a corpus passes."""

from __future__ import annotations

import json
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass

from corpusfmt.diagnostic import Report
from corpusfmt.files import FileProblem, Unwritable, read_bytes, reason_of, sha256
from corpusfmt.report.fingerprint import signed
from corpusfmt.report.record import finding_record
from corpusfmt.selection import QUARANTINED

MANIFEST = "manifest.jsonl"


@dataclass(slots=True)
class Quarantine:
    """A folder that takes files in under their paths from ``root``, and tells in its manifest why."""

    folder: str
    root: str

    def take(self, report: Report) -> str:
        """Move a file in, tell it in the manifest, and return its new path; Unwritable where that cannot be done.

        The manifest is written first: a file that is not where it was is always told there. Nothing is overwritten.
        """
        target = os.path.join(self.folder, self._place(report.path))
        try:
            data = read_bytes(report.path)
            if os.path.islink(report.path):
                raise Unwritable(report.path, "is a symbolic link; its target is not moved")
            if os.path.lexists(target):
                raise Unwritable(report.path, f"is left where it is: {target} is there already")
            os.makedirs(os.path.dirname(target), exist_ok=True)
            self._mark()
            self._tell(report, target, data)
            shutil.move(report.path, target)
        except (OSError, ValueError) as error:
            raise Unwritable(report.path, f"could not be set aside: {reason_of(error)}") from error
        except FileProblem as problem:
            raise Unwritable(report.path, problem.reason) from problem
        return target

    def _mark(self) -> None:
        """Say of the folder what it is, so that no later run checks what is in it unless it is named."""
        with suppress(FileExistsError), open(os.path.join(self.folder, QUARANTINED), "x", encoding="ascii"):
            pass

    def _place(self, path: str) -> str:
        """The path below the root; of a file outside of it, its name behind that of its folder."""
        real = os.path.realpath(path)
        relative = os.path.relpath(real, os.path.realpath(self.root))
        return os.path.join(*real.split(os.sep)[-2:]) if relative.split(os.sep)[0] == os.pardir else relative

    def _tell(self, report: Report, target: str, data: bytes) -> None:
        findings = [finding_record(*pair) for pair in signed(report.diagnostics, self.root)]
        row = {"path": report.path, "moved_to": target, "sha256": sha256(data), "findings": findings}
        with open(os.path.join(self.folder, MANIFEST), "a", encoding="ascii") as file:
            file.write(json.dumps(row) + "\n")
