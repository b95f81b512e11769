"""Labels and notices are known by the kinds of words that they combine."""

import pytest

from corpusfmt.rules._shared.page_labels import _words_of, is_label, page_notice
from corpusfmt.rules._shared.word_lists import read_list
from tests.for_each import for_each_text
from tests.rules.cases import article, found

BODY = "The first ferry since October sailed on Monday with 61 passengers on board."

LABELS = [
    "Older comments",
    "Add your comment",
    "Cancel the reply",
    "Comments are moderated",
    "Login to comment",
    "Kommentar schreiben",
    "Alle Kommentare anzeigen",
    "Écrire un commentaire",
    "Annuler ma réponse",
    "Artículos recientes",
    "Página siguiente",
    "Comentários encerrados",
    "Articoli precedenti",
    "Reactie plaatsen",
    "Skriv kommentar",
    "Lisää kommentti",
    "Dodaj komentarz",
    "Предыдущая страница",
    "Написать комментарий",
    "Залишити коментар",
    "Yeni yorumlar",
    "Hozzászólás küldése",
    "Thêm bình luận",
    "הוסף תגובה",
    "أضف تعليقاً",
    "टिप्पणी जोड़ें",
    "发表评论",
    "コメントを投稿",
    "댓글 쓰기",
    "Your e-mail is not published.",
    "Ihre E-Mail wird nicht veröffentlicht.",
    "Votre commentaire attend la modération.",
    "Ваш комментарий ожидает модерации.",
]

PROSE = [
    "The next one sails on Friday.",
    "No further comment was posted by the company.",
    "He declined to comment.",
    "Sin comentarios.",
    "Comment: a ferry for all",
    "The council closed the comment period on Friday.",
    "Read the comments of the harbour master",
    "The password was “ferry”, she wrote.",
    "The next article of the treaty forbids it",
    "The paper's e-mail to the ministry was not published.",
    "Skerry did not answer requests sent by e-mail for comment.",
    "Kein Kommentar vom Hafenmeister.",
    "Der Beitrag wurde veröffentlicht.",
    "Letzte Beiträge zur Rentenkasse",
    "Le maire n'a pas souhaité commenter.",
    "Les derniers articles du traité",
    "Sin comentarios, respondió el alcalde.",
    "El artículo siguiente de la ley lo prohíbe.",
    "Il prossimo articolo della legge",
    "De volgende pagina in de geschiedenis",
    "Inga kommentarer från kommunen.",
    "Następny artykuł ustawy",
    "Комментариев от мэра не поступило.",
    "Следующая страница истории",
    "Další článek zákona",
    "Belediye yorum yapmadı.",
    "市长没有回应评论请求。",
    "市長はコメントを出していない。",
    "لم يعلق رئيس البلدية على الخبر.",
    "ראש העיר לא הגיב לשאלות.",
    "महापौर ने कोई टिप्पणी नहीं की।",
]


@for_each_text(LABELS)
def test_a_label_is_known_by_its_words(text: str) -> None:
    assert is_label(text)
    assert found("boilerplate", article(BODY, BODY, text)) != []


@for_each_text(PROSE)
def test_prose_is_not_a_label(text: str) -> None:
    assert not is_label(text)
    assert found("boilerplate", article(BODY, BODY, text)) == []


def test_a_label_is_found_only_at_the_end() -> None:
    assert found("boilerplate", article(BODY, "Previous comments", BODY, BODY)) == []
    assert len(found("boilerplate", article(BODY, BODY, "Previous comments", "Add a reply"))) == 2


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("There is no such page here.", "error-page"),
        ("Es wurden keine Ergebnisse gefunden.", "error-page"),
        ("Сайт на обслуживании, попробуйте позже, ошибка.", "error-page"),
        ("Cet article est protégé, saisissez le mot de passe.", "sign-in-wall"),
        ("Resultados de la búsqueda", "index-page"),
        ("The ferry sails on Friday.", ""),
    ],
)
def test_a_page_without_an_article_has_a_kind(text: str, kind: str) -> None:
    assert page_notice(text) == kind


def test_such_a_page_is_not_an_article() -> None:
    page = "# Skerry News\n\n\n\nThis post has a password. Enter it to see the post.\n"
    assert len(found("not-an-article", page)) == 1
    short = "# Ferry Lost Its Page\n\nMarch 4, 2023\n\n\n\nNo page of the log was found.\n"
    assert found("not-an-article", short) == []


def test_each_entry_is_found_by_its_word() -> None:
    entries = read_list("page_labels")
    assert [entry for entry in entries if entry[0] not in _words_of(entry[2:].strip("$"))[0]] == []


def test_a_whole_word_is_no_beginning() -> None:
    assert "0 dim$" in read_list("page_labels")
    assert _words_of("dim dimly")[0:2] == (frozenset("0"), 0.5)
