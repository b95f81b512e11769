"""The machine that runs a grammar over a text: one token after another, each of a terminal that may stand there."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

# A terminal that begins with this look-ahead is tried only where the first visible character is of the set: the
# same test that the pattern itself would make, made once for each character and not for each token.
_GATE = re.compile(r"\(\?=(?:\[\^\\S\\n\]\*\+)?(\(\?i:\[[^\[\]]+\]\)|\[(?:\\.|[^\[\]\\])+\])\)")


class Token(str):
    """A piece of the text: the type of its terminal, where it starts, in characters, and the match that found it."""

    __slots__ = ("match", "start_pos", "type")

    type: str
    start_pos: int
    match: re.Match[str]


class Machine:
    """A grammar made ready: its terminals in the order in which they are tried, and what may follow on what.

    ``terminals`` maps names to patterns. Each state maps the terminals that may stand there to the next state, the
    first state being the start; in the ``ends`` a text may end.
    """

    def __init__(self, terminals: Mapping[str, str], states: Sequence[Mapping[str, int]], ends: Sequence[int]) -> None:
        self._terminals = terminals
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

    def tokens(self, text: str) -> list[Token]:
        """The tokens of a text, in order; put together they are the text. Linear in its length, if the terminals are.

        ValueError where no terminal fits: there is none in a grammar by which every text has a reading.
        """
        tokens: list[Token] = []
        add = tokens.append
        state, position, end = self._states[0], 0, len(text)
        while position < end:
            for name, match, following in state[text[position]]:
                found = match(text, position)
                if found is not None:
                    break
            else:
                raise ValueError(f"no terminal of the grammar fits at {position}")
            token = Token(found[0])
            token.type, token.start_pos, token.match = name, position, found
            add(token)
            state, position = following, found.end()
        if id(state) not in self._ends:
            raise ValueError("the grammar does not let a text end here")
        return tokens


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
            if _may_begin(self._machine._terminals[name], character)
        )
        self[character] = choices
        return choices


def _may_begin(pattern: str, character: str) -> bool:
    """Whether a token whose first character is this may fit a pattern, by the look-ahead that the pattern begins with."""
    gate = _GATE.match(pattern)
    return gate is None or (character.isspace() and character != "\n") or re.match(gate[1], character) is not None
