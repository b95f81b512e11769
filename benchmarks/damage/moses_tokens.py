"""A corpus for machine translation has spaces between tokens, and escapes."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("tokenized-text",)


def tokens(line: str) -> str:
    """Return a line as the tokenizer of Moses writes it."""
    line = re.sub(r"([^\w\s'’.,-])", r" \1 ", line)
    line = re.sub(r"(?<!\d),|,(?!\d)", " , ", line)
    line = re.sub(r"\.(?=\s*$| )", " .", line)
    line = re.sub(r"(?<=\w)-(?=\w)", " @-@ ", line)
    line = re.sub(r"(?<=\w)['’](?=\w)", " &apos;", line)
    line = line.replace('"', "&quot;")
    return re.sub(" +", " ", line).strip()


def damage(article: Article, random: Random) -> Damaged | None:
    """Cut title and paragraphs into tokens."""
    if article.script not in {"latin", "cyrillic", "greek"}:
        return None
    return article.with_lines({index: tokens(article.lines[index]) for index in article.paragraphs})
