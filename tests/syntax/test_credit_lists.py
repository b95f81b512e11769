"""The word lists of credits, and which kind each gives."""

from __future__ import annotations

from corpusfmt.syntax.credit_lists import (
    agencies,
    credit_words,
    first_words,
    folded,
    kinds_as_written,
    kinds_in_any_case,
    kinds_of_common_words,
)


def test_lists_are_sets_of_words() -> None:
    assert "Getty Images" in credit_words("agencies")
    assert "photograph" in folded("picture_words", "credit_labels")
    assert first_words(frozenset(("Getty Images", "AP"))) == {"Getty", "AP"}


def test_agencies_may_be_in_upper_case() -> None:
    assert {"Getty Images", "GETTY IMAGES", "dpa", "DPA"} <= agencies()
    assert "getty images" not in agencies()


def test_the_first_list_that_has_a_word_gives_its_kind() -> None:
    assert kinds_as_written()["Press"] == "D"
    assert kinds_as_written()["van"] == "p"
    assert kinds_in_any_case()["photos"] == "P"
    assert kinds_of_common_words()["Breaking"] == "H"


def test_no_entry_has_spaces_around_it_and_none_is_in_a_list_of_single_words_with_a_space() -> None:
    for name in ("picture_words", "credit_joiners", "credit_links", "heading_words", "and_words"):
        assert not [entry for entry in credit_words(name) if " " in entry], name


def test_abbreviations_are_short() -> None:
    """Nothing else with a full stop has seven letters, so such words need not be looked up."""
    labels = [entry for entry in folded("picture_words", "credit_labels") if entry[-1] == "."]
    assert max(map(len, credit_words("abbreviations"))) < 7
    assert max(map(len, labels)) < 8
