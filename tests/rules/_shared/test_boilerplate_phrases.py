"""The phrases of boilerplate are found by the first characters of a block, in lower case."""

import pytest

from corpusfmt.rules._shared.blocks import HEAD
from corpusfmt.rules._shared.boilerplate_phrases import (
    OPENING,
    begins,
    heads_of_phrases,
    is_whole_block,
    may_have_phrase,
    phrases,
)
from corpusfmt.rules._shared.word_lists import read_frames, read_list

WHOLE = (*read_list("boilerplate_whole"), *read_frames("boilerplate_continued"))
BEGINNINGS = (*read_list("boilerplate_beginnings"), *read_list("boilerplate_openers"))
ALL = (*WHOLE, *BEGINNINGS, *read_list("boilerplate_labels"))


@pytest.mark.parametrize("mark", ["", *OPENING])
def test_each_phrase_is_found_by_its_head(mark: str) -> None:
    heads = {(mark + phrase)[:HEAD] for phrase in ALL}
    assert heads_of_phrases([*heads, "xqxq"]) == heads


def test_other_heads_are_none_of_a_phrase() -> None:
    assert heads_of_phrases(["xqxq", "(xqx", "» xq", ""]) == frozenset()


def test_each_phrase_of_a_whole_block_may_be_one() -> None:
    lost = [phrase for phrase in WHOLE if not may_have_phrase(f"{phrase}:", is_long=False)]
    assert lost == []
    assert not may_have_phrase("The ferry sailed on Monday.", is_long=False)


@pytest.mark.parametrize("mark", ["", *OPENING])
def test_each_phrase_that_others_follow_may_be_one(mark: str) -> None:
    texts = [f"{mark}{phrase} and more" for phrase in BEGINNINGS]
    assert [text for text in texts if not may_have_phrase(text, is_long=True)] == []
    assert not may_have_phrase(f"This makes it possible to sail{' again' * 20}", is_long=True)


def test_each_phrase_of_a_whole_block_is_one() -> None:
    assert [phrase for phrase in WHOLE if not is_whole_block(phrase)] == []
    assert not is_whole_block("advertisement and more")


@pytest.mark.parametrize("name", ["beginnings", "openers"])
def test_a_text_begins_with_each_of_its_phrases(name: str) -> None:
    assert [phrase for phrase in phrases(name) if not begins(name, f"{phrase} and more")] == []
    assert not begins(name, "xqxq and more")
