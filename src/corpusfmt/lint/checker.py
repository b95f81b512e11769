"""The checker: runs every rule over a text and signs what they find."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from itertools import islice
from typing import Any, NamedTuple

from corpusfmt.config.load import Settings, load
from corpusfmt.config.policy import ALL, LEVELS, Policy, default_policy, expand, make_policy
from corpusfmt.config.validate import REQUIRABLE
from corpusfmt.files.read import Unreadable, read_bytes
from corpusfmt.lint.context import (
    IN_HEADER,
    NO_ADDRESS,
    NOT_ASCII,
    NOT_CANONICAL,
    NOT_UTF8,
    REQUIRED,
    UNREADABLE,
    Subject,
)
from corpusfmt.model.arguments import expect_content, expect_known, expect_names, path_text
from corpusfmt.model.diagnostic import Diagnostic, Finding, Report, Severity
from corpusfmt.rules import NAMES, Blocks, Rule, all_rules, rules_that_block
from corpusfmt.rules._shared.explained import without_explained
from corpusfmt.syntax.date_order import DateOrder, date_orders
from corpusfmt.syntax.parse_progress import pulse
from corpusfmt.text.edits import Fix

MOST_OF_ONE = 1000
"""How many findings of one rule are told one by one in a file; one more says how many others there are."""

_MOST_COUNTED = 100_000
_CORPUS = 5


@dataclass(frozen=True, slots=True)
class Examined:
    """What one file has come to: its report, and what the rules of the fifth level keep of it, by their names."""

    report: Report
    host: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)


def check(
    content: str | bytes,
    path: str | os.PathLike[str] = "-",
    require: Collection[str] = (),
    rules: Collection[str] | None = None,
    *,
    settings: Settings | str | os.PathLike[str] | None = None,
    date_order: DateOrder | None = None,
) -> Report:
    """Everything that is wrong with a text: its bytes (level 1), layout (2), document with the policy (3), content (4).

    ``path`` is what the diagnostics call it, ``require`` names the parts that the corpus asks of every article, and
    ``rules`` the only rules to check, if not all that are on: by name, by level (``"level-2"``) or ``"all"``. The
    diagnostics are in the order of the text. ``date_order`` is ``"month-first"`` or ``"day-first"``: with it no numeric
    date is ambiguous. ``settings`` are settings, or the path of their file, in place of ``require``; without them the
    defaults hold.

    TypeError for content that is not ``str`` or ``bytes``, ValueError for an unknown name in ``require``, ``rules`` or
    ``date_order``, BrokenSettings for invalid settings.
    """
    expect_content("check", content)
    expect_names("check", "require", require)
    expect_known("check", "require", require, REQUIRABLE)
    if rules is not None:
        expect_names("check", "rules", rules)
        expect_known("check", "rules", rules, (*NAMES, *LEVELS, ALL))
        rules = expand(rules)
    name = path_text("check", "path", path)
    orders = date_orders("check", date_order)
    if settings is None:
        policy = default_policy(tuple(require), rules, orders)
    elif require:
        raise ValueError("check() takes require or settings, not both")
    else:
        loaded = settings if isinstance(settings, Settings) else load(path_text("check", "settings", settings))
        policy = make_policy(loaded, select=None if rules is None else tuple(rules))
        policy = policy if date_order is None else replace(policy, date_orders=orders)
    return check_subject(Subject(content, name), policy)


def check_file(path: str, require: Collection[str] = ()) -> Report:
    """The report of a file; one that cannot be read is a report with an error, never an exception."""
    try:
        return check(read_bytes(path), path, require)
    except Unreadable as problem:
        return Report(path, error=problem.reason)


def check_subject(subject: Subject, policy: Policy) -> Report:
    """The report of a text under a policy, without what shows only among other articles."""
    [report] = _check([(subject, prepare(subject, policy))])
    return report


def examine(subject: Subject, policy: Policy) -> Examined:
    """The report of a text under a policy, and what is kept of it to be compared with others."""
    [examined] = examine_all([subject], policy)
    return examined


def examine_all(subjects: Sequence[Subject], policy: Policy) -> list[Examined]:
    """What several texts come to, in their order.

    Each rule goes through all of them before the next one does, so that what it takes stays in the processor's cache:
    some dozens at once take a sixth less time than one after another.
    """
    texts = [(subject, prepare(subject, policy)) for subject in subjects]
    reports = _check(texts)
    return [_examined(*text, report) for text, report in zip(texts, reports, strict=True)]


def _examined(subject: Subject, policy: Policy, report: Report) -> Examined:
    facts = {rule.name: fact for rule in _corpus_rules(policy.on) if (fact := rule.gather(subject)) is not None}
    return Examined(report, subject.host if facts else "", facts)


def prepare(subject: Subject, policy: Policy) -> Policy:
    """The policy for this very article; what it says to the rules is said to the subject."""
    subject.read_dates_by(policy.date_orders)
    policy = policy.of_file(subject.name)
    if policy.hosts:
        policy = policy.of_host(subject.host)
    subject.require, subject.options = policy.require, policy.options
    return policy


def blocking(subject: Subject, policy: Policy, kind: Blocks) -> tuple[Diagnostic, ...]:
    """Return the findings that keep a text from being rewritten, always or because of a guess.

    They count whatever rules are on: the policy gives the options and severities alone.
    """
    policy = prepare(subject, policy)
    found: list[Diagnostic] = []
    for rule in rules_that_block(kind):
        findings = rule.check(subject)
        first = next(findings, None)
        if first is not None:
            found += _signed(rule, first, findings, (subject, policy))
    return tuple(sorted(found, key=lambda one: (one.line, one.column)))


def sign(finding: Finding, rule: Rule, subject: Subject, severity: Severity) -> Diagnostic:
    """The finding as a diagnostic: with its place for a reader."""
    line, column = subject.source.position(finding.start)
    end_line, end_column = subject.source.position(finding.end)
    return Diagnostic(
        path=subject.name,
        rule=finding.rule,
        level=rule.level,
        severity=severity,
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


_Text = tuple[Subject, Policy]
"""A text, and what is asked of it."""


def _check(texts: Sequence[_Text]) -> list[Report]:
    """The reports of some texts, rule by rule."""
    signed: list[list[Diagnostic]] = [[] for _ in texts]
    waiting: dict[str, list[int]] = {}
    for subject, _ in texts:
        _ = subject.reading
    for number, (subject, policy) in enumerate(texts):
        for name in _rules(policy.on, _features(subject, _wanted(policy.on))):
            waiting.setdefault(name, []).append(number)
    order = {rule.name: number for number, rule in enumerate(all_rules())}
    for number_of_rule, rule in enumerate(sorted(all_rules(), key=_is_layout)):
        pulse.enter("checking", number_of_rule / len(order))
        for number in waiting.get(rule.name, ()):
            findings = rule.check(texts[number][0])
            first = next(findings, None)
            if first is not None and _is_layout(rule):
                first = without_explained(texts[number][0], first, _fixes(signed[number]))
            if first is not None:  # hardly ever
                signed[number] += _signed(rule, first, findings, texts[number])
    for diagnostics in signed:
        diagnostics.sort(key=lambda one: (one.line, one.column, one.level, order[one.rule]))
    return [Report(subject.name, tuple(found)) for (subject, _), found in zip(texts, signed, strict=True)]


def _is_layout(rule: Rule) -> bool:
    """Whether a rule is the one that runs last, since it reports what no other has."""
    return rule.name == "layout"


def _fixes(diagnostics: Iterable[Diagnostic]) -> Iterator[Fix]:
    return (diagnostic.fix for diagnostic in diagnostics if diagnostic.fix is not None)


def _signed(rule: Rule, first: Finding, findings: Iterator[Finding], text: _Text) -> Iterator[Diagnostic]:
    subject, policy = text
    severity = policy.severities.get(rule.name, rule.severity)
    return (sign(finding, rule, subject, severity) for finding in _told(rule, first, findings))


class _Wanted(NamedTuple):
    """What the rules that are on ask of a text: the signs to look for, and whether to compare it with the canonical."""

    signs: tuple[str, ...]
    canonical: bool


@cache
def _wanted(on: frozenset[str]) -> _Wanted:
    needs = frozenset[str]().union(*(rule.needs for rule in all_rules() if rule.name in on))
    return _Wanted(tuple(sorted(need for need in needs if len(need) == 1)), NOT_CANONICAL in needs)


def _features(subject: Subject, wanted: _Wanted) -> frozenset[str]:
    """What a text has of all that rules may need."""
    text, reading = subject.text, subject.reading
    found = {*reading.document, *[sign for sign in wanted.signs if sign in text]}
    if "url" not in found:
        found.add(NO_ADDRESS)
    if reading.before_gap:
        found.add(IN_HEADER)
    if subject.require:
        found.add(REQUIRED)
    if not text.isascii():
        found.add(NOT_ASCII)
    if not reading.is_readable:
        found.add(UNREADABLE)
    if not subject.is_text:
        found.add(NOT_UTF8)
    if wanted.canonical and not subject.is_canonical:
        found.add(NOT_CANONICAL)
    return frozenset(found)


@lru_cache(maxsize=4096)  # most articles have the same few features
def _rules(on: frozenset[str], features: frozenset[str]) -> tuple[str, ...]:
    """The names of the rules that are on and may find something in a text with these features."""
    rules = (rule for rule in all_rules() if rule.name in on and rule.level < _CORPUS)
    return tuple(rule.name for rule in rules if not rule.needs or rule.needs & features)


@cache
def _corpus_rules(on: frozenset[str]) -> tuple[Rule, ...]:
    return tuple(rule for rule in all_rules() if rule.name in on and rule.level == _CORPUS)


def _told(rule: Rule, first: Finding, findings: Iterator[Finding]) -> Iterator[Finding]:
    """The findings of a rule, and one for all that are more than can be told."""
    yield first
    yield from islice(findings, MOST_OF_ONE - 1)
    next_one = next(findings, None)
    if next_one is not None:
        more = 1 + sum(1 for _ in islice(findings, _MOST_COUNTED))
        yield Finding(rule.name, _others(more), next_one.start, next_one.end)


def _others(count: int) -> str:
    if count > _MOST_COUNTED:
        return f"more than {_MOST_COUNTED:,} other findings of this rule"
    return "1 other finding of this rule" if count == 1 else f"{count:,} other findings of this rule"
