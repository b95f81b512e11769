"""Law 4: canonical text is read as the same document, and is its own canonical text."""

from unicodedata import category

from hypothesis import given
from hypothesis import strategies as st

from corpusfmt.articles import format
from corpusfmt.syntax.reading import Reading
from corpusfmt.syntax.roundtrip import RoundTripError, write_reading
from corpusfmt.testing import mutated_articles, texts
from tests.property.laws import assert_is_idempotent


@given(texts())
def test_formatting_any_text_is_idempotent(text: str) -> None:
    assert_is_idempotent(text)


@given(mutated_articles())
def test_formatting_a_damaged_article_is_idempotent(text: str) -> None:
    assert_is_idempotent(text)


@given(st.text(st.characters()))
def test_formatting_any_characters_is_idempotent(text: str) -> None:
    assert_is_idempotent(text)


@given(texts())
def test_a_text_is_formatted_whole_or_refused_for_a_character_that_would_be_lost(text: str) -> None:
    lost = [offset for offset, character in enumerate(text) if category(character) in ("Cc", "Cs")]
    try:
        assert write_reading(Reading(text)) == format(text)
    except RoundTripError as refusal:
        found = refusal.offset
    else:
        found = None
    assert found is None or found in lost
