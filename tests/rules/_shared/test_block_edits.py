"""Blocks are left out, or moved to the header, only where the rest is read as before."""

import pytest

from corpusfmt.lint.context import Context
from corpusfmt.rules._shared.block_edits import leave_out, move_up
from corpusfmt.syntax.reading import read_document
from corpusfmt.text.edits import apply

HEAD = "# Ferry Runs Again\n\n\n\n"


def without(text: str, first: int, last: int) -> str | None:
    """The text without these blocks; None where they cannot be left out."""
    context = Context(text)
    edits = leave_out(context, context.blocks[first], context.blocks[last])
    return apply(text, edits) if edits else None


CASES = {
    "the first": ("One.\n\nTwo.\n\nThree.\n", 0, 0, "Two.\n\nThree.\n"),
    "one between": ("One.\n\nTwo.\n\nThree.\n", 1, 1, "One.\n\nThree.\n"),
    "two": ("One.\n\nTwo.\n\nThree.\n", 1, 2, "One.\n"),
    "the last": ("One.\n\nTwo.\n", 1, 1, "One.\n"),
    "the last, without a newline": ("One.\n\nTwo.", 1, 1, "One."),
    "above the address": (
        "One.\n\nTwo.\n\nOriginal url:\n\n<https://a.example>\n",
        1,
        1,
        "One.\n\nOriginal url:\n\n<https://a.example>\n",
    ),
    "an image and its credit": ("One.\n\n![a](#)\n**Tom Reed**\n\nTwo.\n", 1, 1, "One.\n\nTwo.\n"),
    "above more blank lines": ("One.\n\nTwo.\n\n\n\nThree.\n", 1, 1, "One.\n\n\n\nThree.\n"),
    "all": ("One.\n\nTwo.\n", 0, 1, None),
    "before what would be a credit": ("One.\n\nReuters\n\nTwo.\n", 0, 0, None),
    "near what would be a credit": ("One.\n\nTwo.\n\nReuters\n\nThree.\n", 1, 1, None),
    "between two lists": ("- one\n\nTwo.\n\n- three\n", 1, 1, None),
    "joined to what is above": ("One.\n### Two\n\nThree.\n", 1, 1, None),
    "joined to what is below": ("One.\n\n### Two\nThree.\n", 1, 1, None),
}


@pytest.mark.parametrize(("body", "first", "last", "rest"), CASES.values(), ids=CASES)
def test_blocks_are_left_out(body: str, first: int, last: int, rest: str | None) -> None:
    left = without(HEAD + body, first, last)
    assert left == (None if rest is None else HEAD + rest)
    if left is not None:
        blocks = read_document(HEAD + body)["body"]
        assert read_document(left)["body"] == blocks[:first] + blocks[last + 1 :]


@pytest.mark.parametrize(
    ("text", "name", "line", "moved"),
    [
        (
            f"{HEAD}By A B\n\nOne.\n",
            "byline",
            "By A B",
            "# Ferry Runs Again\n\nBy A B\n\n\n\nOne.\n",
        ),
        (f"{HEAD}by x\n\nOne.\n", "byline", "x", None),
        (
            "# T\n\nBy A B\n\n\n\n1\n\nOne.\n",
            "date",
            "May 05, 2021",
            "# T\n\nBy A B\n\nMay 05, 2021\n\n\n\nOne.\n",
        ),
        ("1\n\nOne.\n", "date", "May 05, 2021", None),
        (f"{HEAD}1\n", "date", "May 05, 2021", None),
    ],
    ids=["a byline", "no byline", "a date", "no title", "nothing left"],
)
def test_a_block_is_moved_to_the_header(text: str, name: str, line: str, moved: str | None) -> None:
    context = Context(text)
    edits = move_up(context, context.blocks[0], name, line)
    assert (apply(text, edits) if edits else None) == moved
