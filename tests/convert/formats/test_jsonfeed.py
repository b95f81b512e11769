"""JSON Feed: what its definition requires, and nothing that it does not have."""

import json
from collections.abc import Iterable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from corpusfmt.convert.format import Options
from corpusfmt.convert.formats.jsonfeed import FORMAT
from corpusfmt.convert.writing import render
from corpusfmt.model.document import Document
from corpusfmt.syntax.normal_form import normalize_document
from corpusfmt.testing import documents
from tests.convert.whole import PLAIN, WHOLE

ITEM = {
    *("id", "url", "external_url", "title", "content_html", "content_text", "summary", "image"),
    *("banner_image", "date_published", "date_modified", "authors", "tags", "language"),
    "attachments",
}
"""The properties of an item in JSON Feed 1.1."""


def feed(articles: Iterable[Document], options: Options) -> dict[str, Any]:
    items = [render(document, "jsonfeed", options) for document in articles]
    found: dict[str, Any] = json.loads(b"".join(FORMAT.join(items, options)))
    assert found["version"] == "https://jsonfeed.org/version/1.1"
    assert found.keys() == {"version", "title", "items"}
    for item in found["items"]:
        assert isinstance(item["id"], str)
        assert isinstance(item["content_html"], str)
        assert {name for name in item if not name.startswith("_")} <= ITEM
        for author in item.get("authors", ()):
            assert {name for name in author if not name.startswith("_")} <= {"name", "url"}
    return found


def test_a_feed_has_its_items_in_their_order() -> None:
    found = feed([WHOLE, PLAIN, WHOLE], Options(feed_title='Coast "Post"'))
    assert found["title"] == 'Coast "Post"'
    assert [item["title"] for item in found["items"]] == [WHOLE["title"], "Title", WHOLE["title"]]
    whole, plain, _ = found["items"]
    assert whole["date_published"] == "2024-03-05T09:02:00+01:00"
    assert whole["_corpusfmt"] == {"subtitle": "After 40 years"}
    assert whole["authors"][0]["_corpusfmt"] == {"role": "Reporter"}
    assert plain.keys() == {"id", "title", "content_html"}
    assert plain["content_html"] == "<p>Words.</p>"


def test_a_day_is_not_a_date_published() -> None:
    document: Any = PLAIN | {"date": "2024-03-05", "updated": "2024-03-05T10:00"}
    [item] = feed([document], Options())["items"]
    assert item["_corpusfmt"] == {"date": "2024-03-05", "updated": "2024-03-05T10:00"}
    assert not item.keys() & {"date_published", "date_modified"}


@given(st.lists(documents(), min_size=1, max_size=3))
def test_every_article_is_an_item(articles: list[Document]) -> None:
    items = feed(articles, Options())["items"]
    normal = [normalize_document(document) for document in articles]
    assert [item.get("url") for item in items] == [one.get("url") for one in normal]
    assert [item["title"] for item in items] == [one["title"] for one in normal]


def test_without_articles_there_is_no_feed() -> None:
    assert list(FORMAT.join([], Options())) == []
