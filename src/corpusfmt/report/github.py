"""The format ``github``: annotations for GitHub Actions, and a summary of the job in Markdown.

GitHub shows ten annotations of a severity for each step and silently drops the others, so no more are written, and a
line says how many there are besides.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from corpusfmt.model.diagnostic import SEVERITIES, Diagnostic, Severity
from corpusfmt.report import Run
from corpusfmt.report.diagnostic_text import message_line
from corpusfmt.report.fingerprint import SCHEME, signed
from corpusfmt.report.places import last_line
from corpusfmt.report.wording import by_severity, summary, without_surrogates
from corpusfmt.text.display import count, printable, shown_path

MOST_SHOWN = 10
"""How many annotations of a severity GitHub shows for a step."""

MOST_LISTED = 50
"""How many findings, and how many paths not checked, the summary lists; GitHub takes no more than 1 MiB of it."""

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}
_LONGEST = 300
_MARKS = re.compile(r"([\\`*_{}\[\]()<>#|~&$!:])")


def render(run: Run) -> str:
    """The annotations, the gravest first and each severity in the order of the run; what is not shown; the summary."""
    annotations = [*_annotations(run)]
    shown: list[str] = []
    hidden: dict[Severity, int] = {}
    for severity in SEVERITIES:
        told = [command for its, command in annotations if its == severity]
        shown += told[:MOST_SHOWN]
        hidden[severity] = len(told[MOST_SHOWN:])
    if any(hidden.values()):
        shown.append(
            f"Not shown above, as GitHub shows {MOST_SHOWN} of a severity: {by_severity(hidden)}"
        )
    return "".join(f"{told}\n" for told in (*shown, summary(run)))


def summary_markdown(run: Run) -> str:
    """The run as Markdown for the summary of a job: the counts, the rules, what was not checked, the first findings."""
    parts = ["## corpusfmt\n", f"{_escape(summary(run))}.\n"]
    parts += _section(
        "Could not be checked", ("path", "reason"), [*map(_unchecked_row, run.unchecked)]
    )
    parts += _section("Not fixed", ("path", "reason"), [*map(_unchecked_row, run.unfixed)])
    parts += _section("Rules", ("rule", "severity", "findings"), [*_rule_rows(run)])
    ranked = sorted(run.diagnostics, key=lambda diagnostic: SEVERITIES.index(diagnostic.severity))
    parts += _section(
        "Findings", ("place", "severity", "finding", "rule"), [*map(_finding_row, ranked)]
    )
    return "\n".join(parts)


# ---------------------------------------------------------------------------------------------------- annotations


def _annotations(run: Run) -> Iterator[tuple[Severity, str]]:
    if run.trouble:
        yield "error", _command("error", run.trouble, {"title": "corpusfmt"})
    title = "corpusfmt (could not be checked)"
    for path, reason in run.unchecked:
        told = f"{shown_path(path)}: {printable(reason)}"
        yield "error", _command("error", told, {"file": without_surrogates(path), "title": title})
    for path, reason in run.unfixed:
        told = f"{shown_path(path)}: {printable(reason)}"
        yield (
            "error",
            _command(
                "error", told, {"file": without_surrogates(path), "title": "corpusfmt (not fixed)"}
            ),
        )
    for diagnostic, fingerprint in signed(run.diagnostics, run.root):
        told = f"{message_line(diagnostic)}\n{SCHEME}:{fingerprint}"
        yield (
            diagnostic.severity,
            _command(_COMMANDS[diagnostic.severity], told, _properties(diagnostic)),
        )


def _properties(diagnostic: Diagnostic) -> dict[str, str | int]:
    """The place, for which GitHub takes columns only within one line, and the title."""
    place: dict[str, str | int] = {
        "file": without_surrogates(diagnostic.path),
        "line": diagnostic.line,
    }
    place["endLine"] = last_line(diagnostic)
    if diagnostic.end_line == diagnostic.line:
        place |= {"col": diagnostic.column, "endColumn": diagnostic.end_column}
    return place | {"title": f"corpusfmt ({diagnostic.rule})"}


def _command(name: str, message: str, properties: dict[str, str | int]) -> str:
    told = ",".join(f"{key}={_escape_property(str(value))}" for key, value in properties.items())
    return f"::{name} {told}::{_escape_data(message)}"


def _escape_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")


# ---------------------------------------------------------------------------------------------------- the summary


def _section(title: str, head: Sequence[str], rows: list[Sequence[str]]) -> Iterator[str]:
    """Yield a heading and a table with the first of the rows, and how many there are besides; nothing without rows."""
    if rows:
        lines = [head, ["---"] * len(head), *rows[:MOST_LISTED]]
        yield f"### {title}\n"
        yield "".join(f"| {' | '.join(cells)} |\n" for cells in lines)
        if len(rows) > MOST_LISTED:
            yield f"{count(len(rows) - MOST_LISTED, 'row')} more.\n"


def _rule_rows(run: Run) -> Iterable[Sequence[str]]:
    numbers = Counter((diagnostic.rule, diagnostic.severity) for diagnostic in run.diagnostics)
    ranked = sorted(
        numbers.items(), key=lambda item: (SEVERITIES.index(item[0][1]), -item[1], item[0][0])
    )
    return ((_escape(rule), severity, f"{number:,}") for (rule, severity), number in ranked)


def _unchecked_row(pair: tuple[str, str]) -> Sequence[str]:
    return _escape(shown_path(pair[0])), _escape(pair[1])


def _finding_row(diagnostic: Diagnostic) -> Sequence[str]:
    place = f"{shown_path(diagnostic.path)}:{diagnostic.line}:{diagnostic.column}"
    return (
        _escape(place),
        diagnostic.severity,
        _escape(message_line(diagnostic)),
        _escape(diagnostic.rule),
    )


def _escape(text: str) -> str:
    """The text on one line, cut where it is long, with a backslash before all that Markdown could take for a mark."""
    text = printable(text)
    return _MARKS.sub(r"\\\1", text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…")
