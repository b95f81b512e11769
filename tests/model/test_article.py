"""Articles: documents come back from them unchanged, and what they cannot hold has an address."""

import copy
import dataclasses
import pickle
import re
from typing import Any

import pytest

from corpusfmt.model.article import (
    Article,
    Author,
    Break,
    Heading,
    Image,
    Item,
    Link,
    Paragraph,
    Quote,
    Related,
    RelatedLink,
    Separator,
    Source,
    Text,
)
from tests.document_cases import NAMED, RICH, VALID


@pytest.mark.parametrize(
    ("name", "document"), [*VALID, ("rich", RICH)], ids=[*(name for name, _ in VALID), "rich"]
)
def test_documents_come_back(name: str, document: Any) -> None:
    untouched = copy.deepcopy(document)
    assert Article.from_document(document).to_document() == document == untouched


def test_an_article_has_every_part_of_its_document() -> None:
    article = Article.from_document(RICH)
    assert all(getattr(article, field.name) for field in dataclasses.fields(article))
    assert article.byline[1] == Author("A, B and C", "")
    assert article.intro[1] == (Text("Two."), Break(), Link("#", (Text("here"),)))
    assert {type(block) for block in article.body} == {
        Paragraph,
        Heading,
        Related,
        Item,
        Quote,
        Image,
        Separator,
    }


def test_a_document_is_written_in_the_order_of_the_text() -> None:
    names = "corpusfmt title subtitle byline date updated intro caption credit body url source"
    document = Article.from_document(dict(reversed(RICH.items()))).to_document()
    assert list(document) == names.split()


def test_what_an_article_lacks_is_not_in_its_document() -> None:
    assert Article().to_document() == {"corpusfmt": "1.0"}
    item = Item((Text("x"),), number=0)
    assert Article("T", (item,)).to_document()["body"] == [
        {"type": "item", "number": 0, "content": [{"type": "text", "text": "x"}]}
    ]


def test_empty_text_is_not_absent_text() -> None:
    blocks = [
        {"type": "related", "label": "", "links": [{"title": "x", "url": ""}]},
        {"type": "image", "url": ""},
    ]
    article = Article.from_document({"body": blocks})
    assert article.body == (Related("", (RelatedLink("x", ""),)), Image(""))
    assert article.to_document() == {"corpusfmt": "1.0", "body": blocks}


def test_a_lenient_reading_may_lack_a_title_and_a_body() -> None:
    assert Article.from_document({}) == Article(title=None, body=())
    assert Article.from_document({"credit": "TASS"}).to_document() == {
        "corpusfmt": "1.0",
        "credit": "TASS",
    }


def test_whole_numbers_are_whole_however_they_are_written() -> None:
    article = Article.from_document({"source": {"line": 2.0}})
    assert article.source == Source(line=2)
    assert type(article.source.line) is int


def test_articles_are_values() -> None:
    article = Article.from_document(RICH)
    assert hash(article) == hash(Article.from_document(RICH))
    assert pickle.loads(pickle.dumps(article)) == article
    with pytest.raises(dataclasses.FrozenInstanceError):
        article.title = "other"  # type: ignore[misc]


PARAGRAPH = NAMED["the least a document holds"]["body"][0]


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ({"headline": "x"}, "document: unknown property 'headline'"),
        ({"head\x07": "x"}, r"document: unknown property 'head\x07'"),
        ({"title": None}, "/title: expected text"),
        ({"body": "x"}, "/body: expected a list"),
        ({"body": [PARAGRAPH, "x"]}, "/body/1: expected an object"),
        (
            {"body": [{}]},
            "/body/0/type: expected one of paragraph, heading, related, item, quote, image, "
            "separator",
        ),
        ({"body": [{"type": ["x"]}]}, "/body/0/type: expected one of paragraph, "),
        ({"body": [{"type": "heading", "level": 2}]}, "/body/0: 'content' is missing"),
        ({"body": [{**PARAGRAPH, "level": 2}]}, "/body/0: unknown property 'level'"),
        (
            {"body": [{"type": "heading", "level": True, "content": []}]},
            "/body/0/level: expected a whole number",
        ),
        (
            {"body": [{"type": "heading", "level": 2.5, "content": []}]},
            "/body/0/level: expected a whole number",
        ),
        (
            {"intro": [[{"type": "text", "text": "x", "strong": 1}]]},
            "/intro/0/0/strong: expected true or false",
        ),
        (
            {"intro": [[{"type": "link", "url": "#", "content": [{"type": "break"}]}]]},
            "/intro/0/0/content/0/type: expected one of text",
        ),
        ({"byline": [{"url": "#"}]}, "/byline/0: 'name' is missing"),
        ({"source": {"line": "1"}}, "/source/line: expected a whole number"),
    ],
)
def test_a_shape_no_article_has_is_named_with_its_pointer(document: Any, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(message)}"):
        Article.from_document(document)
