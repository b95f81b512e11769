"""Pages write their dates in the forms of their language or program."""

from __future__ import annotations

from datetime import datetime
from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("date-form", "layout", "ambiguous-date", "unread-date")
FORMS = (
    "%d %B %Y", "%d %b %Y", "%Y-%m-%d", "%A, %B %d, %Y", "%d.%m.%Y", "%Y/%m/%d", "%b %d, %Y",
    "%a, %d %b %Y 09:12:33 +0000", "%Y年%m月%d日", "Published %d %B %Y", "%B %dth, %Y", "%Y%m%d",
    "%d %B %Y • 4 min read", "%Y-%m-%dT09:12:33Z", "Posted: %B %d, %Y 9:12 AM",
)  # fmt: skip


def damage(article: Article, random: Random) -> Damaged | None:
    """Write the date in another form."""
    index = article.header_line(r"[A-Z][a-z]+ \d\d, \d{4}$")
    form = random.choice(FORMS)
    return article.with_line(
        index, lambda line: datetime.strptime(line, "%B %d, %Y").strftime(form)
    )
