"""What is counted of one article."""

import pytest

from corpusfmt.lint.context import Context
from corpusfmt.stats.article import FIELDS, LONGEST, count_words, facts_of, guess_language

ARTICLE = """# Ferry Runs Again

## After the Storm

By [Ana Lind](#), Tom Osei and Ana Lind

March 05, 2024



A red ferry **Ida Berg / Skarv Museum**

The ferry to Skerry sailed on Monday for the first time since October, with 61 passengers on board.

### The ramp

It is new.

**Related article:** [Bakery](https://skerrynews.example/bakery)

Original url:

<https://www.skerrynews.example/ferry>
"""


def test_the_facts_of_an_article() -> None:
    facts = facts_of(Context(ARTICLE, "a.txt"))
    assert facts.title == "Ferry Runs Again"
    assert facts.host == "skerrynews.example"
    assert facts.url == "https://www.skerrynews.example/ferry"
    assert facts.month == "2024-03"
    assert facts.language == "en"
    assert facts.authors == ("Ana Lind", "Tom Osei")
    assert facts.words == 18 + 2 + 3
    lacking = {"updated", "intro", "image"}
    assert {FIELDS[number] for number in facts.fields} == {*FIELDS} - lacking


def test_an_empty_file_has_nothing() -> None:
    facts = facts_of(Context("", "a.txt"))
    assert (facts.title, facts.host, facts.url, facts.month, facts.language) == ("",) * 5
    assert (facts.words, facts.authors, facts.fields) == (0, (), ())


def test_very_long_articles_are_counted_as_such() -> None:
    assert facts_of(Context("word " * (LONGEST + 1), "a.txt")).words == LONGEST


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("two words", 2),
        ("Zwei Wörter", 2),
        ("東京で", 3),
        ("東京 and 大阪", 5),
        ("서울 시", 2),
    ],
)
def test_words_are_counted(text: str, words: int) -> None:
    assert count_words(text) == words


GERMAN = "Die Uhr am Hafen ist am Montag gekommen, und sie war zu spät, wie der Hafenmeister sagt. "


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (GERMAN * 2, "de"),
        ("東京の新しい駅が開いた。" * 20, "ja"),
        ("Ξψω Ξψω " * 20, "el"),
        ("жжж ццц " * 20, "Cyrl"),
        ("xqz qqz " * 20, "Latn"),
        ("1234 5678 " * 20, ""),
        ("Die Uhr am Hafen.", ""),
    ],
)
def test_the_language_is_guessed(text: str, language: str) -> None:
    assert guess_language(Context(f"# T\n\n\n\n{text}\n", "a.txt")) == language
