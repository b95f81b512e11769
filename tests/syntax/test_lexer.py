"""A machine tries, in each state, the terminals that may stand there, in their order."""

from collections.abc import Iterable

import pytest

from corpusfmt.syntax.lexer import Machine, Token

# A title, then lines, the first of which may be a date.
TERMINALS = {"TITLE": "# (?P<title>.+)\n", "DATE": "[0-9]+\n", "LINE": ".+\n"}
FIRSTS = {"TITLE": "#", "DATE": "[0-9]", "LINE": "[^\n]"}
STATES = [{"TITLE": 1}, {"LINE": 2, "DATE": 2}, {"LINE": 2}]


@pytest.fixture
def machine() -> Machine:
    return Machine(TERMINALS, FIRSTS, STATES, [1, 2])


def types(tokens: Iterable[Token]) -> list[str]:
    return [token.type for token in tokens]


def test_the_terminal_that_stands_first_is_taken_first(machine: Machine) -> None:
    assert types(machine.tokens("# T\n2020\nx\n")) == ["TITLE", "DATE", "LINE"]


def test_a_terminal_is_taken_only_where_it_may_stand(machine: Machine) -> None:
    assert types(machine.tokens("# T\nx\n2020\n# T\n")) == ["TITLE", "LINE", "LINE", "LINE"]


def test_a_token_knows_its_place_and_its_parts(machine: Machine) -> None:
    title, line = machine.tokens("# T\nx\n")
    assert (title, title.start_pos, title.match["title"]) == ("# T\n", 0, "T")
    assert (line, line.start_pos) == ("x\n", 4)
    assert (line.update("y"), line.update("y").type, line.update("y").start_pos) == ("y", "LINE", 4)


@pytest.mark.parametrize("text", ["x\n", "# T\n\n", ""])
def test_a_text_that_does_not_fit_is_an_error(text: str, machine: Machine) -> None:
    with pytest.raises(ValueError, match="grammar"):
        list(machine.tokens(text))


def test_a_pattern_is_asked_for_by_name(machine: Machine) -> None:
    assert machine.pattern("DATE").fullmatch("2020\n")
    with pytest.raises(KeyError):
        machine.pattern("ABSENT")
