"""Exports of ProQuest: labels at the end of a text, and in other languages."""

import pytest

from corpusfmt.convert.guessing import guess_kind
from tests.convert.importers.reading import read_file

LINE = "_" * 60 + "\n\n"
EXPECTED = {
    "title": "Ferry",
    "byline": ["Ada Brook", "Jon Falk"],
    "date": "2024-03-05",
    "url": "https://p.example/1",
}

FORMS = {
    "English": (
        "Document 1 of 1\n\nFerry\n\nAuthor: Brook, Ada; Falk, Jon\n\nAbstract: Short.\n\n"
        "Full text: It sailed.\n\nNote: it came.\n\n"
        "Title: Ferry\n\nAuthor: Brook, Ada; Falk, Jon\n\n"
        "Publication title: Post\n\nPublication date: Mar 5, 2024\n\nProQuest document ID: 1\n\n"
        "Document URL: https://p.example/1\n\n"
    ),
    "German": (
        "Dokument 1 von 1\n\nFerry\n\nVolltext: It sailed.\n\nNote: it came.\n\nTitel: Ferry\n\n"
        "Autor: Brook, Ada; Falk, Jon\n\nTitel der Publikation: Post\n\n"
        "Publikationsdatum: 5. Mär 2024\n\nProQuest-Dokument-ID: 1\n\n"
        "Dokument-URL: https://p.example/1\n\n"
    ),
    "French": (
        "Document 1 sur 1\n\nFerry\n\nTexte intégral : It sailed.\n\nNote: it came.\n\n"
        "Titre : Ferry\n\n"
        "Auteur : Brook, Ada; Falk, Jon\n\nTitre de la publication : Post\n\n"
        "Date de publication : 5 mars 2024\n\nDroits d’auteur : Post\n\n"
        "ID du document ProQuest : 1\n\n"
        "URL du document : https://p.example/1\n\n"
    ),
    "Spanish": (
        "Documento 1 de 1\n\nFerry\n\nTexto completo: It sailed.\n\nNote: it came.\n\n"
        "Título: Ferry\n\n"
        "Autor: Brook, Ada; Falk, Jon\n\nTítulo de publicación: Post\n\n"
        "Fecha de publicación: 5 de marzo de 2024\n\nID del documento de ProQuest: 1\n\n"
        "URL del documento: https://p.example/1\n\n"
    ),
}


@pytest.mark.parametrize("language", FORMS)
def test_labels_end_the_text_in_every_language(language: str) -> None:
    text = LINE + FORMS[language] + LINE
    [document], found = read_file(text, "proquest")
    assert (document, found) == (EXPECTED | {"body": ["It sailed.", "Note: it came."]}, [])
    assert guess_kind(text.encode(), "a.txt") == "proquest"


def test_the_last_paragraph_of_a_text_can_begin_like_a_label() -> None:
    text = (
        f"{LINE}Ferry\n\nFull text: It sailed.\n\nAuthor: unknown, said the mayor.\n\n"
        f"Publication date: Mar 5, 2024\n\nProQuest document ID: 1\n\n{LINE}"
    )
    [document], _ = read_file(text, "proquest")
    assert document["body"] == ["It sailed.", "Author: unknown, said the mayor."]
