"""The format ``github``: annotations for GitHub Actions, and a summary of the job in Markdown.

GitHub shows ten annotations of a severity for each step and drops the others silently. So no more
are written, and a line reports the number of the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpusfmt.model.diagnostic import SEVERITIES, Diagnostic, Severity
from corpusfmt.report import Run
from corpusfmt.report.diagnostic_text import message_line
from corpusfmt.report.fingerprint import SCHEME, with_fingerprints
from corpusfmt.report.positions import last_line
from corpusfmt.report.wording import by_severity, join_lines, summary, without_surrogates
from corpusfmt.text.display import count, printable, shortened, shown_path
from corpusfmt.text.patterns import regex

MOST_SHOWN = 10
"""How many annotations of a severity GitHub shows for a step."""

MOST_LISTED = 50
"""How many rows a table of the summary has; GitHub takes at most 1 MiB of it."""

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}
_LONGEST = 300
_MARKDOWN = regex(r"([\\`*_{}\[\]()<>#|~&$!:])")


def lines(run: Run) -> Iterator[str]:
    """Yield the annotations, the most severe first, the number of the others, and the summary."""
    commands: dict[Severity, list[str]] = {severity: [] for severity in SEVERITIES}
    hidden: dict[Severity, int] = dict.fromkeys(SEVERITIES, 0)
    for severity, command in _annotations(run):
        if len(commands[severity]) < MOST_SHOWN:
            commands[severity].append(command)
        else:
            hidden[severity] += 1
    for severity in SEVERITIES:
        yield join_lines(commands[severity])
    if any(hidden.values()):
        limit = f"because GitHub shows {MOST_SHOWN} per severity"
        yield f"Not shown above, {limit}: {by_severity(hidden)}\n"
    yield f"{summary(run)}\n"


def summary_markdown(run: Run) -> str:
    """Return the run as Markdown for the summary of a job.

    It has the counts, what was not checked or not fixed, the rules, and the first findings.
    """
    unchecked = [*map(_reason_row, run.unchecked)]
    unfixed = [*map(_reason_row, run.unfixed)]
    findings = _first_findings(run)
    total = run.totals.numbers.total()
    parts = ["## corpusfmt\n", f"{_escape(summary(run))}.\n"]
    rules = _rule_rows(run)
    parts += _section("Could not be checked", ("path", "reason"), unchecked, len(unchecked))
    parts += _section("Not fixed", ("path", "reason"), unfixed, len(unfixed))
    parts += _section("Rules", ("rule", "severity", "findings"), rules, len(rules))
    parts += _section("Findings", ("place", "severity", "finding", "rule"), findings, total)
    return "\n".join(parts)


# ------------------------------------------------------------------------------------ annotations


def _annotations(run: Run) -> Iterator[tuple[Severity, str]]:
    """Yield the severity and the workflow command of each annotation."""
    if run.trouble:
        yield "error", _command("error", run.trouble, {"title": "corpusfmt"})
    for path, reason in run.unchecked:
        yield "error", _file_error(path, reason, "could not be checked")
    for path, reason in run.unfixed:
        yield "error", _file_error(path, reason, "not fixed")
    for diagnostic, fingerprint in with_fingerprints(run.diagnostics, run.root):
        name = _COMMANDS[diagnostic.severity]
        message = f"{message_line(diagnostic)}\n{SCHEME}:{fingerprint}"
        yield diagnostic.severity, _command(name, message, _properties(diagnostic))


def _file_error(path: str, reason: str, problem: str) -> str:
    message = f"{shown_path(path)}: {printable(reason)}"
    title = f"corpusfmt ({problem})"
    return _command("error", message, {"file": without_surrogates(path), "title": title})


def _properties(diagnostic: Diagnostic) -> dict[str, str | int]:
    """Return place and title. GitHub takes columns only of a place within one line."""
    properties: dict[str, str | int] = {
        "file": without_surrogates(diagnostic.path),
        "line": diagnostic.line,
        "endLine": last_line(diagnostic),
    }
    if diagnostic.end_line == diagnostic.line:
        properties["col"] = diagnostic.column
        properties["endColumn"] = diagnostic.end_column
    properties["title"] = f"corpusfmt ({diagnostic.rule})"
    return properties


def _command(name: str, message: str, properties: dict[str, str | int]) -> str:
    values = [f"{key}={_escape_property(str(value))}" for key, value in properties.items()]
    return f"::{name} {','.join(values)}::{_escape_data(message)}"


def _escape_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")


# ------------------------------------------------------------------------------------ the summary


def _first_findings(run: Run) -> list[Sequence[str]]:
    """Return the rows of the findings that are listed, the most severe first."""
    found: dict[Severity, list[Diagnostic]] = {severity: [] for severity in SEVERITIES}
    for diagnostic in run.diagnostics:
        if len(found[diagnostic.severity]) < MOST_LISTED:
            found[diagnostic.severity].append(diagnostic)
    rows: list[Sequence[str]] = []
    for severity in SEVERITIES:
        rows += map(_finding_row, found[severity])
    return rows[:MOST_LISTED]


def _section(
    title: str, header: Sequence[str], rows: Sequence[Sequence[str]], total: int
) -> Iterator[str]:
    """Yield a heading, a table of the first of all rows, and the number of the others, if any."""
    if not rows:
        return
    lines = [header, ["---"] * len(header), *rows[:MOST_LISTED]]
    yield f"### {title}\n"
    yield join_lines(f"| {' | '.join(cells)} |" for cells in lines)
    if total > MOST_LISTED:
        yield f"{count(total - MOST_LISTED, 'row')} more.\n"


def _rule_rows(run: Run) -> list[Sequence[str]]:
    """Return the number of findings of each rule, the most severe and most frequent first."""
    numbers = run.totals.numbers
    keys = sorted(numbers, key=lambda key: (SEVERITIES.index(key[1]), -numbers[key], key[0]))
    rows: list[Sequence[str]] = []
    for rule, severity in keys:
        rows.append((_escape(rule), severity, f"{numbers[rule, severity]:,}"))
    return rows


def _reason_row(pair: tuple[str, str]) -> Sequence[str]:
    path, reason = pair
    return _escape(shown_path(path)), _escape(reason)


def _finding_row(diagnostic: Diagnostic) -> Sequence[str]:
    place = f"{shown_path(diagnostic.path)}:{diagnostic.line}:{diagnostic.column}"
    message, rule = message_line(diagnostic), diagnostic.rule
    return _escape(place), diagnostic.severity, _escape(message), _escape(rule)


def _escape(text: str) -> str:
    """Return a text on one line, cut where it is long, without characters special to Markdown."""
    return _MARKDOWN.sub(r"\\\1", shortened(printable(text), _LONGEST))
