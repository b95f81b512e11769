"""Tokens become fields and blocks; what is before the gap depends on what is after it."""

import pytest

from corpusfmt.model.document import Block
from corpusfmt.syntax.normal_form import text_node
from corpusfmt.syntax.reading import read_document

GAP = "\n\n\n\n"


def paragraph(text: str) -> Block:
    return {"type": "paragraph", "content": [text_node(text)]}


def test_the_header_has_fields() -> None:
    text = "# T\n\n## S\n\nBy Ann and [Bo](#)\n\nFebruary 04, 2020\n\nUpdated: February 05, 2020\n"
    assert read_document(text) == {
        "corpusfmt": "1.0",
        "title": "T",
        "subtitle": "S",
        "byline": [{"name": "Ann"}, {"name": "Bo", "url": "#"}],
        "date": "2020-02-04",
        "updated": "2020-02-05",
        "body": [],
    }


def test_a_date_that_is_not_in_the_calendar_is_text() -> None:
    document = read_document("# T\n\nFebruary 30, 2020\n" + GAP + "Words.\n")
    assert document["intro"] == [[text_node("February 30, 2020")]]
    assert "date" not in document


def test_text_before_the_gap_is_intro_only_if_a_body_follows() -> None:
    assert read_document("# T\n\nA.\n" + GAP + "B.\n")["intro"] == [[text_node("A.")]]
    assert read_document("# T\n\nA.\n\nB.\n")["body"] == [paragraph("A."), paragraph("B.")]
    assert read_document("# T\n\nA.\n" + GAP)["body"] == [paragraph("A.")]


def test_a_credit_needs_a_header_and_a_body() -> None:
    credit = "**Ann Lee / AFP**\n\n"
    assert read_document("# T\n" + GAP + credit + "Words.\n")["credit"] == "Ann Lee / AFP"
    alone = read_document("# T\n" + GAP + credit)
    assert "credit" not in alone
    assert [block["type"] for block in alone["body"]] == ["paragraph"]
    headed = read_document(GAP + "### X / AFP\n\nWords.\n")
    assert headed["body"][0] == {"type": "heading", "level": 3, "content": [text_node("X / AFP")]}


def test_an_url_is_not_a_header() -> None:
    document = read_document(GAP + "**A / AFP**\n\nWords.\n\nOriginal url: https://example.org/\n")
    assert "credit" not in document
    assert document["url"] == "https://example.org/"


def test_a_picture_has_the_credit_after_it() -> None:
    [image] = read_document("# T\n" + GAP + "![x](y)\nA ship **A / B**\n")["body"]
    assert image == {
        "type": "image",
        "url": "y",
        "alt": "x",
        "caption": "A ship",
        "credit": "A / B",
    }


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("- a\n  - b\n- c\n", [{"content": "a"}, {"depth": 1, "content": "b"}, {"content": "c"}]),
        ("1. a\n2. b\n", [{"number": 1, "content": "a"}, {"number": 2, "content": "b"}]),
    ],
)
def test_items_belong_to_the_nearest_less_indented_one(
    text: str, blocks: list[dict[str, object]]
) -> None:
    expected = [
        {**block, "type": "item", "content": [text_node(str(block["content"]))]} for block in blocks
    ]
    assert read_document("# T\n" + GAP + text)["body"] == expected


def test_a_block_that_shows_nothing_is_a_paragraph() -> None:
    body = read_document("# T\n" + GAP + "A.\n\n## <u>\n")["body"]
    assert [block["type"] for block in body] == ["paragraph", "paragraph"]


def test_links_of_a_related_block() -> None:
    [block] = read_document("# T\n" + GAP + "**Read more:** [a](u), [b](v)\n")["body"]
    links = [{"title": "a", "url": "u"}, {"title": "b", "url": "v"}]
    assert block == {"type": "related", "label": "Read more", "links": links}
