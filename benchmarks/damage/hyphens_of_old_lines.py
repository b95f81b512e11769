"""Words that were divided in print keep their hyphen inside a line."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged, substitute

RULES = ("broken-hyphen",)
LETTER = r"[^\W\d_A-Z]"


def damage(article: Article, random: Random) -> Damaged | None:
    """Put a hyphen into a word that the article has elsewhere without."""
    if article.script not in {"latin", "cyrillic", "greek"}:
        return None
    known = [word for word, count in article.words.items() if count > 1 and len(word) > 7]
    if not known:
        return None
    word = random.choice(sorted(known))
    pattern = rf"(?<={word[:4]})(?={word[4:]}(?!\w))"
    index = article.pick(random, pattern)
    return article.with_line(
        index, lambda line: substitute(random, pattern, line, lambda found: "-", 1)
    )
