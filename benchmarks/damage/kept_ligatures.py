"""Text taken from a PDF file keeps the ligatures of its font."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("ligature",)
LIGATURES = {"ffi": "ﬃ", "ffl": "ﬄ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ"}


def damage(article: Article, random: Random) -> Damaged | None:
    """Replace the letters by ligatures throughout."""
    return article.with_every_line(
        lambda line: re.sub("ff[il]?|f[il]", lambda match: LIGATURES[match[0]], line)
    )
