"""The files of other programs, as these programs write them now from a page of this project."""

from __future__ import annotations

import json
from pathlib import Path
from re import sub
from typing import Any

import pytest

from corpusfmt.convert.reading import read_documents
from tests.consumers.installed import consumer
from tests.convert.importers.test_files import FILES

PAGE = (FILES / "page.html").read_text("utf-8")
URL = "https://merrowpost.example/2024/03/05/ferry"

pytestmark = pytest.mark.filterwarnings("ignore")
"""Warnings of the programs are not ours."""


def read(data: str, kind: str) -> Any:
    """Return the one document of a file."""
    [result] = read_documents(data.encode(), "page", kind)
    assert result.document is not None, result.diagnostics
    return result.document


def words(document: Any) -> list[str]:
    """Return the types of the blocks, and the first words of each."""
    return [f"{block['type']}: {_start(block)}" for block in document["body"]]


def _start(block: Any) -> str:
    nodes = block.get("content", ())
    return " ".join("".join(node.get("text", "") for node in nodes).split()[:3])


def check_header(document: Any) -> None:
    assert document["title"] == "Ferry returns to Skarv"
    assert [author["name"] for author in document["byline"]] == ["Ada Brook", "Ben Holt"]
    assert document["date"] == "2024-03-05"
    assert document["url"] == URL


def test_json_of_trafilatura() -> None:
    trafilatura = consumer("trafilatura")
    written = trafilatura.extract(PAGE, output_format="json", with_metadata=True, url=URL)
    document = read(written, "trafilatura")
    check_header(document)
    assert words(document)[0] == "paragraph: The ferry to"
    assert len(document["body"]) == 8


def test_markdown_of_trafilatura() -> None:
    trafilatura = consumer("trafilatura")
    options = {"with_metadata": True, "include_formatting": True, "include_links": True}
    written = trafilatura.extract(PAGE, output_format="markdown", url=URL, **options)
    document = read(written, "front-matter")
    check_header(document)
    assert "heading: A long winter" in words(document)


def test_a_page_through_trafilatura() -> None:
    consumer("trafilatura")
    document = read(PAGE, "html")
    assert document["date"] == "2024-03-05T09:02:00+01:00"
    check_header({**document, "date": document["date"][:10]})
    assert document["caption"] == "The ferry in the harbour."
    assert document["credit"] == "Photo: Cy Dane"
    kinds = [block["type"] for block in document["body"]]
    assert kinds == [
        "paragraph",
        "paragraph",
        "heading",
        "paragraph",
        "item",
        "item",
        "quote",
        "paragraph",
    ]
    marks = [node for node in document["body"][3]["content"] if len(node) > len(("type", "text"))]
    assert [(node["text"], "em" in node, "strong" in node) for node in marks] == [
        ("twice a week", True, False),
        ("helicopter", False, True),
    ]


def test_the_pictures_of_a_page_have_their_captions_and_credits() -> None:
    consumer("trafilatura")
    figure = (
        "<figure><img src='{0}.jpg' alt='x'><figcaption>The ferry {0}.{1}</figcaption></figure>"
    )
    credit = " <span class='credit'>Ada Brook / AP</span>"
    inside = f"{figure.format('A', credit)}<p>{LONG}</p>{figure.format('B', credit)}"
    page = f"<html><title>x</title><body>{ARTICLE.format(f'{inside}<p>{LONG}The end.</p>')}"
    document = read(page, "html")
    assert (document["caption"], document["credit"]) == ("The ferry A.", "Ada Brook / AP")
    kinds = {block["type"]: block for block in document["body"]}
    assert kinds["image"] == {
        "type": "image",
        "url": "B.jpg",
        "alt": "x",
        "caption": "The ferry B.",
        "credit": "Ada Brook / AP",
    }
    assert [block["type"] for block in document["body"]][1:] == ["paragraph", "image", "paragraph"]


def test_a_caption_without_a_credit_is_reported() -> None:
    consumer("trafilatura")
    figure = "<figure><img src='a.jpg'><figcaption>The ferry at noon</figcaption></figure>"
    page = f"<html><title>x</title><body>{ARTICLE.format(f'{figure}<p>{LONG}</p><p>{LONG}</p>')}"
    [result] = read_documents(page.encode(), "page", "html")
    assert result.document is not None
    expected = "the caption “The ferry at noon” is not kept, without a credit"
    assert [one.message for one in result.diagnostics] == [expected]


def test_the_text_after_an_image_without_a_source_is_kept() -> None:
    consumer("trafilatura")
    texts = [
        "The first ferry since October sailed to Skerry on Monday with 61 passengers on board.",
        "<img>The meeting of the <b>harbour council</b> begins at eight in the old customs house.",
        "The captain <img class='lazy'>will answer all questions of all islanders there.",
    ]
    page = f"<html><title>Ferry Runs Again</title><article><p>{'</p><p>'.join(texts)}</p>"
    document = read(page, "html")
    blocks = document["body"]
    shown = ["".join(node["text"] for node in block["content"]) for block in blocks]
    assert shown == [sub("<[^>]*>", "", text) for text in texts]


ARTICLE = "<article><p>Fares</p><h1>Ferry Runs Again</h1>{}</article>"
LONG = "The first ferry since October sailed on Monday with 61 passengers on board. " * 4


def test_links_in_a_box_are_in_their_paragraph() -> None:
    consumer("trafilatura")
    inside = f"{LONG}The <a href='https://p.example/'>council</a> is pleased.<br><br>{LONG}"
    page = f"<html><title>Ferry Runs Again</title><body>{ARTICLE.format(inside)}"
    shown = [
        "".join(node.get("text", "council") for node in block["content"])
        for block in read(page, "html")["body"]
    ]
    assert f"{LONG}The council is pleased." in shown


def test_a_page_whose_first_tag_is_damaged_is_read() -> None:
    consumer("trafilatura")
    [result] = read_documents(f'<html"><h1>Ferry Runs Again</h1>{LONG}'.encode(), "page", "html")
    assert result.document is not None
    assert LONG.strip() in str(result.document["body"])


def test_the_headline_of_the_page_is_the_title_and_not_in_the_body() -> None:
    consumer("trafilatura")
    inside = f"<p>{LONG}</p><p>{LONG}The end.</p>"
    head = "<title>x</title><meta property='og:title' content='Ferry Runs Again | Merrow Post'>"
    document = read(f"<html><head>{head}</head><body>{ARTICLE.format(inside)}", "html")
    assert document["title"] == "Ferry Runs Again"
    assert "heading" not in {block["type"] for block in document["body"]}


def test_a_name_is_written_as_the_page_has_it() -> None:
    consumer("trafilatura")
    head = "<title>x</title><meta name='author' content='Prom Sp. z o.o.'>"
    page = f"<html><head>{head}</head><body>{ARTICLE.format(f'<p>{LONG}</p><p>{LONG}</p>')}"
    assert [author["name"] for author in read(page, "html")["byline"]] == ["Prom Sp. z o.o."]


def test_a_day_is_not_guessed_from_the_text_of_a_page() -> None:
    consumer("trafilatura")
    inside = f"<p>{LONG}</p><p>It was built in 2011 and repaired in 2013.</p>"
    page = f"<html><title>Ferry Runs Again</title><body>{ARTICLE.format(inside)}"
    assert "date" not in read(page, "html")


def test_json_of_newspaper4k() -> None:
    newspaper = consumer("newspaper")
    document = read(newspaper.article(URL, input_html=PAGE).to_json(), "newspaper4k")
    check_header(document)
    assert "paragraph: It carried forty" in words(document)


def test_json_of_news_please(tmp_path: Path) -> None:
    news_please = consumer("newsplease")
    article = news_please.NewsPlease.from_html(PAGE, url=URL)
    document = read(json.dumps(article.get_serializable_dict()), "news-please")
    assert document["title"] == "Ferry returns to Skarv"
    assert document["url"] == URL
    assert "paragraph: It carried forty" in words(document)


def test_json_of_fundus() -> None:
    data = consumer("fundus.parser.data")
    body = data.ArticleBody(
        summary=data.TextSequence(["The first boat."]),
        sections=[
            data.ArticleSection(
                headline=data.TextSequence(["A long winter"]),
                paragraphs=data.TextSequence(["Bread came twice a week."]),
            )
        ],
    )
    record = {
        "title": "T",
        "publishing_date": "2024-03-05 09:02:00+01:00",
        "body": body.serialize(),
    }
    document = read(json.dumps(record), "fundus")
    assert document["date"] == "2024-03-05T09:02:00+01:00"
    assert words(document) == ["heading: A long winter", "paragraph: Bread came twice"]
    assert len(document["intro"]) == 1
