"""Places after a name, and before it as in “Aus Skarv berichtet Ada Brook”."""

import pytest

from corpusfmt.syntax.byline_places import find_place_before, is_place
from corpusfmt.syntax.resources import word_list


@pytest.mark.parametrize(
    "text",
    [
        "Paris",
        "PARIS",
        "New York",
        "New\nYork",
        "Washington",
        "D.C.",
        "Brüssel",
        "Москва",
        "St. John’s",
        "St. John's",
    ],
)
def test_countries_and_cities_are_places(text: str) -> None:
    assert is_place(text)


@pytest.mark.parametrize(
    "text", ["", "Par", "Ada Brook", "Paris Brook", "paris\nrom", "#", "Merrow"]
)
def test_other_texts_are_not(text: str) -> None:
    assert not is_place(text)


def test_no_name_of_an_agency_or_of_authors_is_a_place() -> None:
    names = [*word_list("agencies"), *word_list("byline_collectives")]
    assert list(filter(is_place, names)) == []


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Aus Skarv berichtet Ada Brook", "Aus Skarv berichtet"),
        ("AUS SKARV BERICHTET ADA BROOK", "AUS SKARV BERICHTET"),
        ("Aus Skarv und Merrow berichten Ada Brook und Tom Reed", "Aus Skarv und Merrow berichten"),
        ("Aus Skarv berichtet: Ada Brook", "Aus Skarv berichtet"),
        ("Desde Skarv informa Ada Brook", "Desde Skarv informa"),
    ],
)
def test_what_says_from_where_an_author_reports_is_a_role(line: str, role: str) -> None:
    match = find_place_before(line)
    assert match is not None
    assert match["role"] == role


@pytest.mark.parametrize(
    "line",
    [
        "Aus Skarv",
        "Aus Skarv berichtet",
        "Aus berichtet Ada Brook",
        "Aus Skarv 2 berichtet Ada Brook",
        "Aus Skarv und Merrow und Holm berichten Ada Brook",
        "Haus in Skarv berichtet Ada Brook",
    ],
)
def test_other_lines_begin_with_no_such_place(line: str) -> None:
    assert find_place_before(line) is None
