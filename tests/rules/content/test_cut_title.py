"""A title that ends in the middle of a sentence is reported."""

import pytest

from tests.rules.cases import findings, found


def _titled(title: str, *blocks: str) -> str:
    return f"# {title}\n\n\n\n" + "\n\n".join(blocks or ("Body.",)) + "\n"


CUT = [
    "Harbour Gets a New Clock for the",
    "Ferry Runs Again, Says the Captain of",
    "Hafen bekommt neue Uhr und",
    "Le port et l’horloge de la tour des",
    "Harbour Gets a New Clock,",
    "Harbour Gets a New Clock (",
]
SOUND = [
    "Mobile multimedia slow to catch on",
    "Protect whistleblowers, TUC says",
    "Gemeinde räumt Versäumnisse ein",
    "Und was machst du",
    "What Are You Waiting For",
    "The band called The Band",
]


@pytest.mark.parametrize("title", CUT)
def test_cut_titles_are_reported(title: str) -> None:
    assert len(findings("cut-title", _titled(title))) == 1


@pytest.mark.parametrize("title", SOUND)
def test_whole_titles_are_not(title: str) -> None:
    assert found("cut-title", _titled(title)) == []


URL = "https://skerrynews.example/harbour-gets-new-tide-clock-for-the-old-tower"
GOES_ON = [
    "Harbour Gets New Tide Clock…",
    "Harbour Gets New Tide Clo",
    "Harbour Gets New Tide Clo...",
]
WHOLE = ["Harbour Gets New Tide Clock", "Harbour Gets a Clock…", "A New Clock…"]


@pytest.mark.parametrize("title", GOES_ON)
def test_a_title_that_goes_on_in_the_url_is_cut(title: str) -> None:
    text = _titled(title) + f"\nOriginal url:\n\n<{URL}>\n"
    assert len(findings("cut-title", text)) == 1


@pytest.mark.parametrize("title", WHOLE)
def test_a_url_with_other_or_more_words_alone_says_nothing(title: str) -> None:
    assert found("cut-title", _titled(title) + f"\nOriginal url:\n\n<{URL}>\n") == []
