"""Strict reading of a JSON text."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator

from corpusfmt.convert.json_positions import JsonToken, Span, scan
from corpusfmt.model.errors import CorpusfmtError
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.named_tuples import NamedTuple

if TYPE_CHECKING:
    from typing import NoReturn

MAX_DEPTH = 100
"""How deep arrays and objects may be nested.

A document needs 8; the limit is the same on every machine.
"""

_LONGEST_NUMBER = 600  # characters
_LONGEST_SHOWN = 60  # characters
_CONSTANTS = ("NaN", "Infinity", "-Infinity")
_WHITESPACE = " \t\r\n"


class JsonProblem(NamedTuple):
    """A problem of a JSON text: the message, its span, what was expected.

    ``pointer`` is that of the value, for a problem that the schema reports. ``place`` is the
    pointer of a value that is not JSON, to look up what the schema expects there.
    """

    message: str
    span: Span
    expected: str | None = None
    pointer: str | None = None
    place: str | None = None


def read_json(text: str) -> tuple[object, tuple[JsonProblem, ...]]:
    """Return the value of a JSON text, or None and its problems.

    Besides what is not JSON, these are problems: duplicate properties, NaN and Infinity, numbers
    that are very long or out of range, and nesting beyond MAX_DEPTH. A number without a fraction
    is an int, however it is written.
    """
    stripped = text.strip(_WHITESPACE)
    try:
        value, end = _STRICT.raw_decode(stripped)
    except (ValueError, RecursionError, _UnusualError):
        return _read_with_problems(text)
    return (value, ()) if end == len(stripped) else _read_with_problems(text)


def _read_with_problems(text: str) -> tuple[object, tuple[JsonProblem, ...]]:
    """Return what `read_json` does for a text that may have problems."""
    if not text:
        return None, (JsonProblem("the file is empty", (0, 0), "JSON"),)
    if not text.strip(_WHITESPACE):
        return None, (JsonProblem("the text is only whitespace", (0, 0), "JSON"),)
    loader = _Loader()
    try:
        value = loader.load(text)
    except json.JSONDecodeError as error:
        # How deep the parser goes before it finds the problem depends on the version of Python.
        message = f"invalid JSON: {_reword(error.msg)}"
        not_json = JsonProblem(message, (error.pos, error.pos + 1))
        return None, tuple(_find_excess_depth(text)) or (not_json,)
    except RecursionError:
        return None, tuple(_find_excess_depth(text))
    if loader.is_suspect:
        return None, tuple(find_problems(text))
    return value, ()


def find_problems(text: str) -> Iterator[JsonProblem]:
    """Yield what a JSON parser accepts and this format does not, in the order of the text.

    The text may be invalid after that.
    """
    for token in scan(text):
        if token.depth > MAX_DEPTH:
            yield from _find_excess_depth(text)
            return
        problem = _find_problem(token)
        if problem is not None:
            yield problem


def read_leniently(text: str) -> object:
    """Return the value of a JSON text with problems, with null for each value that is not JSON.

    Return None if it cannot be read at all.
    """
    try:
        return _Loader().load(text)
    except (ValueError, RecursionError):
        return None


def _find_problem(token: JsonToken) -> JsonProblem | None:
    if token.is_duplicate:
        message = f"duplicate property {_shorten(token.text)}"
        return JsonProblem(message, token.span, "each property once in an object")
    if token.text in _CONSTANTS:
        message = f"{token.text} is not a JSON value"
        return JsonProblem(message, token.span, place=token.pointer)
    if token.text[0] not in "-0123456789":
        return None
    if len(token.text) > _LONGEST_NUMBER:
        message = f"the number has {len(token.text):,} digits"
        expected = f"at most {_LONGEST_NUMBER}"
        return JsonProblem(message, token.span, expected, place=token.pointer)
    if _is_out_of_range(token.text):
        message = f"the number {_shorten(token.text)} is out of range"
        return JsonProblem(message, token.span, place=token.pointer)
    return None


def _is_out_of_range(number: str) -> bool:
    try:
        return math.isinf(float(number))
    except ValueError:
        return False


def _find_excess_depth(text: str) -> Iterator[JsonProblem]:
    """Yield a problem at the first bracket that is nested too deep."""
    for token in scan(text):
        if token.depth > MAX_DEPTH:
            message = f"nested more than {MAX_DEPTH} deep"
            yield JsonProblem(message, token.span, "a document, which is nested 8 deep at most")
            return


class _Loader:
    """Load JSON, and note whether there is anything that `find_problems` must look for."""

    def __init__(self) -> None:
        self.is_suspect = False

    def load(self, text: str) -> object:
        """Return the value of a text."""
        value: object = json.loads(
            text,
            object_pairs_hook=self._object,
            parse_constant=self._constant,
            parse_int=self._integer,
            parse_float=self._float,
        )
        return value

    def _object(self, pairs: list[tuple[str, object]]) -> dict[str, object]:
        members = dict(pairs)
        if len(members) < len(pairs):
            self.is_suspect = True
        return members

    def _constant(self, name: str) -> None:
        self.is_suspect = True

    def _integer(self, digits: str) -> int:
        if len(digits) <= _LONGEST_NUMBER:
            return int(digits)
        self.is_suspect = True
        return 0

    def _float(self, digits: str) -> int | float:
        if len(digits) > _LONGEST_NUMBER:
            self.is_suspect = True
        number = float(digits)
        if math.isinf(number):
            self.is_suspect = True
            return 0
        return int(number) if number.is_integer() else number


class _UnusualError(CorpusfmtError):
    """Something that `find_problems` must look for."""


def _strict_object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) < len(pairs):
        raise _UnusualError
    return members


def _refuse(token: str) -> NoReturn:
    raise _UnusualError


def _strict_integer(digits: str) -> int:
    if len(digits) > _LONGEST_NUMBER:
        raise _UnusualError
    return int(digits)


def _strict_float(digits: str) -> int | float:
    number = float(digits)
    if len(digits) > _LONGEST_NUMBER or math.isinf(number):
        raise _UnusualError
    return int(number) if number.is_integer() else number


_STRICT = json.JSONDecoder(
    object_pairs_hook=_strict_object,
    parse_constant=_refuse,
    parse_int=_strict_integer,
    parse_float=_strict_float,
)
"""Reads a text without problems as `_Loader` does; made once, which takes as long as a short text.

It has no state, so that threads can share it.
"""


def _shorten(token: str) -> str:
    if len(token) <= _LONGEST_SHOWN:
        return token
    return f"{token[: _LONGEST_SHOWN - 1]}…"


def _reword(message: str) -> str:
    """Return the parser's message without a capital, and without the "at" before a position."""
    if "BOM" in message:
        return "unexpected byte order mark"
    lower = message[:1].lower() + message[1:]
    return lower.removesuffix(" starting at").removesuffix(" at")
