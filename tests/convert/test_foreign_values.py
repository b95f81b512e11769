"""Values of other programs that are not what was expected: an article can do without most."""

import json
from typing import Any

import pytest

from corpusfmt.convert.foreign_values import describe
from corpusfmt.convert.reading import read_documents
from tests.convert.importers.reading import read_rows

NEWS = {"title": "Ferry", "maintext": "It sailed.", "date_publish": None, "source_domain": "x"}


@pytest.mark.parametrize("value", [7, True, [], {}, [["x"]]])
@pytest.mark.parametrize("name", ["date_publish", "url", "date_modify"])
def test_a_value_that_an_article_can_do_without_is_only_a_warning(name: str, value: Any) -> None:
    documents, found = read_rows(NEWS | {name: value}, NEWS, kind="news-please")
    assert documents == [{"title": "Ferry", "body": ["It sailed."]}] * 2
    assert found == [f"1: warning: the value is {describe(value)}, and not kept (at /{name})"]


@pytest.mark.parametrize("name", ["title", "maintext"])
def test_without_a_title_or_a_text_there_is_no_article(name: str) -> None:
    documents, found = read_rows(NEWS | {name: {}}, NEWS, kind="news-please")
    assert documents == [{"title": "Ferry", "body": ["It sailed."]}]
    assert found == [f"1: error: the value is an object (at /{name})"]


@pytest.mark.parametrize("value", ["None", "NaT", "nan", "NaN", "null", " None "])
def test_what_python_writes_for_no_date_is_no_date(value: str) -> None:
    documents, found = read_rows(NEWS | {"date_modify": value}, kind="news-please")
    assert documents == [{"title": "Ferry", "body": ["It sailed."]}]
    assert found == []


def test_an_author_can_be_an_object_with_a_name() -> None:
    authors = ["Ada Brook", {"name": "Jon Falk", "url": 3}, 4]
    [document], found = read_rows(NEWS | {"authors": authors}, kind="news-please")
    assert document["byline"] == ["Ada Brook", "Jon Falk"]
    assert found == [
        "1: warning: the value is a number, and not kept (at /authors/1/url)",
        "1: warning: the value is a number, and not kept (at /authors/2)",
    ]


def test_a_caption_without_a_credit_is_not_kept() -> None:
    row = {"title": "Ferry", "text": "It sailed.", "caption": "The ship."}
    documents, found = read_rows(row, row | {"credit": "Reuters"}, kind="rows")
    assert [document.get("caption") for document in documents] == [None, "The ship."]
    assert found == ["1: warning: the caption is not kept, since there is no credit"]


def test_a_text_can_be_a_list_of_paragraphs() -> None:
    row = {"title": "Ferry", "text": ["It sailed.\nIt came.", "", "Back."], "intro": ["A.", "B."]}
    documents, found = read_rows(row, kind="rows")
    assert documents[0]["body"] == ["It sailed.", "It came.", "Back."]
    assert documents[0]["intro"] == ["A.", "B."]
    assert found == []
    assert read_rows(row | {"text": ["It sailed.", 3]}, kind="rows")[1] == [
        "1: error: the value is a number (at /text/1)"
    ]


@pytest.mark.parametrize(
    ("body", "intro", "left"),
    [
        (["A.", "B.", "C."], ["A.", "B."], ["C."]),
        (["A.", "C."], ["A.", "B."], ["A.", "C."]),
        (["A."], ["A."], ["A."]),
        (["C.", "A."], ["A."], ["C.", "A."]),
    ],
)
def test_an_intro_is_not_read_twice(body: list[str], intro: list[str], left: list[str]) -> None:
    [document], found = read_rows({"title": "T", "text": body, "intro": intro}, kind="rows")
    assert (document["intro"], document["body"], found) == (intro, left, [])


def test_an_intro_keeps_the_markup_of_the_text() -> None:
    row = {"title": "T", "text": "<p>It <b>sailed</b>.</p><p>So.</p>", "intro": "It sailed."}
    [result] = read_documents(json.dumps(row).encode(), "a.json", "rows")
    document: Any = result.document
    assert document["intro"][0][1] == {"type": "text", "text": "sailed", "strong": True}
    assert len(document["body"]) == 1


def test_a_line_that_is_no_object_is_named_for_what_it_is() -> None:
    documents, found = read_rows(NEWS, "x", 3, None, [], kind="news-please")
    assert len(documents) == 1
    assert found == [
        "2: error: a string is not an article",
        "3: error: a number is not an article",
        "4: error: null is not an article",
        "5: error: an array is not an article",
    ]
