"""Which files of a git revision are read: those that paths name, as if it was checked out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from corpusfmt.files.archives.names import skip_reason
from corpusfmt.files.git_revision import Blob, Revision, list_blobs, relative_to_tree
from corpusfmt.files.globs import Globs, compile_globs, is_pattern, split_pattern
from corpusfmt.files.patterns import Patterns
from corpusfmt.files.walk import (
    FoundFile,
    FoundItem,
    MissingFile,
    SkippedFile,
    find_prefix,
)
from corpusfmt.text.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class RevisionFiles:
    """A revision, and its files by their paths from the top of the work tree."""

    revision: Revision
    blobs: Mapping[str, Blob]

    @classmethod
    def of(cls, revision: Revision) -> RevisionFiles:
        """Return the files of a revision; raise GitError if git fails."""
        return cls(revision, {blob.path: blob for blob in list_blobs(revision)})

    def blob(self, path: str) -> Blob:
        """Return the file at a path, which was found."""
        return self.blobs[relative_to_tree(path, self.revision.tree) or ""]


def find_in_revision(
    paths: Iterable[str], files: RevisionFiles, patterns: Patterns
) -> Iterator[FoundItem]:
    """Yield what paths select in a revision, as in a checkout of it."""
    for path in paths:
        place = relative_to_tree(path, files.revision.tree)
        if place is None:
            yield MissingFile(path, "is outside of the repository of the current folder")
        elif place in files.blobs:
            yield FoundFile(path, place)
        else:
            yield from _expand(path, place, files, patterns)


def _expand(path: str, place: str, files: RevisionFiles, patterns: Patterns) -> Iterator[FoundItem]:
    found = list(_find_below(path, place, files, patterns, None))
    if not found and is_pattern(path):
        folder, globs = split_pattern(path)
        everything = replace(patterns, include=compile_globs(["*"]))
        top = relative_to_tree(folder, files.revision.tree)
        if top is not None:
            found = list(_find_below(folder, top, files, everything, globs))
    if not found:
        yield MissingFile(path, "does not exist in this revision")
    yield from found


def _find_below(
    path: str, place: str, files: RevisionFiles, patterns: Patterns, globs: Globs | None
) -> Iterator[FoundItem]:
    """Yield the files of a folder; with ``globs`` only those that match."""
    start = f"{place}/" if place else ""
    prefix = find_prefix(path, patterns.root)
    stem = path.rstrip("/")
    for blob in files.blobs.values():
        if not blob.path.startswith(start):
            continue
        relative = blob.path[len(start) :]
        if globs is not None and not globs.match(relative):
            continue
        name = relative if stem == "." else f"{stem}/{relative}"
        reason = skip_reason(relative, prefix, patterns) or blob.problem
        yield FoundFile(name, blob.path) if reason is None else SkippedFile(reason, name)
