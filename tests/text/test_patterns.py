"""Patterns are compiled when they are first used, and then are as those of re."""

import pickle
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpusfmt.text.pattern_cache import KEPT
from corpusfmt.text.patterns import has_match_at, matches_at, regex


@pytest.mark.skipif(KEPT.path is None, reason="nothing is kept of patterns here")
def test_a_pattern_is_compiled_once_when_it_is_first_used() -> None:
    key = "[0-9]{4}(?:by this test)?", 0
    year = regex(*key)
    assert year.pattern == key[0]
    assert key not in KEPT.entries
    assert year.fullmatch("2016")
    del KEPT.entries[key]
    assert year.search("in 2016")
    assert not year.fullmatch("16")
    assert key not in KEPT.entries


def test_a_pattern_has_its_options() -> None:
    assert regex("ferry", re.IGNORECASE).match("Ferry")
    assert not regex("ferry").match("Ferry")


def test_a_pattern_survives_pickle() -> None:
    pattern = regex("ferry", re.IGNORECASE)
    for _ in range(2):  # the second time, it is compiled
        assert pickle.loads(pickle.dumps(pattern)).match("Ferry")
        assert pattern.match("Ferry")


def test_a_pattern_of_bytes() -> None:
    assert regex(rb"[\x80-\xff]").sub(b"?", "né".encode()) == b"n??"


PUBLIC = [name for name in dir(re.compile("")) if name.isalpha() and name != "scanner"]


@pytest.mark.parametrize("name", PUBLIC)
def test_each_attribute_is_that_of_a_compiled_pattern(name: str) -> None:
    right: Any = re.compile("(?P<day>[0-9]+)", re.ASCII)
    lazy: Any = regex("(?P<day>[0-9]+)", re.ASCII)
    words = {"sub": ("?", "1 May"), "subn": ("?", "1 May")}.get(name, ("1 May",))
    for _ in range(2):
        found, expected = getattr(lazy, name), getattr(right, name)
        if callable(expected):
            found, expected = found(*words), expected(*words)
        assert shown(found) == shown(expected)


def shown(result: Any) -> Any:
    """Return a result in a form that can be compared."""
    if isinstance(result, Iterator):
        return [shown(match) for match in result]
    return result.span() if isinstance(result, re.Match) else result


def test_an_unknown_attribute_is_an_error() -> None:
    pattern = regex("a")
    for _ in range(2):
        with pytest.raises(AttributeError, match="fullmatched"):
            pattern.fullmatched  # type: ignore[attr-defined]  # noqa: B018 - the error is the point
        assert pattern.fullmatch("a")


def test_an_invalid_pattern_is_an_error_when_it_is_used() -> None:
    pattern = regex("(")
    for _ in range(2):
        with pytest.raises(re.error, match="missing"):
            pattern.match("a")


@given(st.text(alphabet="ab[]x ", max_size=120), st.integers(0, 120))
@example("[a" * 40, 79)
@example("[[" * 40, 79)
def test_the_matches_at_a_string_are_those_that_re_finds(text: str, end: int) -> None:
    for pattern in (regex(r"\[(?:a|b+|\[)"), regex(r"\[(?<=[ab]\[)[^\]]*"), regex(r"\[(?!a)")):
        expected = [match.span() for match in pattern.finditer(text, 0, min(end, len(text)))]
        assert [match.span() for match in matches_at("[", pattern, text, end)] == expected
        assert has_match_at("[", pattern, text) == (pattern.search(text) is not None)


def test_a_string_of_several_characters_begins_a_pattern() -> None:
    found = matches_at("(cid:", regex(r"\(cid:[0-9]+\)"), "(cid:1) (cid:x) (cid:22)")
    assert [match[0] for match in found] == ["(cid:1)", "(cid:22)"]
