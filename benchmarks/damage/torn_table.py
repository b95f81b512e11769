"""A converter splits a table into rows, cells or halves."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("markdown-table",)
NAMES = ("Kelsby", "Orrin", "Hest", "Aune", "Lund", "Marn", "Toft", "Vik")


def damage(article: Article, random: Random) -> Damaged | None:
    """Insert a table of three or four rows, whole or torn."""
    rows = [
        f"| {name} | {random.randint(1, 99)} | {random.randint(1, 9)}.{random.randint(0, 9)} % |"
        for name in random.sample(NAMES, random.randint(3, 4))
    ]
    table = ["| Place | 2019 | Change |", "| --- | ---: | --- |", *rows]
    forms = (
        "\n".join(table),
        "\n\n".join(table),
        "\n".join(table[2:]),
        "\n".join(row.strip("| ") for row in table),
        "\n".join(table[:2]) + "\n\n" + "\n".join(table[2:]),
    )
    return article.with_block(article.pick(random), random.choice(forms))
