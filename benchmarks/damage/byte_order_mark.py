"""Editors and spreadsheets put a byte-order mark in front of the text."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("byte-order-mark",)


def damage(article: Article, random: Random) -> Damaged | None:
    """Put a mark in front of the file."""
    return Damaged("\ufeff" + article.text, frozenset({1}))
