"""A page of a wiki is saved as its source."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged, substitute

RULES = ("wiki-markup", "template-code")
FORMS = (
    "[[{}]]", "[[Main page|{}]]", "'''{}'''", "''{}''", "{}<ref>Daily, p. 3</ref>",
    "{}{{{{citation needed}}}}", "{{{{lang|la|{}}}}}", "{}<ref name=a />",
    "[https://news.example {}]",
)  # fmt: skip


def damage(article: Article, random: Random) -> Damaged | None:
    """Mark one or two words of a paragraph, or put a heading or category of a wiki."""
    index = article.pick(random)
    if random.random() < 0.25:
        block = random.choice(("== History ==", "[[Category:News]]", "{{stub}}", "=== Notes ==="))
        return article.with_block(index, block)
    form = random.choice(FORMS)
    return article.with_line(
        index, lambda line: substitute(random, r"[^\W\d_]{4,}", line, form.format, 2)
    )
