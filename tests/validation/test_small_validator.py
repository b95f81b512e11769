"""The small validator accepts what jsonschema_rs accepts, or says that it is not sure."""

from __future__ import annotations

import copy
import json
from random import Random
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpusfmt.syntax.resources import schema_text
from corpusfmt.testing import documents
from corpusfmt.validation.small_validator import UnsureError, accepts, satisfies
from tests.document_cases import CASES, VALID

REFERENCE = jsonschema_rs.Draft202012Validator(json.loads(schema_text()), offline=True)

SCALARS = ("", " ", "x", "x ", "a\nb", "\u2028", "2024-02-30", "2024-03-05\n", "paragraph", 0, 1)
OTHERS: tuple[Any, ...] = (
    -1,
    7,
    True,
    False,
    None,
    [],
    {},
    [[]],
    {"type": "text"},
    {"type": "text", "text": "x"},
)


def places(value: Any) -> list[tuple[Any, Any]]:
    """Return each container in a value with each of its keys."""
    found: list[tuple[Any, Any]] = []
    items: Any = ()
    if isinstance(value, dict):
        items = value.items()
    elif isinstance(value, list):
        items = enumerate(value)
    for key, inner in items:
        found += [(value, key), *places(inner)]
    return found


def changed(document: Any, random: Random) -> Any:
    """Return a document with one or two changes."""
    document = copy.deepcopy(document)
    for _ in range(random.choice((1, 1, 2))):
        known = places(document)
        if not known:
            break
        container, key = random.choice(known)
        how = random.randrange(4)
        if how == 0 and isinstance(container, dict):
            del container[key]
        elif how == 1 and isinstance(container, dict):
            container[random.choice(("x", "text", "url", "level", "credit"))] = container[key]
        else:
            container[key] = random.choice((*SCALARS, *OTHERS))
    return document


def test_the_cases_are_judged_alike() -> None:
    judged = 0
    for name, document, _ in CASES:
        try:
            own = accepts(document)
            expected = REFERENCE.is_valid(document)
        except (UnsureError, ValueError):
            continue
        assert own == expected, name
        judged += 1
    assert judged > 0.9 * len(CASES)


@given(documents(), st.integers(0, 2**32))
def test_documents_and_changed_ones_are_judged_alike(document: Any, seed: int) -> None:
    assert accepts(document)
    random = Random(seed)
    for _ in range(8):
        other = changed(document, random)
        assert accepts(other) == REFERENCE.is_valid(other), other


@pytest.mark.parametrize(
    "value",
    [1.0, (), {"title": 1.5}, {"title": "\ud800"}, object(), {"body": ({},)}, b"x", {5: "x"}],
)
def test_what_is_not_plain_is_not_judged(value: object) -> None:
    document = {**VALID[0][1], **value} if isinstance(value, dict) else value
    with pytest.raises(UnsureError):
        accepts(document)


def test_a_long_document_is_not_judged() -> None:
    [block, *_] = VALID[0][1]["body"]
    assert accepts({**VALID[0][1], "body": [block] * 500})
    with pytest.raises(UnsureError, match="long"):
        accepts({**VALID[0][1], "body": [block] * 501})


@pytest.mark.parametrize(
    "schema", [{"maxLength": 5}, {"type": ["string"]}, {"const": []}, {"$ref": "#/gone"}]
)
def test_a_keyword_that_is_not_known_is_not_judged(schema: dict[str, object]) -> None:
    with pytest.raises(UnsureError):
        satisfies(schema, "x")


def test_a_long_block_is_not() -> None:
    nodes = [{"type": "text", "text": "a", "strong": number % 2 == 0} for number in range(2000)]
    with pytest.raises(UnsureError):
        accepts({**VALID[0][1], "body": [{"type": "paragraph", "content": nodes}]})
