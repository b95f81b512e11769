"""The fingerprint of a diagnostic: the same in every format, and when lines move.

It is a hash (SHA-256, the first 32 hexadecimal digits) of

- the rule,
- the path from the folder of the settings (without settings, from the git work tree), with "/"
  between its parts; outside of that folder the path as reported,
- the pointer into the document, if any, without the numbers in it, which count paragraphs:
  ``/byline``, ``/body/*``,
- the content of the line where the finding starts, as its excerpt shows it (of a long line, what is
  near the place), but for a finding that is about the whole file,
- the number, from 0, of the preceding findings of the run that are equal in all of these.

So it stays the same when lines are added or removed elsewhere, when a message is reworded, and when
a severity changes. It changes when the line is edited, when the file is renamed, and when an equal
finding that precedes it comes or goes: of equal findings the last is new or gone. When the
definition changes, every fingerprint does, and so does the name of the SCHEME.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cache

from corpusfmt.files.paths import is_url
from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.model.file_result import FileResult
from corpusfmt.report import Run
from corpusfmt.rules import all_rules
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.patterns import regex

if TYPE_CHECKING:
    import sqlite3

SCHEME = "corpusfmt/v1"
"""The name of the definition of a fingerprint."""

_NUMBER = regex(r"(?<=/)[0-9]+(?=/|\Z)")
_DIGITS = 32
_FEW = 10_000
"""How many different texts are counted in memory."""


def with_fingerprints(
    diagnostics: Iterable[Diagnostic], root: str = ""
) -> Iterator[tuple[Diagnostic, str]]:
    """Yield each diagnostic of a file, or of a whole run, with its fingerprint.

    No two fingerprints are equal. ``root`` is the folder of the settings, or "" without settings.
    """
    seen = _Numbers()
    for diagnostic in diagnostics:
        content = _digest(*_content(diagnostic, root))
        yield diagnostic, _digest(content, str(seen.next(content)))


def results_with_fingerprints(
    run: Run,
) -> Iterator[tuple[FileResult, list[tuple[Diagnostic, str]]]]:
    """Yield the results of a run, each with its diagnostics and their fingerprints."""
    seen = _Numbers()
    for result in run.results:
        findings: list[tuple[Diagnostic, str]] = []
        for diagnostic in result.report.diagnostics:
            content = _digest(*_content(diagnostic, run.root))
            findings.append((diagnostic, _digest(content, str(seen.next(content)))))
        yield result, findings


class _Numbers:
    """Numbers equal texts from 0; many are counted in a temporary database."""

    def __init__(self) -> None:
        self._few: dict[str, int] = {}
        self._database: sqlite3.Connection | None = None

    def next(self, text: str) -> int:
        """Return how often this text was given before."""
        number = self._few.get(text)
        if number is None:
            number = self._stored(bytes.fromhex(text))
            if len(self._few) >= _FEW:
                self._store()
        self._few[text] = number + 1
        return number

    def _stored(self, text: bytes) -> int:
        if self._database is None:
            return 0
        query = "SELECT number FROM texts WHERE text = ?"
        found = self._database.execute(query, (text,)).fetchone()
        return 0 if found is None else int(found[0])

    def _store(self) -> None:
        """Move the numbers to the database."""
        if self._database is None:
            from corpusfmt.files.temporary_database import open_temporary

            self._database = open_temporary()
            columns = "(text BLOB PRIMARY KEY, number INTEGER) WITHOUT ROWID"
            self._database.execute(f"CREATE TABLE texts {columns}")
        rows = sorted((bytes.fromhex(text), number) for text, number in self._few.items())
        self._database.executemany("INSERT OR REPLACE INTO texts VALUES (?, ?)", rows)
        self._few.clear()


def relative(path: str, root: str) -> str:
    """Return a path from a folder, with "/" between its parts; as it is where it is elsewhere."""
    if is_url(path):
        return path
    if root:
        whole = os.path.realpath(path)
        above = os.path.realpath(root).rstrip(os.sep) + os.sep
        if whole.startswith(above):
            path = whole[len(above) :]
    return path.replace(os.sep, "/").removeprefix("./")


def fingerprint_of(*parts: str) -> str:
    """Return a fingerprint of what is not a diagnostic, such as a file that was not checked."""
    return _digest(*parts)


@cache
def _file_rules() -> frozenset[str]:
    """Return the rules whose finding is about the whole file, at the first place of many."""
    return frozenset(rule.name for rule in all_rules() if rule.scope == "file")


def _content(diagnostic: Diagnostic, root: str) -> tuple[str, ...]:
    path = relative(diagnostic.path, root)
    pointer = _NUMBER.sub("*", diagnostic.pointer or "")
    if diagnostic.rule in _file_rules():
        return diagnostic.rule, path, pointer, ""
    return diagnostic.rule, path, pointer, diagnostic.excerpt.partition("\n")[0]


def _digest(*parts: str) -> str:
    """Return a hash of texts, separated by NUL: no path, rule, pointer or excerpt contains it."""
    whole = "\0".join((SCHEME, *parts))
    from hashlib import sha256

    return sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
