"""The label that a page hides above a caption is saved with it."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("picture-label", "boilerplate", "stranded-credit")
BLOCKS = {
    "en": (
        "Image caption The bridge was closed in May", "Image copyright Getty Images",
        "Media playback is unsupported on your device", "Hide caption", "Image source, Reuters",
        "Media caption The mayor speaks to voters", "Image: The bridge in May", "toggle caption",
        "Enlarge this image", "Image The bridge in May. Credit Mira Holm for The Record",
    ),
    "de": ("Bildunterschrift einblenden", "Bild vergrößern", "Foto: Mira Holm/dpa",
           "Bildbeschreibung anzeigen"),
    "fr": ("Légende image, Le pont en mai", "Agrandir l'image", "Photo : Mira Holm/AFP"),
    "es": ("Pie de foto, El puente en mayo", "Fuente de la imagen, Getty Images"),
    "pt": ("Legenda da foto, A ponte em maio", "Crédito, Getty Images"),
    "ru": ("Подпись к фото, Мост в мае", "Автор фото, Getty Images"),
    "tr": ("Fotoğraf altı yazısı, Köprü", "Kaynak, Getty Images"),
}  # fmt: skip


def damage(article: Article, random: Random) -> Damaged | None:
    """Insert such a line above a paragraph."""
    if article.language not in BLOCKS:
        return None
    return article.with_block(article.pick(random), random.choice(BLOCKS[article.language]))
