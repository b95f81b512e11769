"""Law 4: canonical text is read as the same document, and is its own canonical text."""

from unicodedata import category

from hypothesis import given, settings
from hypothesis import strategies as st

from corpusfmt.api.articles import format
from corpusfmt.syntax.reading import Reading
from corpusfmt.syntax.roundtrip import RoundTripError, write_reading
from corpusfmt.testing import mutated_articles, texts
from tests.budget import READING_EXAMPLES
from tests.property.laws import assert_is_idempotent


@given(texts())
@settings(max_examples=READING_EXAMPLES)
def test_formatting_any_text_is_idempotent(text: str) -> None:
    assert_is_idempotent(text)
    assert_whole_or_refused(text)


@given(mutated_articles())
@settings(max_examples=READING_EXAMPLES)
def test_formatting_a_damaged_article_is_idempotent(text: str) -> None:
    assert_is_idempotent(text)


@given(st.text(st.characters()))
@settings(max_examples=READING_EXAMPLES)
def test_formatting_any_characters_is_idempotent(text: str) -> None:
    assert_is_idempotent(text)


def assert_whole_or_refused(text: str) -> None:
    """Check that a text is written whole, or refused for a character that would be lost."""
    lost = [offset for offset, character in enumerate(text) if category(character) in ("Cc", "Cs")]
    try:
        assert write_reading(Reading(text)) == format(text)
    except RoundTripError as refusal:
        found = refusal.offset
    else:
        found = None
    assert found is None or found in lost
