"""Write the articles of a file to files of their own, all of them or none."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping

from corpusfmt.files.new_files import NewFile, create_files, find_missing
from corpusfmt.files.read import STANDARD_INPUT, WriteError
from corpusfmt.files.write import check_target
from corpusfmt.project.undo_journal import Journal
from corpusfmt.run.naming import part_name
from corpusfmt.run.output import make_folder_in
from corpusfmt.run.split_file import SplitResult

_SUFFIX = ".txt"


class SplitOutput:
    """Where the articles go: the folder ``root``, or, if it is None, beside their file.

    ``names`` has the name of each file in the folder. With a ``journal``, files are replaced by
    their articles, and recorded there. No file is overwritten.
    """

    def __init__(self, root: str | None, names: Mapping[str, str], journal: Journal | None) -> None:
        self.root = root
        self.names = names
        self.journal = journal
        self._inputs = frozenset(_real_paths(names))
        self._written: dict[str, str] = {}

    def place(self, result: SplitResult) -> list[NewFile]:
        """Return the files for the articles of a file; raise WriteError if one cannot be written.

        Of these, those with the right content may exist already.
        """
        if self.root is None and result.path != STANDARD_INPUT:
            check_target(result.path)
        path = self._path(result.path)
        files: list[NewFile] = []
        for number, part in enumerate(result.parts, 1):
            file = NewFile(part_name(path, number), part.data)
            if file.path in self._written:
                reason = f"has already been written, for {self._written[file.path]}"
                raise WriteError(file.path, reason)
            files.append(file)
        for file in find_missing(files):
            if not self._inputs.isdisjoint(_real_paths([file.path])):
                reason = "is one of the input files, which has been split itself"
                raise WriteError(file.path, reason)
        return files

    def write(self, result: SplitResult) -> None:
        """Write the articles of a file; raise WriteError, and write none, if that fails."""
        files = self.place(result)
        if self.journal is not None:
            self.journal.replace(result.path, result.data, files)
        elif self.root is not None:
            make_folder_in(os.path.dirname(files[0].path), self.root)
            create_files(find_missing(files))
        for file in files:
            self._written[file.path] = result.name

    def _path(self, path: str) -> str:
        """Return the path of the articles of a file, without their numbers."""
        name = self.names[path]
        if path == STANDARD_INPUT and not os.path.splitext(name)[1]:
            name += _SUFFIX
        if self.root is not None:
            return os.path.join(self.root, *name.split("/"))
        return name if path == STANDARD_INPUT else path


def _real_paths(paths: Iterable[str]) -> list[str]:
    """Return the paths without symbolic links in their folders, but for the standard input."""
    real: list[str] = []
    for path in paths:
        if path != STANDARD_INPUT and "\0" not in path:
            folder, name = os.path.split(path)
            real.append(os.path.join(os.path.realpath(folder), name))
    return real
