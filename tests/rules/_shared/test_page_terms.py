"""Texts of a page are known by the kinds of words that they combine, in many languages."""

import pytest

from corpusfmt.rules._shared.page_combinations import COMBINATIONS
from corpusfmt.rules._shared.page_terms import (
    _ANCHORS,
    _LONGEST,
    anchors,
    combines,
    kinds_in,
    reports,
)
from corpusfmt.rules._shared.word_lists import read_list
from corpusfmt.text.characters import lower_words
from tests.for_each import for_each_text

BETWEEN_PARAGRAPHS = [
    "This article resumes below the advertisement",
    "Der Beitrag wird nach der Werbeanzeige fortgesetzt",
    "Nastavak članka ispod oglasa",
    "Teksti jatkuu mainoksen jälkeen",
    "Straipsnis tęsiasi po reklamos",
    "Naudokite: straipsnio tęsinys po reklamos",
    "Članek se nadaljuje po oglasu",
    "Продолжение материала после рекламного блока",
    "We are sorry, but this video failed to load",
    "Um den Inhalt anzuzeigen, ist Ihre Einwilligung in Cookies nötig",
    "Реклама. erid: 3XyZabc",
    "Please switch off your ad blocker to support us",
    "Dieser externe Inhalt wird erst mit Ihrer Zustimmung geladen: externer Inhalt",
    "Clique no play acima para assistir ao vídeo",
    "Click on the pictures to see more",
]
AT_THE_EDGES = [
    "Commenting on this story has been disabled",
    "Commenti chiusi per questo articolo",
    "Diskuse k článku je uzavřena",
    "Nur registrierte Nutzer können Kommentare schreiben",
    "Komentari ne odražavaju stavove redakcije portala",
    "Мнението на автора не отразява позицията на редакцията",
    "Os textos e opiniões não refletem a posição do site",
    "Našli ste preklep v texte? Dajte nám vedieť",
    "Hai notato un refuso nel testo? Scrivici",
    "Avez-vous repéré une coquille dans cet article ?",
    "Leidsid artiklist vea? Anna teada",
    "Cikkünkben hibát talált? Jelezze",
    "Denna sammanfattning är skapad med AI och granskad av redaktionen",
    "Tiivistelmä on luotu tekoälyn avulla, ja toimituksen väki on tarkistanut sen",
    "Ten tekst został przetłumaczony automatycznie, zweryfikowany przez redakcję",
    "Перепечатка материалов без письменного согласия редакции запрещена",
    "Kopiowanie artykułu bez zgody redakcji jest zabronione",
    "Kielletty: jutun kopiointi ilman lupaa",
    "Bu haberin izinsiz kopyalanamaz",
    "Escucha este artículo",
    "Lytt til saken (4 min)",
    "Was this story helpful?",
    "Oceń ten artykuł",
    "Ndiqni faqen tonë në Instagram",
    "Sekojiet mums Facebook",
    "Jiunge nasi kwenye Telegram",
    "ഞങ്ങളുടെ ചാനൽ പിന്തുടരുക: വാട്സാപ്പ് വാർത്തകൾ",
    "Pošljite nam fotografije na naslov uredništva",
    "Galería de imágenes: 14 fotos",
    "Dziękujemy, że czytasz nasz serwis",
    "Dieser Beitrag ist älter als ein Jahr",
    "18+ Please gamble responsibly.",
    "The newsroom had no role in the creation of this content",
    "This communique was distributed by Norland Wire on behalf of Skerry Ferries.",
    "Wenn Sie über uns kaufen, erhalten wir eine Provision.",
    "For adverts call 0155 44 22 10.",
    "Abonnez-vous gratuitement à nos articles",
    "Your subscription pays our editors.",
    "Nachdruck der Artikel nur mit schriftlicher Genehmigung.",
    "本文由AI翻译，仅供参考",
    "本站内容未经授权不得转载",
    "この記事の無断転載を禁じます",
    "이 기사의 무단 전재를 금합니다",
]
PROSE = [
    "The Norland Post wants to hear from you, says the mayor.",
    "– Hittat ett fel i texten? Då får du lön i dag.",
    "The ads were made by a machine, and a summary of their cost was reviewed by the auditor.",
    "A opinião dos leitores não reflete a do conselho.",
    "Hearing on the report is delayed",
    "The story is 40 years old.",
    "Shares rose after our comments.",
    "L'erreur a été trouvée dans un article de la loi.",
    "The advertisement continues to annoy the islanders, said the mayor.",
    "She will register her comments with the council in May.",
    "The opinion of the court does not bind the harbour.",
    "Er fand den Fehler erst nach einer Woche.",
    "Les commentaires du maire ont été mal reçus.",
    "La reproducción de la foca está prohibida por la isla, según el alcalde.",
    "Der Artikel im Gesetz wurde ohne Zustimmung des Rates geändert, sagte sie.",
    "The film was created with artificial intelligence.",
    "They listen to the sea.",
    "Slušali su more cele noći.",
    "The gallery opens at 10.",
    "Photos of the ferry hang in the gallery.",
    "He joined Facebook in 2012.",
    "Reklama na trajekcie kosztuje więcej niż bilet.",
    "Абонати на пристанището са 300 души.",
    "Ο δήμαρχος δήλωσε ότι τα σχόλια δεν εκφράζουν τη γνώμη του λιμανιού.",
    "“This article continues after the advertisement” is all they read.",
    "作者在评论中说，渡轮很好。",
]


@for_each_text(BETWEEN_PARAGRAPHS)
def test_texts_between_paragraphs_combine_words_of_the_page(text: str) -> None:
    assert combines(text, is_at_edge=False)


@for_each_text(AT_THE_EDGES)
def test_texts_at_the_edges_do(text: str) -> None:
    assert combines(text, is_at_edge=True)


@for_each_text(AT_THE_EDGES)
def test_most_texts_between_paragraphs_do_not(text: str) -> None:
    assert not combines(text, is_at_edge=False)


@for_each_text(PROSE)
def test_prose_does_not(text: str) -> None:
    assert not combines(text, is_at_edge=True)


@for_each_text([text for text in BETWEEN_PARAGRAPHS + AT_THE_EDGES if text[0] < "\u3000"])
def test_each_text_has_an_anchor(text: str) -> None:
    assert not anchors().isdisjoint(lower_words(text))


def test_each_combination_has_kinds_with_words() -> None:
    kinds = {kind for combination in COMBINATIONS for kind in combination.kinds}
    texts = BETWEEN_PARAGRAPHS + AT_THE_EDGES
    assert kinds - {kind for text in texts for kind in kinds_in(text)} <= set("FRDAB")


@pytest.mark.parametrize("text", ["“Subscribe,” she wrote", "Sottoscrivete, ha detto il sindaco"])
def test_who_says_something_reports(text: str) -> None:
    assert reports(text)


def test_a_button_reports_nothing() -> None:
    assert not reports("Subscribe according to our terms")


def test_each_combination_has_a_kind_that_is_looked_for_first() -> None:
    assert not [each for each in COMBINATIONS if each.kinds.isdisjoint(_ANCHORS)]


def test_each_word_for_what_someone_says_reports() -> None:
    entries = [entry[2:] for entry in read_list("page_terms") if entry[0] == "!"]
    texts = [f"The captain {entry.removesuffix('$')} so" for entry in entries]
    assert [text for text in texts if not reports(text)] == []
    assert [text for text in texts if "!" not in kinds_in(text)] == []
    assert not reports("The captain of the ferry")


def test_no_combination_is_longer_than_what_is_looked_at() -> None:
    assert max(each.longest for each in COMBINATIONS) == _LONGEST
