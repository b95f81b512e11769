"""A link to another article is saved without its target, as label and title."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("related-text", "boilerplate", "related-form")
LABELS = {
    "en": ("Read more:", "RELATED:", "See also:", "READ ALSO:", "More:", "Also read |", "MORE:"),
    "de": ("Lesen Sie auch:", "Mehr zum Thema:", "Siehe auch:"),
    "fr": ("Lire aussi :", "À lire aussi :", "Voir aussi :", "À LIRE |"),
    "es": ("Lea también:", "Te puede interesar:", "Leer más:", "Ver también:"),
    "it": ("Leggi anche:", "LEGGI ANCHE >", "Vedi anche:"),
    "pt": ("Leia também:", "Leia mais:", "Veja também:"),
    "nl": ("Lees ook:", "Lees verder:"), "sv": ("Läs mer:", "Läs också:"),
    "no": ("Les også:", "Les mer:"), "da": ("Læs også:",), "fi": ("Lue myös:",),
    "pl": ("Czytaj też:", "Zobacz także:"), "cs": ("Čtěte také:",), "ro": ("Citește și:",),
    "hu": ("Olvassa el ezt is:",), "tr": ("İlgili haber:", "Ayrıca okuyun:"),
    "ru": ("Читайте также:", "Смотрите также:"), "uk": ("Читайте також:",),
    "ar": ("اقرأ أيضا:", "إقرأ المزيد:"), "hi": ("यह भी पढ़ें:",), "el": ("Διαβάστε επίσης:",),
    "zh": ("相关阅读：", "延伸阅读："),
    "ja": ("関連記事：", "あわせて読みたい："),
    "ko": ("관련기사:",),
    "vi": ("Xem thêm:", "Đọc thêm:"), "id": ("Baca juga:", "Baca Juga:"), "th": ("อ่านเพิ่มเติม:",),
}  # fmt: skip


def damage(article: Article, random: Random) -> Damaged | None:
    """Insert label and title above a paragraph, in the language of the article."""
    other = article.other.split("\n", 1)[0].removeprefix("# ")
    if article.language not in LABELS or not other:
        return None
    label = random.choice(LABELS[article.language])
    return article.with_block(article.pick(random), f"{label} {other}")
