"""The lexer tries, in each state, the terminals that may follow, in their order."""

from collections.abc import Iterable

import pytest

from corpusfmt.syntax.lexer import Lexer, Tables, Token

# A title, then lines, the first of which may be a date.
TERMINALS = {"TITLE": "# (?P<title>.+)\n", "DATE": "[0-9]+\n", "LINE": ".+\n"}
FIRSTS = {"TITLE": "#", "DATE": "[0-9]", "LINE": "[^\n]"}
STATES = [{"TITLE": 1}, {"LINE": 2, "DATE": 2}, {"LINE": 2}]


@pytest.fixture
def lexer() -> Lexer:
    return Lexer(Tables(TERMINALS, FIRSTS, STATES, [1, 2]))


def types(tokens: Iterable[Token]) -> list[str]:
    return [token.type for token in tokens]


def test_the_first_terminal_is_tried_first(lexer: Lexer) -> None:
    assert types(lexer.tokens("# T\n2020\nx\n")) == ["TITLE", "DATE", "LINE"]


def test_a_terminal_is_tried_only_where_it_may_follow(lexer: Lexer) -> None:
    assert types(lexer.tokens("# T\nx\n2020\n# T\n")) == ["TITLE", "LINE", "LINE", "LINE"]


def test_a_token_has_its_place_and_its_groups(lexer: Lexer) -> None:
    title, line = lexer.tokens("# T\nx\n")
    assert (title, title.start_pos, title.match["title"]) == ("# T\n", 0, "T")
    assert (line, line.start_pos) == ("x\n", 4)
    assert (line.update("y"), line.update("y").type, line.update("y").start_pos) == ("y", "LINE", 4)


@pytest.mark.parametrize("text", ["x\n", "# T\n\n", ""])
def test_a_text_that_does_not_fit_is_an_error(text: str, lexer: Lexer) -> None:
    with pytest.raises(ValueError, match="grammar"):
        list(lexer.tokens(text))


def test_a_pattern_is_found_by_its_name(lexer: Lexer) -> None:
    assert lexer.pattern("DATE").fullmatch("2020\n")
    with pytest.raises(KeyError):
        lexer.pattern("ABSENT")


def test_groups_that_are_not_in_the_match_are_left_out() -> None:
    lexer = Lexer(Tables({"A": "(?P<one>a)|(?P<two>b)"}, {"A": "[ab]"}, [{"A": 0}], [0]))
    assert [token.groups() for token in lexer.tokens("ab")] == [{"one": "a"}, {"two": "b"}]


def test_the_visible_span_is_without_white_space() -> None:
    lexer = Lexer(Tables({"A": ".+\n"}, {"A": "[\\s\\S]"}, [{"A": 0}], [0]))
    assert [token.visible_span() for token in lexer.tokens("a\n b \n")] == [(0, 1), (3, 4)]
