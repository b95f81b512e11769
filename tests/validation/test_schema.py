"""The schema is valid, closed, described, and exact on the conformance data."""

import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any

import jsonschema_rs
import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from corpusfmt.model.fields import VERSION
from corpusfmt.syntax.resources import schema_text
from tests.document_cases import CASES, Case
from tests.for_each import for_each

SCHEMA = json.loads(schema_text())

# Written a second time, as the specification has them: a pattern with a slip differs from both.
BLANKS = {*" \u00a0\u1680\u202f\u205f\u3000", *map(chr, range(0x2000, 0x200B))}
FORBIDDEN = {*map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0)), *"\u2028\u2029\ufeff"}


def subschemas(schema: Any, path: str = "#") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every schema within the schema, itself first, with its place."""
    if isinstance(schema, dict):
        yield path, schema
        for keyword in ("if", "then", "else", "not", "items", "contains"):
            yield from subschemas(schema.get(keyword), f"{path}/{keyword}")
        for keyword in ("properties", "$defs"):
            for name, inner in schema.get(keyword, {}).items():
                yield from subschemas(inner, f"{path}/{keyword}/{name}")
        for index, inner in enumerate(schema.get("allOf", [])):
            yield from subschemas(inner, f"{path}/allOf/{index}")


ALL = dict(subschemas(SCHEMA))
# These tell nodes apart, and test them; the definitions they lead to are closed.
DISPATCHERS = {
    f"#/$defs/{name}" for name in ("block", "inline", "line-inline", "text-only", "visible-node")
}


def test_the_schema_is_valid() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    jsonschema_rs.meta.validate(SCHEMA)


def test_the_walk_over_the_schema_misses_nothing() -> None:
    assert sum(schema_text().count(f'"{keyword}":') for keyword in ("$ref",)) == sum(
        "$ref" in s for s in ALL.values()
    )


def test_the_id_is_a_tag_that_ends_with_the_version() -> None:
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert re.fullmatch(r"tag:corpusfmt\.invalid,2026:article:[0-9]+\.[0-9]+", SCHEMA["$id"])
    assert SCHEMA["$id"].endswith(f":{VERSION}")
    assert SCHEMA["properties"]["corpusfmt"]["const"] == VERSION


def test_every_object_is_closed() -> None:
    objects = {
        path
        for path, schema in ALL.items()
        if "properties" in schema and not re.search(r"/if\b", path)
    }
    closed = {path for path, schema in ALL.items() if schema.get("additionalProperties") is False}
    assert objects - closed == DISPATCHERS
    assert len(closed) >= 13


def test_every_property_and_definition_has_a_sentence() -> None:
    described = [
        schema
        for path, schema in ALL.items()
        if re.search(r"/(properties|\$defs)/[^/]+$", path) and "/if/" not in path
    ]
    assert len(described) > 60
    for schema in described:
        assert re.fullmatch(r"[A-Z].*[^.]\.", schema["description"]), schema["description"]


def test_every_kind_of_a_union_has_a_definition() -> None:
    for path in DISPATCHERS - {"#/$defs/visible-node"}:
        kinds: list[str] = []
        step: Any = ALL[path]
        while step:
            kind = step["if"]["properties"]["type"]["const"]
            assert step["then"] == {"$ref": f"#/$defs/{kind}"}
            assert ALL[f"#/$defs/{kind}"]["properties"]["type"]["const"] == kind
            kinds.append(kind)
            step = step.get("else")
        assert kinds == ALL[path]["properties"]["type"]["enum"]


def test_no_keyword_means_different_things_to_different_validators() -> None:
    keywords = {keyword for schema in ALL.values() for keyword in schema}
    assert not keywords & {
        "format",
        "anyOf",
        "oneOf",
        "patternProperties",
        "unevaluatedProperties",
        "$dynamicRef",
    }


PATTERNS = [schema["pattern"] for schema in ALL.values() if "pattern" in schema]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_patterns_use_no_class_that_differs_between_engines(pattern: str) -> None:
    assert pattern.isascii()
    assert not re.search(r"\\[^u]|\(\?|[\]*+.)]\*|\)\+", pattern), (
        "no escape but \\u, no repetition that could nest"
    )


def characters_that_match(pattern: str) -> set[str]:
    return {character for character in map(chr, range(0x10000)) if re.search(pattern, character)}


def test_the_patterns_hold_exactly_the_blanks_and_the_forbidden_characters() -> None:
    everything = set(map(chr, range(0x10000)))
    for name in ("visible-start", "visible-end", "visible"):
        assert everything - characters_that_match(ALL[f"#/$defs/{name}"]["pattern"]) == BLANKS
    assert characters_that_match(ALL["#/$defs/clean"]["not"]["pattern"]) == FORBIDDEN
    assert characters_that_match(
        ALL["#/properties/url"]["not"]["pattern"]
    ) == FORBIDDEN | BLANKS | set("<>")


def test_both_engines_see_the_same_characters() -> None:
    bulk = jsonschema_rs.Draft202012Validator(SCHEMA)
    document = {"corpusfmt": "1.0", "body": [{"type": "separator"}]}
    refused = {
        c
        for c in map(chr, (*range(0xD800), *range(0xE000, 0x10000)))
        if not bulk.is_valid({**document, "title": c})
    }
    assert refused == BLANKS | FORBIDDEN


# Impossible days, steep lists and lone surrogates are beyond a schema: the second look finds them.
BEYOND = re.compile(
    r"date: (30|29|31) |date: year 0000|updated: 31|impossible|surrogate|item: (two|deep)"
)


def test_the_data_is_there() -> None:
    assert len(CASES) > 200
    assert sum(not pointers for _, _, pointers in CASES) > 20
    assert sum(bool(BEYOND.search(name)) for name, _, _ in CASES) == 11


@for_each({case[0]: case for case in CASES})
def test_the_schema_takes_the_valid_documents_and_no_other(case: Case) -> None:
    name, document, pointers = case
    assert Draft202012Validator(SCHEMA).is_valid(document) is (
        not pointers or bool(BEYOND.search(name))
    )


PUBLISHED = {
    "tag:corpusfmt.invalid,2026:article:1.0": (
        "af2f6af1d7ec84df686c630636f19d2cdb621c6c9f2e7d510024b1bcc21f11d9"
    )
}
"""The SHA-256 of each published schema's JSON with sorted keys, by `$id`: it never changes."""


def test_a_published_schema_never_changes() -> None:
    schema = json.loads(schema_text())
    digest = hashlib.sha256(json.dumps(schema, sort_keys=True).encode()).hexdigest()
    assert PUBLISHED[schema["$id"]] == digest, (
        "the schema has changed: give it a new $id and an entry of its own"
    )
