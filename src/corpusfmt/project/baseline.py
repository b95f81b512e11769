"""The baseline: known findings, so that only new ones fail a run."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpusfmt.config.settings import SettingsError
from corpusfmt.files.archives.kinds import archive_of
from corpusfmt.files.paths import is_url, relative_path_problem
from corpusfmt.files.read import ReadError
from corpusfmt.files.untrusted import read_untrusted
from corpusfmt.model.diagnostic import Diagnostic, Report
from corpusfmt.project.json_lines import parse_object
from corpusfmt.report.fingerprint import SCHEME, relative, with_fingerprints
from corpusfmt.text.decode import decode
from corpusfmt.text.patterns import regex

STALE = "stale-baseline"
"""The name in diagnostics about entries that match no finding any more."""

LARGEST = 1 << 29
"""The largest baseline that is read, in bytes."""

_HEADER: dict[str, object] = {"corpusfmt-baseline": 1, "fingerprints": SCHEME}
_KEYS = ("rule", "path", "excerpt", "fingerprint", "reason", "expires")
_DAY = regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CORPUS_LEVEL = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """A known finding: its rule, path, excerpt and fingerprint.

    The path is relative to the folder of the settings. ``expires`` is the last day on which the
    entry counts, ``line`` its line in the file of the baseline, from 1.
    """

    rule: str
    path: str
    excerpt: str
    fingerprint: str
    reason: str = ""
    expires: str | None = None
    line: int = 0


class Baseline:
    """Known findings, and which of them occur in a run.

    ``known`` counts those that occurred. ``damaged`` has a message for each line of the file that
    is not an entry.
    """

    def __init__(
        self,
        path: str,
        entries: Iterable[Entry],
        root: str,
        today: str,
        damaged: Sequence[str] = (),
    ) -> None:
        self.path = path
        self.entries = tuple(entries)
        self.root = root
        self.damaged = damaged
        self.known = 0
        self._by_fingerprint = {entry.fingerprint: entry for entry in self.entries}
        self._matched: set[str] = set()
        self._today = today

    def sift(self, report: Report) -> Report:
        """Return the report without known findings."""
        if not report.diagnostics:
            return report
        return replace(report, diagnostics=tuple(self.new(report.diagnostics)))

    def new(self, diagnostics: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
        """Yield the diagnostics of one file that are not known, or whose entry has expired."""
        for diagnostic, fingerprint in with_fingerprints(diagnostics, self.root):
            entry = self._by_fingerprint.get(fingerprint)
            if entry is None:
                yield diagnostic
                continue
            self._matched.add(fingerprint)
            if self.has_ended(entry):
                message = f"{diagnostic.message} (known until {entry.expires})"
                yield replace(diagnostic, message=message)
            else:
                self.known += 1

    def has_ended(self, entry: Entry) -> bool:
        """Return whether an entry has expired."""
        return entry.expires is not None and entry.expires < self._today

    def stale(
        self, checked: Collection[str], rules: Collection[str], corpus_rules: Collection[str]
    ) -> list[Entry]:
        """Return the entries of checked or missing files that match no finding.

        ``checked`` holds paths as reported, ``rules`` and ``corpus_rules`` the names of the rules
        that ran. What a corpus rule finds depends on which files there are, so its entries count
        only if all files of the baseline were checked.
        """
        seen = {relative(path, self.root) for path in checked}
        paths = {entry.path for entry in self.entries}
        archives = set(filter(None, map(archive_of, seen)))
        missing = {path for path in paths - seen if not self._exists(path, archives)}
        ran = set(rules)
        if paths <= seen | missing:
            ran.update(corpus_rules)
        found: list[Entry] = []
        for entry in self.entries:
            was_checked = entry.path in seen and entry.rule in ran
            if entry.fingerprint not in self._matched and (entry.path in missing or was_checked):
                found.append(entry)
        return found

    def _exists(self, path: str, archives: Collection[str]) -> bool:
        """Return whether a path exists; of a member that is not in a checked archive, it does not.

        The members of other archives, and files at URLs, are not known.
        """
        if is_url(path):
            return True
        archive = archive_of(path)
        if archive is not None and archive in archives:
            return False
        return os.path.exists(os.path.join(self.root, archive or path))


def stale_diagnostics(path: str, entries: Iterable[Entry]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each stale entry, at its line in the file of the baseline."""
    for entry in entries:
        message = f"{entry.path} no longer has this finding of {entry.rule}"
        yield Diagnostic(
            path=path,
            rule=STALE,
            level=_CORPUS_LEVEL,
            severity="error",
            message=f"stale baseline entry: {message}",
            line=entry.line,
            column=1,
            end_line=entry.line,
            end_column=1,
            excerpt=f"{entry.excerpt}\n^",
            expected="no such entry; “corpusfmt baseline --prune” removes it",
        )


def load_baseline(path: str, root: str, today: str, *, named: bool) -> Baseline:
    """Return the baseline in a file; raise SettingsError if the file is not one.

    ``named`` means that the user has named the file, and not the settings. A line that is not an
    entry is ignored, with a message in ``damaged``.
    """
    try:
        data = read_untrusted(path, LARGEST, any_owner=named, follow_links=True)
    except ReadError as error:
        raise SettingsError(f"{error}; “corpusfmt baseline” creates one") from error
    text = decode(data).text
    header, *lines = [""] if text is None else text.split("\n")
    if parse_object(header) != _HEADER:
        expected = json.dumps(_HEADER)
        raise SettingsError(
            f"{path}:1: not the header of a baseline of this version; expected {expected}"
        )
    entries: list[Entry] = []
    damaged: list[str] = []
    for number, line in enumerate(lines, 2):
        if not line.strip():
            continue
        entry = _parse_entry(number, line)
        if isinstance(entry, Entry):
            entries.append(entry)
        else:
            damaged.append(f"{path}:{number}: {entry}")
    return Baseline(path, entries, root, today, damaged)


def write_baseline(entries: Iterable[Entry]) -> bytes:
    """Return the file of a baseline: a line for each entry, sorted, so that git can merge two."""
    unique = {entry.fingerprint: entry for entry in entries}
    lines = [_format_line(_HEADER)]
    for entry in sorted(unique.values(), key=_sort_key):
        lines.append(_format_line({key: getattr(entry, key) for key in _KEYS}))
    return "".join(lines).encode("utf-8", "backslashreplace")


def entries_of(report: Report, root: str, reason: str, expires: str | None) -> Iterator[Entry]:
    """Yield an entry for each finding of a report."""
    for diagnostic, fingerprint in with_fingerprints(report.diagnostics, root):
        path = relative(diagnostic.path, root)
        excerpt = diagnostic.excerpt.partition("\n")[0]
        yield Entry(diagnostic.rule, path, excerpt, fingerprint, reason, expires)


def is_day(text: str) -> bool:
    """Return whether a text is a day of the calendar, such as 2027-01-31."""
    from datetime import date

    if not _DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _format_line(value: Mapping[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False) + "\n"


def _sort_key(entry: Entry) -> tuple[str, ...]:
    return entry.path, entry.rule, entry.excerpt, entry.fingerprint


def _parse_entry(number: int, line: str) -> Entry | str:
    """Return the entry in a line, or what is wrong with it."""
    value = parse_object(line)
    if value is None or set(value) != set(_KEYS):
        keys = ", ".join(_KEYS)
        return f"is not an entry of a baseline; expected an object with {keys}"
    fields: dict[str, str] = {}
    for key, field in value.items():
        if isinstance(field, str):
            fields[key] = field
        elif key != "expires" or field is not None:
            return f"{key} is not a string"
    expires = fields.get("expires")
    if expires is not None and not is_day(expires):
        return f"expires is {expires!r}; expected a date such as 2027-01-31, or null"
    path = fields["path"]
    problem = relative_path_problem(path.partition("//")[2] if is_url(path) else path)
    if problem is not None:
        expected = "expected a path below the folder of the settings"
        return f"path {fields['path']!r} {problem}; {expected}"
    return Entry(
        fields["rule"],
        fields["path"],
        fields["excerpt"],
        fields["fingerprint"],
        fields["reason"],
        expires,
        number,
    )
