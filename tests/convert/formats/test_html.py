"""HTML: a page without errors, which a browser's parser reads as the article."""

import json
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given

from corpusfmt.convert.html_blocks import write_blocks
from corpusfmt.convert.news_article import news_article
from corpusfmt.convert.writing import render
from corpusfmt.model.document import Document
from corpusfmt.syntax.inline import plain_text
from corpusfmt.syntax.normal_form import normalize_document
from corpusfmt.testing import documents
from tests.convert.whole import PLAIN, WHOLE, text


def parse(document: Document, *, strict: bool = True) -> Element:
    parser = html5lib.HTMLParser(strict=strict, namespaceHTMLElements=False)
    page: Element = parser.parse(render(document, "html").decode())
    return page


def words(element: Element | None) -> str:
    assert element is not None
    return "".join(element.itertext())


def only(page: Element, path: str) -> Element:
    [found] = page.findall(path)
    return found


def test_the_whole_article_is_a_page_without_errors() -> None:
    page = parse(WHOLE)
    assert words(only(page, ".//h1")) == words(only(page, ".//title")) == WHOLE["title"]
    assert only(page, ".//link[@rel='canonical']").get("href") == WHOLE["url"]
    assert [words(name) for name in page.findall(".//span[@class='name']")] == [
        "Mara Lindqvist",
        "Reuters",
    ]
    assert [time.get("datetime") for time in page.iter("time")] == [
        WHOLE["date"],
        WHOLE["updated"],
    ]
    assert [item.get("value") for item in page.findall(".//ul/li/ol/li")] == ["7", "8"]
    image = only(page, ".//figure/img")
    assert image.attrib == {"src": "https://coast.example/lamp.jpg", "alt": "A lamp"}
    assert json.loads(words(only(page, ".//script"))) == news_article(normalize_document(WHOLE))
    parse(PLAIN)


@pytest.mark.parametrize("script", ["</script>", "<!--<script>", "]]>"])
def test_no_title_ends_the_script(script: str) -> None:
    document: Any = PLAIN | {"title": script}
    page = parse(document)
    assert words(only(page, ".//h1")) == script
    assert json.loads(words(only(page, ".//script")))["headline"] == script


@given(documents())
def test_a_parser_reads_the_words_of_every_article(document: Document) -> None:
    normal = normalize_document(document)
    page = parse(normal, strict=False)
    assert words(page.find(".//h1")) == normal["title"]
    body = page.find(".//div[@class='body']")
    assert body is not None
    paragraphs = [block for block in normal["body"] if block["type"] == "paragraph"]
    assert [words(one) for one in body.findall("p")] == [
        plain_text(block["content"]).replace("\n", "") for block in paragraphs
    ]


def test_a_fraction_of_more_than_three_digits_is_not_a_time_of_html() -> None:
    page = parse(PLAIN | {"date": "2024-03-05T09:02:00.1234Z", "updated": "2024-03-05T09:02:00.5Z"})
    assert only(page, ".//data").get("value") == "2024-03-05T09:02:00.1234Z"
    assert only(page, ".//time").get("datetime") == "2024-03-05T09:02:00.5Z"


def test_a_list_in_an_item_is_closed_before_the_next_item() -> None:
    items: list[Any] = [
        {"type": "item", "content": [text("a")]},
        {"type": "item", "content": [text("b")], "depth": 1},
        {"type": "item", "content": [text("c")], "depth": 2, "number": 1},
        {"type": "item", "content": [text("d")]},
        {"type": "item", "content": [text("e")], "number": 5},
    ]
    assert "".join(write_blocks(items)) == (
        '<ul><li>a<ul><li>b<ol><li value="1">c</li></ol></li></ul></li><li>d</li></ul>'
        '<ol><li value="5">e</li></ol>'
    )
