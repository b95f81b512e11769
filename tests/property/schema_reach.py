"""The properties, branches, values and bounds of the schema, and those that a document reaches.

Each is a place in the schema and a few words, such as ``#/$defs/item number is 0``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from corpusfmt.syntax.resources import schema_text

SCHEMA = json.loads(schema_text())

_NAMING_VALUES = {"const", "enum", "maximum", "minimum"}
"""The keywords with values to reach."""


def find_goals() -> set[str]:
    """Everything that a document can reach."""
    goals: set[str] = set()
    todo, seen = ["#"], set()
    while todo:
        place = todo.pop()
        if place not in seen:
            seen.add(place)
            schema = _at(place)
            goals |= {f"{place} {word}" for word in _words(schema)}
            todo += _subschemas(place, schema)
    return goals


def find_reached(document: Any) -> set[str]:
    """What this document reaches, which the schema accepts."""
    return set(_reach("#", document))


def _at(place: str) -> Any:
    schema = SCHEMA
    for step in place.split("/")[1:]:
        schema = schema[int(step) if isinstance(schema, list) else step]
    return schema


def _subschemas(place: str, schema: dict[str, Any]) -> Iterator[str]:
    """The places of the schemas that say what a value is.

    ``if``, ``not`` and ``contains`` only test it.
    """
    if "$ref" in schema:
        yield schema["$ref"]
    for keyword in ("then", "else", "items"):
        if keyword in schema:
            yield f"{place}/{keyword}"
    yield from (f"{place}/properties/{name}" for name in schema.get("properties", ()))
    yield from (f"{place}/allOf/{index}" for index in range(len(schema.get("allOf", ()))))


def _words(schema: dict[str, Any]) -> Iterator[str]:
    """What there is to reach at one place."""
    for name in schema.get("properties", ()):
        yield f"has {name}"
        if name not in schema.get("required", ()):
            yield f"lacks {name}"
    yield from (f"is {value!r}" for value in schema.get("enum", ()))
    for keyword in ("const", "minimum", "maximum"):
        if keyword in schema:
            yield f"is {schema[keyword]!r}"
    for keyword in ("minLength", "minItems"):
        if keyword in schema:
            yield from ("is shortest", "is longer")
    words = {
        "minimum": "is between",
        "if": "meets the condition",
        "else": "does not meet the condition",
    }
    yield from (word for keyword, word in words.items() if keyword in schema)
    if "contains" in schema:
        yield from ("contains nothing else", "contains something else")


def _reach(place: str, value: Any) -> Iterator[str]:
    schema = _at(place)
    yield from (f"{place} {word}" for word in _words_said(place, schema, value))
    if "$ref" in schema:
        yield from _reach(schema["$ref"], value)
    if "if" in schema:
        branch = "then" if _holds(f"{place}/if", value) else "else"
        yield from _reach(f"{place}/{branch}", value) if branch in schema else ()
    for index in range(len(schema.get("allOf", ()))):
        yield from _reach(f"{place}/allOf/{index}", value)
    for name in schema.get("properties", ()):
        yield from _reach(f"{place}/properties/{name}", value[name]) if name in value else ()
    if "items" in schema:
        for member in value:
            yield from _reach(f"{place}/items", member)


def _words_said(place: str, schema: dict[str, Any], value: Any) -> Iterator[str]:
    """Which words of a place are true of the value."""
    for name in schema.get("properties", ()):
        yield f"has {name}" if name in value else f"lacks {name}"
    if not _NAMING_VALUES.isdisjoint(schema):
        yield f"is {value!r}"
    if "minimum" in schema and schema["minimum"] < value < schema.get("maximum", value + 1):
        yield "is between"
    for keyword in ("minLength", "minItems"):
        if keyword in schema:
            yield "is shortest" if len(value) == schema[keyword] else "is longer"
    if "if" in schema:
        holds = _holds(f"{place}/if", value)
        yield "meets the condition" if holds else "does not meet the condition"
    if "contains" in schema:
        alike = all(_holds(f"{place}/contains", member) for member in value)
        yield "contains nothing else" if alike else "contains something else"


def _holds(place: str, value: Any) -> bool:
    return bool(_validator(place).is_valid(value))


@cache
def _validator(place: str) -> Draft202012Validator:
    return Draft202012Validator({**_at(place), "$defs": SCHEMA["$defs"]})


# Characters


def find_neighbours(pattern: str) -> set[str]:
    """Return the characters just outside of the ranges of a pattern that is one class."""
    ends = re.findall(r"\\u([0-9A-F]{4})(?:-\\u([0-9A-F]{4}))?", pattern)
    beside = {
        chr(code)
        for low, high in ends
        for code in (int(low, 16) - 1, int(high or low, 16) + 1)
        if code >= 0
    }
    inside = re.compile(pattern.replace("[^", "["))
    return {character for character in beside if not inside.match(character)}
