"""The format ``text``: the findings of a file together, each with its line; and each rule explained once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from corpusfmt.model.diagnostic import Diagnostic, Report, Severity
from corpusfmt.report import Run
from corpusfmt.report.wording import fix_in_words, summary, unchecked_line, unfixed_line
from corpusfmt.rules import all_rules
from corpusfmt.text.display import BOLD, COLOURS, DIM, count, painted, printable, shown_path

_CORPUS = 5


def render(run: Run) -> str:
    """All of a run, as the command prints it on its two streams: findings, rules, what was not checked, the summary."""
    undone = [*map(unchecked_line, run.unchecked), *map(unfixed_line, run.unfixed)]
    told = "".join(render_file(report) for report in run.reports)
    return told + render_rules(run.diagnostics) + "".join(f"{line}\n" for line in undone) + summary(run) + "\n"


def render_file(report: Report, *, colour: bool = False) -> str:
    """The findings of a file, and an empty line; nothing for a file without any."""
    return render_findings(report.diagnostics, colour=colour)


def render_findings(diagnostics: Iterable[Diagnostic], *, colour: bool = False) -> str:
    """Findings of one file, each with its path, as terminals and editors follow it, and an empty line; or nothing."""
    told = [line for diagnostic in diagnostics for line in _lines(diagnostic, colour)]
    return "\n".join([*told, "", ""]) if told else ""


def render_rules(diagnostics: Iterable[Diagnostic], *, colour: bool = False) -> str:
    """What each rule that has found something finds, once, and where there is more of it."""
    found = {diagnostic.rule for diagnostic in diagnostics}
    told = [(rule.name, rule.summary) for rule in all_rules() if rule.name in found]
    if not told:
        return ""
    width = max(len(name) for name, _ in told)
    lines = [f"  {painted(name.ljust(width), BOLD, colour)}  {meaning}" for name, meaning in told]
    return "\n".join(["rules (“corpusfmt rule NAME” has more of each):", *lines, "", ""])


def render_statistics(numbers: Mapping[tuple[str, Severity], int], fixable: Mapping[str, int]) -> str:
    """How many findings of each rule there are, the most frequent first, and how many of them have a fix."""
    ranked = sorted(numbers.items(), key=lambda item: (-item[1], item[0]))
    lines = []
    for (rule, severity), number in ranked:
        fixes = f", {fixable[rule]:,} with a fix" if fixable.get(rule) else ""
        lines.append(f"{number:>9,}  {rule} ({severity}{fixes})\n")
    return "".join(lines)


def count_rules(diagnostics: Iterable[Diagnostic]) -> Counter[tuple[str, Severity]]:
    """The findings by rule and severity."""
    return Counter((diagnostic.rule, diagnostic.severity) for diagnostic in diagnostics)


def _lines(diagnostic: Diagnostic, colour: bool) -> Iterator[str]:
    """Yield place, severity, message and rule; the line with a caret; what was expected; and the fix."""
    is_own = diagnostic.pointer and diagnostic.level < _CORPUS  # else it reads as a place in the other file
    pointer = f" at {printable(diagnostic.pointer or '')}" if is_own else ""
    severity = painted(diagnostic.severity, COLOURS[diagnostic.severity], colour)
    rule = painted(f"[{diagnostic.rule}]", DIM, colour)
    place = painted(f"{shown_path(diagnostic.path)}:{diagnostic.line}:{diagnostic.column}:", BOLD, colour)
    yield f"{place} {severity}: {printable(diagnostic.message)}{pointer} {rule}"
    if diagnostic.excerpt.strip():
        number = str(diagnostic.line)
        source, _, carets = diagnostic.excerpt.partition("\n")
        yield f"  {number} | {source}".rstrip()
        yield f"  {' ' * len(number)} | {painted(carets, COLOURS[diagnostic.severity], colour)}"
    if diagnostic.expected:
        yield f"  expected: {printable(diagnostic.expected)}"
    if diagnostic.fix is not None:
        yield f"  {fix_in_words(diagnostic.fix)}"


def fixes_told(safe: int, unsafe: int) -> str:
    """How many of the findings can be fixed, and by which option; empty where none can."""
    if safe:
        more = f", {unsafe:,} more with --fix --unsafe-fixes" if unsafe else ""
        return f"{count(safe, 'finding')} can be fixed with --fix{more}"
    told = f"{count(unsafe, 'finding')} can be fixed with --fix --unsafe-fixes"
    return told if unsafe else ""
