"""Compile the grammars to tables for the lexer; ``make generate`` writes them.

Both grammars are flat, so the stack of Lark's parser has few forms. Each form becomes a state of
the lexer, with the terminals that the parser accepts there; states from which the same texts follow
are merged. For each terminal the characters that it can begin with are found from its pattern.
"""

from __future__ import annotations

import re
import re._parser as parser  # type: ignore[import-not-found]  # no types; Lark uses it in the same way
from collections.abc import Iterable, Sequence
from typing import Any

from corpusfmt.syntax.grammar import ParserState, lark_parser_of, ordered_terminals
from corpusfmt.syntax.lexer import Tables
from corpusfmt.syntax.resources import grammar_text
from corpusfmt.syntax.tables import encode_tables

MOST_STATES = 20_000
"""The most states, many times what the grammars need.

A grammar that is not flat has no end of them.
"""

_ANYTHING = r"[\s\S]"
_CATEGORIES = {
    "DIGIT": r"\d",
    "NOT_DIGIT": r"\D",
    "SPACE": r"\s",
    "NOT_SPACE": r"\S",
    "WORD": r"\w",
    "NOT_WORD": r"\W",
}
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")

_States = list[dict[str, int]]
_First = tuple[tuple[str, ...], bool]
"""Patterns of one character each, and whether the match that they begin may be empty."""

_Steps = Iterable[tuple[object, Any]]
"""A pattern as Python's parser has it: operations with arguments of their own types."""


def compile_grammar(source: str, *, most_states: int = MOST_STATES) -> Tables:
    """Return the smallest tables of a grammar.

    Raise ValueError for a grammar that is not a list of tokens.
    """
    lark = lark_parser_of(source)
    terminals = ordered_terminals(lark)
    firsts = {name: first_pattern(pattern) for name, pattern in terminals.items()}
    states, ends = _minimize(*_explore(ParserState.start(lark), list(terminals), most_states))
    return Tables(terminals, firsts, states, ends)


def compiled_text(grammar: str) -> str:
    """Return the compiled tables of a grammar of this package as they are kept.

    The same for the same grammar.
    """
    source = grammar_text(f"{grammar}.lark")
    return encode_tables(compile_grammar(source), source)


# States


def _explore(
    start: ParserState, terminals: Sequence[str], most_states: int
) -> tuple[_States, set[int]]:
    """Return what follows in each state, and the states in which a text may end."""
    numbers = {start.stack: 0}
    found = [start]
    states: _States = []
    ends: set[int] = set()
    for number, state in enumerate(found):  # which grows in the loop
        states.append({})
        if state.is_end:
            ends.add(number)
        for name in terminals:
            if name in state.accepted:
                following = state.after(name)
                if following.stack not in numbers:
                    numbers[following.stack] = len(numbers)
                    found.append(following)
                states[number][name] = numbers[following.stack]
        if len(numbers) > most_states:
            raise ValueError(
                "a grammar of corpusfmt is flat: a rule is inside itself only at its beginning"
            )
    return states, ends


def _minimize(states: _States, ends: set[int]) -> tuple[_States, list[int]]:
    """Return the states with one for all those from which the same texts follow."""
    groups, count = [int(number in ends) for number in range(len(states))], 0
    while count < len(set(groups)):
        count = len(set(groups))
        groups = _split(groups, states)
    firsts = list(map(groups.index, range(count)))
    smallest: _States = []
    for first in firsts:
        smallest.append({name: groups[target] for name, target in states[first].items()})
    return smallest, [group for group, first in enumerate(firsts) if first in ends]


def _split(groups: list[int], states: _States) -> list[int]:
    """Return the group of each state, parting those whose terminals lead to different groups."""
    numbers: dict[tuple[object, ...], int] = {}
    parted: list[int] = []
    for group, state in zip(groups, states, strict=True):
        targets = [(name, groups[target]) for name, target in state.items()]
        parted.append(numbers.setdefault((group, *targets), len(numbers)))
    return parted


# First characters


def first_pattern(pattern: str) -> str:
    """Return a pattern for the characters that a match can begin with, and perhaps some more.

    The pattern has no flags but those it sets itself.
    """
    characters, may_be_empty = _first_of_all(parser.parse(pattern))
    return _ANYTHING if may_be_empty else "|".join(characters)


def _first_of_all(steps: _Steps) -> _First:
    """Return what a sequence begins with.

    A look-ahead narrows what follows it, if it must see a character.
    """
    found: list[str] = []
    ahead = ""
    for step, value in steps:
        if str(step) == "ASSERT":
            ahead += _look_ahead(*value)
            continue
        characters, may_be_empty = _first_of(str(step), value)
        if ahead and characters:
            found.append(f"{ahead}(?:{'|'.join(characters)})")
        else:
            found.extend(characters)
        if not may_be_empty:
            return _unique(found), False
    return _unique(found), True


def _look_ahead(direction: int, steps: _Steps) -> str:
    """Return a look-ahead for the character that this one must see.

    Empty if it need see none, or looks back.
    """
    characters, may_be_empty = _first_of_all(steps)
    return f"(?={'|'.join(characters)})" if direction > 0 and not may_be_empty else ""


def _first_of(step: str, value: Any) -> _First:
    if step == "BRANCH":
        return _first_of_any(value[1])
    if step == "SUBPATTERN":
        _, added_flags, _, body = value
        characters, may_be_empty = _first_of_all(body)
        if added_flags & re.IGNORECASE:
            characters = tuple([f"(?i:{character})" for character in characters])
        return characters, may_be_empty
    if step == "ATOMIC_GROUP":
        return _first_of_all(value)
    if step in _REPEATS:
        characters, may_be_empty = _first_of_all(value[2])
        return characters, may_be_empty or value[0] == 0
    if step in ("AT", "ASSERT_NOT"):
        return (), True
    character = _character(step, value)
    return (character or _ANYTHING,), character is None


def _character(step: str, value: Any) -> str | None:
    """Return the pattern of a step that is one character, or None for any other step."""
    if step == "LITERAL":
        return re.escape(chr(value))
    if step == "NOT_LITERAL":
        return f"[^{re.escape(chr(value))}]"
    if step == "ANY":
        return r"[^\n]"
    if step == "IN":
        return f"[{''.join([_member(str(kind), member) for kind, member in value])}]"
    return None


def _member(kind: str, member: Any) -> str:
    if kind == "NEGATE":
        return "^"
    if kind == "RANGE":
        return f"{re.escape(chr(member[0]))}-{re.escape(chr(member[1]))}"
    if kind == "CATEGORY":
        return _CATEGORIES[str(member).removeprefix("CATEGORY_")]
    return re.escape(chr(member))


def _first_of_any(branches: Iterable[_Steps]) -> _First:
    found: list[str] = []
    may_be_empty = False
    for branch in branches:
        characters, is_empty = _first_of_all(branch)
        found.extend(characters)
        may_be_empty |= is_empty
    return _unique(found), may_be_empty


def _unique(characters: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(characters))
