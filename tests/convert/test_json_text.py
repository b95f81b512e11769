"""JSON is read strictly, and every problem has its position."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpusfmt.convert.json_positions import find_positions
from corpusfmt.convert.json_text import MAX_DEPTH, find_problems, read_json
from tests.convert.json_values import JSON_VALUES


@given(JSON_VALUES)
def test_json_comes_back(value: Any) -> None:
    assert read_json(json.dumps(value)) == (value, ())
    assert list(find_problems(json.dumps(value))) == []


@given(st.text('{}[]:,"\\ \n1aNé-.e', max_size=40))
def test_any_text_is_read_or_its_problem_has_a_position(text: str) -> None:
    value, problems = read_json(text)
    try:
        assert (value, bool(problems)) == (json.loads(text), False) or problems
    except ValueError:
        assert problems
    for problem in problems:
        assert 0 <= problem.span[0] <= problem.span[1] <= len(text) + 1
    find_positions(text, ["", "/a/0/b"])


REFUSED = [
    ("", "the file is empty", (0, 0)),
    (" \r\n\t", "the text is only whitespace", (0, 0)),
    ("{", "invalid JSON: expecting property name enclosed in double quotes", (1, 2)),
    ('{"a": 1} x', "invalid JSON: extra data", (9, 10)),
    ('["\t"]', "invalid JSON: invalid control character", (2, 3)),
    ('{"a": 1, "b": {"a": 1, "a": 2}}', 'duplicate property "a"', (23, 26)),
    ('{"\\u0061": 1, "a": 2}', 'duplicate property "a"', (14, 17)),
    ("[NaN]", "NaN is not a JSON value", (1, 4)),
    ("[1, -Infinity]", "-Infinity is not a JSON value", (4, 13)),
    ("[" + "1" * 601 + "]", "the number has 601 digits", (1, 602)),
    ("[1." + "1" * 600 + "]", "the number has 602 digits", (1, 603)),
    ("[1, -1e999999]", "the number -1e999999 is out of range", (4, 13)),
    ("[1" + "0" * 400 + ".0]", f"the number 1{'0' * 58}… is out of range", (1, 404)),
    ("[" * 101 + "]" * 101, None, ()),
    ("[" * 150, f"nested more than {MAX_DEPTH} deep", (MAX_DEPTH, MAX_DEPTH + 1)),
    ("[" * 5000, f"nested more than {MAX_DEPTH} deep", (MAX_DEPTH, MAX_DEPTH + 1)),
    ('{"a":' * 5000, f"nested more than {MAX_DEPTH} deep", (5 * MAX_DEPTH, 5 * MAX_DEPTH + 1)),
]


@pytest.mark.parametrize(("text", "message", "span"), REFUSED, ids=lambda value: str(value)[:20])
def test_a_problem_has_its_position(text: str, message: str | None, span: Any) -> None:
    value, problems = read_json(text)
    if message is None:  # it is read; the depth is reported if the schema finds problems
        assert value is not None
        [problem] = find_problems(text)
        assert problem.message == f"nested more than {MAX_DEPTH} deep"
    else:
        assert value is None
        [problem] = problems
        assert (problem.message, problem.span) == (message, span)


def test_all_problems_are_reported_at_once() -> None:
    text = '{"a": NaN, "a": ' + "9" * 700 + ', "b": Infinity}'
    assert [problem.message.split()[0] for problem in read_json(text)[1]] == [
        "NaN",
        "duplicate",
        "the",
        "Infinity",
    ]


@pytest.mark.parametrize(("text", "value"), [("2.0", 2), ("1e2", 100), ("-0.0", 0), ("2.5", 2.5)])
def test_a_whole_number_is_an_integer_however_written(text: str, value: float) -> None:
    read, _ = read_json(text)
    assert (type(read), read) == (type(value), value)
