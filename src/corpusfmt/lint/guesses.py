"""Guesses about a text that canonical text makes permanent: they are listed when that is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from corpusfmt.model.diagnostic import Diagnostic, Report
from corpusfmt.text.values import replace


def with_prefix(prefix: str, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics with a prefix and a colon before their messages."""
    prefixed: list[Diagnostic] = []
    for diagnostic in diagnostics:
        prefixed.append(replace(diagnostic, message=f"{prefix}: {diagnostic.message}"))
    return tuple(prefixed)


def as_accepted(guesses: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the findings of guesses as those of guesses that were accepted."""
    return with_prefix("guess accepted", guesses)


def with_accepted(report: Report, guesses: Iterable[Diagnostic]) -> Report:
    """Return the report of a fixed text, with each guess that it does not report any more."""
    left = Counter([(one.rule, one.message) for one in report.diagnostics])
    lost: list[Diagnostic] = []
    for guess in guesses:
        left[guess.rule, guess.message] -= 1
        if left[guess.rule, guess.message] < 0:
            lost.append(guess)
    if not lost:
        return report
    listed = [*report.diagnostics, *as_accepted(lost)]
    return replace(
        report, diagnostics=tuple(sorted(listed, key=lambda one: (one.line, one.column)))
    )
