"""Which files a run reads: the files and folders on the command line, expanded to files."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from corpusfmt.files.archives.kinds import archive_kind, possible_archives
from corpusfmt.files.archives.limits import Limits
from corpusfmt.files.git import GitError, GitMissingError, ignored_below, work_tree
from corpusfmt.files.globs import compile_globs, is_pattern, path_in, split_pattern
from corpusfmt.files.inputs import InputOptions, Inputs
from corpusfmt.files.path_table import PathTable
from corpusfmt.files.paths import is_inside, is_url
from corpusfmt.files.patterns import Patterns
from corpusfmt.files.read import STANDARD_INPUT, reason_of
from corpusfmt.files.unused_patterns import PatternUse, unused_per_file
from corpusfmt.files.walk import (
    DUPLICATE,
    Folder,
    FoundFile,
    FoundFiles,
    FoundItem,
    MissingFile,
    Note,
    SkippedFile,
    find_files,
    is_searched,
)
from corpusfmt.text.annotations import TYPE_CHECKING, Protocol
from corpusfmt.text.values import dataclass, field, replace

if TYPE_CHECKING:
    from corpusfmt.files.archives.parquet import RecordColumns
    from corpusfmt.files.revision_files import RevisionFiles

_LISTED_PATTERNS = 6
"""How many patterns are listed in a reason."""


class SelectionSettings(Protocol):
    """The settings that select files; patterns are relative to the folder ``root``."""

    @property
    def root(self) -> str:
        """The folder of the settings."""

    @property
    def include(self) -> tuple[str, ...]:
        """The patterns of the articles."""

    @property
    def exclude(self) -> tuple[str, ...]:
        """The patterns of what is not an article."""

    @property
    def baseline(self) -> str | None:
        """The path of the known findings, relative to the root."""

    @property
    def per_file_ignores(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The rules that are ignored in files, by pattern."""

    @property
    def text_field(self) -> str:
        """The field of a row that has the text of an article."""

    @property
    def limits(self) -> Limits:
        """How much an archive may hold."""

    @property
    def given(self) -> Collection[str]:
        """The keys that are set."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The files to read, each once, in the order named; those of a folder are sorted by path.

    ``missing`` holds ``(path, reason)`` for paths that could not be examined; ``skipped`` holds
    ``(reason, count)`` for what else the folders contain, sorted by reason; a skipped folder
    counts as one. ``details`` holds ``(path, reason)`` for each of these. ``is_fine_empty`` allows
    the selection to be empty, because only changed files were requested. ``notes`` list what could
    not be determined, ``unused`` has the patterns of the settings that match nothing, if their
    whole folder is read. ``revision`` is the git revision that has the files, None for the disk.
    """

    files: Sequence[str] = ()
    missing: tuple[tuple[str, str], ...] = ()
    skipped: tuple[tuple[str, int], ...] = ()
    is_fine_empty: bool = False
    notes: tuple[str, ...] = ()
    details: tuple[tuple[str, str], ...] = field(default=(), compare=False)
    revision: RevisionFiles | None = field(default=None, compare=False)
    unused: tuple[str, ...] = field(default=(), compare=False)


def select(
    paths: Iterable[str], settings: SelectionSettings, include: Sequence[str] | None = None
) -> Selection:
    """Return the files that the paths name; ``include`` overrides the patterns of the settings.

    A named file is always selected, and so is "-". A folder contributes its files that match
    ``include`` and not ``exclude``, but nothing from hidden folders, from those of tools, or from
    what git ignores, unless git ignores the named folder. Raise GlobError for invalid patterns.
    """
    named = tuple(paths)
    use = _pattern_use(named, settings) if include is None else None
    patterns = _patterns(settings, settings.include if include is None else include, use)
    selection = _collect(_expand_all(named, patterns), is_alone=len(named) == 1)
    if use is None or any(map(archive_kind, possible_archives(selection.files))):
        return selection  # what the patterns match in an archive is not known
    per_file = unused_per_file(selection.files, settings.per_file_ignores, settings.root)
    return replace(selection, unused=(*use.unused(), *per_file))


def select_in_revision(
    paths: Iterable[str],
    settings: SelectionSettings,
    revision: str,
    include: Sequence[str] | None = None,
) -> Selection:
    """Return the files of a git revision that the paths name, as `select` does for the disk.

    Raise GitError if the current folder is not in a repository that has the revision.
    """
    from corpusfmt.files.git_revision import open_revision
    from corpusfmt.files.revision_files import RevisionFiles, find_in_revision

    files = RevisionFiles.of(open_revision(revision))
    patterns = _patterns(settings, settings.include if include is None else include, None)
    selection = _collect(find_in_revision(paths, files, patterns), is_alone=False)
    return replace(selection, revision=files)


def texts_of(
    selection: Selection,
    settings: SelectionSettings,
    include: Sequence[str] | None = None,
    *,
    reads_rows: bool = True,
    is_record: RecordColumns | None = None,
) -> Inputs:
    """Return the texts of a selection; ``include`` is what it was selected with.

    ``reads_rows`` is whether JSON Lines that are not compressed are rows. ``is_record`` returns
    whether the rows of a table with some columns are records.
    """
    patterns = _patterns(settings, settings.include if include is None else include, None)
    options = InputOptions(
        patterns, settings.limits, settings.text_field, reads_rows, selection.revision, is_record
    )
    return Inputs(selection.files, options)


def searches(path: str, folder: str, settings: SelectionSettings) -> bool:
    """Return whether a run over a path reads the files of a folder, which may be missing.

    What git ignores is not known before the folder exists, and is not asked for.
    """
    if not (os.path.isdir(path) and is_inside(folder, path)):
        return False
    patterns = _patterns(settings, settings.include, None)
    return is_searched(Folder.open(path, patterns, frozenset()), os.path.realpath(folder))


def _patterns(
    settings: SelectionSettings, included: Sequence[str], use: PatternUse | None
) -> Patterns:
    return Patterns(
        os.path.abspath(settings.root),
        compile_globs(included, any_case_endings=True),
        compile_globs(settings.exclude),
        f"not matched by include ({_join(included)})",
        use,
        frozenset({os.path.normpath(settings.baseline)} if settings.baseline else ()),
    )


def _join(patterns: Sequence[str]) -> str:
    listed = [*patterns[:_LISTED_PATTERNS]]
    if len(patterns) > _LISTED_PATTERNS:
        listed.append("…")
    return ", ".join(listed)


def _pattern_use(paths: Sequence[str], settings: SelectionSettings) -> PatternUse | None:
    """Return a recorder of pattern use if the whole folder of the settings is read."""
    root = os.path.realpath(settings.root)
    if not any(os.path.isdir(path) and os.path.realpath(path) == root for path in paths):
        return None
    patterns = {"include": settings.include, "exclude": settings.exclude}
    return PatternUse({key: patterns[key] for key in patterns if key in settings.given})


def _expand_all(paths: Iterable[str], patterns: Patterns) -> Iterator[FoundItem]:
    """Yield what the paths of the command line select."""
    for path in paths:
        yield from _expand(path, patterns)


def _expand(path: str, patterns: Patterns) -> Iterator[FoundItem]:
    """Yield what one path of the command line selects."""
    if path == STANDARD_INPUT:
        yield FoundFile(path, path)
        return
    if is_url(path):
        from corpusfmt.files.remote import find_remote

        yield from find_remote(path, patterns)
        return
    try:
        is_folder = stat.S_ISDIR(os.stat(path).st_mode)
    except (OSError, ValueError) as error:
        if isinstance(error, FileNotFoundError) and is_pattern(path):
            yield from _expand_pattern(path, patterns)
            return
        is_dangling = isinstance(error, FileNotFoundError) and os.path.islink(path)
        reason = "is a broken symbolic link" if is_dangling else reason_of(error)
        yield MissingFile(path, reason)
        return
    if is_folder:
        yield from _expand_folder(path, patterns)
    else:
        yield FoundFile(path, os.path.realpath(path))


def _expand_pattern(path: str, patterns: Patterns) -> Iterator[FoundItem]:
    """Yield what a pattern matches in its folder, which is searched as if it was named."""
    folder, globs = split_pattern(path)
    everything = replace(patterns, include=compile_globs(["*"]), use=None)
    is_found = False
    for item in _expand_folder(folder, everything) if os.path.isdir(folder) else ():
        if isinstance(item, Note):
            yield item
            continue
        for one in item if isinstance(item, FoundFiles) else (item,):
            if globs.match(path_in(one.path, folder)):
                is_found = True
                yield one
    if not is_found:
        yield MissingFile(path, "does not exist, and matches no file as a pattern")


def _expand_folder(path: str, patterns: Patterns) -> Iterator[FoundItem]:
    ignored: frozenset[str] = frozenset()
    try:
        if work_tree(os.path.realpath(path)) is not None:
            ignored = ignored_below(path)
    except GitMissingError:
        pass  # without git nobody expects its rules to be applied
    except GitError as error:
        yield Note(f"{path}: could not read .gitignore rules ({error}); checking all files")
    yield from find_files(Folder.open(path, patterns, ignored))


class _Files:
    """The files that were found, each once, by the plainest of its names.

    The files of one path that are not links are all different: only their names are kept.
    """

    def __init__(self, *, is_alone: bool) -> None:
        self._is_alone = is_alone
        self._paths = PathTable()
        self._indices: dict[str, int] = {}  # by the real path
        self._plainer: dict[int, str] = {}

    def add(self, file: FoundFile) -> bool:
        """Add a file; return whether it was new."""
        if not self._is_alone or file.is_link:
            index = self._indices.setdefault(file.real_path, len(self._paths))
            if index < len(self._paths):
                known = self._plainer.get(index, self._paths[index])
                self._plainer[index] = min(known, file.path, key=_plainness)
                return False
        self._paths.append(file.path)
        return True

    def add_all(self, files: FoundFiles) -> int:
        """Add files of a folder; return how many of them were not new."""
        if not self._is_alone:
            return len(files.names) - sum(map(self.add, files))
        self._paths.extend(files.start, files.names)
        return 0

    def paths(self) -> Sequence[str]:
        """Return the paths in the order in which they were found."""
        if not self._plainer:
            return self._paths
        plainer = self._plainer
        return PathTable(plainer.get(index, path) for index, path in enumerate(self._paths))


def _collect(items: Iterable[FoundItem], *, is_alone: bool) -> Selection:
    """Return what was found; ``is_alone`` is whether it is that of one path."""
    files = _Files(is_alone=is_alone)
    missing: dict[tuple[str, str], None] = {}
    skipped: Counter[str] = Counter()
    notes: dict[str, None] = {}
    details: list[tuple[str, str]] = []
    for item in items:
        match item:
            case FoundFiles():
                skipped[DUPLICATE.reason] += files.add_all(item)
            case FoundFile():
                skipped[DUPLICATE.reason] += not files.add(item)
            case Note(text):
                notes[text] = None
            case MissingFile(path, reason):
                missing[path, reason] = None
            case SkippedFile(reason, path):
                skipped[reason] += 1
                if path:
                    details.append((path, reason))
    return Selection(
        files.paths(),
        tuple(missing),
        tuple(sorted((+skipped).items())),
        notes=tuple(notes),
        details=tuple(sorted(details)),
    )


def _plainness(path: str) -> tuple[int, str]:
    """Return a sort key: of two names of a file the shorter is reported."""
    return len(path), path
