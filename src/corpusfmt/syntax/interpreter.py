"""Check that the regular expressions of the running Python match as they should.

The grammars depend on it. The patterns of corpusfmt use atomic groups, and possessive quantifiers
over a single character only. CPython matches both correctly since 3.11.0. Other possessive
quantifiers are wrong up to 3.11.4 (python/cpython#106052 and #100061).
"""

from __future__ import annotations

import re
import sys
from functools import cache

from corpusfmt.model.errors import CorpusfmtError


class UnsupportedPythonError(CorpusfmtError, RuntimeError):
    """The regular expressions of this Python are wrong; articles would be misread silently."""


_CASES: tuple[tuple[str, str, str | None], ...] = (
    (r"(?>(?:ab?c)?)", "ab", ""),
    (r"(?>(?:ab?c)+)", "aca", "ac"),
    (r"(?>(?:.(?!D))+)", "ABCDE", "AB"),
    (r"(?>(?:(a)|b|c)*)d", "abcd", "abcd"),
    (r"(?>a*)a", "aaa", None),
    (r"[^\S\n]*+\n", " \n", " \n"),
    (r"a?+a", "a", None),
    (r"a{1,2}+a", "aa", None),
    (r"xa++", "xb", None),
)
"""Patterns of the kinds in use, each with a text and its match there."""


@cache
def require_correct_patterns() -> None:
    """Raise UnsupportedPythonError where a pattern does not match as it should; run once."""
    for pattern, text, expected in _CASES:
        match = re.match(pattern, text)
        found = match[0] if match else None
        if found != expected:
            reason = f"{pattern!r} matches {found!r} in {text!r}, expected {expected!r}"
            raise UnsupportedPythonError(_message(reason))


def _message(reason: str) -> str:
    version = sys.version.split(" ", 1)[0]
    return (
        f"the regular expressions of {sys.executable or 'this Python'} "
        f"({sys.implementation.name} {version}) are wrong: {reason}; "
        "run corpusfmt with another Python (CPython 3.11 or newer)"
    )
