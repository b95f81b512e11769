"""The tables are those of the grammars, and patterns have the right first characters."""

import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpusfmt.syntax.compile import compile_grammar, compiled_text, first_pattern
from corpusfmt.syntax.grammar import GRAMMARS, lark_parser
from corpusfmt.syntax.prepare import prepare
from corpusfmt.testing import texts
from tests.checkout import ROOT


@pytest.mark.slow
@pytest.mark.parametrize("grammar", GRAMMARS)
def test_the_tables_in_the_checkout_are_those_of_the_grammar(grammar: str) -> None:
    kept = (ROOT / "grammar" / f"{grammar}.table").read_text("utf-8")
    made = compiled_text(grammar)
    assert kept.split("\n", 1)[0] == made.split("\n", 1)[0], "run `make generate`"
    assert kept == made, "run `make generate`"


def test_every_grammar_is_compiled() -> None:
    assert {path.stem for path in (ROOT / "grammar").glob("*.lark")} == set(GRAMMARS)


@pytest.mark.parametrize(
    ("grammar", "reason"),
    [
        ('start: A\nA: "a"\n', "patterns"),
        ("start: A\nA: /a/\nB: / /\n%ignore B\n", "ignores no tokens"),
        ("start: A start? B\nA: /a/\nB: /b/\n", "flat"),
    ],
)
def test_a_grammar_that_is_not_a_list_of_tokens_is_an_error(grammar: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        compile_grammar(grammar, most_states=50)


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
def test_the_first_characters_are_exact(pattern: str, beginning: str) -> None:
    found = re.compile(first_pattern(pattern))
    assert {each for each in CHARACTERS if found.match(each)} == set(beginning) & set(CHARACTERS)


@pytest.mark.parametrize("pattern", [r"a?", r"(?=a)", r"(a)?\1b", r""])
def test_a_match_that_may_be_empty_may_begin_with_anything(pattern: str) -> None:
    assert all(re.match(first_pattern(pattern), each) for each in CHARACTERS)


@cache
def terminals(grammar: str) -> list[tuple[re.Pattern[str], re.Pattern[str]]]:
    """Return the patterns of a grammar, each with that of its first characters."""
    patterns = [definition.pattern.to_regexp() for definition in lark_parser(grammar).terminals]
    return [(re.compile(pattern), re.compile(first_pattern(pattern))) for pattern in patterns]


@pytest.mark.slow
@given(texts(), st.sampled_from(GRAMMARS))
def test_no_token_begins_otherwise(text: str, grammar: str) -> None:
    text = prepare(text)
    for pattern, beginning in terminals(grammar):
        for start in range(min(len(text), 60)):
            if pattern.match(text, start):
                assert beginning.match(text[start]), (pattern, start)
