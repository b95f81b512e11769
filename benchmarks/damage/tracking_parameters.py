"""The URL is copied from a mail, a post or a search."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("tracking-parameter",)
PARAMETERS = (
    "utm_source=twitter&utm_medium=social", "fbclid=IwAR0x1y2z3", "gclid=EAIaIQobChMI", "ref=rss",
    "utm_campaign=newsletter", "mc_cid=1a2b3c4d5e", "igshid=1x2y3z", "cmpid=socialflow", "smid=tw",
    "source=rss", "CMP=share_btn_tw", "yclid=6183746", "msclkid=9f8e7d", "_ga=2.1.1.1",
    "ns_mchannel=social",
)  # fmt: skip


def damage(article: Article, random: Random) -> Damaged | None:
    """Add a parameter to the URL of the page."""
    if not article.url or "?" in article.url or "#" in article.url:
        return None
    index = article.lines.index(f"<{article.url}>")
    return article.with_line(index, lambda line: f"{line[:-1]}?{random.choice(PARAMETERS)}>")
