"""Files that have changed since a revision, according to git."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable

from corpusfmt.files.archives.kinds import archive_of
from corpusfmt.files.git import GitError, ask_git, failure_of, run_git, work_tree
from corpusfmt.files.paths import is_url
from corpusfmt.text.values import dataclass

_NamedFile = tuple[str, str]
"""The path of a file as given, and with symbolic links resolved."""


class UnknownRevisionError(GitError):
    """A revision that a repository does not have."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The paths that have changed, and notes on those that git could not compare."""

    paths: frozenset[str]
    notes: tuple[str, ...] = ()


def changed_since(revision: str, paths: Iterable[str]) -> Changes:
    """Return the paths that differ from the merge base with a revision, or are not tracked.

    Each file is compared in its own repository. If there is no merge base, the revision itself is
    compared. Files in no repository, or in one without the revision, count as changed, and a note
    explains that. Raise GitError if no file can be compared.
    """
    if not revision or revision.startswith("-"):
        raise GitError(f"{revision!r} is not a revision")
    changed: set[str] = set()
    problems: list[str] = []
    notes: list[str] = []
    by_tree = _group_by_work_tree(paths)
    for tree, files in by_tree.items():
        try:
            changed |= _changed_in_tree(revision, tree, files)
        except UnknownRevisionError as error:
            problems.append(str(error))
            notes.append(f"{error}; {_consequence(tree, len(files))}")
            changed.update(path for path, _ in files)
    if problems and len(problems) == len(by_tree):
        raise UnknownRevisionError(problems[0])
    return Changes(frozenset(changed), tuple(notes))


class LastCommits:
    """The files in the last commits of git repositories. Git is asked once for each repository."""

    def __init__(self) -> None:
        self._listed: dict[str, _ListedFiles | None] = {}

    def lack(self, paths: Iterable[str]) -> frozenset[str]:
        """Return the paths that are in a git repository but not in its last commit.

        If git gives no answer, or there is no commit yet, no path is returned.
        """
        # A member of an archive is as new as the archive.
        files_of = {path: archive_of(path) or path for path in paths if not is_url(path)}
        new: set[str] = set()
        for tree, files in _group_by_work_tree(set(files_of.values())).items():
            listed = None if tree is None else self._of(tree)
            if listed is not None:
                new.update(path for path, real in files if real not in listed)
        return frozenset(path for path, file in files_of.items() if file in new)

    def _of(self, tree: str) -> _ListedFiles | None:
        if tree not in self._listed:
            command = ("ls-tree", "-r", "-z", "--name-only", "--full-tree", "HEAD")
            try:
                self._listed[tree] = _ListedFiles(tree, ask_git(tree, *command))
            except GitError:
                self._listed[tree] = None
        return self._listed[tree]


class _ListedFiles:
    """The files of a commit as git lists them: sorted, with a NUL character after each.

    They are left in this form, because a million paths take a fifth of the memory of a set.
    """

    def __init__(self, tree: str, listed: bytes) -> None:
        self._root = os.path.join(tree, "")
        self._listed = listed

    def __contains__(self, path: str) -> bool:
        if not path.startswith(self._root):
            return False
        wanted = os.fsencode(path[len(self._root) :].replace(os.sep, "/"))
        low, high = 0, len(self._listed)  # starts of lines, or the end
        while low < high:
            start = self._listed.rfind(b"\0", low, (low + high) // 2) + 1 or low
            end = self._listed.index(b"\0", start)
            found = self._listed[start:end]
            if found == wanted:
                return True
            if found < wanted:
                low = end + 1
            else:
                high = start
        return False


def _group_by_work_tree(paths: Iterable[str]) -> dict[str | None, list[_NamedFile]]:
    by_tree: defaultdict[str | None, list[_NamedFile]] = defaultdict(list)
    for path in paths:
        real = os.path.realpath(path)
        by_tree[work_tree(os.path.dirname(real))].append((path, real))
    return by_tree


def _consequence(tree: str | None, count: int) -> str:
    """Return what happens to the files that git cannot compare."""
    if tree is None:
        if count == 1:
            return "it counts as changed"
        return f"it and {count - 1:,} more count as changed"
    if count == 1:
        return "1 file there counts as changed"
    return f"{count:,} files there count as changed"


def _changed_in_tree(revision: str, tree: str | None, files: list[_NamedFile]) -> set[str]:
    if tree is None:
        raise UnknownRevisionError(f"{files[0][0]} is not in a git repository")
    commit = find_commit(revision, tree)
    base = run_git(tree, "merge-base", commit, "HEAD")
    since = commit if base.returncode else base.stdout.decode().strip()
    diff = ask_git(tree, "diff", "--name-only", "--no-renames", "-z", since, "--")
    changed = _parse_paths(tree, diff)
    tracked = _parse_paths(tree, ask_git(tree, "ls-files", "-z"))
    return {path for path, real in files if real in changed or real not in tracked}


def find_commit(revision: str, tree: str) -> str:
    """Return the commit that a revision of a repository names; raise GitError without one."""
    answer = run_git(tree, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if answer.returncode == 0:
        return answer.stdout.decode().strip()
    if answer.stderr.strip():
        raise GitError(f"git failed in {tree}: {failure_of(answer)}")
    shallow = ask_git(tree, "rev-parse", "--is-shallow-repository").strip() == b"true"
    hint = " (a shallow clone; fetch its history)" if shallow else ""
    raise UnknownRevisionError(f"unknown revision {revision!r} in {tree}{hint}")


def _parse_paths(tree: str, listed: bytes) -> frozenset[str]:
    """Return the absolute paths of a list that git separates with NULs."""
    paths = filter(None, listed.split(b"\0"))
    return frozenset(os.path.join(tree, os.fsdecode(path)) for path in paths)
