"""The articles and findings that a page shows: all of a small corpus, a sample of a large one."""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.stats.measure import (
    MOST_ARTICLES,
    MOST_OF_RULE,
    Measured,
    ShownArticle,
    ShownFinding,
    key_of_finding,
)
from corpusfmt.stats.sample import Sample, largest_share

_MOST_FINDINGS = 2_500

_Chosen = ShownFinding | tuple[Diagnostic, str]
"""A finding that is shown, or one of a corpus rule, with its host, whose article must be read."""


class Details:
    """Collects what is shown: so many articles, and so many findings of all rules together.

    Each rule has the same share, where it has so many findings.
    """

    def __init__(self, articles: int = MOST_ARTICLES, findings: int = _MOST_FINDINGS) -> None:
        self._most_findings = findings
        self._articles: Sample[ShownArticle] = Sample(articles)
        self._findings: dict[str, Sample[_Chosen]] = {}
        self._shown: list[ShownFinding] = []

    def add(self, measured: Measured) -> None:
        """Add what may be shown of a batch of articles."""
        for key, article in measured.articles:
            self._articles.add(key, article)
        for key, finding in measured.findings:
            self._sample(finding.rule).add(key, finding)

    def add_compared(self, diagnostic: Diagnostic, host: str) -> None:
        """Add a finding of a corpus rule in an article of a host."""
        self._sample(diagnostic.rule).add(key_of_finding(diagnostic), (diagnostic, host))

    def choose(self) -> Iterator[tuple[Diagnostic, str]]:
        """Choose the findings that are shown; yield those that must be given to `show`."""
        chosen = {rule: sample.items() for rule, sample in self._findings.items()}
        share = largest_share(map(len, chosen.values()), self._most_findings)
        for rule in sorted(chosen):
            for finding in chosen[rule][:share]:
                if isinstance(finding, ShownFinding):
                    self._shown.append(finding)
                else:
                    yield finding

    def show(self, finding: ShownFinding) -> None:
        """Add a finding that is shown."""
        self._shown.append(finding)

    def articles(self) -> list[ShownArticle]:
        """Return the articles that are listed, by path."""
        return sorted(self._articles.items())

    def findings(self) -> list[ShownFinding]:
        """Return the findings that are shown, by path and place."""
        return sorted(self._shown, key=lambda one: (one.path, one.line, one.column, one.rule))

    def _sample(self, rule: str) -> Sample[_Chosen]:
        return self._findings.setdefault(rule, Sample(MOST_OF_RULE))
