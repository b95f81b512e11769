"""Run the corpus rules over what they have collected from the articles of a run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from corpusfmt.lint.checker import CheckResult, sign
from corpusfmt.lint.context import Context
from corpusfmt.lint.corpus import OTHER, Corpus, CorpusFinding, Entry
from corpusfmt.lint.policy import Policy
from corpusfmt.lint.rule import Rule
from corpusfmt.model.diagnostic import Diagnostic, Finding

Read = Callable[[str], Context | None]
"""Reads an article again, by its path; returns None where that fails."""

_KEPT = 128
"""How many articles that were read again are kept: duplicates come in groups."""


def compare(results: Sequence[CheckResult], policy: Policy, read: Read) -> Iterator[Diagnostic]:
    """Yield the diagnostics of the corpus rules, rule by rule, each rule's by path.

    They are the same whatever the order of the articles. Only articles that have findings are read again.
    """
    read = lru_cache(maxsize=_KEPT)(read)
    ordered = sorted(results, key=lambda result: result.report.path)
    for rule in policy.every_rule():
        entries = [_entry(result, rule, policy) for result in ordered if rule.name in result.facts]
        if entries:
            yield from _compare(rule, entries, policy, read)


def _entry(result: CheckResult, rule: Rule, policy: Policy) -> Entry:
    group = policy.host_of(result.host) or ""
    return Entry(result.report.path, result.host, group, result.facts[rule.name])


def _compare(rule: Rule, entries: Sequence[Entry], policy: Policy, read: Read) -> Iterator[Diagnostic]:
    coverage = {"": policy.coverage}
    for host, own in policy.hosts.items():
        coverage[host] = own.coverage
    corpus = Corpus(entries, coverage, policy.options, read)
    hosts = {entry.path: entry.host for entry in entries}
    for finding in sorted(rule.compare(corpus), key=lambda finding: finding.path):
        yield _sign(finding, rule, read, policy.of_host(hosts[finding.path]))


def _sign(found: CorpusFinding, rule: Rule, read: Read, policy: Policy) -> Diagnostic:
    """Return the diagnostic of a finding; at the start of the file where that could not be read again."""
    context = read(found.path) or Context("", found.path)
    start, end = _place(context, found.pointer)
    message = found.message
    if found.other:
        message = message.replace(OTHER, _describe(found.other, read))
    finding = Finding(message, start, end, found.expected, found.pointer or None)
    return sign(finding, rule, context, policy.severity(rule))


def _describe(other: tuple[str, str], read: Read) -> str:
    """Return a place in another article in the form that editors follow."""
    path, pointer = other
    context = read(path)
    if context is None:
        return path
    line, column = context.source.position(_place(context, pointer)[0])
    return f"{path}:{line}:{column}"


def _place(context: Context, pointer: str) -> tuple[int, int]:
    own = context.url_span if pointer == "/url" else None
    return own or context.place(pointer)
