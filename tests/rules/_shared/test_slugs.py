"""The words of titles and of addresses are compared as addresses spell them."""

import pytest

from corpusfmt.rules._shared.slugs import fold, slug_of, spellings, words_of


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ferry’s Run", "ferrys run"),
        ("Łódź", "lodz"),
        ("Bến phà đã", "ben pha da"),
        ("Straße", "strasse"),
        ("Œuvre", "oeuvre"),
    ],
)
def test_a_text_is_folded_as_slugs_are(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_words_of_other_scripts_are_left_out() -> None:
    assert words_of("Паром Skerry 再開 2023") == ["skerry", "2023"]


def test_umlauts_are_spelt_in_two_ways() -> None:
    assert spellings("Fähre für Øya") == {"fahre", "fur", "oya", "faehre", "fuer", "oeya"}


@pytest.mark.parametrize(
    ("address", "slug"),
    [
        ("https://a.example/news/ferry-runs-again-7781.html", ["ferry", "runs", "again"]),
        ("https://a.example/ferry_runs_again/12345/", ["ferry", "runs", "again"]),
        ("https://a.example/", []),
        ("unknown", []),
    ],
)
def test_the_slug_is_the_part_with_the_most_words(address: str, slug: list[str]) -> None:
    assert slug_of(address) == slug
