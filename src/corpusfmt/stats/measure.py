"""Count a batch of articles, and choose which of them and of their findings may be shown."""

from __future__ import annotations

from corpusfmt.lint.context import Context
from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.stats.article import ArticleFacts, facts_of
from corpusfmt.stats.excerpt import Excerpt, make_excerpt
from corpusfmt.stats.sample import Sample, key_of
from corpusfmt.stats.tally import Tally
from corpusfmt.text.display import shortened
from corpusfmt.text.named_tuples import NamedTuple

MOST_ARTICLES = 1_000
"""How many articles are listed; of more, a random sample."""

MOST_OF_RULE = 200
"""How many findings of one rule are collected to be shown."""

_LONGEST_TITLE = 160
_LONGEST_URL = 400
_LONGEST_MESSAGE = 300


class ShownArticle(NamedTuple):
    """An article as it is listed; ``findings`` are those that it has by itself."""

    path: str
    title: str
    host: str
    url: str
    month: str
    language: str
    words: int
    findings: int


class ShownFinding(NamedTuple):
    """A finding as it is shown in its article."""

    path: str
    title: str
    host: str
    rule: str
    severity: str
    line: int
    column: int
    message: str
    expected: str
    excerpt: Excerpt


class Measured(NamedTuple):
    """The counts of a batch, and what may be shown of it, each with its key for a sample."""

    tally: Tally
    articles: list[tuple[int, ShownArticle]]
    findings: list[tuple[int, ShownFinding]]


class Measurer:
    """Counts batches of articles, in one process.

    ``details`` is whether articles and findings are shown. Those that cannot be in the sample of
    all articles, because this process has seen enough with smaller keys, are not returned.
    """

    def __init__(self, *, details: bool) -> None:
        self.details = details
        self.tally = Tally()
        self._articles: Sample[None] = Sample(MOST_ARTICLES)
        self._findings: dict[str, Sample[None]] = {}
        self._new_articles: list[tuple[int, ShownArticle]] = []
        self._new_findings: list[tuple[int, ShownFinding]] = []

    def add(self, context: Context, diagnostics: tuple[Diagnostic, ...]) -> None:
        """Count an article and its findings."""
        facts = facts_of(context)
        self.tally.add(facts, diagnostics)
        if self.details:
            self._offer_article(context.name, facts, len(diagnostics))
            self._offer_findings(context, facts, diagnostics)

    def take(self) -> Measured:
        """Return what was counted since the last call."""
        measured = Measured(self.tally, self._new_articles, self._new_findings)
        self.tally, self._new_articles, self._new_findings = Tally(), [], []
        return measured

    def _offer_article(self, path: str, facts: ArticleFacts, findings: int) -> None:
        key = key_of(path)
        if not self._articles.admits(key):
            return
        self._articles.add(key, None)
        shown = ShownArticle(
            path,
            shortened(facts.title, _LONGEST_TITLE),
            facts.host,
            facts.url if len(facts.url) <= _LONGEST_URL else "",
            facts.month,
            facts.language,
            facts.words,
            findings,
        )
        self._new_articles.append((key, shown))

    def _offer_findings(
        self, context: Context, facts: ArticleFacts, diagnostics: tuple[Diagnostic, ...]
    ) -> None:
        for diagnostic in diagnostics:
            key = key_of_finding(diagnostic)
            sample = self._findings.setdefault(diagnostic.rule, Sample(MOST_OF_RULE))
            if sample.admits(key):
                sample.add(key, None)
                shown = show_finding(diagnostic, context, facts.title, facts.host)
                self._new_findings.append((key, shown))


def key_of_finding(diagnostic: Diagnostic) -> int:
    """Return the key of a finding for a sample."""
    return key_of(diagnostic.path, diagnostic.rule, diagnostic.line, diagnostic.column)


def show_finding(
    diagnostic: Diagnostic, context: Context | None, title: str, host: str
) -> ShownFinding:
    """Return a finding with its place in the article; without ``context``, with its line."""
    if context is None:
        excerpt = Excerpt("", diagnostic.excerpt.partition("\n")[0], "")
    else:
        start = diagnostic.line, diagnostic.column
        end = diagnostic.end_line, diagnostic.end_column
        excerpt = make_excerpt(context.source, start, end)
    return ShownFinding(
        diagnostic.path,
        shortened(title, _LONGEST_TITLE),
        host,
        diagnostic.rule,
        diagnostic.severity,
        diagnostic.line,
        diagnostic.column,
        shortened(diagnostic.message, _LONGEST_MESSAGE),
        shortened(diagnostic.expected or "", _LONGEST_MESSAGE),
        excerpt,
    )
