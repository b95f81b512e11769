"""The features of a document, and where they are."""

from typing import Any

import pytest
from hypothesis import given

from corpusfmt.convert.features import FEATURES, find_dropped, is_instant, places
from corpusfmt.model.document import Document
from corpusfmt.syntax.normal_form import normalize_document
from corpusfmt.testing import documents
from tests.convert.stripping import strip
from tests.convert.whole import WHOLE


def value_at(document: Any, pointer: str) -> Any:
    value = document
    for step in pointer.split("/")[1:]:
        value = value[int(step)] if isinstance(value, list) else value[step]
    return value


def test_every_feature_has_a_place_in_a_document_that_has_all() -> None:
    local = WHOLE | {"date": "2020-02-04", "updated": "2020-02-05T15:30"}
    found = {feature for feature, _ in [*places(WHOLE), *places(local)]}
    assert found == set(FEATURES)


@given(documents())
def test_the_pointers_lead_to_values(document: Document) -> None:
    for feature, pointer in places(document):
        assert feature in FEATURES
        assert value_at(document, pointer) is not None


@given(documents())
def test_a_feature_that_is_removed_has_no_place(document: Document) -> None:
    normal = normalize_document(document)
    for feature in dict(places(normal)):
        stripped = strip(normal, feature)
        if (
            stripped is not None
            and feature not in ("title", "heading.level")
            and "url" not in feature
        ):
            assert feature not in dict(places(stripped))


def test_what_is_dropped_is_found_where_it_is_first() -> None:
    body = [
        {"type": "paragraph", "content": [{"type": "text", "text": "a"}]},
        {"type": "quote", "content": [{"type": "text", "text": "b", "strong": True}]},
        {"type": "quote", "content": [{"type": "text", "text": "c"}]},
    ]
    document: Any = {"corpusfmt": "1.0", "title": "T", "body": body}
    assert find_dropped(document, ["quote", "strong", "em"]) == {
        "quote": "/body/1",
        "strong": "/body/1/content/0/strong",
    }
    assert find_dropped(document, []) == {}


@pytest.mark.parametrize(
    ("date", "instant"),
    [
        ("2020-02-04", False),
        ("2020-02-04T15:30", False),
        ("2020-02-04T15:30:01.5", False),
        ("2020-02-04T15:30Z", True),
        ("2020-02-04T15:30:01+03:00", True),
        ("2020-02-04T15:30-11:00", True),
    ],
)
def test_an_instant_has_a_time_and_an_offset(date: str, instant: bool) -> None:
    assert is_instant(date) is instant
