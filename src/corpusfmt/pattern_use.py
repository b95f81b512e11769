"""Which patterns of the settings match something, where a run reads the whole folder of the settings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from corpusfmt.globs import Globs, compile_globs

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

    def see(self, path: str) -> None:
        """Note a file or folder of the settings' folder; the path of a folder ends with "/"."""
        for place in [place for place, (_, globs, _) in self._left.items() if globs.match(path)]:
            del self._left[place]

    def skip(self, folder: str) -> None:
        """Note a folder that is not read: what matches in it is not known."""
        for place in [place for place, (_, _, above) in self._left.items() if above.match(folder)]:
            del self._left[place]

    def unused(self) -> tuple[str, ...]:
        """Return the patterns that matched nothing, each with its place."""
        return tuple(f"{place}: {pattern!r}" for place, (pattern, _, _) in self._left.items())


def _is_for_skipped_folders(body: str) -> bool:
    """Return whether a pattern is for what is skipped anyway: it may be there for other checkouts."""
    first = body.strip("/").split("/")[0]
    return first.startswith(".") or first in TOOL_FOLDERS


def _folders_above(body: str) -> Iterator[str]:
    parts = body.strip("/").split("/")
    for number in range(1, len(parts)):
        yield "/" + "/".join(parts[:number]) + "/"
