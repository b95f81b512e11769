"""A live blog is a list of times with a few lines each."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged
from benchmarks.damage.pages import saved_instead

RULES = ("not-an-article",)


def damage(article: Article, random: Random) -> Damaged | None:
    """Put a time before each paragraph, the latest first."""
    if len(article.paragraphs) < 6:
        return None
    form = random.choice(
        ("{:02}:{:02}", "{}:{:02} pm", "{:02}.{:02} Uhr", "{:02}h{:02}", "{:02}:{:02} BST")
    )
    joint = random.choice((" ", "\n\n", " - "))
    minutes = sorted(random.sample(range(11 * 60), len(article.paragraphs)), reverse=True)
    entries = [
        form.format(60 * 0 + minute // 60 + 1, minute % 60) + joint + article.lines[index]
        for minute, index in zip(minutes, article.paragraphs, strict=True)
    ]
    return saved_instead(article, f"{article.title} - live", "\n\n".join(entries))
