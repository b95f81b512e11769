"""Run the corpus rules over what they have collected from the articles of a run."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial

from corpusfmt.lint.checker import CheckResult, sign
from corpusfmt.lint.context import Context
from corpusfmt.lint.corpus import OTHER, Corpus, CorpusFinding, Entry
from corpusfmt.lint.facts import FactStore, RuleFacts
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
    results: Iterable[CheckResult | FileResult] | FactStore,
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
    store = results if isinstance(results, FactStore) else _store(results)
    for rule in policy.every_rule():
        facts = store.of_rule(rule.name)
        if facts is not None and len(facts) >= rule.fewest:
            yield from _compare(rule, facts, policy, read, find_new)


def _store(results: Iterable[CheckResult | FileResult]) -> FactStore:
    store = FactStore()
    for result in results:
        store.add(result)
    return store


def _read(read: Read, policy: Policy, path: str) -> Context | None:
    """Read an article again as it was checked."""
    context = read(path)
    if context is not None:
        context.read_dates_by(policy.date_orders)
    return context


class _Articles:
    """The articles of a rule; the ``new`` ones follow the others."""

    def __init__(self, facts: RuleFacts, policy: Policy, new: Collection[str] = ()) -> None:
        self.facts = facts
        self.policy = policy
        self.new = new

    def __iter__(self) -> Iterator[Entry]:
        entries = self.facts.entries(self.new)
        if not self.policy.hosts:
            yield from entries
            return
        for entry in entries:
            yield entry._replace(group=self.policy.host_of(entry.host) or "")

    def entry(self, number: int) -> Entry:
        """Return the article of a number."""
        return self.facts.entry(number)


def _compare(
    rule: Rule, facts: RuleFacts, policy: Policy, read: Read, find_new: FindNew | None
) -> Iterator[Diagnostic]:
    coverage = {"": policy.coverage}
    for host, own in policy.hosts.items():
        coverage[host] = own.coverage
    corpus = Corpus(_Articles(facts, policy), coverage, policy.options, read)
    findings = [*rule.compare(corpus)]
    new = _find_new_among(findings, find_new)
    if new:
        findings = [*rule.compare(replace(corpus, entries=_Articles(facts, policy, new)))]
    hosts = _hosts_of(findings, facts) if policy.hosts else {}
    for finding in sorted(findings, key=lambda finding: finding.path):
        yield _sign(finding, rule, read, policy.of_host(hosts.get(finding.path, "")))


def _hosts_of(findings: Iterable[CorpusFinding], facts: RuleFacts) -> Mapping[str, str]:
    """Return the hosts of the articles that have findings, by path."""
    paths = {finding.path for finding in findings}
    return {entry.path: entry.host for entry in facts.entries() if entry.path in paths}


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
