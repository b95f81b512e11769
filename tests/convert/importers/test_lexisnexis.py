"""Exports of LexisNexis in several languages and layouts."""

import pytest

from corpusfmt.convert.guessing import guess_kind
from tests.convert.importers.reading import read_file

LANGUAGES = {
    "German": (
        "Dokument 1 von 2\n\n\nKüstenpost\n\n5. März 2024 Dienstag\nGesamtausgabe\n\nDie Fähre\n\n"
        "AUTOR: Von Ada Brook\n\nRUBRIK: LOKALES; S. 3\n\nLÄNGE: 30 Wörter\n\nSie fuhr.\n\n"
        "Sie kam.\n\n"
        "UPDATE: 6. März 2024\n\nSPRACHE: GERMAN; DEUTSCH\n\nPUBLICATION-TYPE: Zeitung\n\n"
        "Copyright 2024 Küstenpost GmbH\nAlle Rechte vorbehalten\n",
        ("Die Fähre", ["Sie fuhr.", "Sie kam."]),
    ),
    "French": (
        "Document 1 de 1\n\n\nLa Poste\n\nmardi 5 mars 2024\n\nLe bac\n\nAUTEUR: Ada Brook\n\n"
        "RUBRIQUE: RÉGION\n\nLONGUEUR : 30 mots\n\nIl part.\n\nDATE-CHARGEMENT: 6 mars 2024\n\n"
        "LANGUE: FRENCH\n\nTYPE-PUBLICATION: Journal\n\nCopyright 2024 La Poste\n"
        "Tous droits réservés\n",
        ("Le bac", ["Il part."]),
    ),
    "Spanish": (
        "Documento 1 de 1\n\n\nEl Correo\n\n5 de marzo de 2024\n\nEl barco\n\nAUTOR: Ada Brook\n\n"
        "SECCIÓN: LOCAL\n\nLONGITUD: 30 palabras\n\nZarpó.\n\nFECHA-CARGA: 6 de marzo de 2024\n\n"
        "IDIOMA: SPANISH\n\nCopyright 2024 El Correo\nTodos los derechos reservados\n",
        ("El barco", ["Zarpó."]),
    ),
    "Dutch": (
        "Document 1 van 1\n\n\nDe Kust\n\n5 maart 2024 dinsdag\n\nDe veerboot\n\n"
        "AUTEUR: Ada Brook\n\nSECTIE: REGIO\n\nLENGTE: 30 woorden\n\nHij vaart.\n\n"
        "UPDATE: 6 maart 2024\n\nTAAL: DUTCH\n\n"
        "Copyright 2024 De Kust\nAlle rechten voorbehouden\n",
        ("De veerboot", ["Hij vaart."]),
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_are_read_in_other_languages(language: str) -> None:
    text, (title, body) = LANGUAGES[language]
    [document], found = read_file(text, "lexisnexis")
    expected = {"title": title, "byline": ["Ada Brook"], "date": "2024-03-05", "body": body}
    assert (document, found) == (expected, [])
    assert guess_kind(text.encode(), "a.txt") == "lexisnexis"


HEAD = "     1 of 1 DOCUMENTS\n\n     The Post\n\n   March 5, 2024 Tuesday\n   Final\n\n"
REST = "\nLENGTH: 3 words\n\nBODY:\n\n   It sailed.\n\nLOAD-DATE: March 6, 2024\n"


def test_a_title_can_be_wrapped() -> None:
    [document], _ = read_file(f"{HEAD}The ferry returns\nto the harbour\n{REST}", "lexisnexis")
    assert document["title"] == "The ferry returns to the harbour"
    [document], _ = read_file(f"{HEAD.rstrip()}\nThe ferry\n{REST}", "lexisnexis")
    assert document["title"] == "The ferry"


def test_the_url_can_follow_the_text() -> None:
    text = (
        "Document 1 of 1\n\n\nThe Post\n\nMarch 5, 2024 Tuesday 9:02 AM EST\n\nFerry\n\n"
        "LENGTH: 3 words\n\nIt sailed.\n\nURL: it is not.\n\nIt came.\n\nURL: https://a.example/x\n\n"
        "LOAD-DATE: March 6, 2024\n\nCopyright 2024 The Post\nAll Rights Reserved\n"
    )
    [document], found = read_file(text, "lexisnexis")
    assert document["url"] == "https://a.example/x"
    assert document["body"] == ["It sailed.", "URL: it is not.", "It came."]
    assert found == []


def test_an_article_without_a_text_loses_no_other() -> None:
    first = "Document 1 of 2\n\nThe Post\n\nMarch 5, 2024\n\nFerry\n\nLENGTH: 0 words\n\n"
    second = LANGUAGES["German"][0].replace("1 von 2", "2 von 2")
    documents, found = read_file(f"{first}LOAD-DATE: March 6, 2024\n\n{second}", "lexisnexis")
    assert [document["title"] for document in documents] == ["Die Fähre"]
    assert found == ["3: error: the article has no text"]


def test_a_month_is_not_a_date_but_the_title_follows_it() -> None:
    text = "Document 1 of 1\n\nThe Post\n\nMarch 2024\n\nFerry\n\nLENGTH: 3 words\n\nIt sailed.\n"
    [document], found = read_file(f"{text}\nLOAD-DATE: March 6, 2024\n", "lexisnexis")
    assert document == {"title": "Ferry", "body": ["It sailed."]}
    assert found == ["5: warning: the date “March 2024” is not read"]


def test_a_title_of_nexis_uni_can_be_wrapped() -> None:
    text = "\nThe Post\n\nMarch 5, 2024 Tuesday\n\nCopyright 2024 Post All Rights Reserved\n\n"
    rest = f"{text}Length: 3 words\n\nBody\n\nIt sailed.\n\nLoad-Date: March 6, 2024\n"
    [document], _ = read_file(f"The ferry\nreturns\n{rest}", "lexisnexis")
    assert document["title"] == "The ferry returns"
    [document], _ = read_file(f"The ferry{rest}", "lexisnexis")
    assert document["title"] == "The ferry"
