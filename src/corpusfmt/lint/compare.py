"""Run the corpus rules over what they have collected from the articles of a run."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from operator import attrgetter

from corpusfmt.lint.checker import CheckResult, sign
from corpusfmt.lint.context import Context
from corpusfmt.lint.corpus import OTHER, Corpus, CorpusFinding, Entry
from corpusfmt.lint.policy import Policy
from corpusfmt.lint.rule import Rule
from corpusfmt.model.diagnostic import Diagnostic, Finding
from corpusfmt.model.file_result import FileResult

Read = Callable[[str], Context | None]
"""Reads an article again, by its path; returns None where that fails."""

FindNew = Callable[[Collection[str]], Collection[str]]
"""Returns those of some paths that are new."""

_KEPT = 128
"""How many articles that were read again are kept: duplicates come in groups."""


def compare(
    results: Iterable[CheckResult | FileResult],
    policy: Policy,
    read: Read,
    find_new: FindNew | None = None,
) -> Iterator[Diagnostic]:
    """Yield the diagnostics of the corpus rules, rule by rule, each rule's by path.

    They are the same whatever the order of the articles. Only articles that have findings are read
    again. Of articles that are alike, the first by path is the original; with ``find_new`` the
    others precede the new ones, so that the finding is at the new article.
    """
    read = lru_cache(maxsize=_KEPT)(partial(_read, read, policy))
    ordered = sorted(results, key=attrgetter("path"))
    for rule in policy.every_rule():
        entries = [_entry(result, rule, policy) for result in ordered if rule.name in result.facts]
        if entries:
            yield from _compare(rule, entries, policy, read, find_new)


def _read(read: Read, policy: Policy, path: str) -> Context | None:
    """Read an article again as it was checked."""
    context = read(path)
    if context is not None:
        context.read_dates_by(policy.date_orders)
    return context


def _entry(result: CheckResult | FileResult, rule: Rule, policy: Policy) -> Entry:
    group = policy.host_of(result.host) or ""
    return Entry(result.path, result.host, group, result.facts[rule.name])


def _compare(
    rule: Rule, entries: Sequence[Entry], policy: Policy, read: Read, find_new: FindNew | None
) -> Iterator[Diagnostic]:
    coverage = {"": policy.coverage}
    for host, own in policy.hosts.items():
        coverage[host] = own.coverage
    corpus = Corpus(entries, coverage, policy.options, read)
    findings = [*rule.compare(corpus)]
    new = _find_new_among(findings, find_new)
    if new:
        entries = sorted(entries, key=lambda entry: (entry.path in new, entry.path))
        findings = [*rule.compare(replace(corpus, entries=entries))]
    hosts = {entry.path: entry.host for entry in entries}
    for finding in sorted(findings, key=lambda finding: finding.path):
        yield _sign(finding, rule, read, policy.of_host(hosts[finding.path]))


def _find_new_among(findings: Sequence[CorpusFinding], find_new: FindNew | None) -> Collection[str]:
    """Return the new articles among those that were compared with another."""
    paths: set[str] = set()
    for finding in findings:
        if finding.others:
            paths |= {finding.path, *(path for path, _ in finding.others)}
    return find_new(paths) if find_new is not None and paths else ()


def _sign(found: CorpusFinding, rule: Rule, read: Read, policy: Policy) -> Diagnostic:
    """Return the diagnostic of a finding.

    At the start of the file where that could not be read again.
    """
    context = read(found.path) or Context("", found.path)
    start, end = _place(context, found.pointer)
    message = found.message
    if found.others:
        places = [_describe(other, read) for other in found.others]
        message = message.replace(OTHER, ", ".join(places))
    finding = Finding(message, start, end, found.expected, found.pointer or None)
    diagnostic = sign(finding, rule, context, policy.severity(rule))
    if not found.others:
        return diagnostic
    others = tuple(path for path, _ in found.others)
    return replace(diagnostic, others=others, articles=found.articles)


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
