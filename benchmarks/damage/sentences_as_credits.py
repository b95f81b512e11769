"""The first paragraph, the intro or the date is bold below the gap, where a credit is read."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("implausible-credit",)
DATES = {
    "en": ("March 4, 2016", "4 March 2016", "Friday, March 4, 2016", "Published: March 4, 2016",
           "03/04/2016", "2016-03-04", "Posted on March 4, 2016 at 10:15 am"),
    "de": ("4. März 2016", "04.03.2016, 10:15 Uhr", "Stand: 4. März 2016"),
    "fr": ("4 mars 2016", "Publié le 4 mars 2016 à 10h15", "04/03/2016"),
    "es": ("4 de marzo de 2016", "04/03/2016", "Publicado el 4 de marzo de 2016"),
    "it": ("4 marzo 2016",), "pt": ("4 de março de 2016", "04/03/2016 às 10h15"),
    "nl": ("4 maart 2016",), "sv": ("4 mars 2016",), "no": ("4. mars 2016",),
    "da": ("4. marts 2016",),
    "pl": ("4 marca 2016",), "tr": ("4 Mart 2016",), "ru": ("4 марта 2016", "04.03.2016 10:15"),
    "uk": ("4 березня 2016",), "el": ("4 Μαρτίου 2016",),
    "ja": ("2016年3月4日", "2016/03/04 10:15"),
    "ko": ("2016년 3월 4일", "2016.03.04 10:15"), "zh": ("2016年3月4日", "2016-03-04 10:15"),
    "vi": ("Thứ sáu, 4/3/2016, 10:15 (GMT+7)", "04/03/2016 10:15", "Ngày 4 tháng 3 năm 2016"),
    "ar": ("4 مارس 2016",), "hi": ("4 मार्च 2016",), "th": ("4 มีนาคม 2559",),
}  # fmt: skip


def damage(article: Article, random: Random) -> Damaged | None:
    """Write the first paragraph or its first sentence in bold, or a date above it."""
    first = len(article.header) + 3
    if first not in article.paragraphs or len(article.paragraphs) < 2:
        return None
    line = re.sub(r"[*_]{1,2}", "", article.lines[first])
    kind = random.random()
    if kind < 0.4 and article.language in DATES:
        return article.with_block(first, f"**{random.choice(DATES[article.language])}**")
    end = re.search(r"[.!?।۔] |[。！？](?=.)", line)
    if kind < 0.7 and end:
        changed = f"**{line[: end.end()].rstrip()}**\n\n{line[end.end() :]}"
        return article.with_lines({first: changed})
    return article.with_lines({first: f"**{line}**"})
