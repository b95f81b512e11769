"""The files below a folder, and everything in it that is skipped."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass

from corpusfmt.files.globs import Globs
from corpusfmt.files.paths import path_below, with_separator
from corpusfmt.files.project_folder import NAME as PROJECT_FOLDER
from corpusfmt.files.quarantine_marker import is_quarantine
from corpusfmt.files.read import STANDARD_INPUT, reason_of
from corpusfmt.files.unused_patterns import TOOL_FOLDERS, PatternUse


@dataclass(frozen=True, slots=True)
class Patterns:
    """Which files of a folder are selected; patterns are relative to the folder ``root``.

    ``not_included`` is the reason to skip a file that no pattern includes. ``use``, if it is not
    None, records which patterns match something.
    """

    root: str
    include: Globs
    exclude: Globs
    not_included: str
    use: PatternUse | None


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to read; ``real_path`` is absolute and free of symbolic links."""

    path: str
    real_path: str
    is_link: bool = False


@dataclass(frozen=True, slots=True)
class MissingFile:
    """A path that cannot be examined."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class SkippedFile:
    """A file or folder that is not read; ``path`` may be empty."""

    reason: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Something that could not be determined."""

    text: str


FoundItem = FoundFile | MissingFile | SkippedFile | Note

DUPLICATE = SkippedFile("already named")


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder to search; the paths of its content are relative to it.

    ``prefix`` is its path below the root of the patterns, "" or ending in "/". ``ignored`` holds
    the paths that git ignores; those of folders end in "/".
    """

    path: str
    real_path: str
    prefix: str
    patterns: Patterns
    ignored: frozenset[str]

    @classmethod
    def open(cls, path: str, patterns: Patterns, ignored: frozenset[str]) -> Folder:
        """Return the folder at a path."""
        prefix = find_prefix(path, patterns.root)
        return cls(path, os.path.realpath(path), prefix, patterns, ignored)

    def name(self, relative: str) -> str:
        """Return the path to report: without the current folder, unless that is part of a name.

        A file named "-" keeps the current folder, "./-", to differ from the standard input.
        """
        stem = self.path.rstrip("/")
        if stem == "." and relative != STANDARD_INPUT:
            return relative
        return f"{stem}/{relative}"

    def resolve(self, relative: str) -> str:
        """Return the absolute path of something in the folder."""
        return f"{with_separator(self.real_path)}{relative}"


def find_files(folder: Folder) -> Iterator[FoundItem]:
    """Yield what is skipped in a folder, then its files sorted by path.

    A link to a file that is found itself is skipped.
    """
    if folder.prefix and folder.patterns.exclude.match_above(folder.prefix):
        yield SkippedFile("excluded", folder.path)
        return
    files: list[FoundFile] = []
    for item in _walk(folder):
        if isinstance(item, FoundFile):
            files.append(item)
        else:
            yield item
    not_links = {file.real_path for file in files if not file.is_link}
    for file in sorted(files, key=lambda file: file.path):
        yield DUPLICATE if file.is_link and file.real_path in not_links else file


def is_searched(folder: Folder, real_path: str) -> bool:
    """Return whether no folder on the way to one in this folder, or this one itself, is skipped.

    ``real_path`` is the absolute path of a folder, which may be missing, or of this one.
    """
    if folder.prefix and folder.patterns.exclude.match_above(folder.prefix):
        return False
    relative = ""
    for name in (path_below(real_path, folder.real_path) or "").split("/"):
        relative += f"{name}/"
        if name and _folder_skip_reason(folder, name, relative) is not None:
            return False
    return True


def find_prefix(path: str, root: str) -> str:
    """Return the path of a folder below the root, ending in "/"; "" for the root or outside."""
    for resolve in (os.path.abspath, os.path.realpath):  # a folder may have two names
        relative = path_below(with_separator(resolve(path)), resolve(root))
        if relative is not None:
            return relative
    return ""


def _walk(folder: Folder) -> Iterator[FoundItem]:
    """Yield everything in a folder and its subfolders, except skipped ones, in no order."""
    pending = [""]  # a stack, since folders may be nested deeper than recursion allows
    while pending:
        prefix = pending.pop()
        try:
            with os.scandir(os.path.join(folder.path, prefix)) as entries:
                for entry in entries:
                    if entry.name == PROJECT_FOLDER:
                        continue
                    relative = prefix + entry.name
                    item = _classify(folder, entry, relative)
                    if item is None:
                        pending.append(f"{relative}/")
                    else:
                        yield item
        except OSError as error:
            path = folder.name(prefix).rstrip("/") or folder.path
            yield MissingFile(path, reason_of(error))


def _classify(folder: Folder, entry: os.DirEntry[str], relative: str) -> FoundItem | None:
    """Return what an entry of a folder is, or None for a folder to search."""
    if entry.is_dir(follow_symlinks=False):
        reason = _folder_skip_reason(folder, entry.name, f"{relative}/")
        _record_use(folder, f"{relative}/", is_skipped=reason is not None)
        return SkippedFile(reason, folder.name(relative)) if reason else None
    _record_use(folder, relative)
    if entry.is_symlink() and os.path.isdir(entry.path):
        return SkippedFile("symbolic link to a folder", folder.name(relative))
    reason = _file_skip_reason(folder, relative)
    if reason:
        return SkippedFile(reason, folder.name(relative))
    if entry.is_symlink():
        return _classify_link(folder, relative)
    if not entry.is_file():
        return SkippedFile("not a regular file", folder.name(relative))
    return FoundFile(folder.name(relative), folder.resolve(relative))


def _record_use(folder: Folder, relative: str, *, is_skipped: bool = False) -> None:
    use = folder.patterns.use
    if use is not None:
        use.record(folder.prefix + relative, is_skipped=is_skipped)


def _folder_skip_reason(folder: Folder, name: str, relative: str) -> str | None:
    if name.startswith("."):
        return "hidden folder"
    if name in TOOL_FOLDERS:
        return "folder of a tool"
    if folder.patterns.exclude.match(folder.prefix + relative):
        return "excluded"
    if is_quarantine(os.path.join(folder.path, relative)):
        return "in quarantine"
    return "ignored by git" if relative in folder.ignored else None


def _file_skip_reason(folder: Folder, relative: str) -> str | None:
    if not folder.patterns.include.match(folder.prefix + relative):
        return folder.patterns.not_included
    if folder.patterns.exclude.match(folder.prefix + relative):
        return "excluded"
    return "ignored by git" if relative in folder.ignored else None


def _classify_link(folder: Folder, relative: str) -> FoundItem:
    """Return a link as a file only if its target is inside the folder."""
    path = folder.name(relative)
    target = os.path.realpath(folder.resolve(relative))
    if not os.path.exists(target):
        return SkippedFile("broken symbolic link", path)
    if not target.startswith(folder.resolve("")):
        return SkippedFile("symbolic link out of the folder", path)
    if not os.path.isfile(target):
        return SkippedFile("not a regular file", path)
    return FoundFile(path, target, is_link=True)
