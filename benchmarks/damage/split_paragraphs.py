"""A page break cuts a paragraph in two."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("split-paragraph",)
STOPS = '.!?:;…。！？,，、"”»)'


def damage(article: Article, random: Random) -> Damaged | None:
    """Cut a paragraph in the middle, between two words and not after a sentence."""
    index = article.pick(random)
    if index is None:
        return None
    line = article.lines[index]
    if article.script in {"han", "kana"} or line.count(" ") < 8:
        places = [place for place in range(12, len(line) - 12) if line[place - 1] not in STOPS]
        if not places or line.count(" ") > 3:
            return None
        place = random.choice(places)
        return article.with_line(index, lambda found: f"{found[:place]}\n\n{found[place:]}")
    words = line.split(" ")
    cuts = [cut for cut in range(4, len(words) - 3) if words[cut - 1][-1:] not in STOPS]
    if not cuts:
        return None
    cut = random.choice(cuts)
    return article.with_line(index, lambda _: f"{' '.join(words[:cut])}\n\n{' '.join(words[cut:])}")
