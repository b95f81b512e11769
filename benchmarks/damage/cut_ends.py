"""A text is cut off at a maximum length, or after the first page."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("truncated-article", "split-paragraph")
MISSED = (
    "an article that is cut after a word with which a sentence may end, if it has few paragraphs, "
    "or others without a full stop"
)
MARKS = ("", "", "", "…", "...", " [...]", " […]", "... Read more", " (more)", " (continued)")


def damage(article: Article, random: Random) -> Damaged | None:
    """Cut the last paragraph between two words, with a mark or without, and drop what follows."""
    index = article.pick(random)
    if index is None or index == article.paragraphs[0]:
        return None
    line = article.lines[index]
    place = random.randint(len(line) // 3, len(line) - 8)
    cut = line[:place].rpartition(" ")[0] if " " in line else line[:place]
    if len(cut) < 20 or cut[-1] in '.!?。！？”"»':
        return None
    end = f"\n\nOriginal url:\n\n<{article.url}>" if article.url else ""
    text = "\n".join(article.lines[:index])
    content = f"{text}\n{cut}{random.choice(MARKS)}{end}\n"
    return Damaged(content, frozenset({index + 1}))
