"""The parts of a URL that are two words of the article are found, with the place of the hyphen."""

import pytest

from corpusfmt.rules._shared.lost_hyphens import lost_hyphens

HOST = "https://skerrynews.example"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/ferry-runsagain", [("runsagain", 4)]),
        ("/Ferry-RunsAgain?a-runsagain", [("runsagain", 4)]),
        ("/harbourcrane-runs", [("harbourcrane", 7)]),
        ("/ferry-runs1234567", [("runs1234567", 4)]),
        ("/2023-0314/ferry", [("2023-0314", 7)]),
        ("/ferry-runs-again", []),
        ("/runsagain", []),
        ("/ferry-unknownword", []),
        ("", []),
    ],
)
def test_parts_that_are_two_words(path: str, expected: list[tuple[str, int]]) -> None:
    found = lost_hyphens(HOST + path, "Ferry Runs Again", "The crane of the harbour fell.")
    assert list(found) == expected


@pytest.mark.parametrize(
    "path", ["/boats-for-cranes", "/harbor-crane-mujeres", "/skerryfm-harbour"]
)
def test_forms_of_words_and_names_of_the_host_have_lost_none(path: str) -> None:
    text = "La mujer es de aquí, the crane es, FM of Skerry."
    assert list(lost_hyphens(f"https://www.skerry.uol.example{path}", "Ferry", text)) == []


def test_two_places_that_are_equally_likely_are_not_decided() -> None:
    text = "A boat, oats and oat; bo, boa, t and ts."
    assert list(lost_hyphens(f"{HOST}/the-boats-here", "", text + " boa ts boat s")) == []
