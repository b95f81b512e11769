"""A document as JSON: reading it strictly, and where in the text its values stand."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

DEEPEST = 100
"""How deep arrays and objects may be nested. A document needs 8; the bound is the same on every machine."""

_LONGEST_NUMBER = 600
_CONSTANTS = ("NaN", "Infinity", "-Infinity")
_TOKEN = re.compile(r'"(?>(?:[^"\\]++|\\.)*)"?|[{}\[\]:,]|[^\s{}\[\]:,"]++', re.DOTALL)

Span = tuple[int, int]


class Fault(NamedTuple):
    """What is wrong with a JSON text: the fact, its span in characters, what was expected, and the value's pointer.

    ``place`` is the pointer of a value that JSON does not have, so that the schema can say what is expected there.
    """

    message: str
    span: Span
    expected: str | None = None
    pointer: str | None = None
    place: str | None = None


def read_json(text: str) -> tuple[Any, tuple[Fault, ...]]:
    """The value of a JSON text, or None and what is wrong with it; whole numbers are integers however written.

    Beside what is not JSON, duplicate properties, NaN and Infinity are refused, numbers that are very long or out of
    range, and nesting beyond DEEPEST.
    """
    if not text.strip(" \t\r\n"):
        return None, (
            Fault("the text is only whitespace" if text else "the file is empty", (0, 0), "JSON"),
        )
    loader = _Loader()
    try:
        value = loader.load(text)
    except json.JSONDecodeError as error:
        # How deep the parser goes before it sees the fault is different from one Python to the next.
        not_json = Fault(f"not JSON: {_reworded(error.msg)}", (error.pos, error.pos + 1))
        return None, tuple(_find_depth(text)) or (not_json,)
    except RecursionError:
        return None, tuple(_find_depth(text))
    return (None, tuple(find_faults(text))) if loader.is_suspect else (value, ())


def find_faults(text: str) -> Iterator[Fault]:
    """Yield what a JSON parser takes, in its order, and this format does not. The text may end badly after it."""
    for place in _walk(text):
        if place.is_second:
            message = f"duplicate property {_shown(place.token)}"
            yield Fault(message, place.span, "each property once in an object")
        elif place.token in _CONSTANTS:
            message = f"{place.token} is not a JSON value"
            yield Fault(message, place.span, place=place.pointer)
        elif place.depth > DEEPEST:
            yield from _find_depth(text)
            return
        elif place.token[0] in "-0123456789" and len(place.token) > _LONGEST_NUMBER:
            message = f"the number has {len(place.token):,} digits"
            yield Fault(message, place.span, f"at most {_LONGEST_NUMBER}", place=place.pointer)
        elif place.token[0] in "-0123456789" and _is_out_of_range(place.token):
            message = f"the number {_shown(place.token)} is out of range"
            yield Fault(message, place.span, place=place.pointer)


def read_leniently(text: str) -> Any:
    """Return the value of a JSON text that has faults, with null for each value that JSON does not have.

    Return None where it cannot be read at all.
    """
    try:
        return _Loader().load(text)
    except (ValueError, RecursionError):
        return None


def _is_out_of_range(token: str) -> bool:
    try:
        return math.isinf(float(token))
    except ValueError:
        return False


def _find_depth(text: str) -> Iterator[Fault]:
    """Yield the fault of a text that is nested too deep, at the first bracket that is."""
    for place in _walk(text):
        if place.depth > DEEPEST:
            yield Fault(
                f"nested more than {DEEPEST} deep",
                place.span,
                "a document, which is nested 8 deep at most",
            )
            return


def find_places(text: str, pointers: Collection[str]) -> dict[str, Span]:
    """The spans of the values that JSON pointers name, a bracket standing for all it opens; the root's is always there.

    A value that is not there has the span of the nearest one that it would belong to.
    """
    wanted = {"", *(above for pointer in pointers for above in _lineage(pointer))}
    found = {
        place.pointer: place.span
        for place in _walk(text)
        if not place.is_name and place.pointer in wanted
    } or {"": (0, 0)}
    return {
        pointer: next(found[above] for above in _lineage(pointer) if above in found)
        for pointer in (*pointers, "")
    }


class _Loader:
    """A strict load. What it can only suspect, having no place for it, it leaves to ``find_faults``."""

    def __init__(self) -> None:
        self.is_suspect = False

    def load(self, text: str) -> Any:
        return json.loads(
            text,
            object_pairs_hook=self._object,
            parse_constant=self._constant,
            parse_int=self._integer,
            parse_float=self._float,
        )

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        members = dict(pairs)
        self.is_suspect |= len(members) < len(pairs)
        return members

    def _constant(self, name: str) -> None:
        self.is_suspect = True

    def _integer(self, digits: str) -> int:
        if len(digits) <= _LONGEST_NUMBER:
            return int(digits)
        self.is_suspect = True
        return 0

    def _float(self, digits: str) -> int | float:
        self.is_suspect |= len(digits) > _LONGEST_NUMBER
        number = float(digits)
        if math.isinf(number):
            self.is_suspect = True
            return 0
        return int(number) if number.is_integer() else number


class _Place(NamedTuple):
    """A value, or the name of a property, as it stands in a JSON text."""

    pointer: str
    token: str
    span: Span
    depth: int
    is_name: bool = False
    is_second: bool = False  # the name is in its object already


@dataclass
class _Open:
    """An array or object that is being read: how many members it has had, or the name of the one under way."""

    pointer: str
    is_object: bool
    index: int = 0
    name: str | None = None
    names: set[str] = field(default_factory=set)

    def member(self) -> str:
        """The pointer of the member under way."""
        step = (
            str(self.index)
            if self.name is None
            else self.name.replace("~", "~0").replace("/", "~1")
        )
        return f"{self.pointer}/{step}"


def _walk(text: str) -> Iterator[_Place]:
    """Yield every name and value of a JSON text in its order; what is no JSON is passed over."""
    above: list[_Open] = []
    for match in _TOKEN.finditer(text):
        token, within = match[0], above[-1] if above else None
        if token in ("}", "]"):
            del above[-1:]
        elif token == ",":
            if within:
                within.index += 1
                within.name = None
        elif within and within.is_object and within.name is None:
            yield _read_name(within, match, len(above))
        elif token != ":":
            pointer = within.member() if within else ""
            if token in ("{", "["):
                above.append(_Open(pointer, token == "{"))
            yield _Place(pointer, token, match.span(), len(above))


def _read_name(within: _Open, match: re.Match[str], depth: int) -> _Place:
    try:
        name = str(json.loads(match[0], strict=False))
    except ValueError:
        name = match[0]
    within.name = name
    is_second = name in within.names
    within.names.add(name)
    return _Place(within.member(), match[0], match.span(), depth, is_name=True, is_second=is_second)


def _lineage(pointer: str) -> Iterator[str]:
    """Yield a pointer and those of what it belongs to, up to the root's, which is empty."""
    while pointer:
        yield pointer
        pointer = pointer.rpartition("/")[0]
    yield ""


def _shown(token: str) -> str:
    return token if len(token) <= 60 else f"{token[:59]}…"


def _reworded(message: str) -> str:
    """The parser's message as ours are: without a capital, and without the "at" before a place."""
    return (message[:1].lower() + message[1:]).removesuffix(" starting at").removesuffix(" at")
