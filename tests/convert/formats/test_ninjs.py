"""ninjs: valid against the schema of the IPTC, with no time that the article does not have."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # has no types

from corpusfmt.convert.writing import render
from corpusfmt.model.document import Document
from corpusfmt.testing import documents
from tests.convert.whole import PLAIN, WHOLE

SCHEMA = json.loads(
    (Path(__file__).parents[1] / "definitions" / "ninjs-schema_3.1.json").read_text("utf-8")
)
_DATE_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:([!#$&-;=?-Z_a-z~@]|%[0-9A-Fa-f]{2})+")


def news_object(document: Document) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(render(document, "ninjs"))
    Draft202012Validator(SCHEMA).validate(found)
    for name, value in named_values(found):
        if name in ("uri", "href", "schema"):
            assert _URI.fullmatch(value), value
        elif name in ("firstCreated", "versionCreated"):
            assert _DATE_TIME.fullmatch(value), value
    return found


def named_values(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        yield from value.items()
        value = list(value.values())
    if isinstance(value, list):
        for member in value:
            yield from named_values(member)


def test_the_whole_article_is_valid() -> None:
    found = news_object(WHOLE)
    assert found["firstCreated"] == "2024-03-05T09:02:00+01:00"
    assert found["versionCreated"] == "2024-03-06T10:00:30Z"
    assert found["by"] == "Mara Lindqvist (Reporter), Reuters"
    assert found["renditions"][0]["href"] == "https://coast.example/2024/lamp?x=1&y=2"
    assert found["associations"][0]["by"] == "Ida Berg / Museum"
    assert "<blockquote><p>So dark.</p></blockquote>" in found["bodies"][0]["value"]


@given(documents())
def test_every_article_is_valid(document: Document) -> None:
    news_object(document)


@pytest.mark.parametrize("date", ["2024-03-05", "2024-03-05T09:02", "2024-03-05T09:02:30.5"])
def test_no_time_or_offset_is_invented(date: str) -> None:
    found = news_object(PLAIN | {"date": date, "updated": date})
    assert not found.keys() & {"firstCreated", "versionCreated", "contentCreated"}
    assert date[:10] not in json.dumps(found)


@pytest.mark.parametrize("url", ["example.org/x", "https://example.org/ä", "https://x.example/[a]"])
def test_a_url_that_is_not_an_absolute_uri_is_an_alternative_identifier(url: str) -> None:
    found = news_object(PLAIN | {"url": url})
    assert found["altIds"] == [{"role": "url", "value": url}]
    assert "renditions" not in found


def test_an_object_that_is_not_valid_is_found() -> None:
    assert not Draft202012Validator(SCHEMA).is_valid({"uri": "urn:x:y", "type": "story"})
    assert not Draft202012Validator(SCHEMA).is_valid({"uri": "urn:x:y", "headline": "x"})
