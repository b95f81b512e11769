"""documents() reaches all of the schema, texts() every terminal of both grammars."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from corpusfmt.syntax.grammar import lark_parser
from corpusfmt.syntax.lexer import Token
from corpusfmt.syntax.reading import Reading
from corpusfmt.syntax.tokens import inline_tokens
from corpusfmt.testing import documents, texts
from corpusfmt.testing import text as of_texts
from corpusfmt.testing.strings import article_addresses, dates, lines, runs
from corpusfmt.validation.validator import is_valid
from tests.property.samples import sample
from tests.property.schema_reach import SCHEMA, find_goals, find_neighbours, find_reached

KINDS = (
    of_texts.soups,
    of_texts.layouts,
    of_texts._article_texts,
    of_texts._inline_texts,
    of_texts.credit_lines,
)
"""What texts() are drawn from."""

_SAMPLES = 30
"""The most samples to draw until everything is reached."""

_SIZE = 100
"""The values in one sample."""


def find_missed(strategy: Any, goals: set[str], find: Callable[[Any], set[str]]) -> set[str]:
    """Return the goals that ``find`` finds in no value of the samples of a strategy."""
    missed = set(goals)
    for number in range(_SAMPLES):
        for value in sample(strategy, _SIZE, number):
            missed -= find(value)
        if not missed:
            break
    return missed


# The schema


def test_the_goals_are_there() -> None:
    goals = find_goals()
    assert len(goals) > 120
    assert "#/$defs/item/properties/number is 999999999" in goals
    assert "#/$defs/line-or-empty meets the condition" in goals


def test_documents_are_valid_and_reach_everything_in_the_schema() -> None:
    """Reach each property, branch, value and bound."""
    goals = find_goals()
    for number in range(_SAMPLES):
        drawn = sample(documents(), _SIZE, number)
        assert all(map(is_valid, drawn))
        goals -= set().union(*map(find_reached, drawn))
        if not goals:
            break
    assert goals == set()


# Strings, dates


def test_strings_reach_the_characters_just_outside_of_those_that_are_refused() -> None:
    for strategy, refused in (
        (lines(), SCHEMA["$defs"]["clean"]),
        (article_addresses(), SCHEMA["properties"]["url"]),
    ):
        goals = find_neighbours(refused["not"]["pattern"])
        assert find_missed(strategy, goals, set) == set()


def test_runs_begin_and_end_with_blanks_and_lines_hold_them_inside() -> None:
    blanks = [
        chr(int(code, 16))
        for code in re.findall(r"\\u([0-9A-F]{4})", SCHEMA["$defs"]["visible"]["pattern"])
    ]
    assert {" ", "\u2000", "\u200a", "\u3000"} <= set(blanks)
    goals = {f"begins {blank}" for blank in blanks} | {f"ends {blank}" for blank in blanks}
    ends = find_missed(runs(), goals, lambda run: {f"begins {run[:1]}", f"ends {run[-1:]}"})
    assert ends == set()
    assert find_missed(lines(), set(blanks), set) == set()


def test_dates_reach_every_form() -> None:
    drawn = sample(dates(), 1000)
    pattern = re.compile(SCHEMA["$defs"]["date"]["pattern"])
    forms: set[tuple[bool, ...]] = set()
    for date in drawn:
        match = pattern.fullmatch(date)
        assert match is not None
        forms.add(tuple(group is None for group in match.groups()))
    # A day; a time with a zone of three kinds; the same with seconds, and with their fraction.
    assert len(forms) == 10
    assert {date[5:7] for date in drawn} == {f"{month:02}" for month in range(1, 13)}
    assert {date[8:10] for date in drawn} == {f"{day:02}" for day in range(1, 32)}
    assert {"0001-01-01", "9999-12-31"} <= {date[:10] for date in drawn}
    assert {"", "00", "09", "19", "20", "23"} <= {date[11:13] for date in drawn}
    assert {"", "00", "59"} <= {date[14:16] for date in drawn}
    assert {
        len(fraction) for date in drawn for fraction in re.findall(r"[.]([0-9]+)", date)
    } == set(range(1, 10))
    assert {"+00:00", "-00:00", "+23:59", "-23:59"} <= {date[-6:] for date in drawn}


# The grammars


def names_of(grammar: str) -> set[str]:
    """The terminals of a grammar, and the named parts that their tokens may have."""
    terminals = lark_parser(grammar).terminals
    parts = {
        name
        for terminal in terminals
        for name in re.findall(r"\(\?P<(\w+)>", terminal.pattern.to_regexp())
    }
    return {terminal.name for terminal in terminals} | parts


def names_in(tokens: list[Token]) -> set[str]:
    parts = {
        name
        for token in tokens
        for name, part in token.match.groupdict().items()
        if part is not None
    }
    return {token.type for token in tokens} | parts


def test_texts_reach_every_terminal_and_part_of_both_grammars() -> None:
    goals = names_of("article") | names_of("inline")
    for number in range(_SAMPLES):
        for text in sample(texts(), _SIZE, number):
            tokens = Reading(text).tokens
            goals -= names_in(tokens)
            for token in tokens:
                goals -= names_in(list(inline_tokens(token)))
        if not goals:
            break
    assert goals == set()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_each_kind_of_text_has_many_texts(kind: Callable[[], Any]) -> None:
    drawn = set(sample(kind(), 40, 1))
    assert len(drawn) > 20
    if kind is of_texts._article_texts:
        assert any("\n" in one.strip() for one in drawn)
