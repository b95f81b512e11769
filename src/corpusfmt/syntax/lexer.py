"""The machine that runs a grammar over a text: one token after another, each of a terminal that may stand there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence


class Token(str):
    """A piece of the text: the type of its terminal, where it starts, in characters, and the match that found it."""

    __slots__ = ("match", "start_pos", "type")

    type: str
    start_pos: int
    match: re.Match[str]

    def update(self, text: str) -> Token:
        """The same token with another text."""
        token = Token(text)
        token.type, token.start_pos, token.match = self.type, self.start_pos, self.match
        return token


class Machine:
    """A grammar made ready: its terminals in the order in which they are tried, and what may follow on what.

    ``terminals`` maps names to patterns, ``firsts`` to patterns for the characters that they can begin with. Each
    state maps the terminals that may stand there to the next state, the first state being the start; in the ``ends``
    a text may end.
    """

    def __init__(
        self,
        terminals: Mapping[str, str],
        firsts: Mapping[str, str],
        states: Sequence[Mapping[str, int]],
        ends: Sequence[int],
    ) -> None:
        self._terminals = terminals
        self._firsts = firsts
        self._patterns: dict[str, re.Pattern[str]] = {}
        self._states = [_State(self) for _ in states]
        for state, follows in zip(self._states, states, strict=True):
            state.follows = {name: self._states[follows[name]] for name in terminals if name in follows}
        self._ends = {id(self._states[index]) for index in ends}

    def pattern(self, name: str) -> re.Pattern[str]:
        """The pattern of a terminal, compiled when it is first asked for. KeyError for an unknown name."""
        if name not in self._patterns:
            self._patterns[name] = re.compile(self._terminals[name])
        return self._patterns[name]

    def may_begin(self, name: str, character: str) -> bool:
        """Whether a token of this terminal can begin with this character."""
        return re.match(self._firsts[name], character) is not None

    def tokens(self, text: str) -> Iterator[Token]:
        """Yield the tokens of a text, in order; put together they are the text. As linear as the terminals are.

        ValueError where no terminal fits: there is none in a grammar by which every text has a reading.
        """
        state, position, end = self._states[0], 0, len(text)
        while position < end:
            for name, match, following in state[text[position]]:  # noqa: B007 - the last ones are used below
                found = match(text, position)
                if found is not None:
                    break
            else:
                raise ValueError(f"no terminal of the grammar fits at {position}")
            token = Token(found[0])
            token.type, token.start_pos, token.match = name, position, found
            yield token
            state, position = following, found.end()
        if id(state) not in self._ends:
            raise ValueError("the grammar does not let a text end here")


_Choice = tuple[str, Callable[[str, int], "re.Match[str] | None"], "_State"]


class _State(dict[str, tuple[_Choice, ...]]):
    """Where a text may stand in the grammar: for a first character, the terminals to try, found when first met."""

    follows: dict[str, _State]

    def __init__(self, machine: Machine) -> None:
        super().__init__()
        self._machine = machine

    def __missing__(self, character: str) -> tuple[_Choice, ...]:
        choices = tuple(
            (name, self._machine.pattern(name).match, state)
            for name, state in self.follows.items()
            if self._machine.may_begin(name, character)
        )
        self[character] = choices
        return choices
