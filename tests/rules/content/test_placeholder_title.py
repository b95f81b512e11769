"""A title that programs write where they have none is reported."""

import pytest

from tests.rules.cases import found

BODY = "The first ferry since October sailed on Monday with 61 passengers."
PLACEHOLDERS = [
    "Full Story",
    "Brak tytułu",
    "新闻详情",
    "Leave a Comment",
    "Latest News, Sport, Business and Weather",
    "Новости Скерри сегодня: последние события онлайн",
    "Untitled",
    "null",
    "undefined",
    "NaN",
    "Auto Draft",
    "Ohne Titel",
    "Sans titre",
    "Без названия",
    "无标题",
    "제목 없음",
    "https://skerrynews.example/ferry",
    "skerrynews.example",
    "404 Not Found",
    "Just a moment...",
    "News",
    "Artikel",
    "Новости",
    "首页",
    "index.html",
    "IMG_20230314.jpg",
    "Ferry Runs Again.docx",
    "Microsoft Word - ferry_final",
    "No title found",
    "Notícia sem título",
    "Articolo senza titolo",
    "Local News",
    "Faits divers",
    "Происшествия",
    "14 March 2023",
    "Ferry_2023.pdf",
    "ferry-runs-again-to-skerry",
]
TITLES = [
    "Home, News and Local Ferries",
    "Sport and Business Meet on the Latest Ferry",
    "Leave a Comment, the Mayor Said",
    "Ferry Runs Again",
    "The Untitled Painting",
    "None of the Above",
    "Nan Shepherd Was Here",
    "Null Toleranz",
    "News From Skerry",
    "Never-ending-story",
    "Well-to-do-ers",
    "Node.js",
    "How to Write a robots.txt",
    "Learn ASP.NET",
    "Local News Is Dying",
    "Local News in Skerry: Who Pays?",
    "Ferry Runs Again on 14 March 2023",
    "No Title for Norland",
    "How https:// Came to Skerry",
    "How skerrynews.example Began",
    "No. 5",
    "U.S. vs. EU",
]


@pytest.mark.parametrize("title", PLACEHOLDERS)
def test_placeholders_are_reported(title: str) -> None:
    shown = [span for _, span, _ in found("placeholder-title", f"# {title}\n\n\n\n{BODY}\n")]
    assert shown == [f"# {title}"]


@pytest.mark.parametrize("title", TITLES)
def test_titles_are_not(title: str) -> None:
    assert found("placeholder-title", f"# {title}\n\n\n\n{BODY}\n") == []
