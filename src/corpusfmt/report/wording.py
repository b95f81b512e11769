"""The words that the report formats share: what was not checked, counts, and the summary."""

from __future__ import annotations

from collections.abc import Mapping

from corpusfmt.model.diagnostic import SEVERITIES, Severity
from corpusfmt.report import Run
from corpusfmt.report.counts import Counts, count_fixable, count_run
from corpusfmt.text.display import count, printable, shown_path


def unchecked_line(pair: tuple[str, str]) -> str:
    """Return in one line which path was not checked, and why."""
    path, reason = pair
    return f"{shown_path(path)}: could not be checked: {printable(reason)}"


def unfixed_line(pair: tuple[str, str]) -> str:
    """Return in one line which file was not fixed, and why."""
    path, reason = pair
    return f"{shown_path(path)}: not fixed: {printable(reason)}"


def summary(run: Run) -> str:
    """Return the run in one line: files, findings, fixes, what could not be done."""
    counts = count_run(run)
    parts = [
        describe_findings(counts) or "no findings",
        describe_fixes(run),
        _some(counts.could_not_check, "path could not be checked", "paths could not be checked"),
        _some(counts.not_fixed, "file not fixed", "files not fixed"),
        f"{run.known:,} known from the baseline" if run.known else "",
        run.trouble or "",
    ]
    return f"{files_done('checked', run.checked, run.skipped)}: {join_parts(parts)}"


def outcome(run: Run) -> str:
    """Return the findings of a run, its fixes, what is known, and what could not be done."""
    counts = count_run(run)
    nothing = "nothing left to find" if describe_fixes(run) else "all clean"
    return join_parts(
        [
            describe_findings(counts) or nothing if run.checked else "",
            describe_fixes(run),
            f"{run.known:,} known from the baseline" if run.known else "",
            _some(counts.not_fixed, "file not fixed", "files not fixed"),
            _some(
                counts.could_not_check, "path could not be checked", "paths could not be checked"
            ),
        ]
    )


def files_done(done: str, number: int, skipped: tuple[tuple[str, int], ...]) -> str:
    """Return how many files were read or checked, and how many were skipped and why."""
    files = f"{done} {count(number, 'file')}"
    reasons = ", ".join(f"{times:,} {printable(reason)}" for reason, times in skipped)
    return f"{files} (skipped: {reasons})" if reasons else files


def join_parts(parts: list[str]) -> str:
    """Return the parts that are not empty, with semicolons between."""
    return "; ".join(part for part in parts if part)


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
    fixes = [sum(result.fixes.values()) for result in run.results if result.fixes]
    if not fixes:
        return ""
    done = "shown" if run.shows_patches else "made"
    return f"{count(sum(fixes), 'fix', 'fixes')} {done} in {count(len(fixes), 'file')}"


def describe_fixable(run: Run, *, is_fixed: bool) -> str:
    """Return how many findings can be fixed, and by which option, or nothing.

    ``is_fixed`` is whether fixes were applied: a safe fix that is left could not be written.
    """
    safe, unsafe = count_fixable(run)
    if safe and not is_fixed:
        more = f", {unsafe:,} more with --fix --unsafe-fixes" if unsafe else ""
        return f"{count(safe, 'finding')} can be fixed with --fix{more}"
    return f"{count(unsafe, 'finding')} can be fixed with --fix --unsafe-fixes" if unsafe else ""


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


def _some(number: int, one: str, many: str) -> str:
    return count(number, one, many) if number else ""
