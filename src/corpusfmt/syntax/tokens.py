"""Cut a text into block tokens, and the text of a block into inline tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from corpusfmt.syntax.interpreter import require_correct_patterns
from corpusfmt.syntax.lexer import Lexer, Token
from corpusfmt.syntax.parse_progress import LARGE, pulse
from corpusfmt.syntax.resources import grammar_table, grammar_text
from corpusfmt.syntax.tables import decode_tables


def block_tokens(prepared: str) -> list[Token]:
    """Return the block tokens of a prepared text, in order.

    Joined they are the text. Linear in its length.
    """
    tokens = _lexer("article").tokens(prepared)
    if len(prepared) >= LARGE:
        tokens = pulse.through("reading", tokens, len(prepared))
    return list(tokens)


def inline_tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of a block's text.

    Joined they are the text. Every text has them, in linear time.
    """
    return _lexer("inline").tokens(text)


def terminal(grammar: str, name: str) -> re.Pattern[str]:
    """Return the pattern of a terminal, whose named groups are those of its tokens.

    KeyError for an unknown name.
    """
    return _lexer(grammar).pattern(name)


@cache
def _lexer(grammar: str) -> Lexer:
    require_correct_patterns()
    return lexer_of(grammar_text(f"{grammar}.lark"), grammar_table(f"{grammar}.table"))


def lexer_of(source: str, table: str) -> Lexer:
    """Return the lexer of a grammar; ``table`` is what was compiled of it, or of another one."""
    tables = decode_tables(table, source)
    if tables is None:
        from corpusfmt.syntax.compile import compile_grammar

        tables = compile_grammar(source)
    return Lexer(tables)
