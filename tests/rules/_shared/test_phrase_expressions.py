"""Expressions for phrases match what rules find, in hyperscan as in ``re``."""

import re
from functools import cache

import pytest

from corpusfmt.rules._shared.phrase_expressions import (
    END,
    has_any_of,
    starts_with,
    written,
)
from corpusfmt.text.pattern_set import Expression, PatternSet, make_set


@cache
def compiled(expressions: tuple[str, ...]) -> PatternSet | None:
    return make_set([Expression(expression, 0) for expression in expressions])


def matches(expressions: tuple[str, ...], text: str) -> bool:
    """Whether one of the expressions matches; both engines have to agree."""
    found = any(re.search(expression, text, re.MULTILINE) for expression in expressions)
    patterns = compiled(expressions)
    if patterns is not None:
        assert (patterns.owners(text.encode()) == [0]) == found
    return found


@pytest.mark.parametrize(
    "text",
    ["Sign up\n", "A\n\nsign up now", "> **SIGN UP**", "- 1. “Sign\u00a0up”", "[sign up](#)"],
)
def test_a_phrase_starts_a_line_after_marks_and_numbers(text: str) -> None:
    assert matches(starts_with(["sign up"]), text)


@pytest.mark.parametrize("text", ["წყარო: a", "ᲬᲧᲐᲠᲝ: a", "Წყარო: a"])
def test_a_phrase_in_georgian_is_found_in_capitals(text: str) -> None:
    assert matches(starts_with(["წყარო:"]), text)


def test_a_phrase_inside_a_line_does_not_start_it() -> None:
    assert not matches(starts_with(["sign up"]), "They sign up\nand leave")


@pytest.mark.parametrize(
    "text", ["Share", "**Share**.", "[Share](https://example.org/)", "Share »\n"]
)
def test_what_follows_the_end_of_a_phrase_is_no_word(text: str) -> None:
    assert matches(starts_with(["share"], END), text)
    assert not matches(starts_with(["share"], END), f"Shares {text}")


def test_many_phrases_are_parted_into_a_few_expressions() -> None:
    phrases = [f"phrase number {number}" for number in range(900)]
    expressions = starts_with(phrases)
    assert 1 < len(expressions) < 10
    assert all(matches(expressions, phrase) for phrase in phrases[::90])


def test_apostrophes_and_spaces_may_be_others() -> None:
    assert matches(has_any_of(["editor's note"]), "the Editor’s\u00a0Note")


def test_the_letters_i_of_turkish_match_each_other() -> None:
    expression = (f"(?i){written('i̇lgi̇li̇ haber')}",)
    assert matches(expression, "İLGİLİ HABER")
    assert matches(expression, "ılgılı haber")
    assert matches(expression, "i̇lgi̇li̇ haber")
