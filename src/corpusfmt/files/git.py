"""Which files have changed since a revision, as git says."""

from __future__ import annotations

import os
import subprocess
from collections import defaultdict
from collections.abc import Iterable

_PLACES = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"})  # set in hooks, for another folder


class NoAnswer(Exception):  # noqa: N818 - named for what is so
    """What git could not say, and why."""


def changed_since(revision: str, paths: Iterable[str]) -> frozenset[str]:
    """Those of the paths that differ from where the current branch left a revision, and those that git does not keep.

    Each file is asked about in the work tree that it lies in. What the revision's own branch has changed since does
    not count; where the two have nothing in common, the revision itself is compared. NoAnswer where there is no git,
    no work tree around a file, or no such revision.
    """
    by_tree: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for path in paths:
        real = os.path.realpath(path)
        by_tree[_work_tree(real, path)].append((path, real))
    return frozenset(path for top, files in by_tree.items() for path in _changed(revision, top, files))


def _changed(revision: str, top: str, files: Iterable[tuple[str, str]]) -> Iterable[str]:
    if not revision or revision.startswith("-"):
        raise NoAnswer(f"{revision!r} is no revision")
    named = _ask(top, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}", otherwise=f"knows no {revision!r}")
    commit = named.decode().strip()
    base = _run(top, "merge-base", commit, "HEAD")
    since = base.stdout.decode().strip() if base.returncode == 0 else commit
    differs = _paths(top, _ask(top, "diff", "--name-only", "--no-renames", "-z", since, "--"))
    kept = _paths(top, _ask(top, "ls-files", "-z"))
    return (path for path, real in files if real in differs or real not in kept)


def _work_tree(real: str, path: str) -> str:
    """The folder of the work tree that a file lies in."""
    folder = os.path.dirname(real)
    while not os.path.lexists(os.path.join(folder, ".git")):
        above = os.path.dirname(folder)
        if above == folder:
            raise NoAnswer(f"{path} is not in a git repository")
        folder = above
    return folder


def _paths(top: str, listed: bytes) -> frozenset[str]:
    return frozenset(os.path.join(top, os.fsdecode(path)) for path in listed.split(b"\0") if path)


def _ask(folder: str, *words: str, otherwise: str | None = None) -> bytes:
    done = _run(folder, *words)
    if done.returncode:
        told = done.stderr.decode(errors="replace").strip().splitlines()
        raise NoAnswer(f"git {otherwise or (told[-1] if told else 'gave no answer')}")
    return done.stdout


def _run(folder: str, *words: str) -> subprocess.CompletedProcess[bytes]:
    command = ("git", "-c", "core.fsmonitor=false", *words)
    environment = {name: value for name, value in os.environ.items() if name not in _PLACES}
    try:
        return subprocess.run(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True)
    except OSError as error:
        raise NoAnswer("git is not there") from error
