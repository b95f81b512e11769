"""The format ``text``: findings with their source lines, file by file, then what the rules mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.report import Run
from corpusfmt.report.diagnostic_text import diagnostic_lines
from corpusfmt.report.wording import closing_lines, join_lines
from corpusfmt.rules import all_rules
from corpusfmt.text.display import BOLD, painted

_LINES_SHOWN = 10
"""How many lines of folded findings are named."""


def lines(run: Run) -> Iterator[str]:
    """Yield what the command prints: findings, rules, what was not checked, the summary."""
    for report in run.reports:
        yield render_findings(report.diagnostics)
    yield render_rules(run)
    yield join_lines(closing_lines(run))


def render_findings(
    diagnostics: Iterable[Diagnostic], *, colour: bool = False, fold: bool = False
) -> str:
    """Return the findings of one file and an empty line, or nothing where there are none.

    With ``fold``, equal findings are shown once, with the lines of the others.
    """
    groups = _equal_ones(diagnostics) if fold else [[diagnostic] for diagnostic in diagnostics]
    lines: list[str] = []
    for first, *others in groups:
        lines += diagnostic_lines(first, colour=colour)
        if others:
            lines.append(f"  {_describe_others(others)}")
    return "\n".join([*lines, "", ""]) if lines else ""


def _equal_ones(diagnostics: Iterable[Diagnostic]) -> list[list[Diagnostic]]:
    """Return groups of findings of one rule with one message, in the order of the first ones."""
    groups: dict[tuple[str, str, str], list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        key = diagnostic.rule, diagnostic.severity, diagnostic.message
        groups.setdefault(key, []).append(diagnostic)
    return list(groups.values())


def _describe_others(others: Sequence[Diagnostic]) -> str:
    lines = list(dict.fromkeys(diagnostic.line for diagnostic in others))
    shown = ", ".join(f"{line:,}" for line in lines[:_LINES_SHOWN])
    dots = ", …" if len(lines) > _LINES_SHOWN else ""
    return f"and {len(others):,} more, in {'line' if len(lines) == 1 else 'lines'} {shown}{dots}"


def render_rules(run: Run, *, colour: bool = False) -> str:
    """Return the first line of the page of each rule that has found something."""
    found = run.totals.rules
    rules = [rule for rule in all_rules() if rule.name in found]
    if not rules:
        return ""
    width = max(len(rule.name) for rule in rules)
    lines = ["rules (“corpusfmt rule NAME” explains each):"]
    for rule in rules:
        lines.append(f"  {painted(rule.name.ljust(width), BOLD, colour)}  {rule.summary}")
    return "\n".join([*lines, "", ""])


def render_statistics(run: Run) -> str:
    """Return the number of findings of each rule, the most frequent first, and of their fixes."""
    numbers, fixable = run.totals.numbers, run.totals.fixable
    lines = []
    for (rule, severity), number in sorted(numbers.items(), key=lambda item: (-item[1], item[0])):
        what = f"{severity}, {fixable[rule]:,} with a fix" if fixable[rule] else severity
        lines.append(f"{number:>9,}  {rule} ({what})")
    return join_lines(lines)
