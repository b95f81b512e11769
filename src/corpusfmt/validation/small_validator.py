"""A validator for the first document of a process, in Python.

To load jsonschema_rs takes a sixth of the time of a run over one file, ten times as long as this
takes for its document. This one knows the keywords that the schema uses, and values as the reader
of texts makes them; it raises UnsureError for anything else. A test compares it with jsonschema_rs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from corpusfmt.model.errors import CorpusfmtError
from corpusfmt.syntax.resources import schema_text
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.parsed import parse_json
from corpusfmt.text.patterns import regex

if TYPE_CHECKING:
    import re
    from typing import Any

    _Schema = Mapping[str, Any]
    _Check = Callable[[Any, Any, str], bool]

_MOST_ITEMS = 500
"""How many blocks, or nodes of one, are validated in less time than jsonschema_rs is loaded."""


class UnsureError(CorpusfmtError):
    """A value or a keyword that this validator does not know."""


def accepts(document: object) -> bool:
    """Return whether a document satisfies the schema; raise UnsureError for what is not plain.

    A document of many blocks is left to jsonschema_rs, too.
    """
    blocks = document.get("body") if isinstance(document, dict) else None
    if isinstance(blocks, list) and len(blocks) > _MOST_ITEMS:
        raise UnsureError("the body is long")
    return satisfies(_schema(), document)


@cache
def _schema() -> _Schema:
    found: _Schema = parse_json(schema_text())
    return found


def satisfies(schema: _Schema, value: object) -> bool:
    """Return whether a value satisfies a schema; raise UnsureError for what is not plain."""
    kind = _kind(value)
    for keyword, limit in schema.items():
        check = _CHECKS.get(keyword)
        if check is None:
            if keyword not in _IGNORED:
                raise UnsureError(f"the keyword {keyword!r} is not known")
        elif not check(limit, value, kind):
            return False
    if "if" in schema:
        branch = schema.get("then" if satisfies(schema["if"], value) else "else", {})
        if not satisfies(branch, value):
            return False
    if isinstance(value, dict):
        return _accept_members(schema, value)
    return not isinstance(value, list) or _accept_items(schema, value)


def _kind(value: object) -> str:
    """Return the JSON type of a value, without that of numbers with a fraction."""
    kind = _KINDS.get(type(value))
    if kind is None:
        raise UnsureError(f"{type(value).__name__} is not known")
    if kind == "string" and isinstance(value, str) and not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError as error:
            raise UnsureError("a lone surrogate") from error
    return kind


_KINDS = {
    dict: "object",
    list: "array",
    str: "string",
    int: "integer",
    bool: "boolean",
    type(None): "null",
}


def _accept_items(schema: _Schema, value: list[object]) -> bool:
    if len(value) > _MOST_ITEMS:
        raise UnsureError("a list is long")
    items, contained = schema.get("items"), schema.get("contains")
    if items is not None and not all(satisfies(items, item) for item in value):
        return False
    return contained is None or any(satisfies(contained, item) for item in value)


def _accept_members(schema: _Schema, value: dict[object, object]) -> bool:
    properties, others = schema.get("properties", {}), schema.get("additionalProperties", {})
    for name, member in value.items():
        if type(name) is not str:
            raise UnsureError("a name that is not a string")
        known = properties.get(name)
        if known is None:
            if others is False:
                return False
            if others:
                raise UnsureError("a schema of other properties")
        elif not satisfies(known, member):
            return False
    return True


def _is_one(value: object, other: object) -> bool:
    """Return whether two values are equal in JSON, where 1 and true are not."""
    if isinstance(other, dict | list):
        raise UnsureError("a constant that is no scalar")
    return type(value) is type(other) and value == other


def _follow(reference: str, value: object, _: str) -> bool:
    schema = _schema()
    for name in reference.removeprefix("#/").split("/"):
        if name not in schema:
            raise UnsureError(f"the reference {reference!r} is not known")
        schema = schema[name]
    return satisfies(schema, value)


def _has_type(limit: object, _: object, kind: str) -> bool:
    if not isinstance(limit, str):
        raise UnsureError("a list of types")
    return kind == limit or (limit == "number" and kind == "integer")


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    r"""Return a pattern of the schema: its "$" is the end, as "\Z" is in Python."""
    return regex(pattern[:-1] + r"\Z" if pattern.endswith("$") else pattern)


def _has_needed(limit: Mapping[str, list[str]], value: object, kind: str) -> bool:
    if kind != "object" or not isinstance(value, dict):
        return True
    return all(set(needed) <= value.keys() for name, needed in limit.items() if name in value)


_CHECKS: dict[str, _Check] = {
    "$ref": _follow,
    "type": _has_type,
    "const": lambda limit, value, kind: _is_one(value, limit),
    "enum": lambda limit, value, kind: any(_is_one(value, one) for one in limit),
    "minLength": lambda limit, value, kind: kind != "string" or len(value) >= limit,
    "pattern": lambda limit, value, kind: kind != "string" or bool(_pattern(limit).search(value)),
    "minimum": lambda limit, value, kind: kind != "integer" or value >= limit,
    "maximum": lambda limit, value, kind: kind != "integer" or value <= limit,
    "minItems": lambda limit, value, kind: kind != "array" or len(value) >= limit,
    "minProperties": lambda limit, value, kind: kind != "object" or len(value) >= limit,
    "required": lambda limit, value, kind: kind != "object" or set(limit) <= value.keys(),
    "dependentRequired": _has_needed,
    "allOf": lambda limit, value, kind: all(satisfies(one, value) for one in limit),
    "not": lambda limit, value, kind: not satisfies(limit, value),
}

_IGNORED = frozenset(
    (
        *("$schema", "$id", "$defs", "title", "description"),
        # Elsewhere in this module.
        *("if", "then", "else", "items", "contains", "properties", "additionalProperties"),
    )
)
