"""Which patterns of the settings match something, where a run reads the whole folder of the settings."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence

from corpusfmt.files.globs import Globs, compile_globs

TOOL_FOLDERS = frozenset({"node_modules", "__pycache__"})
"""Folders of tools, which are skipped; .git and .venv are hidden by their dots."""


class PatternUse:
    """The patterns that have not matched yet, by the place where the settings have them."""

    def __init__(self, patterns: Mapping[str, Sequence[str]]) -> None:
        self._left: dict[str, tuple[str, Globs, Globs]] = {}
        for key, listed in patterns.items():
            for number, pattern in enumerate(listed):
                body = pattern.removeprefix("!")
                if not _is_for_skipped_folders(body):
                    above = compile_globs([*_folders_above(body)])
                    globs = compile_globs([body], any_case_endings=key == "include")
                    self._left[f"{key}[{number}]"] = pattern, globs, above

    def see(self, path: str, *, is_skipped: bool = False) -> None:
        """Note a file or folder of the settings' folder; the path of a folder ends with "/".

        What matches in a folder that is skipped is not known, so patterns for it count as used.
        """
        for place, (_, globs, above) in [*self._left.items()]:
            if globs.match(path) or (is_skipped and above.match(path)):
                del self._left[place]

    def unused(self) -> tuple[str, ...]:
        """Return the patterns that matched nothing, each with its place."""
        return tuple(f"{place}: {pattern!r}" for place, (pattern, _, _) in self._left.items())


def unused_per_file(files: Sequence[str], per_file_ignores: Sequence[tuple[str, object]], root: str) -> Iterator[str]:
    """Yield the patterns of per-file-ignores that match no file; "-" is not a file."""
    if not per_file_ignores:
        return
    absolute = (os.path.abspath(path) for path in files if path != "-")
    relative = [os.path.relpath(path, root).replace(os.sep, "/") for path in absolute]
    for pattern, _ in per_file_ignores:
        globs = compile_globs([pattern.removeprefix("!")])
        if not any(map(globs.match_above, relative)):
            yield f"per-file-ignores: {pattern!r}"


def _is_for_skipped_folders(body: str) -> bool:
    """Return whether a pattern is for what is skipped anyway: it may be there for other checkouts."""
    first = body.strip("/").split("/")[0]
    return first.startswith(".") or first in TOOL_FOLDERS


def _folders_above(body: str) -> Iterator[str]:
    parts = body.strip("/").split("/")
    for number in range(1, len(parts)):
        yield "/" + "/".join(parts[:number]) + "/"
