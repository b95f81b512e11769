"""Messages for JSON Schema errors: one small function for each keyword that can fail."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping

from corpusfmt.text.annotations import TYPE_CHECKING, Protocol
from corpusfmt.text.display import printable, shortened
from corpusfmt.text.named_tuples import NamedTuple

if TYPE_CHECKING:
    from typing import Any, TypeAlias

Path: TypeAlias = tuple[str | int, ...]


class PathProblem(NamedTuple):
    """A problem at a path of the document: the fact, and what was expected, if that helps."""

    path: Path
    message: str
    expected: str | None = None


class Failure(Protocol):
    """The used part of ``jsonschema.ValidationError``: a failed keyword and its instance."""

    validator: str
    validator_value: Any
    schema: Mapping[str, Any]
    instance: Any


def describe(failure: Failure, path: Path) -> Iterator[PathProblem]:
    """Yield the problems of a failed keyword; ``path`` is that of the instance."""
    yield from _DESCRIPTIONS.get(failure.validator, _describe_any)(failure, path)


def pointer(path: Path) -> str:
    """Return the path as a JSON pointer (RFC 6901); empty for the whole document."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


def label(path: Path) -> str:
    """Return the name of what is at the path: a property, or a member of the list there."""
    if not path:
        return "document"
    step = path[-1]
    if isinstance(step, str):
        return _short(step)
    return _MEMBERS.get(path[-2] if len(path) > 1 else "", "member")


def shown(value: object) -> str:
    """Return a value for a message: text quoted and cut, arrays and objects by their kind."""
    if isinstance(value, str):
        return f"'{_short(value)}'"
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, (int, float)):
        return _short(repr(value))
    if isinstance(value, Mapping):
        return "an object"
    return "an array"


def code_point(character: str) -> str:
    """Return the code point of a character, such as ``U+00A0``."""
    return f"U+{ord(character):04X}"


_LONGEST = 60

# What the members of a list are called.
_MEMBERS: Mapping[str | int, str] = {
    "body": "block",
    "byline": "author",
    "content": "node",
    "intro": "paragraph",
    "links": "link",
}

# What other formats call the properties, blocks and nodes; difflib finds misspellings, not
# synonyms.
_OTHER_NAMES: Mapping[str, frozenset[str]] = {
    name: frozenset(others.split())
    for name, others in {
        "corpusfmt": "version schema",
        "title": "headline headlines heading head name",
        "subtitle": "subheadline subheading subhead deck",
        "byline": "author authors by creator creators writer",
        "date": "published publishing_date datepublished pubdate created",
        "updated": "modified datemodified last_updated lastmodified",
        "intro": "standfirst lead lede summary abstract",
        "credit": "credits credittext copyright photographer",
        "body": "articlebody bodies blocks content paragraphs sections text",
        "url": "uri link href address original_url src",
        "content": "text children nodes inlines value",
        "text": "value content string",
        "strong": "bold b",
        "em": "italic italics emphasis i",
        "number": "order index ordinal start",
        "depth": "indent level nesting",
        "level": "depth rank",
        "label": "title name text",
        "name": "title author label",
        "links": "articles items content",
        "paragraph": "p text",
        "heading": "h title subtitle subheading",
        "item": "li bullet listitem list_item",
        "quote": "blockquote pullquote",
        "image": "img picture photo figure",
        "separator": "hr rule break divider thematic_break",
        "link": "a anchor",
        "break": "br hard_break newline",
    }.items()
}

# What is wrong with text that does not match the pattern of the definition with this title, and
# what was expected.
_PATTERN_PROBLEMS: Mapping[str, tuple[str, str]] = {
    "visible-start": ("has white space at its start", "text without white space at its ends"),
    "visible-end": ("has white space at its end", "text without white space at its ends"),
    "date": (
        "is not a date",
        "YYYY-MM-DD, or with the time, such as 2020-02-04T15:30 or 2020-02-04T15:30:00+03:00",
    ),
    "sha256": ("is not a SHA-256 checksum", "64 hexadecimal digits in lower case"),
}

# The names of characters that are not allowed and are neither white space nor control characters.
_CHARACTERS: Mapping[str, str] = {
    "\n": "a line break",
    "\u2028": "a line separator",
    "\u2029": "a paragraph separator",
    "\ufeff": "a byte order mark",
    "<": "an angle bracket",
    ">": "an angle bracket",
}


def _short(text: str) -> str:
    """Return the text cut at 60 characters, what cannot be seen as an escape."""
    return printable(shortened(text, _LONGEST))


def _describe_required(failure: Failure, path: Path) -> Iterator[PathProblem]:
    for name in failure.validator_value:
        if name not in failure.instance:
            sentence = failure.schema["properties"][name]["description"]
            yield PathProblem(
                path, f"'{name}' is missing", sentence[0].lower() + sentence[1:].rstrip(".")
            )


def _describe_dependent_required(failure: Failure, path: Path) -> Iterator[PathProblem]:
    for name, needs in failure.validator_value.items():
        for need in needs:
            if name in failure.instance and need not in failure.instance:
                yield PathProblem(
                    (*path, name),
                    f"{name} is given without '{need}'",
                    f"a '{need}', or no '{name}'",
                )


def _describe_additional_properties(failure: Failure, path: Path) -> Iterator[PathProblem]:
    known = failure.schema["properties"]
    free = [name for name in known if name not in failure.instance]
    expected = f"no property other than {_listed(known)}"
    for name in failure.instance:
        if name not in known:
            yield PathProblem(
                (*path, name), f"unknown property {shown(name)}{_suggestion(name, free)}", expected
            )


def _describe_type(failure: Failure, path: Path) -> Iterator[PathProblem]:
    value = failure.instance
    found = "a string" if isinstance(value, str) else shown(value)
    yield PathProblem(path, f"{label(path)} is {found}", _expectation(failure))


def _describe_value(failure: Failure, path: Path) -> Iterator[PathProblem]:
    yield PathProblem(path, f"{label(path)} is {shown(failure.instance)}", _expectation(failure))


def _describe_enum(failure: Failure, path: Path) -> Iterator[PathProblem]:
    value = failure.instance
    if not isinstance(value, str):
        return _describe_value(failure, path)
    message = (
        f"{label(path)} {shown(value)} is unknown{_suggestion(value, failure.validator_value)}"
    )
    return iter([PathProblem(path, message, _expectation(failure))])


def _describe_pattern(failure: Failure, path: Path) -> Iterator[PathProblem]:
    value, name = failure.instance, failure.schema["title"]
    fact, expected = _PATTERN_PROBLEMS[name]
    if not value:
        yield from _describe_empty(failure, path)
    elif not name.startswith("visible"):
        yield PathProblem(path, f"{label(path)} {shown(value)} {fact}", expected)
    elif not value.strip():
        yield PathProblem(
            path, f"{label(path)} contains only white space", "text with a visible character"
        )
    else:
        yield PathProblem(path, f"{label(path)} {fact}", expected)


def _describe_not(failure: Failure, path: Path) -> Iterator[PathProblem]:
    found = re.search(failure.validator_value["pattern"], failure.instance)
    if found:
        name = f"{_character(found[0])} {code_point(found[0])}"
        yield PathProblem(path, f"{label(path)} contains {name} at character {found.start() + 1}")


def _describe_empty(failure: Failure, path: Path) -> Iterator[PathProblem]:
    kind = {"minItems": "element", "minProperties": "property"}.get(failure.validator, "character")
    yield PathProblem(path, f"{label(path)} is empty", f"one {kind} or more")


def _describe_contains(failure: Failure, path: Path) -> Iterator[PathProblem]:
    yield PathProblem(
        path, f"{label(path)} contains no visible character", "text with a visible character"
    )


def _describe_any(failure: Failure, path: Path) -> Iterator[PathProblem]:
    yield PathProblem(path, f"{label(path)} does not satisfy '{failure.validator}' of the schema")


_DESCRIPTIONS: Mapping[str, Callable[[Failure, Path], Iterator[PathProblem]]] = {
    "required": _describe_required,
    "dependentRequired": _describe_dependent_required,
    "additionalProperties": _describe_additional_properties,
    "type": _describe_type,
    "const": _describe_value,
    "enum": _describe_enum,
    "pattern": _describe_pattern,
    "not": _describe_not,
    "minLength": _describe_empty,
    "minItems": _describe_empty,
    "minProperties": _describe_empty,
    "contains": _describe_contains,
    "minimum": _describe_value,
    "maximum": _describe_value,
}

_KINDS: Mapping[str, str] = {"string": "a string", "array": "an array", "object": "an object"}


def _expectation(failure: Failure) -> str:
    """Return what the schema expects: a value, one of several, or a kind of value."""
    schema = failure.schema
    if "const" in schema:
        expected = shown(schema["const"])
        return f"{expected}, or no such property" if schema["const"] is True else expected
    if "enum" in schema:
        listed = _listed(schema["enum"])
        return f"one of {listed}" if len(schema["enum"]) > 1 else listed
    if schema["type"] == "integer":
        return f"a whole number from {schema['minimum']} to {schema['maximum']}"
    return _KINDS[schema["type"]]


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)


def _character(character: str) -> str:
    name = "white space" if unicodedata.category(character) == "Zs" else "a control character"
    return _CHARACTERS.get(character, name)


def _suggestion(name: str, known: Iterable[str]) -> str:
    """Return the known name that may be meant, as an aside; empty if none is similar."""
    from difflib import get_close_matches  # late: only wrong documents need it

    if len(name) > _LONGEST:  # difflib takes quadratic time
        return ""
    lower, names = name.lower(), list(known)
    near = [other for other in names if lower in _OTHER_NAMES.get(other, ())]
    if not near and len(name) > 2:
        near = [other for other in names if other.startswith(lower)]
    near = near or get_close_matches(lower, names, n=1)
    return f" (did you mean '{near[0]}'?)" if near else ""
