"""Glob patterns in the manner of gitignore, for the paths of files and folders below one folder."""

import re
from collections.abc import Sequence
from dataclasses import dataclass


class BadGlob(Exception):  # noqa: N818 - named for what is so
    """A pattern that cannot be meant: its message names it and says what was expected."""


@dataclass(frozen=True, slots=True)
class Globs:
    """Compiled patterns; the last one that matches decides, and one that began with "!" decides against."""

    patterns: tuple[tuple[re.Pattern[str], bool], ...]

    def match(self, path: str) -> bool:
        """Return whether the patterns take a path, written with "/" and relative; a folder's path ends with "/"."""
        for pattern, takes in reversed(self.patterns):
            if pattern.fullmatch(path):
                return takes
        return False

    def match_above(self, path: str) -> bool:
        """Return whether the patterns take a path or a folder that it lies in."""
        parts = path.rstrip("/").split("/")
        folders = ("/".join(parts[:count]) + "/" for count in range(1, len(parts)))
        return any(map(self.match, folders)) or self.match(path)


def compile_globs(patterns: Sequence[str], *, any_case_endings: bool = False) -> Globs:
    """Return the patterns compiled; raise BadGlob for an empty one or a range that runs backwards.

    "*", "?" and "[a-z]", "[!a-z]" stay within a name, "**" crosses folders, a backslash takes the next character as it
    is. A pattern without "/", or with one at its end only, matches at any depth; any other is bound to the folder the
    paths are relative to. With "/" at its end it matches folders, and all that is in them. "!" at its start negates.
    With ``any_case_endings``, "*.txt" also matches "A.TXT", as file systems of other systems have it.
    """
    return Globs(tuple((_compile(pattern, any_case_endings), not pattern.startswith("!")) for pattern in patterns))


_TOKEN = re.compile(
    r"""(?P<folders>(?<![^/])\*\*/)
    |   (?P<everything>(?<![^/])\*\*\Z)
    |   (?P<star>\*+)
    |   (?P<question>\?)
    |   \[(?P<negated>[!^]?)(?P<choice>\]?[^\]/]*)\]
    |   \\(?P<escaped>.)
    |   (?P<plain>.)""",
    re.VERBOSE | re.DOTALL,
)
_WILD = {"folders": "(?:.*/)?", "everything": ".+", "star": "[^/]*", "question": "[^/]"}


_ENDING = re.compile(r"\\\.\w+\Z")
"""The ending of a file name, such as ".txt", at the end of a regular expression."""


def _compile(pattern: str, any_case_ending: bool) -> re.Pattern[str]:
    body = pattern.removeprefix("!").rstrip("/")
    if not body:
        raise BadGlob(f"{pattern!r} is no pattern; expected a glob such as '*.txt' or 'drafts/'")
    start = "" if "/" in body else "(?:.*/)?"
    end = "/.*" if pattern.endswith("/") else "(?<!/)/?"  # "a/*" is not the folder "a/"
    try:
        whole = _TOKEN.sub(_translate, body.removeprefix("/"))
        if any_case_ending:
            whole = _ENDING.sub(r"(?i:\g<0>)", whole)
        return re.compile(start + whole + end, re.DOTALL)
    except re.error as error:
        raise BadGlob(f"{pattern!r} is no pattern: {error.msg}; expected a glob such as '*.txt' or '[a-z]*'") from error


def _translate(token: re.Match[str]) -> str:
    """Return the regular expression for one token of a pattern."""
    kind = token.lastgroup or ""
    if kind == "choice":
        choice = re.sub(r"[^-\w]", r"\\\g<0>", token["choice"])
        return f"(?!/)[{'^' if token['negated'] else ''}{choice}]"
    return _WILD.get(kind) or re.escape(token[kind])
