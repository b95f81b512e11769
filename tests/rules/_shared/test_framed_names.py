"""Persons among words that say that they are authors are found, with these words as a role."""

import pytest

from corpusfmt.rules._shared.framed_names import framed_names

BYLINES = {
    "Posted in News by Ada Brook": "Ada Brook (Posted in News)",
    "More stories by Ada Brook and Tom Reed": "Ada Brook and Tom Reed (More stories)",
    "Relecture et mise en page par Anna Holm": "Anna Holm (Relecture et mise en page)",
    "Vertaald en bewerkt door Anna Holm": "Anna Holm (Vertaald en bewerkt)",
    "Ein langer Bericht von Anna Holm": "Anna Holm (Ein langer Bericht)",
    "Una crónica de Anna Holm": "Anna Holm (Una crónica)",
    "La chronique d'Anna Holm": "Anna Holm (La chronique)",
    "Texte d’Anna Holm": "Anna Holm (Texte)",
    "Репортаж от Анна Холм": "Анна Холм (Репортаж)",
    "Interview Anna Holm": "Anna Holm (Interview)",
    "dalla nostra corrispondente Anna Holm": "Anna Holm (dalla nostra corrispondente)",
    "De notre correspondante, Anna Holm": "Anna Holm (De notre correspondante)",
    "Ada Brook is correspondent in Skarv": "Ada Brook (correspondent in Skarv)",
    "Ada Brook is a reporter for the Merrow Post.": "Ada Brook (a reporter for the Merrow Post)",
    "Anna Holm ist Redakteurin": "Anna Holm (Redakteurin)",
    "Anna Holm är reporter": "Anna Holm (reporter)",
    "Ada Brook and Tom Reed report from Skarv": "Ada Brook and Tom Reed (report from Skarv)",
    "Ada Brook reports from Skarv": "Ada Brook (reports from Skarv)",
    "Anna Holm schreibt über die Fähren": "Anna Holm (schreibt über die Fähren)",
    "Ada Brook covers the ferries.": "Ada Brook (covers the ferries)",
    "Анна Холм, специально для «Мерроу»": "Анна Холм (специально для «Мерроу»)",
    "Anna Holm, da Agência Brasil": "Anna Holm (da Agência Brasil)",
    "Tim, CNN Indonesia": "Tim, CNN Indonesia",
    "Tim/AFP": "Tim/AFP",
    "Ada, Merrow Post": "Ada, Merrow Post",
    "Reuters, Skarv": "Reuters (Skarv)",
    "SKARV - Ada Brook": "Ada Brook (SKARV)",
    "Port Skarv, Ada Brook": "Ada Brook (Port Skarv)",
}
UNKNOWN = [
    "Lena Vogt im Gespräch mit Jan Kern",
    "Ada Brook in conversation with Tom Reed",
    "Tom Reed interviews Ada Brook",
    "Mit Anna Holm sprach Jan Kern",
    "Ada Brook, 3 min read",
    "Follow Ada Brook",
    "More from Ada Brook",
    "Follow Ada Brook on the web",
    "Paris, AFP",
]
OTHERS = [
    "",
    "Ada Brook",
    "Ada Brook sank the ferry",
    "Ada Brook is 61 years old",
    "Ada Brook is late.",
    "Ada Brook for sale",
    "The mayor reports from Skarv",
    "The ferry was hit by the sea",
    "The wife of Tom Reed",
    "Das Boot von Tom Reed",
    "Interview mit Anna Holm",
    "Entrevista a Anna Holm",
    "The ferry, Merrow Post",
    "SKARV, NORLAND",
    "Follow the sea",
    "Ferry and Tom Reed",
    "Photo: Ada Brook",
    "More pictures and photos by Ada Brook",
    "The ferry sailed. Seen by Ada Brook",
    "Posted in News by Ada Brook (and others)",
    "Posted in News by Ada Brook. " + "It sailed. " * 9,
]


@pytest.mark.parametrize(("line", "byline"), BYLINES.items())
def test_persons_among_words_are_found(line: str, byline: str) -> None:
    assert framed_names(line) == byline


@pytest.mark.parametrize("line", UNKNOWN)
def test_the_author_may_be_unknown(line: str) -> None:
    assert framed_names(line) == ""


@pytest.mark.parametrize("line", OTHERS)
def test_other_lines_are_not(line: str) -> None:
    assert framed_names(line) is None
