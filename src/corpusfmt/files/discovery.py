"""Which files a run reads: the files and folders named, made into one list of files, and what was passed over."""

import os
import stat
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from corpusfmt.files.git import GitError, GitMissingError, ignored_below, work_tree
from corpusfmt.files.globs import Globs, compile_globs
from corpusfmt.files.pattern_use import TOOL_FOLDERS, PatternUse, unused_per_file
from corpusfmt.files.project_folder import NAME as OWN_FOLDER
from corpusfmt.files.read import STANDARD_INPUT, Unreadable, reason_of
from corpusfmt.files.trust import read_beside

_FEW = 6  # patterns that are printed

QUARANTINED = ".corpusfmt-quarantine"
"""The name of the marker of a quarantine, a file that begins with MARK; its folder is skipped."""

MARK = b'{"corpusfmt-quarantine": '


class SelectionSettings(Protocol):
    """What the settings of a project say about its files; patterns are relative to the folder ``root``.

    ``per_file_ignores`` pairs patterns with what is ignored in such files, ``given`` has the keys that were set.
    """

    @property
    def root(self) -> str: ...
    @property
    def include(self) -> tuple[str, ...]: ...
    @property
    def exclude(self) -> tuple[str, ...]: ...
    @property
    def per_file_ignores(self) -> tuple[tuple[str, tuple[str, ...]], ...]: ...
    @property
    def given(self) -> Collection[str]: ...


@dataclass(frozen=True, slots=True)
class Selection:
    """The files to read, each once, in the order named; a folder's are sorted by path.

    ``missing`` holds ``(path, reason)`` for what was named or lies in a folder and could not be looked at; ``skipped``
    holds ``(reason, count)`` for what a folder has besides, sorted by reason; a folder passed over counts as one.
    ``is_fine_empty`` says that there may be no files, since only those that have changed were asked for. ``notes``
    says what could not be found out. ``details`` holds ``(path, reason)`` for what is skipped in folders,
    ``unused`` the patterns of the settings that match nothing, if their whole folder is read.
    """

    files: tuple[str, ...] = ()
    missing: tuple[tuple[str, str], ...] = ()
    skipped: tuple[tuple[str, int], ...] = ()
    is_fine_empty: bool = False
    notes: tuple[str, ...] = ()
    details: tuple[tuple[str, str], ...] = field(default=(), compare=False)
    unused: tuple[str, ...] = field(default=(), compare=False)


def select(paths: Iterable[str], settings: SelectionSettings, include: Sequence[str] | None = None) -> Selection:
    """Return the files that the paths name; ``include`` takes the place of the settings' own patterns.

    A file named is always taken, and "-" stays as it is. A folder gives its files that match ``include`` and not
    ``exclude``, but nothing from hidden folders, from those of tools, or from what git ignores, unless git ignores the
    folder named. Raise BadGlob for patterns that the settings have not checked.
    """
    included = settings.include if include is None else include
    named = [*paths]
    use = _pattern_use(named, settings) if include is None else None
    patterns = _Patterns(
        os.path.abspath(settings.root),
        compile_globs(included, any_case_endings=True),
        compile_globs(settings.exclude),
        f"not matched by include ({_listed(included)})",
        use,
    )
    chosen = _gather(item for path in named for item in _expand(path, patterns))
    if use is None:
        return chosen
    per_file = unused_per_file(chosen.files, settings.per_file_ignores, settings.root)
    return replace(chosen, unused=(*use.unused(), *per_file))


def _listed(patterns: Sequence[str]) -> str:
    return ", ".join(patterns[:_FEW]) + (", …" if len(patterns) > _FEW else "")


def _pattern_use(paths: Sequence[str], settings: SelectionSettings) -> PatternUse | None:
    """Return what notes the use of patterns, if the whole folder of the settings is read."""
    root = os.path.realpath(settings.root)
    if not any(os.path.realpath(path) == root for path in filter(os.path.isdir, paths)):
        return None
    patterns = {"include": settings.include, "exclude": settings.exclude}
    return PatternUse({key: patterns[key] for key in patterns if key in settings.given})


@dataclass(frozen=True, slots=True)
class _Patterns:
    root: str
    include: Globs
    exclude: Globs
    not_included: str  # the reason to skip a file
    use: PatternUse | None


@dataclass(frozen=True, slots=True)
class _Found:
    path: str
    identity: str  # the absolute path free of symbolic links
    is_link: bool = False


@dataclass(frozen=True, slots=True)
class _Missing:
    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class _Skipped:
    reason: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class _Note:
    text: str


_Item = _Found | _Missing | _Skipped | _Note

_LARGEST_MARKER = 1 << 16
_TWICE = _Skipped("already named")


def _gather(items: Iterable[_Item]) -> Selection:
    files: dict[str, str] = {}
    missing: dict[tuple[str, str], None] = {}
    skipped: Counter[str] = Counter()
    notes: dict[str, None] = {}
    details: list[tuple[str, str]] = []
    for item in items:
        if isinstance(item, _Note):
            notes[item.text] = None
        elif isinstance(item, _Skipped):
            skipped[item.reason] += 1
            if item.path:
                details.append((item.path, item.reason))
        elif isinstance(item, _Missing):
            missing[item.path, item.reason] = None
        elif item.identity in files:
            skipped[_TWICE.reason] += 1
            files[item.identity] = min(files[item.identity], item.path, key=_plainness)
        else:
            files[item.identity] = item.path
    return Selection(
        tuple(files.values()),
        tuple(missing),
        tuple(sorted(skipped.items())),
        notes=tuple(notes),
        details=tuple(sorted(details)),
    )


def _plainness(path: str) -> tuple[int, str]:
    """Of two names of a file the shorter is told, whichever was named first."""
    return len(path), path


def _expand(path: str, patterns: _Patterns) -> Iterator[_Item]:
    """Yield what one path of the command line stands for."""
    if path == STANDARD_INPUT:
        yield _Found(path, path)
        return
    try:
        is_folder = stat.S_ISDIR(os.stat(path).st_mode)
    except (OSError, ValueError) as error:
        leads_nowhere = isinstance(error, FileNotFoundError) and os.path.islink(path)
        yield _Missing(path, "is a symbolic link to nothing" if leads_nowhere else reason_of(error))
    else:
        if is_folder:
            ignored: frozenset[str] = frozenset()
            try:
                ignored = _ask_git(path)
            except GitMissingError:
                pass  # whoever has no git expects nothing of its rules
            except GitError as problem:
                yield _Note(f"{path}: could not read .gitignore rules ({problem}); checking all files")
            yield from _expand_folder(_Folder.open(path, patterns, ignored))
        else:
            yield _Found(path, os.path.realpath(path))


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder named, and what decides about its contents, whose paths are relative to it."""

    path: str
    identity: str
    place: str  # below the patterns' root, "" or ending in "/"
    patterns: _Patterns
    ignored: frozenset[str]  # by git, folders with "/" at the end

    @classmethod
    def open(cls, path: str, patterns: _Patterns, ignored: frozenset[str]) -> "_Folder":
        place = _find_place(path, patterns.root)
        return cls(path, os.path.realpath(path), place, patterns, ignored)

    def name(self, relative: str) -> str:
        """Return the path to report: what was named and what lies below it, without the current folder.

        A file that is called as the standard input is keeps the current folder: "./-".
        """
        stem = self.path.rstrip("/")
        if stem == "." and relative != STANDARD_INPUT:
            return relative
        return f"{stem}/{relative}"

    def identify(self, relative: str) -> str:
        return f"{self.identity.rstrip(os.sep)}{os.sep}{relative}"


def _find_place(path: str, root: str) -> str:
    """Return where a folder lies below the root; outside of it only what is below the folder itself counts."""
    for resolve in (os.path.abspath, os.path.realpath):  # the same folder may be known by two names
        folder, above = resolve(path), resolve(root).rstrip(os.sep) + os.sep
        if f"{folder}{os.sep}".startswith(above):
            relative = folder[len(above) :].replace(os.sep, "/")
            return f"{relative}/" if relative else ""
    return ""


def _expand_folder(folder: _Folder) -> Iterator[_Item]:
    """Yield a folder's files sorted by path, a link giving way to the file it points at, and all that is no file."""
    if folder.place and folder.patterns.exclude.match_above(folder.place):
        yield _Skipped("excluded", folder.path)
        return
    found: list[_Found] = []
    for item in _walk(folder):
        if isinstance(item, _Found):
            found.append(item)
        else:
            yield item
    real = {item.identity for item in found if not item.is_link}
    for item in sorted(found, key=lambda item: item.path):
        yield _TWICE if item.is_link and item.identity in real else item


def _walk(folder: _Folder) -> Iterator[_Item]:
    """Yield what is in a folder and, except for skipped folders, in the folders below, in no order."""
    ahead = [""]  # a stack instead of recursion: folders may nest deeper than calls
    while ahead:
        below = ahead.pop()
        try:
            with os.scandir(os.path.join(folder.path, below)) as entries:
                for entry in (each for each in entries if each.name != OWN_FOLDER):
                    relative = below + entry.name
                    item = _judge(folder, entry, relative)
                    if item is None:
                        ahead.append(f"{relative}/")
                    elif isinstance(item, _Skipped):
                        yield _Skipped(item.reason, folder.name(relative))
                    else:
                        yield item
        except OSError as error:
            yield _Missing(folder.name(below).rstrip("/") or folder.path, reason_of(error))


def _judge(folder: _Folder, entry: os.DirEntry[str], relative: str) -> _Item | None:
    """Return what becomes of an entry of a folder, or None for a folder to go into."""
    use = folder.patterns.use
    if entry.is_dir(follow_symlinks=False):
        reason = _find_folder_reason(folder, entry.name, f"{relative}/")
        if use is not None:
            use.see(f"{folder.place}{relative}/", is_skipped=reason is not None)
        return _Skipped(reason) if reason else None
    if use is not None:
        use.see(folder.place + relative)
    if entry.is_symlink() and os.path.isdir(entry.path):
        return _Skipped("symbolic link to a folder")
    reason = _find_file_reason(folder, relative)
    if reason:
        return _Skipped(reason)
    if entry.is_symlink():
        return _judge_link(folder, relative)
    if not entry.is_file():
        return _Skipped("not a regular file")
    return _Found(folder.name(relative), folder.identify(relative))


def _find_folder_reason(folder: _Folder, name: str, relative: str) -> str | None:
    if name.startswith("."):
        return "hidden folder"
    if name in TOOL_FOLDERS:
        return "folder of a tool"
    if folder.patterns.exclude.match(folder.place + relative):
        return "excluded"
    if _is_quarantine(os.path.join(folder.path, relative)):
        return "in quarantine"
    return "ignored by git" if relative in folder.ignored else None


def _is_quarantine(folder: str) -> bool:
    """Return whether a folder has the marker of a quarantine; a file of its name alone is not one."""
    path = os.path.join(folder, QUARANTINED)
    if not os.path.lexists(path):
        return False
    try:
        return read_beside(path, _LARGEST_MARKER, named=True).startswith(MARK)
    except Unreadable:
        return False


def _find_file_reason(folder: _Folder, relative: str) -> str | None:
    if not folder.patterns.include.match(folder.place + relative):
        return folder.patterns.not_included
    if folder.patterns.exclude.match(folder.place + relative):
        return "excluded"
    return "ignored by git" if relative in folder.ignored else None


def _judge_link(folder: _Folder, relative: str) -> _Item:
    """Return a link as a file only where it leads to one inside the folder named."""
    target = os.path.realpath(folder.identify(relative))
    if not os.path.exists(target):
        return _Skipped("symbolic link to nothing")
    if not target.startswith(folder.identify("")):
        return _Skipped("symbolic link out of the folder")
    if not os.path.isfile(target):
        return _Skipped("not a regular file")
    return _Found(folder.name(relative), target, is_link=True)


def _ask_git(path: str) -> frozenset[str]:
    """Return the paths below a folder that git ignores; none where there is no work tree."""
    return ignored_below(path) if _is_in_work_tree(path) else frozenset()


def _is_in_work_tree(path: str) -> bool:
    return work_tree(os.path.realpath(path)) is not None
