"""A gallery is saved as the captions of its pictures, without the pictures."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged
from benchmarks.damage.pages import saved_instead

RULES = ("not-an-article",)
CREDITS = {
    "en": ("(Photo by Mira Holm)", "(AP Photo/Mira Holm)", "Photo: Mira Holm", "MIRA HOLM/RECORD",
           "Mira Holm / Getty Images", "Photograph: Mira Holm/The Record"),
    "de": ("Foto: Mira Holm", "© Mira Holm/dpa", "(Bild: Mira Holm)"),
    "fr": ("© Mira Holm / AFP", "(Photo Mira Holm)", "Crédit photo : Mira Holm"),
    "es": ("Foto: Mira Holm", "(Fotografía de Mira Holm)", "Mira Holm/EFE"),
    "ru": ("Фото: Мира Холм", "© Мира Холм"), "ja": ("（写真：ミラ・ホルム）",),
    "zh": ("（图/米拉）", "摄影：米拉"), "vi": ("Ảnh: Mira Holm",), "pl": ("Fot. Mira Holm",),
}  # fmt: skip
COUNTERS = ("{n} / {all}", "{n} of {all}", "{n}/{all}", "", "", "")


def damage(article: Article, random: Random) -> Damaged | None:
    """Make captions of the first words of paragraphs, with a credit or a counter each."""
    texts = [article.lines[index][:150].rpartition(" ")[0] for index in article.paragraphs]
    texts = [text.lstrip("-*>#+ ") for text in texts if text]
    if len(texts) < 4:
        return None
    credit = random.choice(CREDITS.get(article.language, CREDITS["en"]))
    counter = random.choice(COUNTERS)
    blocks: list[str] = []
    for number, text in enumerate(texts[:15], 1):
        if counter:
            blocks.append(counter.format(n=number, all=min(len(texts), 15)))
        blocks.append(f"{text}. {credit}")
    return saved_instead(article, article.title, "\n\n".join(blocks))
