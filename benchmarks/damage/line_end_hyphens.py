"""Words are divided at the ends of printed lines, and the lines are joined with the hyphen."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged, substitute

RULES = ("broken-hyphen",)
LETTER = r"[^\W\d_A-Z]"


def damage(article: Article, random: Random) -> Damaged | None:
    """Divide one to three words of a paragraph by a hyphen and a space or line end."""
    if article.script not in {"latin", "cyrillic", "greek"}:
        return None
    pattern = rf"(?<={LETTER}{LETTER}{LETTER})(?={LETTER}{LETTER}{LETTER}{LETTER})"
    index = article.pick(random, pattern)
    hyphen = random.choice(("- ", "- ", "-\n"))
    most = random.randint(1, 3)
    return article.with_line(
        index, lambda line: substitute(random, pattern, line, lambda found: hyphen, most)
    )
