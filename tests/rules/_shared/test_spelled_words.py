"""The words of an article are found as its URL spells them."""

import pytest

from corpusfmt.rules._shared.spelled_words import SpelledWords, has_word


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("the ferries’ crew", "ferries"),
        ("it’s here", "its"),
        ("it’s here", "it"),
        ("über die brücke", "ueber"),
        ("über die brücke", "bruecke"),
        ("über die brücke", "brucke"),
        ("größe", "grosse"),
        ("ward 5 of tp.hcm", "tphcm"),
        ("two boats sailed", "boat"),
    ],
)
def test_words_are_known_as_urls_spell_them(text: str, part: str) -> None:
    assert SpelledWords(text).knows(part)


@pytest.mark.parametrize("part", ["brick", "bruck", "uberdie"])
def test_other_words_are_not_known(part: str) -> None:
    assert not SpelledWords("über die brücke").knows(part)


def test_many_accents_are_removed_as_few_are() -> None:
    letters = "áàâãäåéèêëíìîïóòôõöúùûüýÿñç"
    assert SpelledWords(letters).has("aaaaaaeeeeiiiiooooouuuuyync")


def test_a_very_word_has_no_other_letters_around_it() -> None:
    words = SpelledWords("two boats, a boathouse")
    assert words.has("boats")
    assert not words.has("boat")
    assert words.has_stem("boatho")
    assert not words.has_stem("house")


def test_a_short_word_has_no_other_letters_around_it() -> None:
    words = SpelledWords("a boat_an 2nd (tea)\u2102d")
    assert all(map(words.has, ("a", "an", "2nd", "tea")))
    assert not any(map(words.has, ("nd", "te", "cd", "")))


def test_adjacent_words_are_pairs() -> None:
    assert ("two", "boats") in SpelledWords("two boats sail").pairs
    assert ("two", "sail") not in SpelledWords("two boats sail").pairs


def test_a_word_that_begins_many_others_is_taken_for_one() -> None:
    assert not has_word("boathouse boathook", "boat", 3)
    assert has_word("boathouse boathook", "boat", 2)
