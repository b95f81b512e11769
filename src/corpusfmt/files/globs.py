"""Glob patterns as in .gitignore, for the paths of files and folders below one folder."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpusfmt.model.errors import CorpusfmtError
from corpusfmt.text.patterns import regex
from corpusfmt.text.values import dataclass

_TOKEN = regex(
    r"""(?P<folders>(?<![^/])\*\*/)
    |   (?P<everything>(?<![^/])\*\*\Z)
    |   (?P<star>\*+)
    |   (?P<question>\?)
    |   \[(?P<negated>[!^]?)(?P<choice>\]?[^\]/]*)\]
    |   \\(?P<escaped>.)
    |   (?P<plain>.)""",
    re.VERBOSE | re.DOTALL,
)

_WILDCARDS = {
    "folders": "(?:.*/)?",
    "everything": ".+",
    "star": "[^/]*",
    "question": "[^/]",
}
"""The regular expressions of the wildcards, by the group of _TOKEN."""

_WILDCARD = regex(r"[*?]|\[[^]]+\]")

_ENDING = regex(r"\\\.\w+\Z")
"""The ending of a file name, such as ".txt", at the end of a regular expression."""


class GlobError(CorpusfmtError):
    """An invalid pattern; the message names it and what was expected."""


@dataclass(frozen=True, slots=True)
class Globs:
    """Compiled patterns, each with whether it selects (True) or negates (False).

    The last pattern that matches a path decides.
    """

    patterns: tuple[tuple[re.Pattern[str], bool], ...]
    endings: tuple[str, ...] = ()
    """What the paths end with, if all patterns are such as "*.txt": that takes less time."""

    def match(self, path: str) -> bool:
        """Return whether the patterns select a relative path with "/".

        The path of a folder ends with "/".
        """
        if self.endings and path.isascii():
            return path.lower().endswith(self.endings)
        for pattern, selects in reversed(self.patterns):
            if pattern.fullmatch(path):
                return selects
        return False

    def match_above(self, path: str) -> bool:
        """Return whether the patterns select a path or one of its parent folders."""
        names = path.rstrip("/").split("/")
        parents = ("/".join(names[:count]) + "/" for count in range(1, len(names)))
        return any(map(self.match, parents)) or self.match(path)


def compile_globs(patterns: Sequence[str], *, any_case_endings: bool = False) -> Globs:
    """Return the compiled patterns.

    "*", "?" and "[a-z]", "[!a-z]" match within a name, "**" matches folders, a backslash escapes
    the next character. A pattern without "/", or with one at its end only, matches at any depth;
    any other is relative to the folder of the paths. With "/" at its end it matches folders and
    everything in them. "!" at its start negates. With ``any_case_endings``, "*.txt" also matches
    "A.TXT", as on case-insensitive file systems.

    Raise GlobError for an empty pattern or a reversed range.
    """
    compiled: list[tuple[re.Pattern[str], bool]] = []
    for pattern in patterns:
        selects = not pattern.startswith("!")
        compiled.append((_compile(pattern, any_case_endings), selects))
    endings: list[str] = []
    if any_case_endings and all(map(is_ending, patterns)):
        for pattern in patterns:
            ending = pattern.removeprefix("*").lower()
            endings += (ending, f"{ending}/")
    return Globs(tuple(compiled), tuple(endings))


def is_ending(pattern: str) -> bool:
    """Return whether a pattern is only the ending of a name, in ASCII, such as "*.txt"."""
    return pattern[:2] == "*." and pattern[2:].isalnum() and pattern.isascii()


def is_pattern(path: str) -> bool:
    """Return whether a path has a wildcard."""
    return _WILDCARD.search(path) is not None


def split_pattern(path: str) -> tuple[str, Globs]:
    """Return the folder of a pattern, without a wildcard, and the pattern relative to it.

    Raise GlobError for an invalid pattern.
    """
    parts = path.split("/")
    count = next(index for index, part in enumerate(parts) if is_pattern(part))
    folder = "/".join(parts[:count]) or ("/" if path.startswith("/") else ".")
    return folder, compile_globs(["/" + "/".join(parts[count:])])


def path_in(path: str, folder: str) -> str:
    """Return a path relative to a folder that it starts with, or that is the current one."""
    return path if folder == "." else path.removeprefix(folder).lstrip("/")


def _compile(pattern: str, any_case_ending: bool) -> re.Pattern[str]:
    body = pattern.removeprefix("!").rstrip("/")
    if not body:
        raise GlobError(
            f"{pattern!r} is not a pattern; expected a glob such as '*.txt' or 'drafts/'"
        )
    if any_case_ending and is_ending(pattern):
        return regex(rf"(?:.*/)?[^/]*(?i:\.{pattern[2:]})(?<!/)/?", re.DOTALL)
    start = "" if "/" in body else "(?:.*/)?"
    end = "/.*" if pattern.endswith("/") else "(?<!/)/?"  # "a/*" does not match the folder "a/"
    try:
        whole = _TOKEN.sub(_translate, body.removeprefix("/"))
        if any_case_ending:
            whole = _ENDING.sub(r"(?i:\g<0>)", whole)
        return re.compile(start + whole + end, re.DOTALL)
    except re.error as error:
        expected = "expected a glob such as '*.txt' or '[a-z]*'"
        raise GlobError(f"{pattern!r} is not a pattern: {error.msg}; {expected}") from error


def _translate(token: re.Match[str]) -> str:
    """Return the regular expression for one token of a pattern."""
    kind = token.lastgroup or ""
    if kind != "choice":
        return _WILDCARDS.get(kind) or re.escape(token[kind])
    choice = re.sub(r"[^-\w]", r"\\\g<0>", token["choice"])
    negation = "^" if token["negated"] else ""
    return f"(?!/)[{negation}{choice}]"
