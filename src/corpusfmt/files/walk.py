"""The files below a folder, and everything in it that is skipped."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from operator import itemgetter

from corpusfmt.files.paths import path_below, with_separator
from corpusfmt.files.patterns import Patterns
from corpusfmt.files.project_folder import NAME as PROJECT_FOLDER
from corpusfmt.files.project_folder import OWN_FILES
from corpusfmt.files.quarantine_marker import is_quarantine
from corpusfmt.files.read import STANDARD_INPUT, reason_of
from corpusfmt.files.unused_patterns import TOOL_FOLDERS
from corpusfmt.text.values import dataclass


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to read; ``real_path`` is absolute and free of symbolic links."""

    path: str
    real_path: str
    is_link: bool = False


@dataclass(frozen=True, slots=True)
class FoundFiles:
    """Files of one folder to read, none of them a link, sorted by name.

    ``start`` and ``real_start`` are that folder, "" or ending in "/".
    """

    start: str
    real_start: str
    names: Sequence[str]

    def __iter__(self) -> Iterator[FoundFile]:
        for name in self.names:
            yield FoundFile(self.start + name, self.real_start + name)


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


FoundItem = FoundFile | FoundFiles | MissingFile | SkippedFile | Note

_SPECIAL = frozenset({PROJECT_FOLDER, STANDARD_INPUT, *OWN_FILES})
"""Names that are not those of articles, or need a folder before them."""

OWN = "file of corpusfmt"
"""The reason to skip a file such as the baseline."""

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
    """Yield the files of a folder sorted by path, and what is skipped in between.

    A link to a file that is found itself is skipped.
    """
    if folder.prefix and folder.patterns.exclude.match_above(folder.prefix):
        yield SkippedFile("excluded", folder.path)
        return
    for item in _walk(folder):
        if isinstance(item, FoundFile) and item.is_link and _is_found(folder, item):
            yield DUPLICATE
        else:
            yield item


def _is_found(folder: Folder, link: FoundFile) -> bool:
    """Return whether the target of a link, which is in the folder, is found itself."""
    relative = path_below(link.real_path, folder.real_path) or ""
    if not is_searched(folder, os.path.dirname(link.real_path)):
        return False
    return _file_skip_reason(folder, relative) is None


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
    """Yield everything in a folder and its subfolders, except skipped ones, sorted by path.

    Only the content of a few folders is in memory: those on the way to the current one.
    """
    # A stack, since folders may be nested deeper than recursion allows.
    pending: list[Iterator[FoundItem | str]] = [_list(folder, "")]
    while pending:
        item = next(pending[-1], None)
        if item is None:
            pending.pop()
        elif isinstance(item, str):
            pending.append(_list(folder, item))
        else:
            yield item


def _list(folder: Folder, prefix: str) -> Iterator[FoundItem | str]:
    """Yield what is in one folder, sorted by path; for a folder to search, its path with a "/"."""
    plain = _PlainFiles(folder, prefix)
    found: list[tuple[str, os.DirEntry[str] | None]] = []
    try:
        with os.scandir(os.path.join(folder.path, prefix)) as entries:
            for entry in entries:
                if plain.has(entry):
                    found.append((entry.name, None))
                else:
                    found.append((_sort_key(folder, prefix, entry), entry))
    except OSError as error:
        path = folder.name(prefix).rstrip("/") or folder.path
        yield MissingFile(path, reason_of(error))
        return
    found.sort(key=itemgetter(0), reverse=True)
    names: list[str] = []
    while found:  # an entry is not needed after its item was used
        key, one = found.pop()
        if one is None:
            names.append(key)
            continue
        if names:
            yield plain.files(names)
            names = []
        if one.name != PROJECT_FOLDER:
            yield _item(folder, one, prefix + one.name)
    if names:
        yield plain.files(names)


def _item(folder: Folder, entry: os.DirEntry[str], relative: str) -> FoundItem | str:
    """Return what an entry of a folder is; for a folder to search, its path with a "/"."""
    try:
        item = _classify(folder, entry, relative)
    except OSError as error:
        return MissingFile(folder.name(relative), reason_of(error))
    return f"{relative}/" if item is None else item


class _PlainFiles:
    """The files of a folder about which there is nothing special: nearly all, in half the time."""

    def __init__(self, folder: Folder, prefix: str) -> None:
        self._prefix = prefix
        self._below_root = folder.prefix + prefix
        self._patterns = folder.patterns
        self._has_exclude = bool(folder.patterns.exclude.patterns)
        self._ignored = folder.ignored
        self._start = folder.name(prefix)
        self._real_start = folder.resolve(prefix)
        # What the names of files to read end with, where nothing else decides.
        decides = self._has_exclude, folder.patterns.own, folder.ignored, folder.patterns.use
        self._endings = () if any(decides) else folder.patterns.include.endings

    def has(self, entry: os.DirEntry[str]) -> bool:
        """Return whether an entry is a file to read, and not a link."""
        if not entry.is_file(follow_symlinks=False):
            return False
        name = entry.name
        if name in _SPECIAL:
            return False
        if self._endings and name.endswith(self._endings):
            return True
        return self._is_selected(name)

    def _is_selected(self, name: str) -> bool:
        path = self._below_root + name
        if not self._patterns.include.match(path):
            return False
        if self._has_exclude and self._patterns.exclude.match(path):
            return False
        if path in self._patterns.own:
            return False
        if self._ignored and self._prefix + name in self._ignored:
            return False
        if self._patterns.use is not None:
            self._patterns.use.record(path, is_skipped=False)
        return True

    def files(self, names: Sequence[str]) -> FoundFiles:
        """Return the files of some names."""
        return FoundFiles(self._start, self._real_start, names)


def _sort_key(folder: Folder, prefix: str, entry: os.DirEntry[str]) -> str:
    """Return what to sort an entry of a folder by: its name, and the "/" in paths of its files."""
    if entry.is_dir(follow_symlinks=False):
        return f"{entry.name}/"
    name = entry.name
    if name == STANDARD_INPUT and folder.name(prefix + name) == f"./{name}":
        return f"./{name}"
    return name


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
    path, patterns = folder.prefix + relative, folder.patterns
    if not patterns.include.match(path):
        return patterns.not_included
    if patterns.is_own(path):
        return OWN
    if patterns.exclude.match(path):
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
