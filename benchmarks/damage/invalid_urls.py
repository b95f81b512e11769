"""A URL is mistyped, cut off, or wrongly joined from a host and a path."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("invalid-url",)


def damage(article: Article, random: Random) -> Damaged | None:
    """Break the URL at the end."""
    host, _, path = article.url.removeprefix("https://").removeprefix("http://").partition("/")
    if not path:
        return None
    broken = random.choice(
        (
            f"https://{path}", f"https:///{path}", f"htp://{host}/{path}", f"https//{host}/{path}",
            f"https://https://{host}/{path}", f"https://{host}:port/{path}", "https://",
            f"https://{host.replace('.', ' ', 1)}/{path}", f"https://localhost/{path}",
            f"https://{host.replace('.', '..', 1)}/{path}", f"http:/{host}/{path}",
        )
    )  # fmt: skip
    index = article.lines.index(f"<{article.url}>")
    return article.with_line(index, lambda line: f"<{broken}>")
