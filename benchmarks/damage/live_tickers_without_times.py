"""A live blog is saved without its times: a list of headings, each with a few lines."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged
from benchmarks.damage.pages import saved_instead

RULES = ("not-an-article",)
TITLES = {
    "de": ("{} – Liveticker", "Liveblog: {}", "Newsblog: {}"),
    "es": ("{}, minuto a minuto",),
    "tr": ("{} - dakika dakika",),
    "pl": ("{} - relacja na żywo",),
}
ENGLISH = ("{} – live updates", "Live blog: {}", "{} - as it happened", "Live updates: {}")


def damage(article: Article, random: Random) -> Damaged | None:
    """Put a heading of its first words above each paragraph."""
    if len(article.paragraphs) < 6 or article.script != "latin":
        return None
    mark = random.choice(("### ", "", "**"))
    entries = []
    for index in article.paragraphs:
        words = " ".join(article.lines[index].split()[:6]).rstrip(".,;:")
        end = "**" if mark == "**" else ""
        entries.append(f"{mark}{words}{end}\n\n{article.lines[index]}")
    title = random.choice(TITLES.get(article.language, ENGLISH)).format(article.title)
    return saved_instead(article, title, "\n\n".join(entries))
