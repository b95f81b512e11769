"""A newspaper adds a note about what it has corrected."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged

RULES = ("correction",)
LINES = {
    "en": (
        "Correction: An earlier version of this article misstated the year of the vote.",
        "This story has been corrected to show that the fee is $40, not $400.",
        "Clarification: The headline was changed to reflect the court's decision.",
        "This article was amended on 3 May 2019 to remove a quotation.",
        "An earlier version of this story gave the wrong name of the school.",
        "CORRECTS spelling of mayor's name in paragraph 4.",
    ),
    "de": (
        "Korrektur: In einer früheren Version dieses Artikels stand ein falsches Jahr.",
        "Anmerkung der Redaktion: Wir haben die Zahl im zweiten Absatz korrigiert.",
    ),
    "fr": (
        "Rectificatif : une version précédente de cet article indiquait une date erronée.",
        "Cet article a été corrigé : le prix est de 40 euros.",
    ),
    "es": (
        "Corrección: una versión anterior de este artículo indicaba un año equivocado.",
        "Fe de errores: el nombre de la alcaldesa es Ana y no Elena.",
    ),
    "it": ("Errata corrige: una versione precedente di questo articolo riportava un altro anno.",),
    "pt": ("Correção: uma versão anterior deste artigo trazia o ano errado.",),
    "nl": ("Correctie: in een eerdere versie van dit artikel stond een verkeerd jaartal.",),
    "sv": ("Rättelse: I en tidigare version av artikeln angavs fel årtal.",),
    "pl": ("Sprostowanie: we wcześniejszej wersji artykułu podano błędny rok.",),
    "ru": ("Исправление: в предыдущей версии статьи был указан неверный год.",),
    "zh": ("更正：本文此前版本中的年份有误。",),
    "ja": ("訂正：以前の版では年が誤っていました。",),
}  # fmt: skip


def damage(article: Article, random: Random) -> Damaged | None:
    """Put a notice at the end, in the language of the article."""
    if article.language not in LINES:
        return None
    return article.with_last_block(random.choice(LINES[article.language]))
