"""Patterns of the settings that match nothing, if a run reads the whole folder of the settings."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence

from corpusfmt.files.globs import Globs, compile_globs
from corpusfmt.files.read import STANDARD_INPUT
from corpusfmt.text.named_tuples import NamedTuple

TOOL_FOLDERS = frozenset({"node_modules", "__pycache__"})
"""Folders of tools, which are skipped; .git and .venv are hidden by their dots."""


class _Pattern(NamedTuple):
    text: str
    globs: Globs
    parents: Globs
    """The folders that something which matches is in."""


class PatternUse:
    """Record which patterns match something."""

    def __init__(self, patterns: Mapping[str, Sequence[str]]) -> None:
        """Start with all patterns unused; ``patterns`` has the lists by the key of the settings."""
        self._unused: dict[str, _Pattern] = {}
        for key, texts in patterns.items():
            for index, text in enumerate(texts):
                body = text.removeprefix("!")
                if not _is_for_skipped_folders(body):
                    globs = compile_globs([body], any_case_endings=key == "include")
                    parents = compile_globs([*_parent_folders(body)])
                    self._unused[f"{key}[{index}]"] = _Pattern(text, globs, parents)

    def record(self, path: str, *, is_skipped: bool = False) -> None:
        """Record a file or folder, relative to the settings; the path of a folder ends with "/".

        The content of a skipped folder is not known, so patterns for it count as used.
        """
        for place, pattern in [*self._unused.items()]:
            if pattern.globs.match(path) or (is_skipped and pattern.parents.match(path)):
                del self._unused[place]

    def unused(self) -> tuple[str, ...]:
        """Return the patterns that matched nothing, each after its place in the settings."""
        return tuple(f"{place}: {pattern.text!r}" for place, pattern in self._unused.items())


def unused_per_file(
    files: Sequence[str], per_file_ignores: Sequence[tuple[str, object]], root: str
) -> Iterator[str]:
    """Yield the patterns of per-file-ignores that match none of the files."""
    if not per_file_ignores:
        return
    absolute = (os.path.abspath(path) for path in files if path != STANDARD_INPUT)
    relative = [os.path.relpath(path, root).replace(os.sep, "/") for path in absolute]
    for pattern, _ in per_file_ignores:
        globs = compile_globs([pattern.removeprefix("!")])
        if not any(map(globs.match_above, relative)):
            yield f"per-file-ignores: {pattern!r}"


def _is_for_skipped_folders(body: str) -> bool:
    """Return whether a pattern is for folders that are always skipped.

    It may be there for other checkouts.
    """
    first = body.strip("/").split("/")[0]
    return first.startswith(".") or first in TOOL_FOLDERS


def _parent_folders(body: str) -> Iterator[str]:
    names = body.strip("/").split("/")
    for count in range(1, len(names)):
        yield "/" + "/".join(names[:count]) + "/"
