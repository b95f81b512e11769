"""The figures of a corpus as plain values, the same for the table, the JSON report and the page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import starmap
from typing import TypedDict

from corpusfmt.report.wording import without_surrogates
from corpusfmt.rules import all_rules
from corpusfmt.stats.alike import Alike
from corpusfmt.stats.article import FIELDS
from corpusfmt.stats.counter import by_count
from corpusfmt.stats.tally import HostTally, Tally

_STEPS = (0, 1, 50, 100, 150, 200, 300, 400, 600, 800, 1200, 1600, 2400, 3200, 4800, 6400, 9600)
"""Where the classes of lengths begin, in words: each is about 1.4 times the one before it."""

_SEVERITY_OF_CLEAN = "clean"
_ORDER = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Counts:
    """What a run has counted.

    ``severities`` has the articles by their most serious finding, "" for those without findings.
    ``failed`` counts the files that could not be read, ``unread`` holds the path and the reason of
    some of them.
    """

    tally: Tally
    alike: Alike
    severities: Mapping[str, int]
    failed: int
    unread: tuple[tuple[str, str], ...]


class Words(TypedDict):
    """Lengths of articles in words: the sum, quantiles, and classes.

    A class has its first and its last length, None for no end, and the number of articles.
    """

    total: int
    shortest: int
    tenth: int
    median: int
    ninetieth: int
    longest: int
    classes: list[tuple[int, int | None, int]]


class Host(TypedDict):
    """A host: ``fields`` and ``rules`` have the numbers of articles and of findings by name."""

    host: str
    articles: int
    words: int
    findings: int
    fields: dict[str, int]
    rules: dict[str, int]


class RuleCount(TypedDict):
    """The findings of a rule, and the articles that have any.

    ``scope`` is whether they are about a place or about the whole file.
    """

    rule: str
    level: int
    severity: str
    scope: str
    summary: str
    findings: int
    articles: int
    kinds: dict[str, int]


class GroupOfArticles(TypedDict):
    """Articles that are alike: the first, their number, and some of the others."""

    rule: str
    first: str
    articles: int
    others: list[str]
    excerpt: str


class Paragraph(TypedDict):
    """A paragraph that several articles of a host have, and where it is in the first of them."""

    host: str
    articles: int
    path: str
    line: int
    excerpt: str


class Summary(TypedDict):
    """The figures of a corpus. Lists are sorted by their numbers, the largest first.

    The name of what an article lacks (its host, month or language) is an empty string.
    ``incomplete`` has the lists from which rare entries were dropped.
    """

    articles: int
    not_read: int
    unread: list[tuple[str, str]]
    states: dict[str, int]
    words: Words
    months: list[tuple[str, int]]
    languages: list[tuple[str, int]]
    hosts: list[Host]
    authors: list[tuple[str, int]]
    fields: dict[str, int]
    rules: list[RuleCount]
    groups: list[GroupOfArticles]
    shared_paragraphs: list[Paragraph]
    shared_paragraphs_found: int
    incomplete: list[str]


def summarize(counts: Counts) -> Summary:
    """Return the figures of a run."""
    tally = counts.tally
    states = {_SEVERITY_OF_CLEAN: counts.severities[""]}
    for severity in reversed(_ORDER):
        states[severity] = counts.severities[severity]
    return {
        "articles": tally.articles,
        "not_read": counts.failed,
        "unread": [(_plain(path), _plain(reason)) for path, reason in counts.unread],
        "states": states,
        "words": _words(tally),
        "months": sorted(tally.months.items()),
        "languages": by_count(tally.languages.items()),
        "hosts": [*starmap(_host, tally.top_hosts())],
        "authors": _named(tally.authors.top()),
        "fields": dict(zip(FIELDS, tally.fields, strict=True)),
        "rules": _rules(tally),
        "groups": _groups(counts.alike),
        "shared_paragraphs": _paragraphs(counts.alike),
        "shared_paragraphs_found": counts.alike.paragraphs,
        "incomplete": _incomplete(counts),
    }


def _words(tally: Tally) -> Words:
    lengths = sorted(tally.lengths.items())
    return {
        "total": tally.words,
        "shortest": _quantile(lengths, tally.articles, 0),
        "tenth": _quantile(lengths, tally.articles, 0.1),
        "median": _quantile(lengths, tally.articles, 0.5),
        "ninetieth": _quantile(lengths, tally.articles, 0.9),
        "longest": _quantile(lengths, tally.articles, 1),
        "classes": _classes(lengths),
    }


def _quantile(lengths: Sequence[tuple[int, int]], articles: int, share: float) -> int:
    """Return the shortest length that so large a share of the articles does not exceed."""
    needed = max(1, share * articles)
    for length, count in lengths:
        needed -= count
        if needed <= 0:
            return length
    return 0


def _classes(lengths: Iterable[tuple[int, int]]) -> list[tuple[int, int | None, int]]:
    """Return the numbers of articles by length, from the first class that has any to the last."""
    counts = [0] * len(_STEPS)
    for length, count in lengths:
        counts[bisect_right(_STEPS, length) - 1] += count
    used = [number for number, count in enumerate(counts) if count]
    if not used:
        return []
    ends: list[int | None] = [step - 1 for step in _STEPS[1:]]
    classes = [*zip(_STEPS, [*ends, None], counts, strict=True)]
    return classes[used[0] : used[-1] + 1]


def _host(name: str, own: HostTally) -> Host:
    fields = {field: count for field, count in zip(FIELDS, own.fields, strict=True) if count}
    return {
        "host": _plain(name),
        "articles": own.articles,
        "words": own.words,
        "findings": own.findings,
        "fields": fields,
        "rules": dict(by_count(own.rules.items())),
    }


def _rules(tally: Tally) -> list[RuleCount]:
    rows: list[RuleCount] = []
    for rule in all_rules():
        by_severity = {severity: tally.rules[rule.name, severity] for severity in _ORDER}
        findings = sum(by_severity.values())
        if not findings:
            continue
        kinds = [(kind, count) for (name, kind), count in tally.kinds.items() if name == rule.name]
        rows.append(
            {
                "rule": rule.name,
                "level": rule.level,
                "severity": next(name for name in _ORDER if by_severity[name]),
                "scope": rule.scope,
                "summary": rule.summary,
                "findings": findings,
                "articles": tally.articles_of_rules[rule.name],
                "kinds": dict(by_count(kinds)),
            }
        )
    return sorted(rows, key=lambda row: (-row["findings"], row["rule"]))


def _groups(alike: Alike) -> list[GroupOfArticles]:
    rows: list[GroupOfArticles] = []
    for group in alike.groups():
        rows.append(
            {
                "rule": group.rule,
                "first": _plain(group.first),
                "articles": group.articles,
                "others": [*map(_plain, group.others)],
                "excerpt": _plain(group.excerpt),
            }
        )
    return rows


def _paragraphs(alike: Alike) -> list[Paragraph]:
    rows: list[Paragraph] = []
    for paragraph in alike.shared():
        rows.append(
            {
                "host": _plain(paragraph.host),
                "articles": paragraph.articles,
                "path": _plain(paragraph.path),
                "line": paragraph.line,
                "excerpt": _plain(paragraph.excerpt),
            }
        )
    return rows


def _incomplete(counts: Counts) -> list[str]:
    dropped = {
        "hosts": counts.tally.dropped_hosts,
        "authors": counts.tally.authors.dropped,
        "groups": counts.alike.dropped_groups,
    }
    return [name for name, is_so in dropped.items() if is_so]


def _named(pairs: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    return [(_plain(name), count) for name, count in pairs]


_plain = without_surrogates
