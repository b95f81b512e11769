"""The words for what a JSON Schema finds wrong with a document: one small function for each keyword that can fail."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, Protocol, TypeAlias

Path: TypeAlias = tuple[str | int, ...]


class Fault(NamedTuple):
    """One thing that is wrong: the path to it, the fact, and what was expected, if there is more to say."""

    path: Path
    message: str
    expected: str | None = None


class Failure(Protocol):
    """What is read of a `jsonschema.ValidationError`: a keyword that failed, its value and schema, and the instance."""

    validator: Any
    validator_value: Any
    schema: Any
    instance: Any


def word(failure: Failure, path: Path) -> Iterator[Fault]:
    """Yield the faults that a failed keyword stands for; the path is the one to its instance."""
    yield from _WORDS.get(failure.validator, _word_any)(failure, path)


def pointer(path: Path) -> str:
    """Return the path as a JSON pointer (RFC 6901); empty for the whole document."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


def subject(path: Path) -> str:
    """Return what stands at the path: the name of the property, or what a member of that list is called."""
    if not path:
        return "document"
    step = path[-1]
    if isinstance(step, str):
        return _printable(step)
    return _MEMBERS.get(path[-2] if len(path) > 1 else "", "member")


def shown(value: object) -> str:
    """Return the value in words: text in quotes and cut at 60 characters, arrays and objects only by their kind."""
    if isinstance(value, str):
        return f"'{_printable(value)}'"
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, (int, float)):
        return _printable(repr(value))
    return "an object" if isinstance(value, Mapping) else "an array"


def code_point(character: str) -> str:
    """Return the character as Unicode writes it, such as `U+00A0`."""
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

# What other formats call the properties, blocks and nodes; difflib finds misspellings, not synonyms.
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

# What is wrong with text that does not match the pattern of the definition with this title, and what was expected.
_PATTERN_FAULTS: Mapping[str, tuple[str, str]] = {
    "visible-start": ("has a blank at its start", "text without blanks at its ends"),
    "visible-end": ("has a blank at its end", "text without blanks at its ends"),
    "date": ("is not a date", "YYYY-MM-DD, or with the time, such as 2020-02-04T15:30 or 2020-02-04T15:30:00+03:00"),
    "sha256": ("is not a SHA-256 checksum", "64 hexadecimal digits in lower case"),
}

# What characters that may not be there are called, where neither `blank` nor `control character` is the word.
_CHARACTERS: Mapping[str, str] = {
    "\n": "line break",
    "\u2028": "line separator",
    "\u2029": "paragraph separator",
    "\ufeff": "byte order mark",
    "<": "angle bracket",
    ">": "angle bracket",
}


def _printable(text: str) -> str:
    """Return the text cut at 60 characters, what cannot be seen as an escape: a message never rings the bell."""
    start = text[: _LONGEST + 1]
    seen = "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in start)
    return seen if len(seen) <= _LONGEST else seen[: _LONGEST - 1] + "…"


def _word_required(failure: Failure, path: Path) -> Iterator[Fault]:
    for name in failure.validator_value:
        if name not in failure.instance:
            sentence = failure.schema["properties"][name]["description"]
            yield Fault(path, f"'{name}' is missing", sentence[0].lower() + sentence[1:].rstrip("."))


def _word_dependent_required(failure: Failure, path: Path) -> Iterator[Fault]:
    for name, needs in failure.validator_value.items():
        for need in needs:
            if name in failure.instance and need not in failure.instance:
                yield Fault((*path, name), f"{name} has no '{need}' beside it", f"a '{need}', or no '{name}'")


def _word_additional_properties(failure: Failure, path: Path) -> Iterator[Fault]:
    known = failure.schema["properties"]
    free = [name for name in known if name not in failure.instance]
    expected = f"no property other than {_listed(known)}"
    for name in failure.instance:
        if name not in known:
            yield Fault((*path, name), f"unknown property {shown(name)}{_suggestion(name, free)}", expected)


def _word_type(failure: Failure, path: Path) -> Iterator[Fault]:
    value = failure.instance
    yield Fault(
        path, f"{subject(path)} is {'a string' if isinstance(value, str) else shown(value)}", _expectation(failure)
    )


def _word_value(failure: Failure, path: Path) -> Iterator[Fault]:
    yield Fault(path, f"{subject(path)} is {shown(failure.instance)}", _expectation(failure))


def _word_enum(failure: Failure, path: Path) -> Iterator[Fault]:
    value = failure.instance
    if not isinstance(value, str):
        return _word_value(failure, path)
    message = f"{subject(path)} {shown(value)} is not known here{_suggestion(value, failure.validator_value)}"
    return iter([Fault(path, message, _expectation(failure))])


def _word_pattern(failure: Failure, path: Path) -> Iterator[Fault]:
    value, name = failure.instance, failure.schema["title"]
    fact, expected = _PATTERN_FAULTS[name]
    if not value:
        yield from _word_empty(failure, path)
    elif not name.startswith("visible"):
        yield Fault(path, f"{subject(path)} {shown(value)} {fact}", expected)
    elif not value.strip():
        yield Fault(path, f"{subject(path)} holds only blanks", "text with a visible character")
    else:
        yield Fault(path, f"{subject(path)} {fact}", expected)


def _word_not(failure: Failure, path: Path) -> Iterator[Fault]:
    found = re.search(failure.validator_value["pattern"], failure.instance)
    if found:
        name = f"{_character(found[0])} {code_point(found[0])}"
        yield Fault(path, f"{subject(path)} holds {_article(name)} {name} at character {found.start() + 1}")


def _word_empty(failure: Failure, path: Path) -> Iterator[Fault]:
    kind = {"minItems": "member", "minProperties": "property"}.get(failure.validator, "character")
    yield Fault(path, f"{subject(path)} is empty", f"one {kind} or more")


def _word_contains(failure: Failure, path: Path) -> Iterator[Fault]:
    yield Fault(path, f"{subject(path)} holds no visible character", "text with a visible character")


def _word_any(failure: Failure, path: Path) -> Iterator[Fault]:
    yield Fault(path, f"{subject(path)} does not satisfy '{failure.validator}' of the schema")


_WORDS: Mapping[str, Callable[[Failure, Path], Iterator[Fault]]] = {
    "required": _word_required,
    "dependentRequired": _word_dependent_required,
    "additionalProperties": _word_additional_properties,
    "type": _word_type,
    "const": _word_value,
    "enum": _word_enum,
    "pattern": _word_pattern,
    "not": _word_not,
    "minLength": _word_empty,
    "minItems": _word_empty,
    "minProperties": _word_empty,
    "contains": _word_contains,
    "minimum": _word_value,
    "maximum": _word_value,
}

_KINDS: Mapping[str, str] = {"string": "a string", "array": "an array", "object": "an object"}


def _expectation(failure: Failure) -> str:
    """Return what the schema expects in place of the value: a value, one of some, or a kind of value."""
    schema = failure.schema
    if "const" in schema:
        return shown(schema["const"]) + (", or no such property" if schema["const"] is True else "")
    if "enum" in schema:
        return f"{'one of ' if len(schema['enum']) > 1 else ''}{_listed(schema['enum'])}"
    if schema["type"] == "integer":
        return f"a whole number from {schema['minimum']} to {schema['maximum']}"
    return _KINDS[schema["type"]]


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)


def _character(character: str) -> str:
    blank = unicodedata.category(character) == "Zs"
    return _CHARACTERS.get(character, "blank" if blank else "control character")


def _article(name: str) -> str:
    return "an" if name[0] in "aeiou" else "a"


def _suggestion(name: str, known: Iterable[str]) -> str:
    """Return which of the known names may be meant, as an aside; nothing where none comes near."""
    from difflib import get_close_matches  # late: only wrong documents need it

    if len(name) > _LONGEST:  # difflib takes quadratic time
        return ""
    names = list(known)
    near = [other for other in names if name.lower() in _OTHER_NAMES.get(other, ())]
    near = near or [other for other in names if len(name) > 2 and other.startswith(name.lower())]
    near = near or get_close_matches(name.lower(), names, n=1)
    return f" (did you mean '{near[0]}'?)" if near else ""
