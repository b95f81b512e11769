"""Texts of agencies begin with the place, the date and the name of the agency."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("dateline",)
FORMS = {
    "en": ("KELSBY, May 5 (Reuters) - ", "KELSBY (AP) — ", "Kelsby, May 5 (IANS) ", "KELSBY — "),
    "de": ("Kelsby (dpa) - ", "Berlin (AFP) - "), "fr": ("Paris (AFP) - ", "(AFP) - "),
    "es": ("Madrid, 5 may (EFE).- ", "MADRID (AP) — "), "it": ("(ANSA) - ROMA, 5 MAG - ",),
    "pt": ("Lisboa, 05 mai 2019 (Lusa) - ",), "ru": ("МОСКВА, 5 мая. /ТАСС/. ",),
    "zh": ("新华社北京5月5日电 ", "中新社北京5月5日电 "), "ko": ("(서울=연합뉴스) ",),
    "ja": ("【東京5月5日時事】", "［東京 ５日 ロイター］ - "), "tr": ("ANKARA (AA) - ",),
}  # fmt: skip


def damage(article: Article, random: Random) -> Damaged | None:
    """Put a dateline before the first paragraph, in the language of the article."""
    if article.language not in FORMS or not article.paragraphs:
        return None
    dateline = random.choice(FORMS[article.language])
    return article.with_line(article.paragraphs[0], lambda line: dateline + line)
