"""The format ``text``: findings with their source lines, file by file, then what the rules mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.report import Run
from corpusfmt.report.diagnostic_text import diagnostic_lines
from corpusfmt.report.wording import closing_lines, join_lines
from corpusfmt.rules import all_rules
from corpusfmt.text.display import BOLD, painted


def render(run: Run) -> str:
    """Return what the command prints: findings, rules, what was not checked, the summary."""
    findings = "".join(render_findings(report.diagnostics) for report in run.reports)
    return findings + render_rules(run.diagnostics) + join_lines(closing_lines(run))


def render_findings(diagnostics: Iterable[Diagnostic], *, colour: bool = False) -> str:
    """Return the findings of one file and an empty line, or nothing where there are none."""
    lines: list[str] = []
    for diagnostic in diagnostics:
        lines += diagnostic_lines(diagnostic, colour=colour)
    return "\n".join([*lines, "", ""]) if lines else ""


def render_rules(diagnostics: Iterable[Diagnostic], *, colour: bool = False) -> str:
    """Return the first line of the page of each rule that has found something."""
    found = {diagnostic.rule for diagnostic in diagnostics}
    rules = [rule for rule in all_rules() if rule.name in found]
    if not rules:
        return ""
    width = max(len(rule.name) for rule in rules)
    lines = ["rules (“corpusfmt rule NAME” explains each):"]
    for rule in rules:
        lines.append(f"  {painted(rule.name.ljust(width), BOLD, colour)}  {rule.summary}")
    return "\n".join([*lines, "", ""])


def render_statistics(diagnostics: Iterable[Diagnostic]) -> str:
    """Return the number of findings of each rule, the most frequent first, and of their fixes."""
    found = list(diagnostics)
    numbers = Counter((diagnostic.rule, diagnostic.severity) for diagnostic in found)
    fixable: Counter[str] = Counter()
    for diagnostic in found:
        fixable[diagnostic.rule] += diagnostic.fix is not None and diagnostic.fix.is_change
    lines = []
    for (rule, severity), number in sorted(numbers.items(), key=lambda item: (-item[1], item[0])):
        what = f"{severity}, {fixable[rule]:,} with a fix" if fixable[rule] else severity
        lines.append(f"{number:>9,}  {rule} ({what})")
    return join_lines(lines)
