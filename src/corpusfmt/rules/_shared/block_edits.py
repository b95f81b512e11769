"""Leaving blocks of the body out of a text, or moving one to the header: edits that surely leave the rest as it is."""

from __future__ import annotations

from corpusfmt.lint.context import Block, Subject
from corpusfmt.syntax.grammar import Token
from corpusfmt.text.edits import Edit

_ABOVE = {"byline": ("TITLE", "SUBTITLE"), "date": ("TITLE", "SUBTITLE", "BYLINE_END")}
"""Below which parts a part of the header stands."""


def leave_out(subject: Subject, first: Block, last: Block) -> tuple[Edit, ...]:
    """The edits that leave out the blocks from one to another; none where the rest might be read as something else.

    It takes constant time for all blocks but the first of the body. What follows that one comes to stand after the
    gap, where it could be a credit, so the text is read once more.
    """
    blocks = subject.blocks
    start, end = _lines(subject, first, last)
    if not subject.is_text or last.number - first.number + 1 == len(blocks) or not _stand_apart(subject, first, last):
        return ()
    edit = Edit(start, end, "")
    if first.number == 0 and not _leaves_the_rest(subject, edit, last.number + 1):
        return ()
    return (edit,)


def move_up(subject: Subject, block: Block, name: str, line: str) -> tuple[Edit, ...]:
    """The edits that make of a block a part of the header that is missing, written as this line; none where it fails.

    The text is read once more, so this is for one block of an article at most.
    """
    removal = leave_out(subject, block, block)
    above = tuple(subject.tokens(*_ABOVE[name]))
    if not removal or not above:
        return ()
    place = _end(above[-1])
    edits = (Edit(place, place, f"{line}\n\n"), *removal)
    document = subject.reading.read(_applied(subject.text, edits))
    rest = {part: value for part, value in document.items() if part != name}
    body = subject.reading.document["body"]
    wanted = {**subject.reading.document, "body": body[: block.number] + body[block.number + 1 :]}
    return edits if name in document and rest == wanted else ()


def _applied(text: str, edits: tuple[Edit, ...]) -> str:
    for edit in reversed(edits):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _lines(subject: Subject, first: Block, last: Block) -> tuple[int, int]:
    """Where the lines of the blocks stand, with the empty line after them, or before them if nothing follows."""
    if _end(last.token) < _end(subject.reading.tokens[-1]):
        return first.token.start_pos, _end(last.token)
    before = subject.blocks[first.number - 1]
    return subject.span(before)[1], subject.span(last)[1]


def _stand_apart(subject: Subject, first: Block, last: Block) -> bool:
    """Whether an empty line stands above and below, and no list is made of two."""
    text, start, end = subject.text, first.token.start_pos, _end(last.token)
    around = subject.blocks[max(0, first.number - 1) : first.number] + subject.blocks[last.number + 1 : last.number + 2]
    if len(around) == 2 and all(block.type == "item" for block in around):
        return False
    above, below = text[max(0, start - 2) : start], text[end - 2 : end]
    return above in ("", "\n\n") and (below == "\n\n" or end >= _end(subject.reading.tokens[-1]))


def _end(token: Token) -> int:
    return token.start_pos + len(token)


def _leaves_the_rest(subject: Subject, edit: Edit, number: int) -> bool:
    document = subject.reading.document
    return subject.reading.read(_applied(subject.text, (edit,))) == {**document, "body": document["body"][number:]}
