"""The head or foot of a printed page is between two halves of a paragraph."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("running-head", "boilerplate")
MISSED = "bare numbers of pages that are between two sentences, as in `1/4`"
FORMS = (
    "{title}\n\n{page}", "{page}\n\n{title}", "Page {page} of {count}",
    "The Kelsby Record | {page}",
    "{page}/{count}", "5/12/2020 {title} | The Record", "- {page} -", "{title} {page}",
    "Seite {page} von {count}", "Page {page} sur {count}", "https://news.example/a {page}/{count}",
)  # fmt: skip


def damage(article: Article, random: Random) -> Damaged | None:
    """Cut up to three paragraphs, with the same head but for its number."""
    if " " not in "".join(article.lines[index] for index in article.paragraphs[:1]):
        return None
    form = random.choice(FORMS)
    places = [index for index in article.paragraphs if article.lines[index].count(" ") > 11]
    if len(places) < 3:
        return None
    changes: dict[int, str | None] = {}
    for page, index in enumerate(sorted(random.sample(places, random.randint(2, 3))), 1):
        words = article.lines[index].split(" ")
        half = len(words) // 2
        head = form.format(title=article.title, page=page, count=4)
        changes[index] = f"{' '.join(words[:half])}\n\n{head}\n\n{' '.join(words[half:])}"
    return article.with_lines(changes)
