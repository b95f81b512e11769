"""A small picture is part of the page, as a URI of its data."""

from __future__ import annotations

import base64
from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("data-uri",)


def damage(article: Article, random: Random) -> Damaged | None:
    """Insert the picture as a block, or as text."""
    kind = random.choice(("image/png", "image/gif", "image/svg+xml", "image/webp"))
    data = base64.b64encode(random.randbytes(random.randint(20, 120))).decode()
    form = random.choice(("![]({})", "![Logo]({})", "{}", "[Photo]({})", 'src="{}"'))
    return article.with_block(article.pick(random), form.format(f"data:{kind};base64,{data}"))
