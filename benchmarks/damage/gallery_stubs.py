"""The page is a gallery or a video, and nothing of it is text."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged
from benchmarks.damage.pages import saved_instead

RULES = ("not-an-article", "too-short")
BODIES = (
    "1 of 12\n\nNext\n\nPrevious", "1/15\n\nView gallery", "Watch the video above.",
    "Photo gallery: 18 images", "Play video\n\n02:31", "This video is not available.",
    "Your browser does not support the video tag.", "Slideshow\n\n1 / 9",
    "Bildergalerie: 12 Bilder",
    "Voir le diaporama (14 photos)", "Video ansehen",
    "0 seconds of 1 minute, 31 seconds Volume 90%",
)  # fmt: skip


def damage(article: Article, random: Random) -> Damaged | None:
    """Keep the title above the buttons of a gallery or a player."""
    return saved_instead(article, article.title, random.choice(BODIES))
