"""The page of a section lists many articles."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged
from benchmarks.damage.pages import saved_instead

RULES = ("not-an-article",)
TITLES = {
    "en": ("Latest News", "World", "Archive", "Tag: Climate", "Politics - Latest Headlines"),
    "de": ("Aktuelle Nachrichten", "Politik", "Archiv"),
    "fr": ("Dernières nouvelles", "Politique"), "es": ("Últimas noticias", "Política"),
    "ru": ("Последние новости", "Политика"), "zh": ("最新新闻", "政治"),
}  # fmt: skip


def damage(article: Article, random: Random) -> Damaged | None:
    """Make a list of headlines from the first words of paragraphs, with dates or links."""
    heads = [_head(article.lines[index]) for index in article.paragraphs]
    heads += [_head(line) for line in article.other.split("\n") if len(line) > 80]
    if len(heads) < 8:
        return None
    title = random.choice(TITLES.get(article.language, TITLES["en"]))
    form = random.choice(("### {}", "- [{}](https://news.example/{n})", "{}", "[{}](#)"))
    dated = "" if random.random() < 0.5 else "\n\nMay {n}, 2020"
    entries = [
        (form + dated).format(head, n=number % 28 + 1) for number, head in enumerate(heads[:20])
    ]
    return saved_instead(article, title, "\n\n".join(entries))


def _head(line: str) -> str:
    return (" ".join(line.split()[:8]) if " " in line else line[:18]).strip("*#-[.,")
