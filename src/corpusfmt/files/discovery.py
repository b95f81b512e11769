"""Which files a run reads: the files and folders named, made into one list of files, and what was passed over."""

import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpusfmt.files.globs import Globs, compile_globs
from corpusfmt.files.read import Unreadable, reason_of
from corpusfmt.files.trust import read_beside

STANDARD_INPUT = "-"
"""The path that means the standard input."""


QUARANTINED = ".corpusfmt-quarantine"
"""The name of the marker of a quarantine, a file that begins with MARK; its folder is skipped."""

MARK = b'{"corpusfmt-quarantine": '


@dataclass(frozen=True, slots=True)
class Selection:
    """The files to read, each once, in the order named; a folder's are sorted by path.

    ``missing`` holds ``(path, reason)`` for what was named or lies in a folder and could not be looked at; ``skipped``
    holds ``(reason, count)`` for what a folder has besides, sorted by reason; a folder passed over counts as one.
    ``is_fine_empty`` says that there may be no files, since only those that have changed were asked for. ``notes``
    says what could not be found out.
    """

    files: tuple[str, ...] = ()
    missing: tuple[tuple[str, str], ...] = ()
    skipped: tuple[tuple[str, int], ...] = ()
    is_fine_empty: bool = False
    notes: tuple[str, ...] = ()


def select(paths: Iterable[str], root: str, include: Sequence[str], exclude: Sequence[str] = ()) -> Selection:
    """Return the files that the paths name. The patterns are relative to the folder ``root``.

    A file named is always taken, and "-" stays as it is. A folder gives its files that match ``include`` and not
    ``exclude``, but nothing from hidden folders, from those of tools, or from what git ignores, unless git ignores the
    folder named. Raise BadGlob for a pattern that is invalid.
    """
    patterns = _Patterns(os.path.abspath(root), compile_globs(include), compile_globs(exclude))
    return _gather(item for path in paths for item in _expand(path, patterns))


@dataclass(frozen=True, slots=True)
class _Patterns:
    root: str
    include: Globs
    exclude: Globs


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


@dataclass(frozen=True, slots=True)
class _Note:
    text: str


_Item = _Found | _Missing | _Skipped | _Note

_LARGEST_MARKER = 1 << 16
_TOOL_FOLDERS = frozenset({"node_modules", "__pycache__"})  # .git and .venv are hidden by their dots
_TWICE = _Skipped("already named")


def _gather(items: Iterable[_Item]) -> Selection:
    files: dict[str, str] = {}
    missing: dict[tuple[str, str], None] = {}
    skipped: Counter[str] = Counter()
    notes: dict[str, None] = {}
    for item in items:
        if isinstance(item, _Note):
            notes[item.text] = None
        elif isinstance(item, _Skipped):
            skipped[item.reason] += 1
        elif isinstance(item, _Missing):
            missing[item.path, item.reason] = None
        elif item.identity in files:
            skipped[_TWICE.reason] += 1
            files[item.identity] = min(files[item.identity], item.path, key=_plainness)
        else:
            files[item.identity] = item.path
    return Selection(tuple(files.values()), tuple(missing), tuple(sorted(skipped.items())), notes=tuple(notes))


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
            folder = _Folder.open(path, patterns)
            if folder.ignored is None:
                yield _Note(f"{path}: git did not say which files it ignores; none is left out for that")
                folder = replace(folder, ignored=frozenset())
            yield from _expand_folder(folder)
        else:
            yield _Found(path, os.path.realpath(path))


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder named, and what decides about its contents, whose paths are relative to it."""

    path: str
    identity: str
    place: str  # below the patterns' root, "" or ending in "/"
    patterns: _Patterns
    ignored: frozenset[str] | None  # by git, folders with "/" at the end; None where git gave no answer

    @classmethod
    def open(cls, path: str, patterns: _Patterns) -> "_Folder":
        return cls(path, os.path.realpath(path), _find_place(path, patterns.root), patterns, _ask_git(path))

    def name(self, relative: str) -> str:
        """Return the path to report: what was named and what lies below it, the current folder left unsaid."""
        stem = self.path.rstrip("/")
        return relative if stem == "." else f"{stem}/{relative}"

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
        yield _Skipped("excluded")
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
    """Yield what is in a folder and, except for folders passed over, in the folders below, in no order.

    A stack instead of recursion: folders may nest deeper than calls.
    """
    ahead = [""]
    while ahead:
        below = ahead.pop()
        try:
            with os.scandir(os.path.join(folder.path, below)) as entries:
                for entry in entries:
                    relative = below + entry.name
                    item = _judge(folder, entry, relative)
                    if item is None:
                        ahead.append(f"{relative}/")
                    else:
                        yield item
        except OSError as error:
            yield _Missing(folder.name(below).rstrip("/") or folder.path, reason_of(error))


def _judge(folder: _Folder, entry: os.DirEntry[str], relative: str) -> _Item | None:
    """Return what becomes of an entry of a folder, or None for a folder to go into."""
    if entry.is_dir(follow_symlinks=False):
        reason = _find_folder_reason(folder, entry.name, f"{relative}/")
        return _Skipped(reason) if reason else None
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
    if name in _TOOL_FOLDERS:
        return "folder of a tool"
    if folder.patterns.exclude.match(folder.place + relative):
        return "excluded"
    if _is_quarantine(os.path.join(folder.path, relative)):
        return "in quarantine"
    return "ignored by git" if folder.ignored and relative in folder.ignored else None


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
        return "not matched by include"
    if folder.patterns.exclude.match(folder.place + relative):
        return "excluded"
    return "ignored by git" if folder.ignored and relative in folder.ignored else None


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


_GIT = (
    *("git", "-c", "core.fsmonitor=false"),  # a setting of the repository that runs a program
    *("ls-files", "--others", "--ignored", "--exclude-standard", "--directory", "-z"),
)
_GIT_PLACES = frozenset(
    {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"}
)  # set in hooks, for another folder


def _ask_git(path: str) -> frozenset[str] | None:
    """Return the paths below a folder that git ignores: none where there is no work tree, None where git cannot say.

    Git names an ignored folder asked about as "./", not what is in it: whoever names the folder wants that.
    """
    if not _is_in_work_tree(path):
        return frozenset()
    import subprocess

    environment = {name: value for name, value in os.environ.items() if name not in _GIT_PLACES}
    try:
        answer = subprocess.run(
            _GIT, cwd=path, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return frozenset(map(os.fsdecode, answer.stdout.split(b"\0")))


def _is_in_work_tree(path: str) -> bool:
    folder = os.path.realpath(path)
    while not os.path.exists(os.path.join(folder, ".git")):
        above = os.path.dirname(folder)
        if above == folder:
            return False
        folder = above
    return True
