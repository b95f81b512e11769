"""Text taken from a PDF file has names or numbers of glyphs in place of characters."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged, substitute

RULES = ("glyph-name",)


def damage(article: Article, random: Random) -> Damaged | None:
    """Replace a few letters or signs of a paragraph as one converter does."""
    form = random.choice(("(cid:{n})", "/uni{x:04X}", "glyph<c={n},font=/AAAAAA+F1>", "/g{n}"))

    def glyph(found: str) -> str:
        return form.format(n=random.randint(3, 400), x=ord(found))

    index = article.pick(random)
    return article.with_line(index, lambda line: substitute(random, r"[^\s\d]", line, glyph, 4))
