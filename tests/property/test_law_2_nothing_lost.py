"""Law 2: every visible character is in the document, or in marks that are written back."""

import pytest
from hypothesis import example, given, settings

from corpusfmt.testing import mutated_articles, texts
from tests.budget import READING_EXAMPLES
from tests.property.nothing_lost import assert_nothing_lost, readings_of_author, walk


@given(texts())
@example("__:__[0]()")
@example("BY A()MD")
@example("BY A(0)MD")
@example("BY A(),MD")
@example("TEXT:A@,FOTO:A@")
@example("AUTHOR\nAO B")
@example("Ann Lee / Moskva News Agency## **July 4, 2020**\n")
@example("Text: A@,Foto: Ada Brook und Tom Reed")
@example("二〇二一年十二月二十五日")
@example("By <u>Ada Brook</u> Senior Reporter")
@example("BY =<u>MD")
@example("By <u>Ada Brook</u>, <u>Jr.</u>")
@settings(max_examples=READING_EXAMPLES)
def test_no_visible_character_of_any_text_is_lost(text: str) -> None:
    assert_nothing_lost(text)


@given(mutated_articles())
@settings(max_examples=READING_EXAMPLES)
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


LINKED = {"name": "Tom Reed, MD, Jr.", "url": "a;b"}


@pytest.mark.parametrize("written", ["[Tom Reed](a;b), MD; Jr.", "[Tom Reed, MD](<a;b>) 、Jr."])
def test_a_suffix_after_a_link_is_not_lost(written: str) -> None:
    assert any(walk(*reading) for reading in readings_of_author(written, LINKED))


@pytest.mark.parametrize("written", ["[Tom Reed](a;b), MD, Sr.", "[Tom](a;b) Reed, MD, Jr."])
def test_another_suffix_or_a_part_of_the_name_after_a_link_would_be_seen(written: str) -> None:
    assert not any(walk(*reading) for reading in readings_of_author(written, LINKED))
