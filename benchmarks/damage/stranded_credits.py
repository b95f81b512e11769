"""The credit of a picture in the text is a paragraph of its own."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("stranded-credit",)
BLOCKS = {
    "en": ("Photo: Mira Holm/Reuters", "Mira Holm / AFP", "(Photo by Mira Holm/Getty Images)",
           "AP Photo/Mira Holm", "Credit: Getty Images", "Photograph: Mira Holm/The Record",
           "Reuters/Mira Holm", "Picture: Mira Holm", "Getty Images"),
    "de": ("Foto: Mira Holm/dpa", "Bild: Mira Holm", "© dpa", "Quelle: Getty Images"),
    "fr": ("Photo : Mira Holm/AFP", "© AFP", "Crédit photo : Mira Holm"),
    "es": ("Foto: Mira Holm/EFE", "Imagen: Getty Images", "EFE/Mira Holm"),
    "it": ("Foto: Mira Holm/ANSA", "(Foto ANSA)"), "pt": ("Foto: Mira Holm/Lusa",),
    "nl": ("Foto: Mira Holm/ANP", "© ANP"), "sv": ("Foto: Mira Holm/TT",),
    "no": ("Foto: Mira Holm / NTB",), "da": ("Foto: Mira Holm/Ritzau Scanpix",),
    "pl": ("Fot. Mira Holm/PAP", "fot. PAP"), "tr": ("Fotoğraf: AA",),
    "ru": ("Фото: Мира Хольм/ТАСС", "Фото: РИА Новости"), "uk": ("Фото: Укрінформ",),
    "ja": ("写真：共同", "（写真＝ロイター）"),
    "ko": ("사진=연합뉴스", "[사진=연합뉴스]"),
    "zh": ("图：新华社",),
    "vi": ("Ảnh: TTXVN", "Ảnh: Reuters"), "id": ("Foto: Antara", "(Foto: Mira Holm/detikcom)"),
}  # fmt: skip


def damage(article: Article, random: Random) -> Damaged | None:
    """Insert a credit between two paragraphs, in the language of the article."""
    if article.language not in BLOCKS or len(article.paragraphs) < 3:
        return None
    index = random.choice(article.paragraphs[1:])
    return article.with_block(index, random.choice(BLOCKS[article.language]))
