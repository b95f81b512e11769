"""Tests for the captions and credits of pictures in the blocks of a page."""

from __future__ import annotations

from typing import Any

from lxml import html

from corpusfmt.convert.html_pictures import outline_of
from corpusfmt.convert.picture_blocks import PictureBlocks, with_captions

TITLE = "Ferry Runs Again"
TEXT = "The first ferry since October sailed to Skerry on Monday with 61 passengers on board."
FIGURE = (
    "<figure><img src='{0}.jpg'><figcaption>The ferry {0}. <b class='credit'>Ada {0}</b>"
    "</figcaption></figure>"
)


def paragraph(text: str) -> Any:
    """Return a paragraph."""
    return {"type": "paragraph", "content": [{"type": "text", "text": text}]}


def image(name: str, **more: str) -> Any:
    """Return a picture."""
    return {"type": "image", "url": f"{name}.jpg", **more}


def read(inside: str, *blocks: Any) -> PictureBlocks:
    """Return the blocks of a page that has a heading, these elements, and the text."""
    page = f"<article><h1>{TITLE}</h1>{inside.replace('TEXT', f'<p>{TEXT}</p>')}</article>"
    outline = outline_of(html.document_fromstring(page), ())
    return with_captions(list(blocks), outline, TITLE, str.strip)


def test_the_lead_picture_is_not_a_block() -> None:
    blocks = [image("A"), paragraph("The ferry A. Ada A"), paragraph(TEXT)]
    found = read(FIGURE.format("A") + "TEXT", *blocks)
    assert found.lead is not None
    assert found.lead[:2] == ("The ferry A.", "Ada A")
    assert found.blocks == [paragraph(TEXT)]


def test_the_caption_of_a_lead_picture_is_removed_where_the_picture_is_not_found() -> None:
    blocks = [paragraph("The ferry A."), paragraph(TEXT), paragraph("The ferry A.")]
    found = read(FIGURE.format("A") + "TEXT", *blocks)
    assert found.blocks == [paragraph(TEXT), paragraph("The ferry A.")]


def test_a_picture_in_the_text_has_its_caption_and_credit() -> None:
    blocks = [paragraph(TEXT), image("B", alt="x"), paragraph("The ferry B."), paragraph("Ada B")]
    found = read("TEXT" + FIGURE.format("B"), *blocks, paragraph("The end."))
    assert found.lead is None
    assert found.blocks == [
        paragraph(TEXT),
        image("B", alt="x", credit="Ada B", caption="The ferry B."),
        paragraph("The end."),
    ]


def test_other_blocks_after_a_picture_are_kept() -> None:
    item: Any = {"type": "item", "content": [{"type": "text", "text": "The ferry B."}]}
    blocks = [paragraph(TEXT), image("B"), item, image("C"), paragraph("The ferry B.")]
    found = read("TEXT" + FIGURE.format("B"), *blocks)
    assert [block["type"] for block in found.blocks] == [block["type"] for block in blocks]


def test_captions_without_a_credit_are_listed() -> None:
    figure = "<figure><img src='B.jpg'><figcaption>The ferry B.</figcaption></figure>"
    assert read(f"TEXT{figure}", paragraph(TEXT), image("B")).unkept == ["The ferry B."]
    assert read(f"TEXT{figure}", paragraph(TEXT), image("B", alt="The ferry B")).unkept == []
    shown = [paragraph(TEXT), image("B"), paragraph("The ferry B.")]
    assert read(f"TEXT{figure}", *shown).blocks == shown
    assert read(f"TEXT{figure}", *shown).unkept == []
    assert read(f"{figure}TEXT", paragraph(TEXT)).unkept == ["The ferry B."]


def test_without_pictures_nothing_changes() -> None:
    blocks = [paragraph(TEXT), image("B")]
    assert read("TEXT", *blocks) == PictureBlocks(blocks, None, [])
