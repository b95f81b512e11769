"""The lexer: tables and a text make tokens, each of a terminal that the grammar accepts there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex


class Token(str):
    """A piece of a text.

    ``type`` is the name of its terminal, ``start_pos`` its offset in characters, ``match`` the
    match that found it.
    """

    __slots__ = ("match", "start_pos", "type")

    type: str
    start_pos: int
    match: re.Match[str]

    def update(self, text: str) -> Token:
        """Return the same token with another text."""
        token = Token(text)
        token.type, token.start_pos, token.match = self.type, self.start_pos, self.match
        return token

    def groups(self) -> dict[str, str]:
        """Return the named groups of the terminal that took part in the match."""
        return {name: group for name, group in self.match.groupdict().items() if group is not None}

    def visible_span(self) -> tuple[int, int]:
        """Return the span of the text without the white space around it, in characters."""
        start = self.start_pos
        return start + len(self) - len(self.lstrip()), start + len(self.rstrip())


class Tables(NamedTuple):
    """A compiled grammar.

    ``terminals`` maps names to patterns, in the order in which they are tried; ``firsts`` maps them
    to patterns for the characters that they can begin with. Each of the ``states`` maps the
    terminals that may follow to the number of the next state; the first is the start, and a text
    may end in the ``ends``.
    """

    terminals: dict[str, str]
    firsts: dict[str, str]
    states: list[dict[str, int]]
    ends: list[int]


class Lexer:
    """Cuts texts into tokens. Patterns are compiled when they are first needed."""

    def __init__(self, tables: Tables) -> None:
        self._terminals = tables.terminals
        self._patterns: dict[str, re.Pattern[str]] = {}
        self._first_patterns = {name: regex(first) for name, first in tables.firsts.items()}
        self._states = [_State(self) for _ in tables.states]
        for state, follows in zip(self._states, tables.states, strict=True):
            for name in tables.terminals:
                if name in follows:
                    state.follows[name] = self._states[follows[name]]
        self._ends = {id(self._states[number]) for number in tables.ends}

    def pattern(self, name: str) -> re.Pattern[str]:
        """Return the pattern of a terminal; raise KeyError for an unknown name."""
        if name not in self._patterns:
            self._patterns[name] = regex(self._terminals[name])
        return self._patterns[name]

    def may_begin(self, name: str, character: str) -> bool:
        """Return whether a token of this terminal can begin with this character."""
        return self._first_patterns[name].match(character) is not None

    def tokens(self, text: str) -> Iterator[Token]:
        """Yield the tokens of a text, in order.

        Joined they are the text. As linear as the terminals are. Raise ValueError where no terminal
        matches, which a grammar that accepts every text rules out.
        """
        state, position, end = self._states[0], 0, len(text)
        while position < end:
            for name, match, following in state[text[position]]:  # noqa: B007 - used after the loop
                found = match(text, position)
                if found is not None:
                    break
            else:
                raise ValueError(f"no terminal of the grammar matches at {position}")
            token = Token(found[0])
            token.type, token.start_pos, token.match = name, position, found
            yield token
            state, position = following, found.end()
        if id(state) not in self._ends:
            raise ValueError("the grammar does not accept a text that ends here")


_Choice = tuple[str, Callable[[str, int], "re.Match[str] | None"], "_State"]


class _State(dict[str, tuple[_Choice, ...]]):
    """A state: the terminals to try for a first character, found when it first occurs."""

    def __init__(self, lexer: Lexer) -> None:
        super().__init__()
        self.follows: dict[str, _State] = {}
        self._lexer = lexer

    def __missing__(self, character: str) -> tuple[_Choice, ...]:
        choices: list[_Choice] = []
        for name, state in self.follows.items():
            if self._lexer.may_begin(name, character):
                choices.append((name, self._lexer.pattern(name).match, state))
        self[character] = tuple(choices)
        return self[character]
