"""A page is a question that readers vote on."""

from __future__ import annotations

from random import Random

from benchmarks.damage.article import Article, Damaged
from benchmarks.damage.pages import saved_instead

RULES = ("not-an-article",)
PAGES = {
    "en": (
        ("Poll: Should the bridge be closed to cars?", "Yes", "No", "I don't know", "Vote",
         "View Results"),
        ("Reader poll", "Which team will win the cup?", "Kelsby 43%", "Lunden 31%",
         "Brackwater 26%", "Total votes: 1,204", "This poll is closed."),
        ("Take our poll", "Do you use the ferry?", "Every day", "Sometimes", "Never",
         "Thank you for voting!", "You have already voted in this poll."),
        ("Survey", "How satisfied are you with our website?", "Very satisfied", "Satisfied",
         "Not satisfied", "Submit", "Powered by SurveyMonkey", "Next"),
    ),
    "de": (
        ("Umfrage: Soll die Brücke gesperrt werden?", "Ja", "Nein", "Weiß nicht", "Abstimmen",
         "Ergebnis anzeigen"),
        ("Umfrage der Woche", "Nutzen Sie die Fähre?", "Ja 61 %", "Nein 39 %",
         "1204 Stimmen abgegeben"),
    ),
    "fr": (("Sondage : faut-il fermer le pont ?", "Oui", "Non", "Sans opinion", "Voter",
            "Voir les résultats"),),
    "es": (("Encuesta: ¿debe cerrarse el puente?", "Sí", "No", "No sabe", "Votar",
            "Ver resultados"),),
    "pt": (("Enquete: a ponte deve fechar?", "Sim", "Não", "Não sei", "Votar", "Ver resultados"),),
    "it": (("Sondaggio: chiudere il ponte?", "Sì", "No", "Non so", "Vota", "Vedi i risultati"),),
    "ru": (("Опрос: нужно ли закрыть мост?", "Да", "Нет", "Не знаю", "Голосовать",
            "Результаты опроса", "Всего проголосовало: 1204"),),
    "pl": (("Sonda: czy zamknąć most?", "Tak", "Nie", "Nie wiem", "Głosuj", "Zobacz wyniki"),),
    "tr": (("Anket: Köprü kapatılsın mı?", "Evet", "Hayır", "Oy ver", "Sonuçları göster"),),
    "ja": (("アンケート：橋を閉鎖すべきですか", "はい", "いいえ", "投票する", "結果を見る"),),
    "zh": (("投票：大桥该不该关闭？", "应该", "不应该", "投票", "查看结果"),),
}  # fmt: skip


def damage(article: Article, random: Random) -> Damaged | None:
    """Make a page of the question and the answers."""
    title, *blocks = random.choice(PAGES.get(article.language, PAGES["en"]))
    return saved_instead(article, title, random.choice(("\n\n", "\n\n- ")).join(["", *blocks]))
