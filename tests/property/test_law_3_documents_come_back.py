"""Law 3: a valid document comes back from its text, any other is an error with a pointer."""

from typing import Any, cast

import pytest
from hypothesis import given, settings

from corpusfmt import Article, format, parse, serialize
from corpusfmt.api.articles import serialize_document
from corpusfmt.errors import InvalidDocumentError
from corpusfmt.model.document import Document
from corpusfmt.syntax.normal_form import normalize_document
from corpusfmt.testing import articles, documents
from corpusfmt.validation.validator import is_valid
from tests.budget import READING_EXAMPLES
from tests.property.laws import assert_looks_canonical


@given(documents())
@settings(max_examples=READING_EXAMPLES)
def test_documents_come_back(document: Document) -> None:
    """As documents and as articles; to draw a document takes most of the time."""
    normal = normalize_document(document)
    assert is_valid(normal)
    assert normalize_document(normal) == normal

    text = serialize_document(document)
    assert parse(text).to_document() == normal
    assert format(text) == text
    assert_looks_canonical(text)

    article = Article.from_document(document)
    assert serialize(article) == text
    assert parse(text) == Article.from_document(normal)


@given(articles())
@settings(max_examples=settings().max_examples // 5)
def test_articles_come_back(article: Article) -> None:
    normal = normalize_document(cast("Document", article.to_document()))
    assert parse(serialize(article)) == Article.from_document(normal)


TEXT = [{"type": "text", "text": "x"}]
FLAWS: list[tuple[dict[str, Any], list[str]]] = [
    ({"date": "2021-02-30"}, ["/date"]),
    ({"date": "1900-02-29T10:00Z"}, ["/date"]),
    ({"updated": "0000-01-01"}, ["/updated"]),
    ({"title": "a\ud800"}, ["/title"]),
    ({"title": "a\nb"}, ["/title"]),
    ({"title": " a"}, ["/title"]),
    ({"byline": [{"name": "A"}, {"name": "B", "url": "\udfff"}]}, ["/byline/1/url"]),
    ({"intro": [[{"type": "text", "text": "\udc80", "em": True}]]}, ["/intro/0/0/text"]),
    ({"url": "https://example.org/a b"}, ["/url"]),
    ({"body": []}, ["/body"]),
    ({"body": [{"type": "item", "content": TEXT, "depth": 1}]}, ["/body/0/depth"]),
    (
        {
            "body": [
                {"type": "item", "content": TEXT},
                {"type": "item", "content": TEXT, "depth": 2},
            ]
        },
        ["/body/1/depth"],
    ),
    ({"body": [{"type": "item", "content": TEXT, "marker": "—"}]}, ["/body/0/marker"]),
    ({"body": [{"type": "paragraph", "content": [{"type": "break"}]}]}, ["/body/0/content"]),
    ({"body": [{"type": "image", "url": "#", "caption": "x"}]}, ["/body/0/caption"]),
]


@given(documents())
@settings(max_examples=settings().max_examples // 5)
def test_a_document_with_a_flaw_is_refused_with_its_pointer(document: Document) -> None:
    for part, pointers in FLAWS:
        with pytest.raises(InvalidDocumentError) as refusal:
            serialize_document({**document, **part})
        assert [problem.pointer for problem in refusal.value.problems] == pointers
