"""The validator: two engines and one answer, and words for all that is wrong."""

import copy
import json
import math
import re
import subprocess
import sys
import types
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpusfmt.model.article import Article
from corpusfmt.syntax.resources import schema_text
from corpusfmt.validation.validator import Problem, is_valid, problems
from tests.budget import LONG
from tests.document_cases import CASES, NAMED, RICH, SCHEMA_ALSO, Case
from tests.for_each import for_each

SCHEMA = json.loads(schema_text())
BULK = jsonschema_rs.Draft202012Validator(SCHEMA)
REFERENCE = jsonschema.Draft202012Validator(SCHEMA)
LEAST = NAMED["the least a document holds"]


def change(**parts: Any) -> dict[str, Any]:
    return {**LEAST, **parts}


def texts(*strings: str) -> dict[str, Any]:
    return change(
        body=[
            {"type": "paragraph", "content": [{"type": "text", "text": text}]} for text in strings
        ]
    )


def resolve(document: Any, pointer: str) -> Any:
    """Return the value at a pointer (RFC 6901)."""
    assert pointer == "" or pointer.startswith("/")
    for token in pointer.split("/")[1:]:
        name = token.replace("~1", "/").replace("~0", "~")
        document = document[int(name)] if isinstance(document, list) else document[name]
    return document


def assert_well_worded(document: Any, found: tuple[Problem, ...]) -> None:
    for problem in found:
        resolve(document, problem.pointer)
        assert problem.message.isprintable()
        assert problem.expected is None or problem.expected.isprintable()
        assert len(problem.message) < 200
        assert "does not satisfy" not in problem.message, (
            "every keyword of the schema has words of its own"
        )
    assert len(set(found)) == len(found)


# --- the conformance data
#


every_case = for_each({case[0]: case for case in CASES})


@every_case
def test_all_faults_are_found_in_the_order_of_the_document(case: Case) -> None:
    _, document, pointers = case
    found = problems(document)
    assert list(dict.fromkeys(problem.pointer for problem in found)) == pointers
    assert is_valid(document) is (not pointers)
    assert_well_worded(document, found)


@every_case
def test_the_two_validators_agree_on_the_data(case: Case) -> None:
    name, document, _ = case
    if "surrogate" not in name:  # jsonschema_rs cannot be asked
        assert BULK.is_valid(document) is REFERENCE.is_valid(document)


@pytest.mark.parametrize("name", SCHEMA_ALSO)
def test_the_data_say_what_only_a_plain_validator_of_the_schema_names(name: str) -> None:
    ours = {problem.pointer for problem in problems(NAMED[name])}
    errors = REFERENCE.iter_errors(NAMED[name])
    plain = {"".join(f"/{step}" for step in error.absolute_path) for error in errors}
    assert plain - ours == set(SCHEMA_ALSO[name])


# --- mutations
#

ODD_STRINGS = [
    "",
    " ",
    "x ",
    "\u3000x",
    "x\n",
    "a\x07b",
    "\ufeff",
    "2020-02-30",
    "2020-02-04T09:02Z",
    "#",
    "<a>",
    "1.0",
]
ODD_STRINGS += [
    "paragraph",
    "heading",
    "item",
    "separator",
    "text",
    "link",
    "break",
    "\x85",
    "0" * 64,
    "é" * 70,
]
ODD_NUMBERS = [
    True,
    False,
    None,
    0,
    1,
    1.0,
    -1,
    2.5,
    6,
    20,
    21,
    999999999,
    10**9,
    2.0**53,
    2**53,
    2**64,
    10**30,
    1e300,
]
NAMES = [
    *sorted(set(re.findall(r'"(\w+)": \{\n', schema_text()))),
    "headline",
    "Type",
    "a/b~c",
    "\x1b[0m",
    "",
]


def inside(value: Any) -> list[tuple[Any, ...]]:
    """Return the paths to all values within the value, its own first."""
    members = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    return [(), *((key, *path) for key, member in members for path in inside(member))]


PIECES = [resolve(RICH, "".join(f"/{step}" for step in path)) for path in inside(RICH)]
SCALARS = (
    st.sampled_from(ODD_STRINGS + ODD_NUMBERS)
    | st.text(max_size=5).filter(str.isprintable)
    | st.integers()
)
VALUES = (
    st.sampled_from(PIECES)
    | SCALARS
    | st.recursive(
        SCALARS,
        lambda v: st.lists(v, max_size=3) | st.dictionaries(st.sampled_from(NAMES), v, max_size=3),
    )
)


def likes(value: Any) -> st.SearchStrategy[Any]:
    """Return replacements of a value: changed text, other numbers, some of its members."""
    if isinstance(value, str):
        return st.sampled_from(
            [
                *ODD_STRINGS,
                *(value + odd for odd in ODD_STRINGS),
                *(odd + value for odd in ODD_STRINGS),
            ]
        )
    if isinstance(value, (bool, int, float)) or value is None:
        return st.sampled_from(ODD_NUMBERS)
    if isinstance(value, list):
        return st.permutations(value) | st.just(value[1:]) | st.just(value * 2)
    return st.sampled_from([piece for piece in PIECES if isinstance(piece, dict)])


@st.composite
def mutated(draw: st.DrawFn) -> Any:
    """Return the rich document with one to three values changed, deleted or inserted."""
    document = copy.deepcopy(RICH)
    for _ in range(draw(st.integers(1, 3))):
        *parents, key = draw(st.sampled_from(inside(document)[1:]))
        parent = document
        for step in parents:
            parent = parent[step]
        action = draw(
            st.sampled_from(["change", "change", "change", "replace", "delete", "insert"])
        )
        if action == "delete":
            del parent[key]
        elif action == "change":
            parent[key] = copy.deepcopy(draw(likes(parent[key])))
        elif action == "replace":
            parent[key] = copy.deepcopy(draw(VALUES))
        elif isinstance(parent, list):
            parent.insert(key, copy.deepcopy(draw(VALUES)))
        else:
            parent[draw(st.sampled_from(NAMES))] = copy.deepcopy(draw(VALUES))
    return document


@given(mutated())
def test_the_two_validators_agree_on_mutations(document: Any) -> None:
    assert BULK.is_valid(document) is REFERENCE.is_valid(document)


@given(mutated())
def test_problems_are_there_exactly_where_a_document_is_not_valid(document: Any) -> None:
    found = problems(document)
    assert is_valid(document) is (not found)
    assert_well_worded(document, found)


@given(mutated())
def test_valid_documents_are_articles(document: Any) -> None:
    if is_valid(document):
        assert Article.from_document(document).to_document() == document


@given(VALUES | st.floats() | st.text() | st.binary() | st.characters(categories=["Cs"]))
def test_no_value_is_too_strange(value: Any) -> None:
    for document in (value, change(title=value), change(body=[value]), change(extra=value)):
        assert is_valid(document) is (not problems(document))


# --- the words
#


@pytest.mark.parametrize(
    ("document", "message", "expected"),
    [
        (NAMED["no title"], "'title' is missing", "the headline, such as `Turkey Says"),
        (
            change(headline="x"),
            "unknown property 'headline'",
            "no property other than 'corpusfmt', 'title', ",
        ),
        (
            change(byline=[{"name": "A", "href": "#"}]),
            "unknown property 'href' (did you mean 'url'?)",
            "no property",
        ),
        (
            change(subtitel="x"),
            "unknown property 'subtitel' (did you mean 'subtitle'?)",
            "no property",
        ),
        (change(**{"\x1b[31m": "x"}), r"unknown property '\u001b[31m'", "no property"),
        (change(corpusfmt="2.0"), "corpusfmt is '2.0'", "'1.0'"),
        (change(title=5), "title is 5", "a string"),
        (change(title=True), "title is true", "a string"),
        (change(title={"a": 1}), "title is an object", "a string"),
        (change(title=""), "title is empty", "one character or more"),
        (
            change(title=" x"),
            "title has white space at its start",
            "text without white space at its ends",
        ),
        (
            change(title="x "),
            "title has white space at its end",
            "text without white space at its ends",
        ),
        (
            change(title="\u3000 "),
            "title contains only white space",
            "text with a visible character",
        ),
        (
            texts("0123456789 \x07"),
            "text contains a control character U+0007 at character 12",
            None,
        ),
        (texts("a\nb"), "text contains a line break U+000A at character 2", None),
        (texts("\ufeffb"), "text contains a byte order mark U+FEFF at character 1", None),
        (texts("ab\udc80"), "text contains a lone surrogate U+DC80 at character 3", None),
        (change(url="a b"), "url contains white space U+0020 at character 2", None),
        (change(url="<a>"), "url contains an angle bracket U+003C at character 1", None),
        (
            change(date="Feb. 4, 2020"),
            "date 'Feb. 4, 2020' is not a date",
            "YYYY-MM-DD, or with the time",
        ),
        (
            change(date="2020-02-30"),
            "date '2020-02-30' is not a day of the calendar",
            "a day from 01 to 29",
        ),
        (
            change(date="2019-02-29"),
            "date '2019-02-29' is not a day of the calendar",
            "a day from 01 to 28",
        ),
        (
            change(date="0000-01-01"),
            "date '0000-01-01' is not a day of the calendar",
            "a year from 0001 to 9999",
        ),
        (change(date="x" * 99), f"date '{'x' * 59}…' is not a date", "YYYY-MM-DD"),
        (change(caption="x"), "caption is given without 'credit'", "a 'credit', or no 'caption'"),
        (change(byline=[]), "byline is empty", "one element or more"),
        (change(byline=["A"]), "author is a string", "an object"),
        (change(source={}), "source is empty", "one property or more"),
        (
            change(source={"sha256": "x"}),
            "sha256 'x' is not a SHA-256 checksum",
            "64 hexadecimal digits",
        ),
        (
            change(intro=[[{"type": "break"}]]),
            "paragraph contains no visible character",
            "text with a visible character",
        ),
        (
            change(body=[{"type": "para"}]),
            "type 'para' is unknown (did you mean 'paragraph'?)",
            "one of 'para",
        ),
        (
            change(body=[{"type": "blockquote"}]),
            "type 'blockquote' is unknown (did you mean 'quote'?)",
            "one",
        ),
        (
            change(body=[{"type": 1}]),
            "type is 1",
            "one of 'paragraph', 'heading', 'related', 'item', ",
        ),
        (NAMED["heading: level 7"], "level is 7", "a whole number from 2 to 6"),
        (NAMED["heading: level 2.5"], "level is 2.5", "a whole number from 2 to 6"),
        (NAMED["text: strong false"], "strong is false", "true, or no such property"),
        (NAMED["text: strong 1"], "strong is 1", "true, or no such property"),
        (
            NAMED["item: two deeper at once"],
            "depth is 2, but the preceding item has 0",
            "at most 1",
        ),
        (NAMED["item: deep at the start"], "depth is 1, but no item precedes it", "no 'depth'"),
    ],
)
def test_the_message_states_the_fact_and_what_was_expected(
    document: Any, message: str, expected: str | None
) -> None:
    (problem,) = problems(document)
    assert problem.message == message
    assert problem.expected == expected or (
        expected and problem.expected and problem.expected.startswith(expected)
    )


def test_a_problem_is_reported_once() -> None:
    assert (
        len(
            problems(
                change(
                    body=[
                        {"type": "heading", "level": 100.5, "content": LEAST["body"][0]["content"]}
                    ]
                )
            )
        )
        == 1
    )
    assert (
        len(
            problems(
                change(body=[{"type": "paragraph", "content": [{"type": "text", "text": ""}]}])
            )
        )
        == 1
    )


def test_a_list_of_nodes_that_are_no_nodes_is_not_said_to_be_invisible() -> None:
    (problem,) = problems(change(body=[{"type": "paragraph", "content": [5]}]))
    assert problem.message == "node is 5"


def test_a_wrong_depth_does_not_accuse_the_items_after_it() -> None:
    content = LEAST["body"][0]["content"]
    body = [{"type": "item", "content": content, "depth": depth} for depth in ("x", 7, 8, 3)]
    assert [problem.pointer for problem in problems(change(body=body))] == ["/body/0/depth"]


# --- what JSON cannot hold
#


def nested(depth: int) -> list[Any]:
    value: list[Any] = []
    for _ in range(depth):
        value = [value]
    return value


def cycle() -> list[Any]:
    value: list[Any] = []
    value.append(value)
    return value


@pytest.mark.parametrize(
    "value",
    [
        {1, 2},
        b"x",
        object(),
        math.nan,
        math.inf,
        10**5000,
        -(10**400),
        1e400,
        cycle(),
        {1: "x"},
        {None: {"\ud800": 1}},
        types.MappingProxyType({}),
        type("Text", (str,), {})("x"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_json_cannot_hold_is_not_valid_and_raises_nothing(value: Any) -> None:
    assert_is_not_valid(value)


def test_a_list_that_is_too_deep_is_not_valid_and_raises_nothing() -> None:
    assert_is_not_valid(nested(100_000))


def assert_is_not_valid(value: Any) -> None:
    for document in (
        value,
        change(title=value),
        change(source={"line": value}),
        change(body=value),
        {**LEAST, "x": value},
    ):
        assert not is_valid(document)
        found = problems(document)
        assert found
        assert all(problem.message.isprintable() for problem in found)


def test_what_json_cannot_hold_hides_no_other_fault() -> None:
    found = problems(
        {"corpusfmt": "1.0", "title": math.nan, "date": "x", "body": [b"x", {"type": "para"}]}
    )
    assert [problem.pointer for problem in found] == ["/title", "/date", "/body/0", "/body/1/type"]
    assert found[0].message == "title is nan, which JSON does not have"
    assert found[2].message == "block is a Python 'bytes', which JSON does not have"


def test_a_tuple_passes_for_an_array() -> None:
    document = change(body=tuple(LEAST["body"]))
    assert is_valid(document)
    assert [problem.pointer for problem in problems({**document, "title": ""})] == ["/title"]


def test_the_schema_looks_no_deeper_than_the_copy_goes() -> None:
    from corpusfmt.validation.validator import _DEEPEST

    def deepest(name: str) -> int:
        return max(walk(SCHEMA["$defs"][name]), default=0)

    def walk(schema: Any) -> list[int]:
        if not isinstance(schema, dict):
            return []
        here = [0]
        if "$ref" in schema:
            here.append(deepest(schema["$ref"].removeprefix("#/$defs/")))
        for keyword in ("then", "else", "items", "contains"):
            step = 1 if keyword in ("items", "contains") else 0
            here += [step + depth for depth in walk(schema.get(keyword))]
        for inner in schema.get("allOf", []):
            here += walk(inner)
        for inner in schema.get("properties", {}).values():
            here += [1 + depth for depth in walk(inner)]
        return here

    assert max(walk(SCHEMA)) == _DEEPEST


# --- size and imports
#


@pytest.mark.parametrize("filler", ["a", " ", "é", "\u3000"])
def test_long_texts_are_looked_at_once(filler: str) -> None:
    """A pattern that looks back would take minutes here."""
    text = f"x{filler * LONG}y"
    document = {**texts(text), "title": text}
    assert is_valid(document)
    assert not REFERENCE.is_valid({**document, "title": text + " "})
    (problem,) = problems({**document, "title": text + "\n"})
    assert problem.message == f"title contains a line break U+000A at character {LONG + 3}"


def test_neither_validator_is_imported_before_it_is_needed() -> None:
    code = (
        "import sys, corpusfmt.validation.validator as v;"
        "assert 'jsonschema_rs' not in sys.modules;"
        "v.is_valid({}); assert 'jsonschema_rs' not in sys.modules;"
        "v.is_valid({}); assert 'jsonschema_rs' in sys.modules;"
        "assert 'jsonschema' not in sys.modules;"
        "v.problems({}); assert 'jsonschema' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
