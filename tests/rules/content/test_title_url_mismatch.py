"""An address that spells other words than the title is reported, if the rule is on."""

import pytest

from corpusfmt.rules import all_rules
from tests.rules.cases import found


def text(title: str, path: str) -> str:
    return f"# {title}\n\n\n\nBody.\n\nOriginal url:\n\n<https://skerrynews.example/{path}>\n"


REPORTED = {
    "Ferry Runs Again": "council-raises-library-fees",
    "Паром снова": "",
    "Bến phà mở lại": "council-raises-library-fees",
}
NOT_REPORTED = {
    "Ferry Runs Again": "ferry-sails-once-more",
    "The Ferries Run Again": "ferry-sails-once-more",
    "Fähre fährt wieder": "die-erste-faehre-seit-oktober",
    "Fähre kommt wieder": "die-erste-fahre-seit-oktober",
    "Bến phà mở lại": "ben-pha-mo-lai-tuan-nay",
    "Łódź znów pływa dziś": "nowa-lodz-mieszkancy-czekali",
    "Паром снова ходит": "council-raises-library-fees",
    "フェリー再開 Skerry": "council-raises-library-fees",
    "Ferry": "council-raises-library-fees",
    "Ferry Runs Again!": "article-7781",
    "Ferry Runs Again?": "",
    "Ferry Runs Again.": "1-2-3-4-5-6",
    "Feuerwehrleute sollen später": "landespolitik-feuerwehr-erhoehung-rente",
}


def test_other_words_are_reported() -> None:
    message = "“council-raises-library-fees” shares no word with the title"
    for title in ("Ferry Runs Again", "Bến phà mở lại"):
        address = "<https://skerrynews.example/a/council-raises-library-fees-7781.html>"
        assert found("title-url-mismatch", text(title, address[28:-1])) == [
            ("9:1", address, message)
        ]


@pytest.mark.parametrize(("title", "path"), NOT_REPORTED.items())
def test_a_word_in_common_and_too_few_to_compare_are_not(title: str, path: str) -> None:
    assert found("title-url-mismatch", text(title, path)) == []


def test_an_article_without_title_or_address_has_nothing_to_compare() -> None:
    assert (
        found(
            "title-url-mismatch",
            "Body.\n\nOriginal url: https://skerrynews.example/a-b-c-d-e-f-g\n",
        )
        == []
    )
    assert found("title-url-mismatch", "# Ferry Runs Again\n\n\n\nBody.\n") == []


def test_it_is_off_by_default() -> None:
    assert [rule.is_on for rule in all_rules() if rule.name == "title-url-mismatch"] == [False]
