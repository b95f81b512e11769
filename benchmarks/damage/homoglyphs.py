"""Keyboards, OCR or authors who evade filters write similar letters of another script."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged, substitute

RULES = ("mixed-script-word",)
CYRILLIC = dict(zip("aceopxyABCEHKMOPTX", "асеорхуАВСЕНКМОРТХ", strict=True))
GREEK = dict(zip("oABEHIKMNOPTXYZ", "οΑΒΕΗΙΚΜΝΟΡΤΧΥΖ", strict=True))
TABLES = {
    "latin": (CYRILLIC, CYRILLIC, GREEK),
    "cyrillic": ({other: latin for latin, other in CYRILLIC.items()},),
    "greek": ({other: latin for latin, other in GREEK.items()},),
}


def damage(article: Article, random: Random) -> Damaged | None:
    """Replace one letter in one to four words of a paragraph."""
    if article.script not in TABLES:
        return None
    table = random.choice(TABLES[article.script])
    letters = "".join(table)
    pattern = rf"(?:(?<=[^\W\d_])[{letters}]|[{letters}](?=[^\W\d_]))"
    index = article.pick(random, pattern)
    most = random.randint(1, 4)
    return article.with_line(
        index, lambda line: substitute(random, pattern, line, lambda found: table[found], most)
    )
