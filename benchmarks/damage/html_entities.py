"""Text is escaped twice for a web page, and decoded once."""

from __future__ import annotations

import re
from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("html-entity", "layout")
NAMES = {
    '"': "&quot;", "'": "&#39;", "’": "&rsquo;", "“": "&ldquo;", "”": "&rdquo;", "–": "&ndash;",
    "—": "&mdash;", "é": "&eacute;", "ä": "&auml;", "ö": "&ouml;", "ü": "&uuml;", "à": "&agrave;",
    "è": "&egrave;", "á": "&aacute;", "ó": "&oacute;", "í": "&iacute;", "ñ": "&ntilde;",
    "ç": "&ccedil;", "ß": "&szlig;", "«": "&laquo;", "»": "&raquo;", "…": "&hellip;",
}  # fmt: skip


def named(line: str) -> str:
    """Return a line with references for its quotes and accents, by name where there is one."""
    return re.sub("[\"'’“”–—éäöüàèáóíñçß«»…]", lambda match: NAMES[match[0]], line)


def numbered(line: str) -> str:
    """Return a line with a reference of a number for each character beyond ASCII."""
    return line.encode("ascii", "xmlcharrefreplace").decode("ascii")


def damage(article: Article, random: Random) -> Damaged | None:
    """Escape the characters of a paragraph, or put in spaces that do not break."""
    index = article.pick(random)
    form = random.choice((named, numbered, lambda line: line.replace(" ", "&nbsp;", 2)))
    return article.with_line(index, form)
