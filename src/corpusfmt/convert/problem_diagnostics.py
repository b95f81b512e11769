"""Problems of a file as diagnostics."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from corpusfmt.config.policy import default_policy
from corpusfmt.convert.json_text import JsonProblem
from corpusfmt.lint.rule import BYTES, LAYOUT, Rule
from corpusfmt.model.diagnostic import Diagnostic, Severity
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.source import SourceText
from corpusfmt.text.values import replace

if TYPE_CHECKING:
    from corpusfmt.convert.imported import ImportProblem

BAD_ENCODING = "bad-encoding"
"""The name in diagnostics about bytes that are not in the requested encoding."""

FOREIGN_FILE = "foreign-file"
"""The name in diagnostics about a file that is in another format."""

_INVALID_JSON = "invalid-json"
"""The name in diagnostics about a text that is not JSON."""


def to_diagnostics(
    problems: Iterable[JsonProblem], text: str, path: str, row: int | None = None
) -> tuple[Diagnostic, ...]:
    """Return the problems of a text, which is a file, or the row of that number of one."""
    source = SourceText(text, path)
    return tuple(_to_diagnostic(problem, source, row) for problem in problems)


def to_encoding_diagnostics(
    problems: Iterable[JsonProblem], text: str, path: str
) -> tuple[Diagnostic, ...]:
    """Return the problems of the encoding of a text."""
    found = to_diagnostics(problems, text, path)
    return tuple(replace(diagnostic, rule=BAD_ENCODING, level=BYTES) for diagnostic in found)


def to_foreign_diagnostics(
    problem: JsonProblem, text: str, path: str, row: int | None = None
) -> tuple[Diagnostic, ...]:
    """Return the problem of a file, or of a row, that is not in the format that it is read as."""
    found = to_diagnostics([problem], text, path, row)
    return tuple(replace(diagnostic, rule=FOREIGN_FILE) for diagnostic in found)


def to_import_diagnostics(
    problems: Iterable[ImportProblem], source: SourceText, row: int | None
) -> tuple[Diagnostic, ...]:
    """Return the problems of a file of another program, or of its line of that number."""
    diagnostics: list[Diagnostic] = []
    for problem in problems:
        plain = JsonProblem(problem.message, problem.span, problem.expected)
        severity: Severity = "warning" if problem.is_warning else "error"
        diagnostics.append(
            replace(
                _to_diagnostic(plain, source, row),
                rule=FOREIGN_FILE,
                severity=severity,
                pointer=problem.pointer,
            )
        )
    return tuple(diagnostics)


@cache
def _schema_rule() -> Rule:
    """Return the rule that reports what the schema does not accept."""
    [rule] = default_policy().blocking_reading("document")
    return rule


def _to_diagnostic(problem: JsonProblem, source: SourceText, row: int | None) -> Diagnostic:
    start, end = problem.span[0], min(problem.span[1], len(source.text))
    line, column = source.position(start)
    end_line, end_column = source.position(max(start, end))
    offset = 0 if row is None else row - line
    rule, level = _INVALID_JSON, LAYOUT
    if problem.pointer is not None:
        schema_rule = _schema_rule()
        rule, level = schema_rule.name, schema_rule.level
    return Diagnostic(
        path=source.name,
        rule=rule,
        level=level,
        severity="error",
        message=problem.message,
        line=line + offset,
        column=column,
        end_line=end_line + offset,
        end_column=end_column,
        excerpt=source.excerpt(start, end),
        expected=problem.expected,
        pointer=problem.pointer,
    )
