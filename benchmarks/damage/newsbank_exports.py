"""NewsBank writes fields and a citation around the text."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged
from benchmarks.damage.pages import framed

RULES = ("not-an-article",)
FRAMES = (
    "Kelsby Record, The (MI) - May 5, 2019 - page A4\n\nAuthor/Byline: MIRA HOLM, Staff Writer\n\n"
    "Section: News\n\nReadability: >12 grade level (Lexile: 1420)\n\n{body}\n\n"
    "Caption: The quay\n\nRecord: 0FD8A1B2C3D4E5F6\n\nCopyright: Copyright (c) 2019 Kelsby Record",
    "May 5, 2019 | Kelsby Record, The (MI)\n\nMira Holm | Section: News | 612 Words\n\nPage: A4\n\n"
    "OpenURL Link\n\n{body}\n\nCITATION (AGLC STYLE)\n\nMira Holm, '{title}', Kelsby Record, The "
    "(online), 5 May 2019 A4 ‹https://infoweb.newsbank.com/apps/news/document-view?p=AWNB&docref="
    "news/0FD8A1B2C3D4E5F6›",
    "{body}\n\nMemo: Mira Holm writes about ships.\n\nIndex Terms: HARBOUR; SHIPS\n\n"
    "Article Bookmark(Bookmark): http://docs.newsbank.com/openurl?ctx_ver=z39.88-2004&rft_id=info:"
    "sid/iw.newsbank.com:AWNB:KREC&rft_dat=0FD8A1B2C3D4E5F6",
    "Edition: Final\n\nColumn: HARBOUR\n\n{body}\n\nLocations: Kelsby, MI\n\n"
    "Citation (MLA Style): HOLM, MIRA. \"{title}.\" Kelsby Record, The (MI), 5 May 2019, p. A4. "
    "NewsBank: Access World News, infoweb.newsbank.com. Accessed 6 May 2019.",
)  # fmt: skip


def damage(article: Article, random: Random) -> Damaged | None:
    """Put the fields of the database around the paragraphs."""
    return framed(article, random.choice(FRAMES))
