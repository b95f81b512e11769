"""One fingerprint for a diagnostic, the same in every format: it stays when lines move.

It is a hash (SHA-256, the first 32 hexadecimal digits) of

- the rule,
- the path from the folder of the settings (without settings, from the git work tree), with "/" between its parts;
  outside of that folder the path as reported,
- the pointer into the document, if any, without the numbers in it, which count paragraphs: ``/byline``, ``/body/*``,
- the content of the line where the finding starts, as its excerpt shows it (of a long line, what is near the place),
  but for a finding that is one for the whole file,
- the number, from 0, of the findings before it in the run that are the same in all of these.

So it stays when lines are added or removed elsewhere, when a message is reworded, and when a severity changes. It
changes when the line itself is edited, when the file is renamed, and when an equal finding before it comes or goes: of
equal findings it is always the last that is new or gone. It changes for every finding when what it is made of does, and
then the name of the SCHEME does too.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

from corpusfmt.model.diagnostic import Diagnostic, Report
from corpusfmt.report import Run
from corpusfmt.rules import all_rules

SCHEME = "corpusfmt/v1"
"""The name of what a fingerprint is made of."""

_NUMBER = re.compile(r"(?<=/)[0-9]+(?=/|\Z)")
_DIGITS = 32


def signed(diagnostics: Iterable[Diagnostic], root: str = "") -> Iterator[tuple[Diagnostic, str]]:
    """Yield each diagnostic of a file, or of a whole run, with its fingerprint; no two fingerprints are the same.

    ``root`` is the folder of the settings, or "" where there is none.
    """
    seen: Counter[str] = Counter()
    for diagnostic in diagnostics:
        kind = _digest(*_parts(diagnostic, root))
        yield diagnostic, _digest(kind, str(seen[kind]))
        seen[kind] += 1


def signed_reports(run: Run) -> Iterator[tuple[Report, list[tuple[Diagnostic, str]]]]:
    """Yield the reports of a run, each with its diagnostics and their fingerprints."""
    pairs = signed(run.diagnostics, run.root)
    return ((report, [*islice(pairs, len(report.diagnostics))]) for report in run.reports)


def relative(path: str, root: str) -> str:
    """The path from a folder, with "/" between its parts, or the path as it is where it lies elsewhere."""
    if root:
        whole, above = os.path.realpath(path), os.path.realpath(root).rstrip(os.sep) + os.sep
        path = whole[len(above) :] if whole.startswith(above) else path
    return path.replace(os.sep, "/").removeprefix("./")


def fingerprint_of(*parts: str) -> str:
    """The fingerprint of what is no diagnostic, such as a file that could not be checked."""
    return _digest(*parts)


@cache
def _rules_of_files() -> frozenset[str]:
    """Return the rules with one finding for a whole file, at the first place of many, which changes as it is fixed."""
    return frozenset(rule.name for rule in all_rules() if rule.scope == "file")


def _parts(diagnostic: Diagnostic, root: str) -> tuple[str, ...]:
    path = relative(diagnostic.path, root)
    content = "" if diagnostic.rule in _rules_of_files() else diagnostic.excerpt.partition("\n")[0]
    return diagnostic.rule, path, _NUMBER.sub("*", diagnostic.pointer or ""), content


def _digest(*parts: str) -> str:
    """A hash of texts; NUL parts them, since no path, rule, pointer or excerpt holds one."""
    whole = "\0".join((SCHEME, *parts))
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
