"""The checker: runs every rule over a text and signs what they find."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from corpusfmt.diagnostic import Diagnostic, Finding, Report
from corpusfmt.files import Unreadable, read_bytes
from corpusfmt.rules import Rule, all_rules
from corpusfmt.subject import Subject

MOST_OF_ONE = 1000
"""How many findings of one rule are told one by one in a file; one more says how many others there are."""

_MOST_COUNTED = 100_000


def check(
    content: str | bytes, path: str = "-", require: Sequence[str] = (), rules: Collection[str] | None = None
) -> Report:
    """Everything that is wrong with a text: its bytes (level 1), layout (2), and document with the policy (3).

    ``path`` is what the diagnostics call it, ``require`` names the parts that the corpus asks of every article, and
    ``rules`` the only rules to check, if not all. The diagnostics are in the order of the text.
    """
    subject = Subject(content, path, require)
    chosen = [rule for rule in all_rules() if rules is None or rule.name in rules]
    signed = [_sign(finding, rule, subject) for rule in chosen for finding in _find(rule, subject)]
    signed.sort(key=lambda diagnostic: (diagnostic.line, diagnostic.column, diagnostic.level))
    return Report(path, tuple(signed))


def check_file(path: str, require: Sequence[str] = ()) -> Report:
    """The report of a file; one that cannot be read is a report with an error, never an exception."""
    try:
        return check(read_bytes(path), path, require)
    except Unreadable as problem:
        return Report(path, error=problem.reason)


def _find(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """The findings of a rule, and one for all that are more than can be told."""
    findings = rule.check(subject)
    yield from islice(findings, MOST_OF_ONE)
    first = next(findings, None)
    if first is not None:
        more = 1 + sum(1 for _ in islice(findings, _MOST_COUNTED))
        yield Finding(rule.name, _others(more), first.start, first.end)


def _others(count: int) -> str:
    if count > _MOST_COUNTED:
        return f"more than {_MOST_COUNTED:,} other findings of this rule"
    return "1 other finding of this rule" if count == 1 else f"{count:,} other findings of this rule"


def _sign(finding: Finding, rule: Rule, subject: Subject) -> Diagnostic:
    line, column = subject.source.position(finding.start)
    end_line, end_column = subject.source.position(finding.end)
    return Diagnostic(
        path=subject.name,
        rule=finding.rule,
        level=rule.level,
        severity=rule.severity,
        message=finding.message,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        excerpt=subject.source.excerpt(finding.start, finding.end),
        expected=finding.expected,
        pointer=finding.pointer,
        byte_offset=finding.byte_offset,
        fix=finding.fix,
    )
