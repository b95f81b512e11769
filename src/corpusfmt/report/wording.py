"""The words that the report formats share: a finding in one line, a run in one sentence."""

from __future__ import annotations

from collections.abc import Mapping

from corpusfmt.model.diagnostic import Diagnostic, Severity
from corpusfmt.report import Run
from corpusfmt.report.counts import SEVERITIES, Counts, count_run
from corpusfmt.text.display import count, printable, shown_path
from corpusfmt.text.edits import Fix


def sentence(diagnostic: Diagnostic) -> str:
    """The message, what was expected, and the fix with what makes it safe or not, on one line."""
    expected = f" (expected: {printable(diagnostic.expected)})" if diagnostic.expected else ""
    return printable(diagnostic.message) + expected + _fix(diagnostic.fix)


def _fix(fix: Fix | None) -> str:
    if fix is None or not fix.is_change:
        return ""
    return f" [{fix_in_words(fix)}]"


def fix_in_words(fix: Fix) -> str:
    """Return what a fix does, and what makes it safe or not: ``safe fix: remove the mark (it is not text)``."""
    why = f" ({printable(fix.why)})" if fix.why else ""
    return f"{'safe' if fix.safe else 'unsafe'} fix: {printable(fix.title)}{why}"


def line(diagnostic: Diagnostic) -> str:
    """The finding in one line: place, severity, message and rule."""
    place = f"{shown_path(diagnostic.path)}:{diagnostic.line}:{diagnostic.column}"
    return f"{place}: {diagnostic.severity}: {sentence(diagnostic)} [{diagnostic.rule}]"


def unchecked_line(pair: tuple[str, str]) -> str:
    """Return in one line which path was not checked, and why."""
    return f"{shown_path(pair[0])}: could not be checked: {printable(pair[1])}"


def unfixed_line(pair: tuple[str, str]) -> str:
    """Return in one line which file was not fixed, and why."""
    return f"{shown_path(pair[0])}: not fixed: {printable(pair[1])}"


def summary(run: Run) -> str:
    """The run in one line: files checked and skipped, findings, what could not be checked, what went wrong."""
    counts = count_run(run)
    skipped = ", ".join(f"{number:,} {printable(reason)}" for reason, number in run.skipped)
    told = f"checked {count(counts.checked, 'file')}" + (f" (skipped: {skipped})" if skipped else "")
    told += f": {_findings(counts)}"
    told += f"; {run.made}" if run.made else ""
    if counts.could_not_check:
        told += f"; {count(counts.could_not_check, 'path')} could not be checked"
    if counts.not_fixed:
        told += f"; {count(counts.not_fixed, 'file')} not fixed"
    if run.known:
        told += f"; {run.known:,} known from the baseline"
    return told + (f"; {run.trouble}" if run.trouble else "")


def by_severity(numbers: Mapping[Severity, int]) -> str:
    """Numbers of findings, the gravest first, without those that are none: ``1 error, 2 info``."""
    told: dict[Severity, str] = {
        "error": count(numbers["error"], "error"),
        "warning": count(numbers["warning"], "warning"),
        "info": f"{numbers['info']:,} info",
    }
    return ", ".join(told[severity] for severity in SEVERITIES if numbers[severity])


def clean(text: str) -> str:
    """The text as every reader takes it: half of a surrogate pair, as in odd file names, is told as an escape."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _findings(counts: Counts) -> str:
    if not counts.with_findings:
        return "no findings"
    numbers: dict[Severity, int] = {"error": counts.error, "warning": counts.warning, "info": counts.info}
    return found_in_words(numbers, counts.with_findings, counts.checked)


def found_in_words(numbers: Mapping[Severity, int], files: int, checked: int) -> str:
    """Return the numbers of findings, and in how many files they are if more than one was checked."""
    return by_severity(numbers) + ("" if checked == files == 1 else f" in {count(files, 'file')}")
