"""The text of a parsed corpus is restored with spaces between all tokens."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("tokenized-text",)
BRACKETS = {"(": "-LRB-", ")": "-RRB-"}


def tokens(line: str) -> str:
    """Return a line as the Penn Treebank writes it."""
    line = re.sub(r"(?<!\S)[\"“]", "`` ", line)
    line = re.sub(r"[\"”]", " ''", line)
    line = re.sub(r"[()]", lambda match: f" {BRACKETS[match[0]]} ", line)
    line = re.sub(r"(?<=\w)([,;:?!])(?=\s|$)", r" \1", line)
    line = re.sub(r"(?<=\w)\.(?= ''|\s*$| [A-Z])", " .", line)
    line = re.sub(r"(?i)(?<=\w)(n['’]t|['’](?:s|re|ve|ll|m|d))\b", r" \1", line)
    return re.sub(" +", " ", line)


def damage(article: Article, random: Random) -> Damaged | None:
    """Cut title and paragraphs into tokens."""
    if article.script not in {"latin", "cyrillic"}:
        return None
    return article.with_every_line(tokens)
