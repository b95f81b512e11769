"""The words that the report formats share: what was not checked, counts, and the summary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from corpusfmt.model.diagnostic import SEVERITIES, Severity
from corpusfmt.report import Run
from corpusfmt.report.counts import Counts, count_run
from corpusfmt.text.display import count, printable, shown_path


def unchecked_line(pair: tuple[str, str]) -> str:
    """Return in one line which path was not checked, and why."""
    path, reason = pair
    return f"{shown_path(path)}: could not be checked: {printable(reason)}"


def unfixed_line(pair: tuple[str, str]) -> str:
    """Return in one line which file was not fixed, and why."""
    path, reason = pair
    return f"{shown_path(path)}: not fixed: {printable(reason)}"


def join_lines(lines: Iterable[str]) -> str:
    """Return the lines as one text, each with a line feed."""
    return "".join(f"{line}\n" for line in lines)


def closing_lines(run: Run) -> list[str]:
    """Return the lines after the findings: what was not checked or fixed, and the summary."""
    unchecked = map(unchecked_line, run.unchecked)
    unfixed = map(unfixed_line, run.unfixed)
    return [*unchecked, *unfixed, summary(run)]


def summary(run: Run) -> str:
    """Return a run in one line: files, findings, fixes, and what could not be done."""
    return summary_line("checked", run.checked, run.skipped, [*outcome(run), run.trouble or ""])


def outcome(run: Run) -> list[str]:
    """Return the findings of a run, its fixes, what could not be done, and what is known."""
    counts = count_run(run)
    fixes = describe_fixes(run)
    parts: list[str] = []
    if run.checked:
        nothing = "no findings left" if fixes and not run.shows_patches else "no findings"
        parts.append(describe_findings(counts) or nothing)
    if fixes:
        parts.append(fixes)
    if counts.could_not_check:
        parts.append(f"{count(counts.could_not_check, 'path')} could not be checked")
    if counts.not_fixed:
        parts.append(f"{count(counts.not_fixed, 'file')} not fixed")
    if run.known:
        parts.append(f"{run.known:,} known from the baseline")
    return parts


def summary_line(
    done: str, number: int, skipped: Iterable[tuple[str, int]], outcome: Iterable[str]
) -> str:
    """Return how many files were read or checked, how many were skipped and why, and the outcome.

    ``done`` is what was done with the files, ``outcome`` holds parts, of which some may be empty.
    """
    files = f"{done} {count(number, 'file')}"
    reasons = ", ".join(f"{times:,} {printable(reason)}" for reason, times in skipped)
    if reasons:
        files += f" (skipped: {reasons})"
    return with_outcome(files, outcome)


def with_outcome(done: str, outcome: Iterable[str]) -> str:
    """Return what was done, and the parts of the outcome that are not empty."""
    parts = "; ".join(filter(None, outcome))
    return f"{done}: {parts}" if parts else done


def describe_findings(counts: Counts) -> str:
    """Return the number of findings by severity, and of the files they are in, or nothing."""
    if not counts.with_findings:
        return ""
    numbers: dict[Severity, int] = {
        "error": counts.error,
        "warning": counts.warning,
        "info": counts.info,
    }
    findings = by_severity(numbers)
    if counts.checked == counts.with_findings == 1:
        return findings
    return f"{findings} in {count(counts.with_findings, 'file')}"


def describe_fixes(run: Run) -> str:
    """Return how many fixes were applied, or shown, and in how many files, or nothing."""
    fixes, files = run.totals.fixes, run.totals.fixed_files
    if not files:
        return ""
    done = "shown" if run.shows_patches else "made"
    return f"{count(fixes, 'fix', 'fixes')} {done} in {count(files, 'file')}"


def describe_fixable(run: Run, *, is_fixed: bool) -> str:
    """Return how many findings can be fixed, and by which option, or nothing.

    ``is_fixed`` is whether fixes were applied: a safe fix that is left could not be written.
    """
    safe, unsafe = run.totals.safe, run.totals.unsafe
    if safe and not is_fixed:
        line = f"{count(safe, 'finding')} can be fixed with --fix"
        if unsafe:
            line += f", {unsafe:,} more with --fix --unsafe-fixes"
        return line
    if unsafe:
        return f"{count(unsafe, 'finding')} can be fixed with --fix --unsafe-fixes"
    return ""


def by_severity(numbers: Mapping[Severity, int]) -> str:
    """Return numbers of findings, the most severe first, such as ``1 error, 2 info``."""
    words: dict[Severity, str] = {
        "error": count(numbers["error"], "error"),
        "warning": count(numbers["warning"], "warning"),
        "info": f"{numbers['info']:,} info",
    }
    return ", ".join(words[severity] for severity in SEVERITIES if numbers[severity])


def without_surrogates(text: str) -> str:
    """Return the text with lone surrogates, as in odd file names, written as escapes."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
