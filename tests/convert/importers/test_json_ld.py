"""JSON-LD as sites write it: graphs, pages with an article, references, prefixes, typed values."""

import json
from typing import Any

import pytest

from corpusfmt import read_foreign
from corpusfmt.convert.guessing import guess_kind
from tests.convert.importers.reading import read_file, read_rows

ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Ferry",
    "author": "Ada Brook",
    "datePublished": "2024-03-05",
    "articleBody": "It sailed.\n\nIt came back.",
}
EXPECTED = {
    "title": "Ferry",
    "byline": ["Ada Brook"],
    "date": "2024-03-05",
    "body": ["It sailed.", "It came back."],
}
CRUMBS = {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": []}


def renamed(prefix: str) -> dict[str, Any]:
    names = {name: name if name == "@type" else prefix + name for name in ARTICLE}
    return {names[name]: value for name, value in ARTICLE.items()}


FORMS: dict[str, object] = {
    "an array with other nodes": [CRUMBS, ARTICLE],
    "a page": {"@type": "WebPage", "name": "Ferry | Post", "mainEntity": ARTICLE},
    "a page in a graph": {"@graph": [CRUMBS, {"@type": "WebPage", "mainEntity": ARTICLE}]},
    "an author elsewhere in the graph": {
        "@graph": [
            {"@type": "Person", "@id": "#ada", "name": "Ada Brook"},
            ARTICLE | {"author": {"@id": "#ada"}},
        ]
    },
    "an array of names": ARTICLE | {"author": {"@type": "Person", "name": ["Ada Brook"]}},
    "a prefix": renamed("schema:") | {"@type": "schema:NewsArticle"},
    "whole names": renamed("http://schema.org/") | {"@type": ["http://schema.org/NewsArticle"]},
    "typed values": ARTICLE
    | {
        "headline": {"@value": "Ferry", "@language": "en"},
        "datePublished": [{"@type": "Date", "@value": "2024-03-05"}],
    },
}


@pytest.mark.parametrize("value", FORMS.values(), ids=FORMS)
def test_an_article_is_read_in_every_form(value: object) -> None:
    text = json.dumps(value)
    assert read_file(text, "json-ld") == ([EXPECTED], [])
    assert guess_kind(text.encode(), "a.json") == "json-ld"


def test_a_node_of_another_type_is_not_an_article() -> None:
    recipe = ARTICLE | {"@type": "Recipe"}
    documents, found = read_rows(ARTICLE, recipe, ARTICLE, kind="json-ld")
    assert documents == [EXPECTED, EXPECTED]
    assert found == ["2: error: the type is “Recipe” (at /@type)"]
    assert read_file(json.dumps([CRUMBS]), "json-ld")[0] == []


def test_all_articles_of_a_graph_are_read() -> None:
    second = ARTICLE | {"headline": "Second", "author": {"@id": "#ada"}, "datePublished": "soon"}
    ada = {"@type": "Person", "@id": "#ada", "name": "Ada Brook"}
    documents, found = read_file(json.dumps({"@graph": [ARTICLE, ada, second]}), "json-ld")
    assert [document["title"] for document in documents] == ["Ferry", "Second"]
    assert [document["byline"] for document in documents] == [["Ada Brook"]] * 2
    assert found == ["1: warning: the date “soon” is not read (at /@graph/2/datePublished)"]


def test_more_articles_of_a_graph_on_a_line_are_reported() -> None:
    documents, found = read_rows({"@graph": [ARTICLE, CRUMBS, ARTICLE]}, ARTICLE, kind="json-ld")
    assert documents == [EXPECTED, EXPECTED]
    assert found == ["1: warning: 1 more of the graph not read (at /@graph/2)"]


def test_authors_are_named_in_several_ways() -> None:
    authors = ["Ada Brook", {"name": "Jon Falk", "url": "https://a.example/jon"}, {"url": ["x"]}]
    [document], found = read_rows(ARTICLE | {"author": authors}, kind="json-ld")
    assert (document["byline"], found) == (["Ada Brook", "Jon Falk"], [])


def test_all_articles_of_a_graph_in_memory_are_read() -> None:
    graph = {"@graph": [ARTICLE, CRUMBS, ARTICLE | {"headline": "Second"}]}
    assert [one.title for one in read_foreign(graph, "json-ld")] == ["Ferry", "Second"]


def test_the_picture_that_represents_the_page_has_caption_and_credit() -> None:
    logo = {"@type": "ImageObject", "url": "logo.png", "creditText": "Merrow Post"}
    lead = {"@type": "ImageObject", "representativeOfPage": True, "creditText": "Ada Brook / AP"}
    [document], found = read_rows(ARTICLE | {"image": [logo, lead]}, kind="json-ld")
    assert (document["credit"], "caption" in document, found) == ("Ada Brook / AP", False, [])
    lead |= {"representativeOfPage": "https://schema.org/True", "caption": "The ferry"}
    [document], found = read_rows(ARTICLE | {"image": lead}, kind="json-ld")
    assert (document["caption"], document["credit"]) == ("The ferry", "Ada Brook / AP")
    [document], found = read_rows(ARTICLE | {"image": logo}, kind="json-ld")
    assert ("credit" in document, found) == (False, [])
