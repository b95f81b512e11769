"""The names of output files, which keep the tree of the input, and of ``source.path``."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

from corpusfmt.files.archives.kinds import archive_kind
from corpusfmt.files.input import Input
from corpusfmt.files.paths import escape_reason, is_url, path_below
from corpusfmt.files.read import STANDARD_INPUT
from corpusfmt.files.safe_names import safe_name
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.patterns import regex
from corpusfmt.text.values import dataclass

if TYPE_CHECKING:
    from corpusfmt.model.document import Document, SourceEntry

_DRIVE = regex(r"^[A-Za-z]:(?=/)")
_STDIN_STEM = "stdin"


@dataclass(frozen=True, slots=True)
class Naming:
    """The names of the outputs of a run, and the ``source`` of its documents.

    ``folder`` holds all paths that the user has named, ``urls`` are the URLs among them, ``root``
    is the folder of the settings, and ``stdin_name`` what the standard input is called.
    """

    folder: str
    root: str
    stdin_name: str
    urls: tuple[str, ...] = ()

    @classmethod
    def of(cls, paths: Sequence[str], root: str, stdin_name: str) -> Naming:
        """Return the naming for the paths that the user has named."""
        urls = tuple(filter(is_url, paths))
        return cls(_common_folder(paths), root, stdin_name, urls)

    def stem(self, item: Input) -> str:
        """Return the name of the output of a text without its ending; for a row, of its archive.

        The names of members are made safe: an archive may come from another system.
        """
        if item.row is not None:
            return _without_ending(self._name(_without_compression(item.archive)))
        if item.archive or is_url(item.path):
            return safe_name(_without_ending(self._name(item.path)))
        return _without_ending(_name(item.path, self.folder, self.stdin_name))

    def _name(self, path: str) -> str:
        """Return a path below the folder, or of a URL below the named one that it starts with."""
        if not is_url(path):
            return _relative(path, self.folder)
        for url in self.urls:
            folder = url.rstrip("/") + "/"
            if path.startswith(folder):
                return _stay_inside(path.removeprefix(folder))
        return _last_component(path)

    def source(self, item: Input) -> str:
        """Return the ``source.path`` of the document of a text: the file that it is from."""
        path = item.archive or item.path
        if path == STANDARD_INPUT:
            return _stdin_source(self.stdin_name, self.root)
        if is_url(path):
            return path
        return _below(path, self.root) or _relative(path, self._folder_of(path))

    def _folder_of(self, path: str) -> str:
        """Return the folder of the run, or the one above if the folder is the archive itself."""
        is_folder = os.path.abspath(path) == self.folder
        return os.path.dirname(self.folder) if is_folder else self.folder

    def place(self, item: Input) -> SourceEntry:
        """Return the part of the ``source`` that says where in its archive a text is."""
        place: SourceEntry = {}
        if item.member:
            place["member"] = item.member
        if item.row is not None:
            place["line"] = item.row
        return place


def stems(files: Iterable[str], paths: Sequence[str], stdin_name: str) -> dict[str, str]:
    """Return the name of the output of each input file, as `names` does, without its ending."""
    found: dict[str, str] = {}
    for path, name in names(files, paths, stdin_name).items():
        found[path] = _without_ending(name)
    return found


def names(files: Iterable[str], paths: Sequence[str], stdin_name: str) -> dict[str, str]:
    """Return the name of each input file in a folder of output, with "/" in it.

    It is relative to the folder that holds all ``paths``, which are those named by the user. The
    standard input is called by the last component of its name.
    """
    root = _common_folder(paths)
    found: dict[str, str] = {}
    for path in files:
        found[path] = _name(path, root, stdin_name)
    return found


def part_name(name: str, number: int) -> str:
    """Return the name of a part of a file, whose path is ``name``: "a-1.txt" for "a.txt"."""
    stem, ending = os.path.splitext(name)
    return f"{stem}-{number}{ending}"


def row_stem(stem: str, line: int, document: Document) -> str:
    """Return the name of the output of a row of JSON Lines, without its ending.

    It is that of the file or member the row comes from, by its ``source``, with the number of its
    part if its text was split, or else the ``stem`` of the input and the number of the line. What
    would leave the folder is removed, as tar does: "C:", a "/" at the start, and all up to a "..".
    What a file system does not allow is escaped (see safe_names).
    """
    source = document.get("source", {})
    path = _stay_inside("/".join((source.get("path", ""), source.get("member", ""))))
    if not path or "line" in source:
        return f"{stem}-{line:06}"
    part = f"-{source['part']}" if "part" in source else ""
    return safe_name(_without_ending(path) + part)


def source_paths(
    files: Iterable[str], paths: Sequence[str], stdin_name: str, root: str
) -> dict[str, str]:
    """Return the ``source.path`` of each input file: its path below the folder of the settings.

    Outside of that folder, ``root``, it is the path below the folder that holds all ``paths``, so
    that no document publishes where the files were on a machine.
    """
    common = _common_folder(paths)
    found = {}
    for path in files:
        if path == STANDARD_INPUT:
            found[path] = _stdin_source(stdin_name, root)
        else:
            found[path] = _below(path, root) or _relative(path, common)
    return found


def _name(path: str, folder: str, stdin_name: str) -> str:
    if path == STANDARD_INPUT:
        return _last_component(stdin_name)
    return _relative(path, folder)


def _stdin_source(name: str, root: str) -> str:
    if escape_reason(name) is None:
        return name
    return _below(name, root) or _last_component(name)


def _below(path: str, root: str) -> str | None:
    """Return the path below the root, or None outside of it; nothing is below a whole disk."""
    if os.path.dirname(root) == root:
        return None
    for resolve in (os.path.abspath, os.path.realpath):  # one folder may have two names
        below = path_below(resolve(path), resolve(root))
        if below is not None:
            return below
    return None


def _stay_inside(path: str) -> str:
    """Return a path without what would lead out of the folder that it is relative to."""
    components: list[str] = []
    for component in _DRIVE.sub("", path.replace("\\", "/")).split("/"):
        if component == "..":
            components.clear()
        elif component not in ("", "."):
            components.append(component)
    return "/".join(components)


def _common_folder(paths: Sequence[str]) -> str:
    """Return the deepest folder that holds all paths; of one folder, that folder."""
    folders: list[str] = []
    for path in paths:
        if path not in ("", STANDARD_INPUT) and not is_url(path):
            folder = os.path.abspath(path)
            if not (os.path.isdir(path) or archive_kind(path) in ("tar", "zip")):
                folder = os.path.dirname(folder)
            folders.append(folder)
    try:
        return os.path.commonpath(folders)
    except ValueError:  # no folder, or on two drives
        return ""


def _relative(path: str, root: str) -> str:
    absolute = os.path.abspath(path)
    return path_below(absolute, root) or _stay_inside(absolute)


def _last_component(name: str) -> str:
    if name == STANDARD_INPUT:
        return _STDIN_STEM
    return safe_name(_stay_inside(name).rpartition("/")[2]) or _STDIN_STEM


def _without_compression(path: str) -> str:
    stem, ending = os.path.splitext(path)
    return stem if ending.lower() in (".gz", ".zst", ".xz") else path


def _without_ending(path: str) -> str:
    folder, slash, name = path.rpartition("/")
    stem = name.rpartition(".")[0] or name
    return folder + slash + stem
