"""What shows only among articles: the rules of the fifth level, over all that was kept of the articles of a run."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial

from corpusfmt.config.policy import Policy
from corpusfmt.lint.checker import Examined, sign
from corpusfmt.lint.context import Subject
from corpusfmt.lint.corpus import OTHER, Corpus, CorpusFinding, Entry
from corpusfmt.model.diagnostic import Diagnostic, Finding
from corpusfmt.rules import Rule, all_rules
from corpusfmt.rules._shared.urls import all_addresses

Read = Callable[[str], Subject | None]
"""Reads an article once more, by its path; None where that cannot be done."""

FindNew = Callable[[Collection[str]], Collection[str]]
"""Returns those of some paths that are new."""

_CORPUS = 5
_KEPT = 128
"""How many articles that were read again are kept: duplicates come in groups."""


def compare(
    examined: Sequence[Examined], policy: Policy, read: Read, find_new: FindNew | None = None
) -> Iterator[Diagnostic]:
    """Yield the diagnostics that show only among these articles, rule by rule, each rule's by path.

    The same comes out whatever the order of the articles. Only articles that have findings are read again. Of articles
    that are alike, the first by path is the original; ``find_new`` lets the others come before the new ones, so that
    the finding is at the new article.
    """
    read = lru_cache(maxsize=_KEPT)(partial(_read, read, policy))
    ordered = sorted(examined, key=lambda each: each.report.path)
    for rule in all_rules():
        entries = [_entry(each, rule, policy) for each in ordered if rule.name in each.facts]
        if entries:
            yield from _compare(rule, entries, policy, read, find_new)


def _read(read: Read, policy: Policy, path: str) -> Subject | None:
    """Read an article again as it was checked."""
    subject = read(path)
    if subject is not None:
        subject.read_dates_by(policy.date_orders)
    return subject


def _entry(examined: Examined, rule: Rule, policy: Policy) -> Entry:
    group = policy.host_of(examined.host) or ""
    return Entry(examined.report.path, examined.host, group, examined.facts[rule.name])


def _compare(
    rule: Rule, entries: Sequence[Entry], policy: Policy, read: Read, find_new: FindNew | None
) -> Iterator[Diagnostic]:
    coverage = {"": policy.coverage} | {host: its.coverage for host, its in policy.hosts.items()}
    corpus = Corpus(entries, coverage, policy.options, read)
    found = sorted(rule.compare(corpus), key=lambda finding: finding.path)
    paths = {path for one in found if one.other for path in (one.path, one.other[0])}
    new = find_new(paths) if find_new is not None and paths else frozenset[str]()
    if new:
        entries = sorted(entries, key=lambda entry: (entry.path in new, entry.path))
        found = sorted(rule.compare(replace(corpus, entries=entries)), key=lambda finding: finding.path)
    hosts = {entry.path: entry.host for entry in entries}
    for finding in found:
        own = policy.of_host(hosts[finding.path])
        yield _sign(finding, rule, read, replace(own, per_file=()))


def _sign(found: CorpusFinding, rule: Rule, read: Read, policy: Policy) -> Diagnostic:
    """The finding with its place; the start of the file where it could not be read again."""
    subject = read(found.path) or Subject("", found.path)
    start, end = _place(subject, found.pointer)
    message = found.message.replace(OTHER, _told(found.other, read)) if found.other else found.message
    finding = Finding(rule.name, message, start, end, found.expected, found.pointer or None)
    return sign(finding, rule, subject, policy.severities.get(rule.name, rule.severity))


def _told(other: tuple[str, str], read: Read) -> str:
    """A place in another article, as editors follow it."""
    path, pointer = other
    subject = read(path)
    if subject is None:
        return path
    line, column = subject.source.position(_place(subject, pointer)[0])
    return f"{path}:{line}:{column}"


def _place(subject: Subject, pointer: str) -> tuple[int, int]:
    own = (one for one in all_addresses(subject.text, subject.reading) if one.kind == "own")
    address = next(own, None) if pointer == "/url" else None
    return subject.place(pointer) if address is None else (address.start, address.end)
