"""A database stores a question mark for each letter that its encoding does not have."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("question-mark-in-word",)


def damage(article: Article, random: Random) -> Damaged | None:
    """Replace all characters beyond ASCII, or beyond Latin-1, by question marks."""
    if article.script != "latin" or not re.search(r"\w[^\x00-\x7f]+\w", article.text):
        return None
    encoding = random.choice(("ascii", "latin-1"))
    return article.with_every_line(lambda line: line.encode(encoding, "replace").decode(encoding))
