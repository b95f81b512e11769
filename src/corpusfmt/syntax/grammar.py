"""Lark's parsers of the grammars: the only module that imports Lark.

No text is parsed with them. The compiler asks them which terminals may follow which, and tests
compare their reading with that of the compiled lexers.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from corpusfmt.syntax.resources import grammar_text

if TYPE_CHECKING:
    from lark import Lark, Token
    from lark.lexer import TerminalDef

GRAMMARS = ("article", "inline")


def lark_parser(grammar: str) -> Lark:
    """Return Lark's own parser of a grammar of this package."""
    return lark_parser_of(grammar_text(f"{grammar}.lark"))


def lark_parser_of(source: str) -> Lark:
    """Return Lark's own parser of a grammar.

    It knows the rules, and reads every text as the lexer does.
    """
    from lark import Lark

    return Lark(source, parser="lalr", lexer="contextual")


def ordered_terminals(lark: Lark) -> dict[str, str]:
    """Return the patterns of the terminals by name, in the order in which Lark tries them.

    Raise ValueError for a grammar that ignores tokens or has terminals that are strings.
    """
    if lark.ignore_tokens or any(terminal.pattern.type != "re" for terminal in lark.terminals):
        raise ValueError("a grammar of corpusfmt ignores no tokens, and its terminals are patterns")
    lexer: _ContextualLexer = lark.parser.lexer
    return {terminal.name: terminal.pattern.to_regexp() for terminal in lexer.root_lexer.terminals}


class _Terminals(Protocol):
    terminals: Sequence[TerminalDef]


class _ContextualLexer(Protocol):
    """What is used of Lark's ContextualLexer, which has no types."""

    root_lexer: _Terminals


class _State(Protocol):
    @property
    def state_stack(self) -> Sequence[object]:
        """The states that the parser is in, the last one innermost."""


class _Parser(Protocol):
    """What is used of Lark's InteractiveParser, whose methods have no types."""

    @property
    def parser_state(self) -> _State:
        """The state that `copy` copies."""

    def accepts(self) -> set[str]:
        """Return the names of the terminals that may follow."""

    def copy(self, deepcopy_values: bool) -> _Parser:
        """Return a parser in the same state, which goes on apart."""

    def feed_token(self, token: Token) -> object:
        """Go on to the state after a token."""


class ParserState:
    """A state of Lark's parser; two with the same ``stack`` accept the same texts."""

    def __init__(self, parser: _Parser) -> None:
        self._parser = parser
        self.stack = tuple(parser.parser_state.state_stack)
        accepted = parser.accepts()
        self.accepted = frozenset(accepted - {"$END"})
        self.is_end = "$END" in accepted

    @classmethod
    def start(cls, lark: Lark) -> ParserState:
        """Return the state before the first token."""
        return cls(lark.parse_interactive())

    def after(self, terminal: str) -> ParserState:
        """Return the state after a token of this terminal, which is accepted."""
        from lark import Token

        parser = self._parser.copy(deepcopy_values=False)
        parser.feed_token(Token(terminal, ""))
        return ParserState(parser)
