"""Pandoc writes the classes and identifiers of a page as attributes."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged, substitute

RULES = ("pandoc-markup",)
FORMS = (
    "[{}]{{.underline}}", "[{}]{{.smallcaps}}", "[{}]{{.mark}}", "[{}]{{#anchor .lead}}",
    "{}{{.external}}", '[{}]{{style="color: red"}}', "[{}](https://news.example/a){{.link}}",
)  # fmt: skip


def damage(article: Article, random: Random) -> Damaged | None:
    """Give attributes to a word of a paragraph, or fence the paragraph as a division."""
    index = article.pick(random)
    if random.random() < 0.3:
        fence = random.choice(("::: {.article-body}", "::: caption", ":::: {#main .content}"))
        end = fence.split()[0]
        return article.with_line(index, lambda line: f"{fence}\n{line}\n{end}")
    form = random.choice(FORMS)
    return article.with_line(
        index, lambda line: substitute(random, r"[^\W\d_]{3,}", line, form.format, 1)
    )
