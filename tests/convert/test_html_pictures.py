"""Tests for the pictures of a page: their URLs, what JSON-LD has of them, and their places."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import html

from corpusfmt.convert.html_pictures import Outline, outline_of, url_key

TITLE = "Ferry Runs Again"
TEXT = "The first ferry since October sailed to Skerry on Monday with 61 passengers."
CAPTION = "<figcaption>The ferry. <b class='credit'>Ada Brook</b></figcaption>"


def read(page: str, *objects: Any) -> Outline:
    """Return the outline of a page with these objects in its JSON-LD."""
    return outline_of(html.document_fromstring(page), objects)


def lead(page: str, *objects: Any) -> tuple[str, str] | None:
    """Return the caption and credit of the lead picture of a page."""
    found = read(page, *objects).find_lead(TITLE, TEXT)
    return None if found is None else (found.caption.caption, found.caption.credit)


def page_of(*inside: str, before: str = "", after: str = "") -> str:
    """Return a page with an article of these elements."""
    return f"{before}<article>{''.join(inside)}<p>{TEXT}</p></article>{after}"


FIGURE = f"<figure><img src='a.jpg'>{CAPTION}</figure>"
HEADING = f"<h1>{TITLE}</h1>"


def test_the_lead_picture_is_between_the_title_and_the_text() -> None:
    assert lead(page_of(HEADING, FIGURE)) == ("The ferry.", "Ada Brook")


def test_it_can_be_above_the_title_in_the_same_article() -> None:
    assert lead(page_of(FIGURE, HEADING)) == ("The ferry.", "Ada Brook")


@pytest.mark.parametrize(
    "page",
    [
        page_of(HEADING, before=FIGURE),
        page_of(HEADING, after=FIGURE),
        page_of(HEADING, f"<aside>{FIGURE}</aside>"),
        page_of(HEADING, f"<a href='/other'>{FIGURE}</a>"),
        page_of("<h1>Other News</h1>", FIGURE),
        page_of(HEADING, f"<noscript>{FIGURE}</noscript>"),
        page_of(HEADING, "<img src='a.jpg'>"),
    ],
)
def test_other_pictures_are_not_the_lead(page: str) -> None:
    assert lead(page) is None


def test_a_picture_with_a_credit_is_the_lead_before_one_without() -> None:
    other = "<figure><img src='b.jpg'><figcaption>A map.</figcaption></figure>"
    assert lead(page_of(HEADING, other, FIGURE)) == ("The ferry.", "Ada Brook")
    assert lead(page_of(HEADING, other)) == ("A map.", "")


def test_json_ld_has_the_credit_of_a_picture_with_the_same_url() -> None:
    image = {"@type": "ImageObject", "contentUrl": "https://m.example/a.jpg?w=9"}
    article = {"@type": "NewsArticle", "image": [image]}
    shown = "<figure><img src='https://m.example/a.jpg?w=300'><figcaption>{}</figcaption></figure>"
    image.update(creditText="Ada Brook/AP")
    assert lead(page_of(HEADING, shown.format("The ferry. Ada Brook/AP")), article) == (
        "The ferry.",
        "Ada Brook/AP",
    )
    unknown = "The ferry (Ada Brook/AP) sails."
    assert lead(page_of(HEADING, shown.format(unknown)), article) == (unknown, "")
    image.update(caption="The ferry")
    assert lead(page_of(HEADING, shown.format("(Ada Brook/AP) The ferry")), article) == (
        "The ferry",
        "Ada Brook/AP",
    )
    assert lead(page_of(HEADING, "<img src='https://m.example/a.jpg'>"), article) == (
        "The ferry",
        "Ada Brook/AP",
    )
    assert lead(page_of(HEADING, "<img src='https://m.example/b.jpg'>"), article) is None


def test_a_caption_in_json_ld_without_a_credit_is_not_taken() -> None:
    image = {"@type": "ImageObject", "url": "a.jpg", "caption": TITLE}
    assert lead(page_of(HEADING, "<img src='a.jpg'>"), image) is None


def test_a_caption_beside_its_figure_belongs_to_it() -> None:
    beside = f"<div><figure><img src='a.jpg'></figure>{CAPTION}</div>"
    outline = read(page_of(HEADING, beside))
    assert [one.caption.credit for one in outline.pictures] == ["Ada Brook"]


def test_the_figures_of_a_gallery_have_their_own_captions() -> None:
    inner = "<figure><img src='{0}.jpg'><figcaption>{0}</figcaption></figure>"
    page = page_of(HEADING, f"<figure>{inner.format('A')}{inner.format('B')}</figure>")
    assert [one.caption.caption for one in read(page).pictures] == ["A", "B"]


@pytest.mark.parametrize(
    "attributes",
    [
        "src='x.gif' data-src='https://m.example/a.jpg'",
        "srcset='https://m.example/a.jpg 300w,https://m.example/b.jpg 900w'",
        "srcset='https://m.example/b.jpg, https://m.example/a.jpg 2x'",
        "src=' https://m.example/a.jpg?w=2 '",
    ],
)
def test_a_picture_has_the_urls_of_all_attributes(attributes: str) -> None:
    outline = read(f"<figure><img {attributes}>{CAPTION}</figure>")
    assert outline.find("https://m.example/a.jpg?w=900") is not None
    assert outline.find("https://m.example/c.jpg") is None


def test_a_query_counts_where_the_path_is_not_that_of_an_image() -> None:
    assert url_key("/image?id=1") != url_key("/image?id=2")
    archived = "https://web.archive.org/web/20250826092627{}/https://m.example/a.jpg"
    assert url_key(archived.format("im_")) == url_key(archived.format(""))
