"""Edits that remove blocks of the body or move one to the header, and change nothing else."""

from __future__ import annotations

from corpusfmt.lint import Block, Context, Edit
from corpusfmt.syntax.lexer import Token
from corpusfmt.syntax.writer.body import needs_guard
from corpusfmt.text.edits import apply

_ABOVE = ("TITLE", "SUBTITLE")
"""The tokens that the byline follows."""

_NEAR_GAP = 5
"""How many blocks after the gap may be removed together, each by a fix of its own."""


def leave_out(context: Context, first: Block, last: Block) -> tuple[Edit, ...]:
    """Return the edits that remove the blocks from one to another.

    None where the rest might be read as something else. It takes constant time for all blocks but
    the first of the body. What follows that one would follow the gap, where it could be a credit,
    so the text is read again. What follows one of the next blocks would follow the gap if other
    fixes removed those above it.
    """
    blocks = context.blocks
    start, end = _lines(context, first, last)
    if last.number - first.number + 1 == len(blocks) or not _stand_apart(context, first, last):
        return ()
    edit = Edit(start, end, "")
    if first.number == 0 and not _leaves_the_rest(context, edit, last.number + 1):
        return ()
    if 0 < first.number < _NEAR_GAP and _begins_with_credit(context, last.number + 1):
        return ()
    return (edit,)


def move_up(context: Context, block: Block, name: str, line: str) -> tuple[Edit, ...]:
    """Return the edits that turn a block into a missing field of the header, written as this line.

    None where that fails. The text is read again, so use it for at most one block of an article.
    """
    removal = leave_out(context, block, block)
    place = _place_below(context, name)
    if not removal or place is None:
        return ()
    edits = (Edit(place, place, f"{line}\n\n"), *removal)
    document = context.reading.read(apply(context.text, edits))
    rest = {part: value for part, value in document.items() if part != name}
    body = context.reading.document["body"]
    wanted = {**context.reading.document, "body": body[: block.number] + body[block.number + 1 :]}
    return edits if name in document and rest == wanted else ()


def _place_below(context: Context, name: str) -> int | None:
    """Return where a field of the header is written, or None in a text without a title."""
    above = tuple(context.tokens(*_ABOVE))
    if not above:
        return None
    header = context.reading.header
    if name == "date" and header.byline_span is not None and header.date_start is None:
        end = header.byline_span[1]
        for token in header.read_tokens:
            if token.start_pos <= end - 1 < _end(token):
                return _end(token)
    return _end(above[-1])


def _lines(context: Context, first: Block, last: Block) -> tuple[int, int]:
    """Return the span of the lines of the blocks, with the empty line after or else before them."""
    if _end(last.token) < _end(context.reading.tokens[-1]):
        return first.token.start_pos, _end(last.token)
    before = context.blocks[first.number - 1]
    return context.span(before)[1], context.span(last)[1]


def _stand_apart(context: Context, first: Block, last: Block) -> bool:
    """Return whether an empty line is above and below, and removal does not join two lists."""
    text, start, end = context.text, first.token.start_pos, _end(last.token)
    around = (
        context.blocks[max(0, first.number - 1) : first.number]
        + context.blocks[last.number + 1 : last.number + 2]
    )
    if len(around) == 2 and all(block.type == "item" for block in around):
        return False
    above, below = text[max(0, start - 2) : start], text[end - 2 : end]
    return above in ("", "\n\n") and (below == "\n\n" or end >= _end(context.reading.tokens[-1]))


def _end(token: Token) -> int:
    return token.start_pos + len(token)


def _begins_with_credit(context: Context, number: int) -> bool:
    """Return whether the block of this number would be a credit if all above it were removed."""
    document = context.reading.document
    return needs_guard({**document, "body": document["body"][number:]})


def _leaves_the_rest(context: Context, edit: Edit, number: int) -> bool:
    document = context.reading.document
    return context.reading.read(apply(context.text, (edit,))) == {
        **document,
        "body": document["body"][number:],
    }
