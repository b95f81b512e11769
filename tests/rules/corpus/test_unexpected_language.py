"""An article in another language than nearly all of its host is reported."""

from tests.rules.across import article, found_across

ENGLISH = (
    "The ferry to the island was late for the first time since October, and it was not the last. "
    "The captain said that they have been at sea for two days with all of the mail on board."
)
GERMAN = (
    "Die Fähre auf die Insel war zum ersten Mal seit Oktober zu spät, und sie war nicht die letzte. "
    "Der Kapitän sagte, dass sie zwei Tage auf See gewesen sind und die ganze Post an Bord hatten."
)
RUSSIAN = (
    "Паром на остров впервые с октября опоздал, и он был не последним. Капитан сказал, что они были "
    "в море два дня и что вся почта была на борту. Следующий паром отходит в пятницу утром."
)


def _host(count: int, *others: str, host: str = "news.example") -> dict[str, str]:
    texts = [ENGLISH] * count + list(others)
    return {
        f"{number:02}.txt": article(f"T{number}", text, url=f"https://{host}/{number}")
        for number, text in enumerate(texts)
    }


def test_the_article_in_another_language_is_reported() -> None:
    message = "the language is not that of 12 of 13 articles of news.example"
    for other in (GERMAN, RUSSIAN):
        assert found_across("unexpected-language", _host(12, other)) == [("12.txt", message)]


def test_a_host_with_few_articles_or_two_languages_is_not_judged() -> None:
    assert found_across("unexpected-language", _host(3, GERMAN)) == []
    assert found_across("unexpected-language", _host(10, *[GERMAN] * 5)) == []


def test_short_articles_are_not_judged() -> None:
    assert found_across("unexpected-language", _host(12, "Kurz.")) == []
