"""An export writes the names of its fields in front of the title and the text."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("field-label",)
TITLES = {
    "de": ("Titel", "Überschrift"),
    "fr": ("Titre",),
    "es": ("Título", "Titular"),
    "pt": ("Título",),
    "it": ("Titolo",),
    "ru": ("Заголовок",),
    "pl": ("Tytuł",),
    "tr": ("Başlık",),
    "vi": ("Tiêu đề",),
}
ENGLISH = ("Title", "Headline", "HEADLINE", "title", "Subject", "Heading")
TEXTS = ("Body", "Text", "Content", "Article", "Full text")


def damage(article: Article, random: Random) -> Damaged | None:
    """Put the name of a field in front of the title, or above it in the text, or of the text."""
    labels: tuple[str, ...] = ENGLISH
    if random.random() < 0.5:
        labels = TITLES.get(article.language, ENGLISH)
    label = random.choice(labels)
    kind = random.random()
    if kind < 0.6 or not article.paragraphs:
        return article.with_line(0, lambda line: f"# {label}: {line.removeprefix('# ')}")
    first = article.paragraphs[0]
    if kind < 0.8:
        return article.with_block(first, f"{label}: {article.title}")
    return article.with_line(first, lambda line: f"{random.choice(TEXTS)}: {line}")
