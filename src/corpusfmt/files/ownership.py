"""Owners of files: whose files are trusted without being named on the command line."""

from __future__ import annotations

import os

from corpusfmt.files.paths import is_inside


def foreign_owner(path: str) -> str | None:
    """Return a message that names an untrusted owner of a file, or None if it is trusted."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return None
    return None if is_trusted(status, path) else describe_owner(status)


def describe_owner(status: os.stat_result) -> str:
    """Return a message that names the owner of a file."""
    return f"belongs to another user (uid {status.st_uid})"


def is_trusted(status: os.stat_result, path: str) -> bool:
    """Return whether a file belongs to this user or to root, or is in a safe directory of git.

    Root trusts every owner: in a container, a checkout often belongs to a user of the host.
    """
    if not hasattr(os, "geteuid"):  # Windows
        return True
    user = os.geteuid()
    if user == 0 or status.st_uid in (0, user):
        return True
    return _is_safe_directory(os.path.dirname(path))


def _is_safe_directory(folder: str) -> bool:
    """Return whether ``safe.directory`` of this user or the system names a folder or its parent."""
    for directory in _safe_directories():
        if directory == "*":
            return True
        if directory and is_inside(folder, directory.removesuffix("/*")):
            return True
    return False


def _safe_directories() -> list[str]:
    """Return the values of git's ``safe.directory``.

    As for git, those that a repository itself sets do not count.
    """
    import subprocess

    found: list[str] = []
    for scope in ("--system", "--global"):
        options = (scope, "--null", "--type=path", "--get-all", "safe.directory")
        try:
            answer = subprocess.run(
                ("git", "config", *options),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=True,
            )
        except (OSError, subprocess.SubprocessError):
            continue
        for value in answer.stdout.split(b"\0")[:-1]:
            if value:
                found.append(os.fsdecode(value))
            else:  # an empty value resets the list
                found.clear()
    return found
