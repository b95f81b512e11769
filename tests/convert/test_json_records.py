"""The records of JSON files, and which texts are JSON Lines although a line is not valid."""

import json

import pytest

from corpusfmt.convert.guessing import guess_kind
from corpusfmt.convert.json_records import first_record, first_records, records_of
from corpusfmt.convert.kinds import are_rows, kind_of_data
from tests.convert.importers.reading import read_file

NEWS = {"title": "Ferry", "maintext": "It sailed.", "date_publish": None, "source_domain": "x"}
ROW = json.dumps(NEWS)
BROKEN = ['{"title": "Cut', '{"a": 1, "a": 2}', '{"title": }', '{"n": ' + "9" * 5000 + "}", "{}{}"]


@pytest.mark.parametrize("first", BROKEN)
def test_a_first_line_that_is_invalid_is_one_problem_of_that_line(first: str) -> None:
    text = f"{first}\n\n{ROW}\n{ROW}\n"
    documents, found = read_file(text, "news-please")
    assert len(documents) == 2
    assert {one.partition(": ")[0] for one in found} == {"1"}
    assert kind_of_data(text.encode()) == "jsonl"
    assert guess_kind(text.encode(), "a.jsonl") == "news-please"


def test_objects_of_two_lines_are_rows_if_nothing_is_open_between_them() -> None:
    assert are_rows(b'{"a": 1', b'  \r\n{"b"')
    for first in (b'{"a":', b'{"a": [', b"{", b'{"a": 1,', b"[{}", b'"a"'):
        assert not are_rows(first, b'{"b": 2}')
    assert not are_rows(b"{}", b"")


def test_json_over_several_lines_is_not_json_lines() -> None:
    text = json.dumps([NEWS, NEWS], indent=1)
    assert first_record(text) == NEWS
    assert len(read_file(text, "news-please")[0]) == 2


def test_a_record_of_elasticsearch_is_the_one_that_it_wraps() -> None:
    wrapped = {"_index": "news", "_id": "1", "_source": NEWS}
    assert records_of(wrapped) == [("/_source", NEWS)]
    assert records_of([NEWS, wrapped]) == [("/0", NEWS), ("/1/_source", NEWS)]
    assert read_file(json.dumps(wrapped) + "\n" + ROW, "news-please")[1] == []
    broken = wrapped | {"_source": NEWS | {"title": 3}}
    [problem] = read_file(json.dumps(broken), "news-please")[1]
    assert problem.endswith("(at /_source/title)")
    assert guess_kind(json.dumps(wrapped).encode(), "a.json") == "news-please"


def test_a_few_records_are_looked_at() -> None:
    assert first_records("") == []
    assert first_records(ROW) == [NEWS]
    assert len(first_records(json.dumps([NEWS] * 100))) == 20


@pytest.mark.parametrize("number", ["NaN", "-Infinity", "1e999", "9" * 5000])
def test_numbers_that_only_python_writes_lose_no_article(number: str) -> None:
    text = f'{ROW[:-1]}, "score": {number}, "date_modify": {number}}}'
    for data in (text, f"{text}\n{ROW}\n", f"{ROW}\n{text}\n", f"[{text}]"):
        documents, found = read_file(data, "news-please")
        assert len(documents) == (2 if data.count("title") == 2 else 1)
        assert all("warning: the value is a number, and not kept" in one for one in found)
        assert guess_kind(data.encode(), "a.json") == "news-please"
    assert first_record(text) is not None
    assert read_file(f'{{"title": {number}}}', "news-please")[0] == []


def test_records_can_be_the_values_of_an_object() -> None:
    assert records_of({"a/b": NEWS, "2": NEWS}) == [("/a~1b", NEWS), ("/2", NEWS)]
    assert len(read_file(json.dumps({"1": NEWS, "2": NEWS}), "news-please")[0]) == 2
    assert guess_kind(json.dumps({"1": NEWS}).encode(), "a.json") == "news-please"


def test_records_can_be_the_results_of_a_service() -> None:
    results = {"status": "ok", "totalResults": 2, "articles": [NEWS, NEWS]}
    assert records_of(results) == [("/articles/0", NEWS), ("/articles/1", NEWS)]
    for other in (
        results | {"page": {}},
        results | {"docs": [NEWS]},
        {"headline": "x", "author": [{"name": "Ada"}]},
        {"status": "ok", "articles": []},
    ):
        assert records_of(other) == [("", other)]
