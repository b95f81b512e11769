"""Law 2: every visible character is in the document, or in marks that are written back."""

import pytest
from hypothesis import example, given

from corpusfmt.testing import mutated_articles, texts
from tests.property.nothing_lost import assert_nothing_lost, walk


@given(texts())
@example("__:__[0]()")
def test_no_visible_character_of_any_text_is_lost(text: str) -> None:
    assert_nothing_lost(text)


@given(mutated_articles())
def test_no_visible_character_of_a_damaged_article_is_lost(text: str) -> None:
    assert_nothing_lost(text)


@pytest.mark.parametrize(
    ("written", "said", "marks"),
    [
        ("a*b", "ab", ()),
        ("ab", "abc", ()),
        ("abc", "ab", ()),
        ("ab", "ba", ()),
        ("a\\b", "ab", ()),
        ("&#66;", "C", ()),
        ("e\u0301", "e", ()),
        ("**a**", "a", ("_",)),
    ],
)
def test_what_is_lost_would_be_seen(written: str, said: str, marks: tuple[str, ...]) -> None:
    assert not walk(written, [(said, True)], marks)


@pytest.mark.parametrize(
    ("written", "said", "marks"),
    [
        ("a b", "ab", ()),
        ("\\*b", "*b", ()),
        ("&#66;\u00e9", "Be\u0301", ()),
        ("*\\**", "*", (r"\*",)),
        ("a</u>\u0323\u0301", "a\u0301\u0323", ("</?u>",)),
    ],
)
def test_what_is_only_written_otherwise_is_not_lost(
    written: str, said: str, marks: tuple[str, ...]
) -> None:
    assert walk(written, [(said, True)], marks)
