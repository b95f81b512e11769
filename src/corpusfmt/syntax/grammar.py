"""Lark's parsers of the grammars: the only module that imports Lark.

No text is parsed with them. The compiler asks them which terminals may follow which, and tests
compare their reading with that of the compiled lexers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corpusfmt.syntax.resources import grammar_text

if TYPE_CHECKING:
    from lark import Lark

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
    lexer: Any = lark.parser.lexer  # Lark does not type what is specific to a contextual lexer
    return {terminal.name: terminal.pattern.to_regexp() for terminal in lexer.root_lexer.terminals}


class ParserState:
    """A state of Lark's parser; two with the same ``stack`` accept the same texts."""

    def __init__(
        self, parser: Any
    ) -> None:  # Lark's InteractiveParser, whose methods have no types
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
