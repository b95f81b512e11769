"""A converter loses the line break after a heading in bold."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged, some

RULES = ("glued-heading",)
MISSED = "scripts without capitals, and paragraphs that begin with a quotation mark or a number"
UNSPACED = {"han", "kana", "thai"}


def heading(article: Article, random: Random) -> str:
    """Return two to six words of the article as a heading."""
    words = article.lines[random.choice(article.paragraphs)].split()
    count = random.randint(2, 6)
    start = random.randrange(max(1, len(words) - count))
    text = " ".join(words[start : start + count]).strip(".,;:!?\"'“”‘’«»()[]*_–—- ")
    return text[:1].upper() + text[1:]


def damage(article: Article, random: Random) -> Damaged | None:
    """Put headings directly before one to three paragraphs, some with the first words bold."""
    if article.script in UNSPACED or not article.paragraphs:
        return None
    is_bold_after = random.random() < 0.3
    changes: dict[int, str | None] = {}
    for index in some(random, article.paragraphs, random.randint(1, 3)):
        start, _, rest = article.lines[index].partition(" ")
        text = f"**{start}** {rest}" if is_bold_after else article.lines[index]
        changes[index] = f"**{heading(article, random)}**{text}"
    return article.with_lines(changes)
