"""Tags are left if a scraper saves the source of a page as its text."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged, substitute

RULES = ("html-tag",)
AROUND = (
    "<p>{}</p>", "<strong>{}</strong>", '<a href="https://news.example/a">{}</a>', "<em>{}</em>",
    '<span class="lead">{}</span>', "{}<br>", "{}<br />", "<i>{}</i>", "<!-- ad -->{}",
    '<div id="c1">{}', "{}</p>", "<u>{}</u>", "{}<sup>1</sup>",
)  # fmt: skip


def damage(article: Article, random: Random) -> Damaged | None:
    """Put tags around a few words of a paragraph, or around all of it."""
    form = random.choice(AROUND)
    index = article.pick(random)
    if random.random() < 0.3:
        return article.with_line(index, form.format)
    return article.with_line(
        index, lambda line: substitute(random, r"[^\W\d_]{3,}", line, form.format, 2)
    )
