"""Which articles are alike, and which paragraphs occur in many: from findings of corpus rules."""

from __future__ import annotations

from heapq import heappush, heappushpop

from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.text.named_tuples import NamedTuple

MOST_GROUPS = 5_000
MOST_PARAGRAPHS = 500

_MOST_MEMBERS = 20
"""How many articles of a group are listed."""


class Group(NamedTuple):
    """Articles that are alike by a rule: the first, how many there are, and some of the others.

    ``excerpt`` is the start of a line that they have in common.
    """

    rule: str
    first: str
    articles: int
    others: tuple[str, ...]
    excerpt: str


class SharedParagraph(NamedTuple):
    """A paragraph that several articles of a host have: how many, and the place of the first."""

    host: str
    articles: int
    path: str
    line: int
    excerpt: str


class Alike:
    """Collects groups of articles and shared paragraphs.

    Of very many groups, the small ones are dropped: ``dropped_groups``. ``paragraphs`` counts the
    shared paragraphs, of which those in most articles are kept.
    """

    def __init__(self) -> None:
        self._groups: dict[tuple[str, str], Group] = {}
        self.dropped_groups = False
        self.paragraphs = 0
        self._shared: list[tuple[int, int, SharedParagraph]] = []

    def add(self, diagnostic: Diagnostic, host: str) -> None:
        """Take what the finding of a corpus rule reports of several articles.

        A finding that counts them is about a paragraph. Another names the first of those that are
        alike, and is in one of them.
        """
        if diagnostic.articles:
            self._add_paragraph(diagnostic, host)
        elif diagnostic.others:
            self._add_to_group(diagnostic)

    def groups(self) -> list[Group]:
        """Return the groups, the largest first."""
        return sorted(
            self._groups.values(), key=lambda group: (-group.articles, group.first, group.rule)
        )

    def shared(self) -> list[SharedParagraph]:
        """Return the shared paragraphs, those in most articles first."""
        return [paragraph for *_, paragraph in sorted(self._shared, reverse=True)]

    def _add_to_group(self, diagnostic: Diagnostic) -> None:
        first = diagnostic.others[0]
        key = diagnostic.rule, first
        excerpt = diagnostic.excerpt.partition("\n")[0]
        group = self._groups.get(key, Group(diagnostic.rule, first, 1, (), excerpt))
        others = group.others
        if len(others) < _MOST_MEMBERS:
            others = (*others, diagnostic.path)
        self._groups[key] = group._replace(articles=group.articles + 1, others=others)
        if len(self._groups) > 2 * MOST_GROUPS:
            kept = self.groups()[:MOST_GROUPS]
            self._groups = {(group.rule, group.first): group for group in kept}
            self.dropped_groups = True

    def _add_paragraph(self, diagnostic: Diagnostic, host: str) -> None:
        line = diagnostic.excerpt.partition("\n")[0]
        paragraph = SharedParagraph(
            host, diagnostic.articles, diagnostic.path, diagnostic.line, line
        )
        self.paragraphs += 1
        entry = (paragraph.articles, -self.paragraphs, paragraph)
        if len(self._shared) < MOST_PARAGRAPHS:
            heappush(self._shared, entry)
        else:
            heappushpop(self._shared, entry)
