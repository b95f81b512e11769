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
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

from corpusfmt.files.paths import is_url
from corpusfmt.model.diagnostic import Diagnostic, Report
from corpusfmt.report import Run
from corpusfmt.rules import all_rules
from corpusfmt.text.patterns import regex

SCHEME = "corpusfmt/v1"
"""The name of the definition of a fingerprint."""

_NUMBER = regex(r"(?<=/)[0-9]+(?=/|\Z)")
_DIGITS = 32


def with_fingerprints(
    diagnostics: Iterable[Diagnostic], root: str = ""
) -> Iterator[tuple[Diagnostic, str]]:
    """Yield each diagnostic of a file, or of a whole run, with its fingerprint.

    No two fingerprints are equal. ``root`` is the folder of the settings, or "" without settings.
    """
    seen: Counter[str] = Counter()
    for diagnostic in diagnostics:
        content = _digest(*_content(diagnostic, root))
        yield diagnostic, _digest(content, str(seen[content]))
        seen[content] += 1


def reports_with_fingerprints(
    run: Run,
) -> Iterator[tuple[Report, list[tuple[Diagnostic, str]]]]:
    """Yield the reports of a run, each with its diagnostics and their fingerprints."""
    findings = with_fingerprints(run.diagnostics, run.root)
    for report in run.reports:
        yield report, list(islice(findings, len(report.diagnostics)))


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
