"""Which files have changed since a revision, as git says."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence

_PLACES = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"})  # set in hooks, for another folder


class NoAnswer(Exception):  # noqa: N818 - named for what is so
    """What git could not say, and why."""


def changed_since(revision: str, folder: str = ".") -> frozenset[str]:
    """The real paths of the files of a work tree that differ from a revision, and of those that git does not know yet.

    NoAnswer where there is no git, no work tree around the folder, or no such revision.
    """
    if revision.startswith("-"):
        raise NoAnswer(f"{revision!r} is no revision")
    top = os.fsdecode(_ask(folder, "rev-parse", "--show-toplevel").removesuffix(b"\n"))
    _ask(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}", otherwise=f"knows no {revision!r}")
    named = _ask(top, "diff", "--name-only", "--no-renames", "--diff-filter=d", "-z", revision, "--")
    new = _ask(top, "ls-files", "--others", "--exclude-standard", "-z")
    paths = (os.fsdecode(path) for path in (named + new).split(b"\0") if path)
    return frozenset(os.path.realpath(os.path.join(top, path)) for path in paths)


def _ask(folder: str, *words: str, otherwise: str | None = None) -> bytes:
    command: Sequence[str] = ("git", "-c", "core.fsmonitor=false", *words)
    environment = {name: value for name, value in os.environ.items() if name not in _PLACES}
    try:
        done = subprocess.run(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True)
    except OSError as error:
        raise NoAnswer("git is not there") from error
    if done.returncode:
        told = done.stderr.decode(errors="replace").strip().splitlines()
        raise NoAnswer(f"git {otherwise or (told[-1] if told else 'gave no answer')}")
    return done.stdout
