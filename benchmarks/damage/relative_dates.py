"""A live page shows how long ago it was written."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("unread-date", "relative-time")
TIMES = {
    "en": ("2 hours ago", "Yesterday", "3 days ago", "Published 5 hours ago", "Just now"),
    "de": ("vor 2 Stunden", "Gestern, 14:05 Uhr", "vor 3 Tagen"),
    "fr": ("il y a 2 heures", "Hier à 14h05", "Publié il y a 3 jours"),
    "es": ("hace 2 horas", "Ayer", "Publicado hace 3 días"),
    "it": ("2 ore fa", "Ieri alle 14:05", "3 giorni fa"),
    "pt": ("há 2 horas", "Ontem às 14h05", "há 3 dias"),
    "nl": ("2 uur geleden", "Gisteren om 14:05", "3 dagen geleden"),
    "sv": ("2 timmar sedan", "Igår 14:05"), "pl": ("2 godziny temu", "Wczoraj, 14:05"),
    "ru": ("2 часа назад", "Вчера в 14:05"), "uk": ("2 години тому", "Вчора о 14:05"),
    "tr": ("2 saat önce", "Dün 14:05"), "vi": ("2 giờ trước", "Hôm qua"),
    "ar": ("منذ ساعتين", "قبل 3 أيام"), "zh": ("2小时前", "昨天 14:05"),
    "ja": ("2時間前", "昨日 14:05"), "ko": ("2시간 전", "어제 14:05"), "id": ("2 jam lalu",),
}  # fmt: skip


def damage(article: Article, random: Random) -> Damaged | None:
    """Write such a time for the date, in the language of the article."""
    if article.language not in TIMES:
        return None
    index = article.header_line(r"[A-Z][a-z]+ \d\d, \d{4}")
    return article.with_line(index, lambda line: random.choice(TIMES[article.language]))
