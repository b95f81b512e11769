"""The last line names the agency or the page that the text is from."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("source-line", "unlabelled-url", "boilerplate")
LINES = {
    "en": ("Source: Reuters", "Source: https://news.example/a", "Via: Kelsby Record"),
    "de": ("Quelle: dpa", "Quelle: ntv.de, mho/dpa"), "fr": ("Source : AFP", "(avec AFP)"),
    "es": ("Fuente: EFE", "Con información de EFE"), "it": ("Fonte: ANSA",), "pt": ("Fonte: Lusa",),
    "nl": ("Bron: ANP",), "sv": ("Källa: TT",), "no": ("Kilde: NTB",), "da": ("Kilde: Ritzau",),
    "pl": ("Źródło: PAP",), "ru": ("Источник: ТАСС",), "uk": ("Джерело: Укрінформ",),
    "tr": ("Kaynak: AA",), "ar": ("المصدر: رويترز",), "zh": ("来源：新华社", "（来源：新华网）"),
    "ja": ("出典：共同通信",), "ko": ("출처: 연합뉴스",), "vi": ("Nguồn: TTXVN", "Theo Reuters"),
    "id": ("Sumber: Antara",), "el": ("Πηγή: ΑΠΕ-ΜΠΕ",),
}  # fmt: skip


def damage(article: Article, random: Random) -> Damaged | None:
    """Put such a line at the end, in the language of the article."""
    if article.language not in LINES:
        return None
    return article.with_last_block(random.choice(LINES[article.language]))
