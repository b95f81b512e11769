"""Dialogue that is written with hyphens is read as paragraphs, and no list comes back as one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpusfmt.api.articles import format
from corpusfmt.model.document import Block, ItemBlock
from corpusfmt.syntax.dialogue import find_dialogue, outermost
from corpusfmt.syntax.reading import read_document
from corpusfmt.syntax.writer import write_document
from tests.budget import READING_EXAMPLES

SENTENCES = (
    "Det er sant, sier hun.",
    "Er det sant?",
    "Hun fortsetter så:",
    "“Nobody asked us.”",
    "“Nobody asked us,”",
    "彼は言った。",
    "one two",
    "a list of things",
    "Yes.",
)


def types(body: str) -> Sequence[str]:
    """Return the types of the blocks of a body, below another block."""
    blocks = read_document(f"# T\n\nBy Ada Brook\n\n\n\nIt sailed.\n\n{body}").get("body", [])
    return [block["type"] for block in blocks][1:]


@pytest.mark.parametrize("sentence", SENTENCES[:6])
def test_a_sentence_alone_behind_a_hyphen_is_a_paragraph(sentence: str) -> None:
    assert types(f"- {sentence}\n\nMore.\n") == ["paragraph", "paragraph"]
    assert types(f"- {sentence}\n") == ["paragraph"]


@pytest.mark.parametrize("text", [*SENTENCES[6:], "[It sailed on Monday.](#)", "1 + 1: 2"])
def test_what_is_no_sentence_is_an_item(text: str) -> None:
    assert types(f"- {text}\n\nMore.\n") == ["item", "paragraph"]


@pytest.mark.parametrize(
    "body",
    [
        "* It is true, she says.\n\nMore.\n",
        "1. It is true, she says.\n\nMore.\n",
        "- It is true, she says.\nMore, and more.\n# More\n",
        "More:\n- It is true, she says.\n\nMore.\n",
        "- It is true, she says.\n\n- It was true, she says.\n\nMore.\n",
        "- It is true, she says,\n  and nobody knows more.\n\nMore.\n",
        "- It is true, she says.\n\n1. It was true, she says.\n\nMore.\n",
        "- It is true, she says.\n\n  - It was true, she says.\n\nMore.\n",
    ],
)
def test_no_dialogue_is_read_where_there_is_a_list(body: str) -> None:
    assert "item" in types(body)


def test_runs_are_dialogue_only_where_as_many_items_are_alone() -> None:
    alone = "- It is true, she says.\n\nMore.\n\n"
    run = "- It is true, she says.\n\n- It was true, she says.\n\n"
    assert types(alone + run) == ["paragraph", "paragraph", "item", "item"]
    assert types(alone + alone + run) == ["paragraph"] * 6
    assert types(3 * alone + run + "- It will be true, she says.\n") == ["paragraph"] * 9
    long = run + run
    assert types(5 * alone + long).count("item") == 4


def test_dialogue_keeps_its_hyphen_and_its_lines() -> None:
    written = format("# T\n\n\n\nIt sailed.\n\n- It is\ntrue, *she* says.\n\nMore.\n")
    assert "\n\\- It is\ntrue, *she* says.\n" in written


def test_the_hyphen_of_dialogue_is_no_ambiguous_mark() -> None:
    from corpusfmt.api.checking import check

    text = "# T\n\n\n\nIt sailed.\n\n- It is true, she says.\n\nMore.\n"
    report = check(text, rules=["ambiguous-mark"])
    assert report.diagnostics == ()


def _block(kind: str, text: str, extra: int) -> Block:
    if kind == "paragraph":
        return {"type": "paragraph", "content": [{"type": "text", "text": text}]}
    item: ItemBlock = {"type": "item", "content": [{"type": "text", "text": text}]}
    if extra == 1:
        item["number"] = 3
    return item


BLOCKS = st.lists(
    st.builds(
        _block,
        st.sampled_from(("paragraph", "item", "item")),
        st.sampled_from((*SENTENCES, "- It is true, she says.")),
        st.integers(0, 5),
    ),
    min_size=1,
    max_size=8,
)


@given(blocks=BLOCKS, has_title=st.booleans())
@settings(max_examples=READING_EXAMPLES)
def test_items_and_paragraphs_of_sentences_come_back(
    blocks: list[Block], *, has_title: bool
) -> None:
    document = read_document("# T\n\n\n\nText.\n" if has_title else "")
    document["body"] = blocks
    assert read_document(write_document(document)) == document


def test_the_numbers_of_dialogue_are_in_order() -> None:
    said = _block("item", SENTENCES[0], 0)
    other = _block("paragraph", "More.", 0)
    blocks = [said, other, said, said, other, said]
    assert outermost(blocks) == {0, 2, 3, 5}
    assert find_dialogue(blocks, outermost(blocks)) == [0, 2, 3, 5]
    assert find_dialogue(blocks, {0, 2, 5}) == [0, 5]


@pytest.mark.parametrize(
    "text",
    [
        "# T\n- It is true, she says.\n",
        "# T\n\nOne.\n- It is true, she says.\n",
        "# T\n\n\n\n**Ida Holm**\n- It is true, she says.\n\nMore.\n",
        "# T\n\n\n\nOne.\n- It is true, she says.\n",
        "# T\n\n\n\nOne.\n\n<u></u>\n- It is true, she says.\n",
    ],
)
def test_a_blank_line_is_directly_above_dialogue(text: str) -> None:
    assert "item" in [block["type"] for block in read_document(text).get("body", [])]


def test_dialogue_may_be_all_of_a_text() -> None:
    assert read_document("- It is true, she says.\n")["body"][0]["type"] == "paragraph"
    assert read_document("# T\n\n\n\n- It is true:)\n")["body"][0]["type"] == "paragraph"
