"""The phrases are written as they are looked up."""

from itertools import pairwise

import pytest

from corpusfmt.rules._shared import phrases

TABLES = [name for name in dir(phrases) if name.isupper()]


def test_there_are_tables() -> None:
    assert len(TABLES) == 6


@pytest.mark.parametrize("name", TABLES)
def test_phrases_are_in_lower_case_and_begin_with_no_blank(name: str) -> None:
    table = getattr(phrases, name)
    assert [phrase for phrase in table if phrase != phrase.lower() or phrase != phrase.lstrip() or not phrase] == []


@pytest.mark.parametrize("name", ["BEGINNINGS", "OPENERS"])
def test_no_beginning_is_found_by_another(name: str) -> None:
    table = sorted(getattr(phrases, name))
    assert [other for one, other in pairwise(table) if other.startswith(one)] == []


def test_no_channel_is_found_by_another() -> None:
    assert [a for a in phrases.CHANNELS for b in phrases.CHANNELS if a != b and b in a] == []


@pytest.mark.parametrize("name", ["BEGINNINGS", "OPENERS"])
def test_the_beginnings_are_long_enough_to_be_looked_up(name: str) -> None:
    assert [phrase for phrase in getattr(phrases, name) if len(phrase) < 4] == []
