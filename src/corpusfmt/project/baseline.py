"""The baseline: findings that are known, so that only new ones fail a run."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from corpusfmt.config.settings import SettingsError
from corpusfmt.files.paths import relative_path_problem
from corpusfmt.files.read import ReadError
from corpusfmt.files.untrusted import read_untrusted
from corpusfmt.model.diagnostic import Diagnostic, Report
from corpusfmt.report.fingerprint import SCHEME, relative, signed
from corpusfmt.text.decode import decode

STALE = "stale-baseline"
"""What an entry is told as that no finding answers to any more."""

LARGEST = 1 << 29
"""The largest baseline that is read, in bytes."""

_HEAD = {"corpusfmt-baseline": 1, "fingerprints": SCHEME}
_KEYS = ("rule", "path", "excerpt", "fingerprint", "reason", "expires")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CORPUS = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """A known finding: rule, path from the folder of the settings, its line as shown, and the fingerprint of it all.

    ``expires`` is the last day on which it counts, ``line`` where it stands in the file of the baseline, from 1.
    """

    rule: str
    path: str
    excerpt: str
    fingerprint: str
    reason: str = ""
    expires: str | None = None
    line: int = 0


class Baseline:
    """Known findings, and which of them were met in a run.

    ``damaged`` says of each line of the file that is not an entry where it is and what is wrong with it.
    """

    def __init__(
        self,
        path: str,
        entries: Iterable[Entry],
        root: str,
        today: str,
        damaged: Sequence[str] = (),
    ) -> None:
        self.damaged = damaged
        self.path = path
        self.entries = tuple(entries)
        self.root = root
        self.known = self.expired = 0
        self._by_fingerprint = {entry.fingerprint: entry for entry in self.entries}
        self._met: set[str] = set()
        self._today = today

    def sift(self, report: Report) -> Report:
        """The report without what is known; an expired entry is met, and its finding told all the same."""
        if not report.diagnostics:
            return report
        return replace(report, diagnostics=tuple(self.new(report.diagnostics)))

    def new(self, diagnostics: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
        """Yield the diagnostics of one file that are not known."""
        for diagnostic, fingerprint in signed(diagnostics, self.root):
            entry = self._by_fingerprint.get(fingerprint)
            if entry is None:
                yield diagnostic
                continue
            self._met.add(fingerprint)
            if self.has_ended(entry):
                self.expired += 1
                yield replace(
                    diagnostic, message=f"{diagnostic.message} (known until {entry.expires})"
                )
            else:
                self.known += 1

    def has_ended(self, entry: Entry) -> bool:
        """Whether the last day of an entry is over."""
        return entry.expires is not None and entry.expires < self._today

    def stale(
        self, checked: Collection[str], rules: Collection[str], corpus_rules: Collection[str]
    ) -> list[Entry]:
        """The entries of the checked files that nothing was found for, and of files that are not there any more.

        ``checked`` holds paths as reported, ``rules`` the names of the rules that ran. What a rule of the fifth level
        finds depends on which files there are: its entries count only where all files of the baseline were checked.
        """
        seen = {relative(path, self.root) for path in checked}
        gone = {
            entry.path
            for entry in self.entries
            if entry.path not in seen and not self._is_there(entry.path)
        }
        complete = all(entry.path in seen | gone for entry in self.entries)
        ran = set(rules) | (set(corpus_rules) if complete else set())
        return [
            entry
            for entry in self.entries
            if entry.fingerprint not in self._met
            and (entry.path in gone or (entry.path in seen and entry.rule in ran))
        ]

    def _is_there(self, path: str) -> bool:
        return os.path.exists(os.path.join(self.root, path))


def stale_diagnostics(path: str, entries: Iterable[Entry]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each stale entry, at its line in the file of the baseline."""
    for entry in entries:
        message = f"stale baseline entry: {entry.path} has no such finding of {entry.rule} any more"
        expected = "the entry removed, with “corpusfmt baseline --prune”"
        yield Diagnostic(
            path,
            STALE,
            _CORPUS,
            "error",
            message,
            entry.line,
            1,
            entry.line,
            1,
            f"{entry.excerpt}\n^",
            expected,
        )


def load_baseline(path: str, root: str, today: str, *, named: bool) -> Baseline:
    """Return the baseline in a file; SettingsError where the file is not one.

    ``named`` means that the user named the file, and not the settings. A line that is not an entry makes only that
    line useless: it is in ``damaged``.
    """
    try:
        text = decode(read_untrusted(path, LARGEST, any_owner=named, follow_links=True)).text
    except ReadError as problem:
        raise SettingsError(f"{problem}; “corpusfmt baseline” makes a baseline") from problem
    lines = [] if text is None else text.split("\n")
    if not lines or _parsed(lines[0]) != _HEAD:
        raise SettingsError(f"{path}:1: no baseline of this version; expected {json.dumps(_HEAD)}")
    entries: list[Entry] = []
    damaged: list[str] = []
    for number, line in enumerate(lines[1:], 2):
        parsed = _entry(number, line) if line.strip() else None
        if isinstance(parsed, Entry):
            entries.append(parsed)
        elif parsed is not None:
            damaged.append(f"{path}:{number}: {parsed}")
    return Baseline(path, entries, root, today, damaged)


def write_baseline(entries: Iterable[Entry]) -> bytes:
    """The file of a baseline: a line for each entry, sorted, so that two of them merge in git."""
    rows = sorted({entry.fingerprint: entry for entry in entries}.values(), key=_order)
    told = [_HEAD, *({key: getattr(entry, key) for key in _KEYS} for entry in rows)]
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in told).encode(
        "utf-8", "backslashreplace"
    )


def entries_of(report: Report, root: str, reason: str, expires: str | None) -> Iterator[Entry]:
    """Yield an entry for each finding of a report."""
    for diagnostic, fingerprint in signed(report.diagnostics, root):
        excerpt = diagnostic.excerpt.partition("\n")[0]
        yield Entry(
            diagnostic.rule, relative(diagnostic.path, root), excerpt, fingerprint, reason, expires
        )


def _order(entry: Entry) -> tuple[str, ...]:
    return entry.path, entry.rule, entry.excerpt, entry.fingerprint


def _parsed(line: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _entry(number: int, line: str) -> Entry | str:
    """Return the entry in a line, or what is wrong with it."""
    value = _parsed(line)
    if not isinstance(value, dict) or set(value) != set(_KEYS):
        return f"is not an entry of a baseline; expected an object with {', '.join(_KEYS)}"
    for key in _KEYS:
        if not isinstance(value[key], str) and not (key == "expires" and value[key] is None):
            return f"{key} is not a string"
    if value["expires"] is not None and not is_day(value["expires"]):
        return f"expires is {value['expires']!r}; expected a day such as 2027-01-31, or null"
    problem = relative_path_problem(value["path"])
    if problem is not None:
        return f"path {value['path']!r} {problem}; expected a path below the folder of the settings"
    return Entry(**value, line=number)


def is_day(text: str) -> bool:
    """Whether a text is a day of the calendar, as 2027-01-31."""
    from datetime import date

    try:
        return _DAY.fullmatch(text) is not None and bool(date.fromisoformat(text))
    except ValueError:
        return False
