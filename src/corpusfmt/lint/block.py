"""A block of the body, as rules see it."""

from __future__ import annotations

from functools import partial

from corpusfmt.syntax.lexer import Token
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.named_tuples import NamedTuple

if TYPE_CHECKING:
    from corpusfmt.model.document import Block as BodyBlock


class Block(NamedTuple):
    """A block of the body: its number, type, text without marks, node, and token in the text."""

    number: int
    type: str
    text: str
    node: BodyBlock
    token: Token


make_block = partial(tuple.__new__, Block)
"""Makes a block of a tuple at half the cost of naming its fields."""
