"""Which files have changed since a revision, according to git."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from corpusfmt.files.git import GitError, ask_git, failure_of, run_git, work_tree


class UnknownRevisionError(GitError):
    """A revision that a repository does not have."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The paths that have changed, and notes on those that git could not compare."""

    paths: frozenset[str]
    notes: tuple[str, ...] = ()


def changed_since(revision: str, paths: Iterable[str]) -> Changes:
    """Return the paths that differ from where the current branch left a revision, or are not tracked.

    Each file is compared in its own repository. What the revision's own branch has changed since does not count; where
    the two have nothing in common, the revision itself is compared. Where a repository lacks the revision, or a file is
    in no repository, the files count as changed, and a note says so. Raise GitError where none can be compared.
    """
    if not revision or revision.startswith("-"):
        raise GitError(f"{revision!r} is not a revision")
    changed: set[str] = set()
    problems: list[tuple[str, str]] = []
    by_tree = _by_tree(paths)
    for top, files in by_tree.items():
        try:
            changed |= _changed(revision, top, files)
        except UnknownRevisionError as problem:
            problems.append((str(problem), _consequence(top, len(files))))
            changed |= {path for path, _ in files}
    if problems and len(problems) == len(by_tree):
        raise UnknownRevisionError(problems[0][0])
    return Changes(frozenset(changed), tuple(f"{problem}; {end}" for problem, end in problems))


def not_in_head(paths: Iterable[str]) -> frozenset[str]:
    """Return the paths that are in a git repository and not in its last commit.

    Where git gives no answer, or there is no commit yet, no path is returned.
    """
    new: set[str] = set()
    for top, files in _by_tree(paths).items():
        if top is None:
            continue
        try:
            kept = _paths(top, ask_git(top, "ls-tree", "-r", "-z", "--name-only", "--full-tree", "HEAD"))
        except GitError:
            continue
        new |= {path for path, real in files if real not in kept}
    return frozenset(new)


def _by_tree(paths: Iterable[str]) -> dict[str | None, list[tuple[str, str]]]:
    by_tree: defaultdict[str | None, list[tuple[str, str]]] = defaultdict(list)
    for path in paths:
        real = os.path.realpath(path)
        by_tree[work_tree(os.path.dirname(real))].append((path, real))
    return by_tree


def _consequence(top: str | None, number: int) -> str:
    """Return what becomes of the files that git cannot compare."""
    if top is not None:
        noun, verb = ("file", "counts") if number == 1 else ("files", "count")
        return f"{number:,} {noun} there {verb} as changed"
    return "it counts as changed" if number == 1 else f"it and {number - 1:,} more count as changed"


def _changed(revision: str, top: str | None, files: list[tuple[str, str]]) -> set[str]:
    if top is None:
        raise UnknownRevisionError(f"{files[0][0]} is not in a git repository")
    commit = _commit(revision, top)
    base = run_git(top, "merge-base", commit, "HEAD")
    since = commit if base.returncode else base.stdout.decode().strip()
    differs = _paths(top, ask_git(top, "diff", "--name-only", "--no-renames", "-z", since, "--"))
    tracked = _paths(top, ask_git(top, "ls-files", "-z"))
    return {path for path, real in files if real in differs or real not in tracked}


def _commit(revision: str, top: str) -> str:
    done = run_git(top, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if done.returncode == 0:
        return done.stdout.decode().strip()
    if done.stderr.strip():
        raise GitError(f"git failed in {top}: {failure_of(done)}")
    shallow = ask_git(top, "rev-parse", "--is-shallow-repository").strip() == b"true"
    hint = " (a shallow clone; fetch its history)" if shallow else ""
    raise UnknownRevisionError(f"unknown revision {revision!r} in {top}{hint}")


def _paths(top: str, listed: bytes) -> frozenset[str]:
    return frozenset(os.path.join(top, os.fsdecode(path)) for path in listed.split(b"\0") if path)
