"""A title that ends in the middle of a sentence is reported."""

import pytest

from tests.rules.cases import findings, found


def _titled(title: str, *blocks: str) -> str:
    return f"# {title}\n\n\n\n" + "\n\n".join(blocks or ("Body.",)) + "\n"


CUT = [
    "Harbour Gets New Clock [Update",
    "Harbour Gets a New Clock for the",
    "Ferry Runs Again, Says the Captain of",
    "Hafen bekommt neue Uhr und",
    "Le port et l’horloge de la tour des",
    "Harbour Gets a New Clock,",
    "Harbour Gets a New Clock (",
    "Harbour Gets a New Clock [...]",
    "Harbour Gets a New Clock […]",
    "Clock for the",
]
SOUND = [
    "Harbour Gets New Clock (And a Bell)",
    "Harbour :( No Clock",
    "El concejo vota sobre el puente bajo",
    "Mobile multimedia slow to catch on",
    "Protect whistleblowers, TUC says",
    "Gemeinde räumt Versäumnisse ein",
    "Und was machst du",
    "And the",
    "Clock",
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
MAY_GO_ON = ["Harbour Gets New Tide Clock", "Harbour Gets New", "A New Clock…"]
WHOLE = [
    "Harbour Clock Gets New Tide",
    "New Tide Clock for the Old Tower",
    "Harbour Gets a New Tide Clock for the Old Tower",
    "Harbour Gets",
]


@pytest.mark.parametrize("title", GOES_ON)
def test_a_title_that_goes_on_in_the_url_is_cut(title: str) -> None:
    text = _titled(title) + f"\nOriginal url:\n\n<{URL}>\n"
    [finding] = findings("cut-title", text)
    assert not finding.is_uncertain


@pytest.mark.parametrize("title", MAY_GO_ON)
def test_a_title_after_which_the_url_has_more_words_may_be_cut(title: str) -> None:
    [finding] = findings("cut-title", _titled(title) + f"\nOriginal url:\n\n<{URL}>\n")
    assert finding.is_uncertain


@pytest.mark.parametrize("title", WHOLE)
def test_a_url_with_other_words_does_not_show_it(title: str) -> None:
    assert found("cut-title", _titled(title) + f"\nOriginal url:\n\n<{URL}>\n") == []


@pytest.mark.parametrize("more", ["video", "live-news", "2023", "n1086531"])
def test_usual_words_after_the_title_do_not_show_it(more: str) -> None:
    url = f"https://skerrynews.example/harbour-gets-clock-{more}"
    text = _titled("Harbour Gets Clock") + f"\nOriginal url:\n\n<{url}>\n"
    assert found("cut-title", text) == []


def test_the_words_that_follow_in_the_url_are_shown() -> None:
    text = _titled("Harbour Gets New Tide Clock") + f"\nOriginal url:\n\n<{URL}>\n"
    [(_, _, message)] = found("cut-title", text)
    assert message == "the URL goes on with “for the old tower”, and the title may be cut off"


BODIES = {
    "The clock of the harbour is slow, and that is as it was in the old days.": [
        "Harbour Gets a New Clock With Its",
        "Harbour Gets a New Clock Between",
    ],
    "Die Uhr ist nicht mehr zu sehen, und das ist für die Stadt ein Verlust.": [
        "Hafen bekommt neue Uhr für den",
        "Hafen bekommt neue Uhr von",
    ],
    "Le port a une horloge, mais elle est lente et la ville ne sait pas qui la répare.": [
        "Le port aura une horloge dans",
    ],
    "Часы порта отстают, и это не в первый раз, но город их не чинит, как и в мае.": [
        "В порту повесили новые часы для",
    ],
    "Đồng hồ của cảng chạy chậm và thành phố không sửa nó vì không có tiền cho nó.": [
        "Cảng có một chiếc đồng hồ mới và các",
    ],
}


@pytest.mark.parametrize(("body", "titles"), BODIES.items())
def test_words_that_lead_on_are_those_of_the_language(body: str, titles: list[str]) -> None:
    for title in titles:
        assert len(findings("cut-title", _titled(title, body))) == 1


def test_a_word_of_another_language_may_end_a_title() -> None:
    body = "The clock of the harbour is slow, and that is as it was in the old days."
    for title in ("The Old Clock Will Never Den", "Harbour Clock: Not in My Una"):
        assert found("cut-title", _titled(title, body)) == []


def test_a_title_that_ends_in_half_of_a_word_is_cut() -> None:
    body = "The directors of the harbour met on Monday."
    [certain] = findings("cut-title", _titled("Harbour Clock Is Slow, Say Dire…", body))
    [uncertain] = findings("cut-title", _titled("Harbour Clock Is Slow, Say Directors…", body))
    assert (certain.is_uncertain, uncertain.is_uncertain) == (False, True)
    assert certain.message == "the title is cut off after “Dire…”"
    assert uncertain.message == "the title ends with an ellipsis, and may be cut off"


@pytest.mark.parametrize(
    ("title", "is_certain"), [("Clock for Old Tower", False), ("The Old Tower Clock", True)]
)
def test_a_title_that_is_the_end_of_the_url_has_lost_its_start(
    title: str, is_certain: bool
) -> None:
    start = "captain-says-tide-board-warns-island-" if is_certain else "harbour-gets-tide-"
    url = f"https://skerrynews.example/{start}{title.lower().replace(' ', '-')}"
    [finding] = findings("cut-title", _titled(title) + f"\nOriginal url:\n\n<{url}>\n")
    assert finding.message.startswith("the URL begins with ")
    assert finding.is_uncertain is not is_certain
