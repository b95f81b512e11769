"""Counts over many articles, in bounded memory: those of batches are added up to those of a run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.stats.article import FIELDS, ArticleFacts
from corpusfmt.stats.counter import TopCounter

MOST_AUTHORS = 20_000
MOST_HOSTS = 5_000


class HostTally:
    """The counts of one host; ``fields`` has a number for each of FIELDS, ``rules`` findings."""

    __slots__ = ("articles", "fields", "findings", "rules", "words")

    def __init__(self) -> None:
        self.articles = 0
        self.words = 0
        self.findings = 0
        self.fields = [0] * len(FIELDS)
        self.rules: Counter[str] = Counter()

    def merge(self, other: HostTally) -> None:
        """Add the counts of another part of the articles."""
        self.articles += other.articles
        self.words += other.words
        self.findings += other.findings
        for number, count in enumerate(other.fields):
            self.fields[number] += count
        self.rules.update(other.rules)


class Tally:
    """The counts of some articles.

    ``rules`` has the findings by rule and severity, ``articles_of_rules`` the articles that have
    any, ``kinds`` the findings by rule and kind. The key of articles without a URL, a date or a
    known language is an empty string. ``dropped_hosts`` is whether rare hosts were dropped.
    """

    def __init__(self) -> None:
        self.articles = 0
        self.words = 0
        self.lengths: Counter[int] = Counter()
        self.months: Counter[str] = Counter()
        self.languages: Counter[str] = Counter()
        self.authors = TopCounter(MOST_AUTHORS)
        self.fields = [0] * len(FIELDS)
        self.hosts: dict[str, HostTally] = {}
        self.dropped_hosts = False
        self.rules: Counter[tuple[str, str]] = Counter()
        self.articles_of_rules: Counter[str] = Counter()
        self.kinds: Counter[tuple[str, str]] = Counter()

    def add(self, facts: ArticleFacts, diagnostics: Iterable[Diagnostic]) -> None:
        """Count an article, and its findings."""
        self.articles += 1
        self.words += facts.words
        self.lengths[facts.words] += 1
        self.months[facts.month] += 1
        self.languages[facts.language] += 1
        for author in facts.authors:
            self.authors.add(author)
        host = self._host(facts.host)
        host.articles += 1
        host.words += facts.words
        for number in facts.fields:
            self.fields[number] += 1
            host.fields[number] += 1
        rules = {self.add_finding(diagnostic, facts.host) for diagnostic in diagnostics}
        self.articles_of_rules.update(rules)

    def add_finding(self, diagnostic: Diagnostic, host: str) -> str:
        """Count a finding in an article of a host; return the name of its rule."""
        rule = diagnostic.rule
        self.rules[rule, diagnostic.severity] += 1
        if diagnostic.kind is not None:
            self.kinds[rule, diagnostic.kind] += 1
        tally = self._host(host)
        tally.findings += 1
        tally.rules[rule] += 1
        return rule

    def merge(self, other: Tally) -> None:
        """Add the counts of other articles."""
        self.articles += other.articles
        self.words += other.words
        self.lengths.update(other.lengths)
        self.months.update(other.months)
        self.languages.update(other.languages)
        self.authors.update(dict(other.authors.top()))
        for number, count in enumerate(other.fields):
            self.fields[number] += count
        for host, tally in other.hosts.items():
            self._host(host).merge(tally)
        self.rules.update(other.rules)
        self.articles_of_rules.update(other.articles_of_rules)
        self.kinds.update(other.kinds)
        if len(self.hosts) > 2 * MOST_HOSTS:
            self.hosts = dict(self.top_hosts(MOST_HOSTS))
            self.dropped_hosts = True

    def top_hosts(self, most: int | None = None) -> list[tuple[str, HostTally]]:
        """Return the hosts with most articles and their counts, those of equal counts by name."""
        ordered = sorted(self.hosts.items(), key=lambda pair: (-pair[1].articles, pair[0]))
        return ordered[:most]

    def _host(self, host: str) -> HostTally:
        if host not in self.hosts:
            self.hosts[host] = HostTally()
        return self.hosts[host]
