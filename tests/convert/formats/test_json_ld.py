"""JSON-LD: every property is one of its type in schema.org, and takes a value of that type."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from corpusfmt.convert.writing import render
from corpusfmt.model.document import Document
from corpusfmt.testing import documents
from tests.convert.whole import PLAIN, WHOLE

VOCABULARY = json.loads(
    (Path(__file__).parents[1] / "definitions" / "schemaorg-30.json").read_text("utf-8")
)
_PRIMITIVE = {str: {"Text", "URL", "Date", "DateTime"}, bool: {"Boolean"}}


def article(document: Document) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(render(document, "json-ld"))
    assert found.pop("@context") == "https://schema.org"
    assert found["@type"] == "NewsArticle"
    return found


def ranges(kind: str, name: str) -> set[str]:
    """Return the types that a property takes; none if the type does not have it."""
    for ancestor in VOCABULARY["types"][kind]:
        taken = VOCABULARY["properties"][ancestor].get(name)
        if taken is not None:
            return set(taken)
    return set()


def assert_is_in_vocabulary(node: dict[str, Any], kinds: set[str]) -> None:
    """An object without a type has a property of at least one type that is taken there."""
    own = {node["@type"]} if "@type" in node else kinds
    assert own & kinds
    for name, value in node.items():
        if name == "@type":
            continue
        taken = set[str]().union(*(ranges(kind, name) for kind in own))
        assert taken, f"{own} has no property {name}"
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                assert_is_in_vocabulary(one, taken)
            else:
                assert _PRIMITIVE[type(one)] & taken, f"{name} takes {taken}"


def test_the_whole_article_is_in_the_vocabulary() -> None:
    found = article(WHOLE)
    assert_is_in_vocabulary(found, {"NewsArticle"})
    assert found["author"] == [
        {
            "@type": "Person",
            "name": "Mara Lindqvist",
            "url": "https://coast.example/mara",
            "description": "Reporter",
        },
        {"@type": "Organization", "name": "Reuters"},
    ]
    assert found["datePublished"] == "2024-03-05T09:02+01:00"
    assert found["image"][0] == {
        "@type": "ImageObject",
        "representativeOfPage": True,
        "caption": "The lamp",
        "creditText": "Ida Berg / Museum",
    }


@given(documents())
def test_every_article_is_in_the_vocabulary(document: Document) -> None:
    assert_is_in_vocabulary(article(document), {"NewsArticle"})


def test_what_is_absent_has_no_property() -> None:
    assert article(PLAIN) == {"@type": "NewsArticle", "headline": "Title", "articleBody": "Words."}
    assert "articleBody" not in article(PLAIN | {"body": [{"type": "separator"}]})


@pytest.mark.parametrize(
    ("name", "kind"), [("Mara Lindqvist", "Person"), ("AFP", "Organization"), ("Staff", None)]
)
def test_the_type_of_an_author_is_known_or_absent(name: str, kind: str | None) -> None:
    [author] = article(PLAIN | {"byline": [{"name": name}]})["author"]
    assert author.get("@type") == kind


def test_a_property_that_schema_org_does_not_have_is_found() -> None:
    with pytest.raises(AssertionError, match="has no property titel"):
        assert_is_in_vocabulary({"@type": "NewsArticle", "titel": "x"}, {"NewsArticle"})
    with pytest.raises(AssertionError, match="image takes"):
        assert_is_in_vocabulary({"@type": "NewsArticle", "image": True}, {"NewsArticle"})
