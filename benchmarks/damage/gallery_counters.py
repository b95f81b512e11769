"""A gallery inside an article leaves the counters of its pictures, and their captions."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("picture-label", "running-head")
FORMS = (
    *("{} of {}", "Image {} of {}", "Photo {} of {}", "Slide {} of {}", "({} of {})"),
    *("Bild {} von {}", "Foto {} de {}", "Photo {}/{}", "Foto {}/{}", "{}/{}", "Фото {} из {}"),
)
CAPTIONS = ("", "", ": The mayor at the opening", " - Visitors in the rain", "\n\nThe old pier")


def damage(article: Article, random: Random) -> Damaged | None:
    """Put the counter of one picture, or of two to four, between the paragraphs."""
    if len(article.paragraphs) < 2:
        return None
    form, last = random.choice(FORMS), random.randint(4, 20)
    count = random.choice((1, 2, 3, 4))
    blocks = []
    for place in range(1, count + 1):
        blocks.append(form.format(place, last) + random.choice(CAPTIONS))
    return article.with_block(random.choice(article.paragraphs[1:]), "\n\n".join(blocks))
