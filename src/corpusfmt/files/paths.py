"""Paths relative to a folder: whether they stay below it."""

from __future__ import annotations

import os

from corpusfmt.text.patterns import regex

_URL = regex(r"[A-Za-z][A-Za-z0-9+.-]*:(?://|:)")
"""The start of a URL; fsspec also has ``simplecache::s3://bucket``."""


def escape_reason(path: str) -> str | None:
    """Return why a path may lead out of the folder that it is relative to, or None if it cannot."""
    if not path or "\0" in path:
        return "is not a path"
    if path.startswith("/") or os.path.isabs(path) or os.path.splitdrive(path)[0]:
        return "is an absolute path"
    if os.pardir in _components(path):
        return "contains '..'"
    return None


def relative_path_problem(path: str) -> str | None:
    """Return why a path is not the plain path of a file below a folder, or None if it is."""
    reason = escape_reason(path)
    if reason is not None:
        return reason
    components = _components(path)
    if "" in components or os.curdir in components:
        return "is not a plain path"
    return None


def is_url(path: str) -> bool:
    """Return whether a path is a URL, such as ``s3://bucket/a.txt``."""
    return ":" in path and _URL.match(path) is not None


def is_inside(path: str, folder: str) -> bool:
    """Return whether a path, with symbolic links resolved, is a folder or below it."""
    real = os.path.realpath(path)
    real_folder = os.path.realpath(folder)
    return real == real_folder or real.startswith(with_separator(real_folder))


def path_below(path: str, folder: str) -> str | None:
    """Return an absolute path relative to a folder, with "/"; None unless it is below it."""
    prefix = with_separator(folder)
    if not path.startswith(prefix):
        return None
    return path[len(prefix) :].replace(os.sep, "/")


def with_separator(folder: str) -> str:
    """Return the path of a folder with exactly one separator at the end."""
    return folder.rstrip(os.sep) + os.sep


def has_no_link(folder: str, top: str) -> bool:
    """Return whether no symbolic link is on the way from one folder to another at or below it."""
    relative = os.path.relpath(folder, top)
    expected = os.path.normpath(os.path.join(os.path.realpath(top), relative))
    return os.path.realpath(folder) == expected


def _components(path: str) -> list[str]:
    return path.replace(os.sep, "/").split("/")


def folder_below(folder: str, root: str) -> str | None:
    """Return a folder relative to another, ending in "/"; "" for this one; None if outside."""
    try:
        real = os.path.realpath(folder or ".")
        real_root = os.path.realpath(root)
    except (OSError, ValueError):
        return None
    if real == real_root:
        return ""
    inside = path_below(real, real_root)
    return None if inside is None else f"{inside}/"
