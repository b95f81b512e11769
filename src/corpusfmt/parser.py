"""The one door to Lark: a text is cut into the block tokens of grammar/article.lark, a block into those of inline.lark.

The parsing tables lie ready beside the grammars (``make tables`` writes them); where they are missing, or belong to
another grammar or another Lark, they are built in memory. Nothing is ever written to a folder of the user's.
"""

from __future__ import annotations

import hashlib
import io
import re
from functools import cache

from lark import Lark, Token

from corpusfmt.resources import grammar_table, grammar_text

__all__ = ["Token", "block_tokens", "built", "inline_tokens", "prepare", "table", "terminal"]

# What no text of a document can hold: read as a blank, or passed over (as U+000B, which the grammars take as a blank).
_BLANK_CONTROLS = (0x0C, 0x1C, 0x1D, 0x1E, 0x1F, 0x85, 0x2028, 0x2029)
_UNREADABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")
_PREPARED = (
    dict.fromkeys((*range(9), *range(11, 32), *range(127, 160), 65279), "\x0b")
    | dict.fromkeys(_BLANK_CONTROLS, " ")
    | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
    | {0x0D: "\n"}
)


def prepare(text: str) -> str:
    """The text as the grammar reads it: same offsets, "\\n" at the end of every line, nothing unreadable.

    A carriage return before a line feed becomes a blank, alone a line feed; a character that no document can hold
    becomes a blank or U+000B, a lone surrogate U+FFFD. Only the end changes length: one line feed after the last
    visible character. A text with nothing visible is prepared as the empty text.
    """
    if _UNREADABLE.search(text):
        text = text.replace("\r\n", " \n").translate(_PREPARED)
    text = text.rstrip()
    return text + "\n" if text else ""


def block_tokens(prepared: str) -> list[Token]:
    """The block tokens of a prepared text, in order; put together they are the text. Linear in its length."""
    return _tokens("article", prepared)


def inline_tokens(text: str) -> list[Token]:
    """The tokens of a block's text; put together they are the text. Every text has them. Linear in its length."""
    return _tokens("inline", text)


@cache
def terminal(grammar: str, name: str) -> re.Pattern[str]:
    """The pattern of a terminal, whose named groups are the parts of its tokens. KeyError for an unknown name."""
    patterns = {definition.name: definition.pattern.to_regexp() for definition in _lark(grammar).terminals}
    return re.compile(patterns[name])


def table(grammar: str) -> bytes:
    """The parsing table of a grammar, headed by what it was made from: Lark's version and the grammar's SHA-256."""
    buffer = io.BytesIO()
    built(grammar).save(buffer)
    return _heading(grammar_text(f"{grammar}.lark")) + buffer.getvalue()


def built(grammar: str) -> Lark:
    """The parser of a grammar, built anew in memory: unlike one that was loaded, it knows its rules."""
    return Lark(grammar_text(f"{grammar}.lark"), parser="lalr", lexer="contextual")


def _tokens(grammar: str, text: str) -> list[Token]:
    tree = _lark(grammar).parse(text)
    return tree.children  # type: ignore[return-value]  # every rule but start is inlined


@cache
def _lark(grammar: str) -> Lark:
    ready, heading = grammar_table(f"{grammar}.table"), _heading(grammar_text(f"{grammar}.lark"))
    if ready.startswith(heading):
        return Lark.load(io.BytesIO(ready[len(heading) :]))
    return built(grammar)


def _heading(text: str) -> bytes:
    from lark import __version__

    return f"lark {__version__} sha256 {hashlib.sha256(text.encode()).hexdigest()}\n".encode()
