"""A converter of PDF files takes large or wide print for headings."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("text-in-headings",)
MISSED = "articles in which less than half of the blocks became headings"
SENTENCE_END = re.compile(r"(?<=[.!?。！？।۔])\s*(?=\S)")
FORMS = ("## {text}", "### {text}", "## **{text}**", "#### {text}")


def damage(article: Article, random: Random) -> Damaged | None:
    """Write most paragraphs as headings, or each of their sentences as one."""
    if len(article.paragraphs) < 3:
        return None
    form = random.choice(FORMS)
    share = random.uniform(0.5, 1)
    is_split = random.random() < 0.4
    changes: dict[int, str | None] = {}
    for index in article.paragraphs:
        line = article.lines[index]
        if random.random() > share:
            continue
        texts = SENTENCE_END.split(line) if is_split else [line]
        changes[index] = "\n\n".join(form.format(text=text) for text in texts)
    return article.with_lines(changes) if changes else None
