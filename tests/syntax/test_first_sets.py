"""What a pattern's matches can begin with: never less than they do, and exactly that where it is plain to see."""

import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpusfmt.syntax.first_sets import first
from corpusfmt.syntax.grammar import built, prepare
from corpusfmt.testing import texts

CHARACTERS = [chr(code) for code in range(0x250)] + list("ſКабв—…“東\u2028\U0001f600")


@pytest.mark.parametrize(
    ("pattern", "beginning"),
    [
        (r"ab|c", "ac"),
        (r"a?b", "ab"),
        (r"a*?(?:b|c)++d", "abc"),
        (r"(?>a)b", "a"),
        (r"(?P<name>[a-c])x", "abc"),
        (r"(?i:s)", "sSſ"),
        (r"(?=[ab])[bc]", "b"),
        (r"(?=a?)[bc]", "bc"),
        (r"x{0}[0-9]", "x0123456789"),
        (r"(?!a)[ab]", "ab"),
        (r"(?<!a)\b^b", "b"),
        (r"[^\S\n]*+\#", " \t\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u2028#"),
    ],
)
def test_it_is_told_exactly(pattern: str, beginning: str) -> None:
    found = re.compile(first(pattern))
    assert {each for each in CHARACTERS if found.match(each)} == set(beginning) & set(CHARACTERS)


@pytest.mark.parametrize("pattern", [r"a?", r"(?=a)", r"(a)?\1b", r""])
def test_what_cannot_be_told_may_be_anything(pattern: str) -> None:
    assert all(re.match(first(pattern), each) for each in CHARACTERS)


@cache
def terminals(grammar: str) -> list[tuple[re.Pattern[str], re.Pattern[str]]]:
    """Return the patterns of a grammar, each with that of its first characters."""
    patterns = [definition.pattern.to_regexp() for definition in built(grammar).terminals]
    return [(re.compile(pattern), re.compile(first(pattern))) for pattern in patterns]


@given(texts(), st.sampled_from(["article", "inline"]))
def test_no_token_begins_otherwise(text: str, grammar: str) -> None:
    text = prepare(text)
    for pattern, beginning in terminals(grammar):
        for start in range(min(len(text), 60)):
            if pattern.match(text, start):
                assert beginning.match(text[start]), (pattern, start)
