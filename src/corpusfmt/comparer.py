"""What shows only among articles: the rules of the fifth level, over all that was kept of the articles of a run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from corpusfmt.addresses import all_addresses
from corpusfmt.checker import Examined, sign
from corpusfmt.corpus import Corpus, CorpusFinding, Entry
from corpusfmt.diagnostic import Diagnostic, Finding
from corpusfmt.policy import Policy
from corpusfmt.rules import Rule, all_rules
from corpusfmt.subject import Subject

Read = Callable[[str], Subject | None]
"""Reads an article once more, by its path; None where that cannot be done."""

_CORPUS = 5


def compare(examined: Sequence[Examined], policy: Policy, read: Read) -> Iterator[Diagnostic]:
    """Yield the diagnostics that show only among these articles, rule by rule, each rule's by path.

    The same comes out whatever the order of the articles. Only articles that have findings are read again.
    """
    ordered = sorted(examined, key=lambda each: each.report.path)
    for rule in all_rules():
        entries = [_entry(each, rule, policy) for each in ordered if rule.name in each.facts]
        if entries:
            yield from _compare(rule, entries, policy, read)


def _entry(examined: Examined, rule: Rule, policy: Policy) -> Entry:
    group = policy.host_of(examined.host) or ""
    return Entry(examined.report.path, examined.host, group, examined.facts[rule.name])


def _compare(rule: Rule, entries: Sequence[Entry], policy: Policy, read: Read) -> Iterator[Diagnostic]:
    coverage = {"": policy.coverage} | {host: its.coverage for host, its in policy.hosts.items()}
    corpus = Corpus(entries, coverage, policy.options, read)
    found = sorted(rule.compare(corpus), key=lambda finding: finding.path)
    hosts = {entry.path: entry.host for entry in entries}
    for finding in found:
        own = policy.of_host(hosts[finding.path])
        yield _sign(finding, rule, read(finding.path), replace(own, per_file=()))


def _sign(found: CorpusFinding, rule: Rule, subject: Subject | None, policy: Policy) -> Diagnostic:
    """The finding with its place; the start of the file where it could not be read again."""
    subject = subject or Subject("", found.path)
    own = (one for one in all_addresses(subject.text, subject.reading) if one.kind == "own")
    address = next(own, None) if found.pointer == "/url" else None
    start, end = subject.place(found.pointer) if address is None else (address.start, address.end)
    finding = Finding(rule.name, found.message, start, end, found.expected, found.pointer or None)
    return sign(finding, rule, subject, policy.severities.get(rule.name, rule.severity))
