"""The one door to Lark: a text is cut into the block tokens of grammar/article.lark, a block into those of inline.lark.

Lark reads a grammar and makes its LALR parser. Both grammars are flat, so that the parser's stack has few forms; each
is a state of a machine that tries, as Lark's contextual lexer does, the terminals that the grammar accepts there.
The machines lie ready beside the grammars (``make generate`` writes them); where one is missing or belongs to another
grammar it is made in memory. Nothing is ever written to a folder of the user's.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any
from zlib import crc32

from corpusfmt.syntax.interpreter import require_correct_patterns
from corpusfmt.syntax.lexer import Machine, Token
from corpusfmt.syntax.parse_progress import LARGE, pulse
from corpusfmt.syntax.resources import grammar_table, grammar_text

if TYPE_CHECKING:
    from lark import Lark
    from lark.lexer import TerminalDef

__all__ = ["Token", "block_tokens", "built", "inline_tokens", "is_readable", "prepare", "table", "terminal"]

# What no text of a document can hold: read as a space, or skipped. In a prepared text U+000B is what is
# skipped, and nothing else; the grammars take it for a space.
_BLANK_CONTROLS = (0x0B, 0x0C, 0x1C, 0x1D, 0x1E, 0x1F, 0x85, 0x2028, 0x2029)
_UNREADABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")
_PREPARED = (
    dict.fromkeys((*range(9), *range(11, 32), *range(127, 160), 65279), "\x0b")
    | dict.fromkeys(_BLANK_CONTROLS, " ")
    | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
    | {0x0D: "\n"}
)
_ASCII_CONTROLS = bytes([*range(9), *range(11, 32), 127])
_MOST_STATES = 20_000  # forms of the stack: many times what the grammars need


def prepare(text: str, *, is_readable: bool = False) -> str:
    """The text as the grammar reads it: same offsets, "\\n" at the end of every line, nothing unreadable.

    A carriage return before a line feed becomes a blank, alone a line feed; a character that no document can hold
    becomes a space, or U+000B if it is skipped, a lone surrogate U+FFFD. Only the end changes length:
    one line feed after the last visible character. A text with nothing visible is prepared as the empty text.
    ``is_readable`` is what the function of this name has said of the text, if it was asked.
    """
    if not is_readable and _UNREADABLE.search(text):
        text = text.replace("\r\n", " \n").translate(_PREPARED)
    text = text.rstrip()
    return text + "\n" if text else ""


def is_readable(text: str) -> bool:
    """Whether a text surely holds nothing unreadable and no invisible character (but marks that join others).

    It takes a third of the time of a search, and is enough for most texts.
    """
    if text.isascii():
        return len(text.encode().translate(None, _ASCII_CONTROLS)) == len(text)
    return text.replace("\n", " ").replace("\xa0", " ").isprintable()


def block_tokens(prepared: str) -> list[Token]:
    """The block tokens of a prepared text, in order; put together they are the text. Linear in its length."""
    tokens = _machine("article").tokens(prepared)
    return list(tokens if len(prepared) < LARGE else pulse.through("reading", tokens, len(prepared)))


def inline_tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of a block's text; put together they are the text. Every text has them, in linear time."""
    return _machine("inline").tokens(text)


def terminal(grammar: str, name: str) -> re.Pattern[str]:
    """The pattern of a terminal, whose named groups are the parts of its tokens. KeyError for an unknown name."""
    return _machine(grammar).pattern(name)


def table(grammar: str) -> str:
    """The machine of a grammar as it is kept, headed by what it was made from: always the same for one grammar."""
    text = grammar_text(f"{grammar}.lark")
    lines = [json.dumps(part, ensure_ascii=False) for part in _make(text)]
    return _heading(text) + "\n".join(lines) + "\n"


@cache
def _machine(grammar: str) -> Machine:
    require_correct_patterns()
    text = grammar_text(f"{grammar}.lark")
    ready, heading = grammar_table(f"{grammar}.table"), _heading(text)
    if ready.startswith(heading):
        return Machine(*map(json.loads, ready[len(heading) :].split("\n", 3)))
    return Machine(*_make(text))


def _heading(text: str) -> str:
    return f"corpusfmt machine 1, grammar {crc32(text.encode()):08x}\n"


# ---------------------------------------------------------------------------------------------------- with Lark

_Parts = tuple[dict[str, str], dict[str, str], list[dict[str, int]], list[int]]
"""What a Machine is made of."""


def built(grammar: str) -> Lark:
    """Lark's own parser of a grammar, built anew: it knows the rules, and reads every text as the machine does."""
    return _lark(grammar_text(f"{grammar}.lark"))


def _lark(text: str) -> Lark:
    from lark import Lark

    return Lark(text, parser="lalr", lexer="contextual")


def _make(text: str) -> _Parts:
    """The machine of a grammar, as small as can be; ValueError for a grammar that cannot be one."""
    from corpusfmt.syntax.first_sets import first

    lark = _lark(text)
    terminals = {definition.name: definition.pattern.to_regexp() for definition in _in_order(lark)}
    firsts = {name: first(pattern) for name, pattern in terminals.items()}
    return terminals, firsts, *_smallest(*_walk(lark.parse_interactive(), list(terminals)))


def _in_order(lark: Lark) -> list[TerminalDef]:
    """The terminals, those that Lark tries first standing first."""
    if lark.ignore_tokens or any(definition.pattern.type != "re" for definition in lark.terminals):
        raise ValueError("a grammar of corpusfmt ignores no tokens, and its terminals are patterns")
    lexer: Any = lark.parser.lexer
    return list(lexer.root_lexer.terminals)


def _walk(start: Any, terminals: list[str]) -> tuple[list[dict[str, int]], set[int]]:
    """What follows in each state, which is a form of the parser's stack, and the states in which a text may end."""
    from lark import Token as LarkToken

    numbers, parsers, states, ends = {_stack(start): 0}, [start], list[dict[str, int]](), set[int]()
    for number, parser in enumerate(parsers):
        follows = parser.accepts()
        states.append({})
        if "$END" in follows:
            ends.add(number)
        for name in filter(follows.__contains__, terminals):
            reached = parser.copy(deepcopy_values=False)
            reached.feed_token(LarkToken(name, ""))
            if _stack(reached) not in numbers:
                numbers[_stack(reached)] = len(numbers)
                parsers.append(reached)
            states[number][name] = numbers[_stack(reached)]
        if len(numbers) > _MOST_STATES:
            raise ValueError("a grammar of corpusfmt is flat: no rule stands inside itself but at its beginning")
    return states, ends


def _stack(parser: Any) -> tuple[Any, ...]:
    return tuple(parser.parser_state.state_stack)


def _smallest(states: list[dict[str, int]], ends: set[int]) -> tuple[list[dict[str, int]], list[int]]:
    """The same machine with one state for all those from which the same texts follow."""
    groups, count = [int(number in ends) for number in range(len(states))], 0
    while count < len(set(groups)):
        count = len(set(groups))
        seen: dict[tuple[Any, ...], int] = {}
        kinds = [
            (group, *((name, groups[target]) for name, target in state.items()))
            for group, state in zip(groups, states, strict=True)
        ]
        groups = [seen.setdefault(kind, len(seen)) for kind in kinds]
    firsts = [groups.index(group) for group in range(count)]
    small = [{name: groups[target] for name, target in states[first].items()} for first in firsts]
    return small, [group for group, first in enumerate(firsts) if first in ends]
