"""The name or slogan of a site as author of all of its articles is found, a person is not."""

import pytest

from tests.rules.across import article, found_across


def pages(*bylines: str, host: str = "merrowpost.example") -> dict[str, str]:
    texts: dict[str, str] = {}
    for number, byline in enumerate(bylines):
        url = f"https://{host}/{number}"
        texts[f"{number}.txt"] = article(f"Title {number}", "Text.", url=url, head=byline)
    return texts


@pytest.mark.parametrize("name", ["Merrow Post", "Your Trusted Source", "Reuters", "MerrowPost"])
def test_the_author_of_all_articles_is_reported(name: str) -> None:
    message = f"“{name}” is the author of all 5 articles of merrowpost.example"
    assert found_across("site-author", pages(*[f"By {name}"] * 5)) == [("0.txt", message)]


@pytest.mark.parametrize("name", ["Ada Brook", "Ada", "林若溪", "Karl von der Heide"])
def test_a_person_is_not(name: str) -> None:
    assert found_across("site-author", pages(*[f"By {name}"] * 5)) == []


@pytest.mark.parametrize("other", ["By Ada Brook", "By Merrow Post and Ada Brook"])
def test_other_authors_of_the_host_silence_it(other: str) -> None:
    assert found_across("site-author", pages(*["By Merrow Post"] * 5, other)) == []


def test_articles_without_an_author_do_not() -> None:
    assert len(found_across("site-author", pages(*["By Merrow Post"] * 5, ""))) == 1


def test_how_many_articles_are_too_few_is_for_the_user_to_say() -> None:
    articles = pages(*["By Merrow Post"] * 3)
    assert found_across("site-author", articles) == []
    assert len(found_across("site-author", articles, articles=3)) == 1
