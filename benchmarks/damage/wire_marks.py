"""A news agency marks the beginning, the end and the parts of its texts."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("wire-mark", "boilerplate")
ENDS = (
    "ENDS", "-30-", "/dpa", "MORE TO COME", "- ENDS -", "###", "(END)", "-0-", "XXX", "dpa ab cd",
    "(Reporting by Mira Holm; Editing by Tom Frey)", "(AFP)", "- Reuters", "--IANS", "mh/tf",
    "© 2019 AFP", "XINHUA", "/ab", "(ANI)", "Copyright 2019 The Associated Press.",
)  # fmt: skip
SLUGS = (
    "(UPDATES with quotes)", "URGENT", "BC-EU--Kelsby-Vote,2nd Ld-Writethru", "EDS: Updates with",
    "RECASTS, ADDS DETAILS", "(ADVISORY)", "EMBARGOED until 6 p.m.", "1ST LEAD", "^UPDATE",
)  # fmt: skip


def damage(article: Article, random: Random) -> Damaged | None:
    """Put a mark at the end, or a slug above the first paragraph."""
    if random.random() < 0.7 or not article.paragraphs:
        return article.with_last_block(random.choice(ENDS))
    return article.with_block(article.paragraphs[0], random.choice(SLUGS))
