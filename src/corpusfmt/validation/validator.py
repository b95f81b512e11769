"""Validate documents: against the schema, and against what a schema cannot express."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache

from corpusfmt.syntax.dates.days import is_day
from corpusfmt.syntax.resources import schema_text
from corpusfmt.text.annotations import TYPE_CHECKING, Protocol
from corpusfmt.text.parsed import parse_json
from corpusfmt.text.values import dataclass
from corpusfmt.validation.messages import (
    Failure,
    Path,
    PathProblem,
    code_point,
    describe,
    label,
    pointer,
    shown,
)

if TYPE_CHECKING:
    from typing import TypeGuard

    from jsonschema_rs import Draft202012Validator as BulkValidator

    from corpusfmt.model.document import Document


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem of a document: its JSON pointer (RFC 6901), the fact, what was expected.

    The message is printable; the pointer is that of what is there: the object that lacks a
    property, the property that is unknown.
    """

    pointer: str
    message: str
    expected: str | None = None


def is_valid(document: object) -> TypeGuard[Document]:
    """Return whether the document satisfies the schema and the other checks; never raise.

    As in JSON Schema, 2.0 is a whole number and True is not. What JSON cannot represent is invalid;
    jsonschema_rs takes a tuple for an array, though, and an enum member or a Decimal for its value.
    """
    try:
        if not _satisfies_schema(document):
            return False
        return next(_other_problems(document), None) is None
    except ImportError:  # of a module that this needs
        raise
    except Exception:  # jsonschema_rs takes no lone surrogate, no key that is not text
        return False


def problems(document: object) -> tuple[Problem, ...]:
    """Return every problem of the document, in its order; empty exactly where ``is_valid``."""
    if is_valid(document):
        return ()
    found: list[PathProblem] = []
    plain = _plain(document, (), found)
    found += _schema_problems(plain)
    known = {problem.path for problem in found}
    found += [problem for problem in _other_problems(plain) if problem.path not in known]
    if not found:
        expected = "an object as a JSON parser returns it"
        found = [PathProblem((), "document contains what JSON cannot represent", expected)]
    in_order = sorted(dict.fromkeys(found), key=_order_of(plain))
    return tuple([Problem(pointer(one.path), one.message, one.expected) for one in in_order])


_small_uses = iter(range(1))


def _satisfies_schema(document: object) -> bool:
    """Return whether the schema accepts a document; the first of a process without jsonschema_rs.

    A run with several processes loads it before these are forked: see `BatchWork`.
    """
    if next(_small_uses, None) is not None:
        from corpusfmt.validation.small_validator import UnsureError, accepts

        try:
            return accepts(document)
        except UnsureError:
            pass
    return _bulk_validator().is_valid(document)


@cache
def _bulk_validator() -> BulkValidator:
    from jsonschema_rs import Draft202012Validator

    return Draft202012Validator(parse_json(schema_text()), offline=True)


class _SchemaError(Failure, Protocol):
    """The used part of ``jsonschema.ValidationError``."""

    absolute_path: Iterable[str | int]


class _ReferenceValidator(Protocol):
    def iter_errors(self, instance: object) -> Iterator[_SchemaError]: ...


@cache
def _reference_validator() -> _ReferenceValidator:
    from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it ships no types

    validator: _ReferenceValidator = Draft202012Validator(parse_json(schema_text()))
    return validator


# What the schema finds

# Where one of these fails in an inline list, it is not known whether the list shows anything.
_UNDECIDED = frozenset({"type", "required", "enum", "minItems", "minLength"})


def _schema_problems(plain: object) -> Iterator[PathProblem]:
    errors: list[tuple[Path, Failure]] = []
    undecided: set[Path] = set()
    for error in _reference_validator().iter_errors(plain):
        path = tuple(error.absolute_path)
        errors.append((path, error))
        if error.validator in _UNDECIDED:
            undecided.update(path[:steps] for steps in range(len(path) + 1))
    for path, failure in errors:
        is_undecided = failure.validator == "contains" and path in undecided
        if failure.instance is not _REFUSED and not is_undecided:
            yield from describe(failure, path)


# What json cannot hold

_REFUSED = object()  # replaces what JSON cannot represent; no schema accepts it
_DEEPEST = 7  # steps from the document to the text of a link, the deepest value the schema looks at
_HUGE = 10**4000
"""Beyond every bound of the schema, and Python still writes it: its limit is 4,300 digits."""


def _plain(value: object, path: Path, found: list[PathProblem]) -> object:
    """Return a copy that jsonschema can take, and add to ``found`` what JSON cannot represent.

    jsonschema writes whole values into its messages, and so fails on those nested too deep or with
    too many digits.
    """
    if isinstance(value, dict):
        return _plain_object(value, path, found)
    if isinstance(value, (list, tuple)):
        items = () if len(path) >= _DEEPEST else value
        return [_plain(item, (*path, index), found) for index, item in enumerate(items)]
    return _plain_value(value, path, found)


def _plain_value(value: object, path: Path, found: list[PathProblem]) -> object:
    if type(value) is str:
        found.extend(_find_surrogate(value, path))
        return value
    if type(value) is int:
        return max(-_HUGE, min(_HUGE, value))
    if type(value) is bool or value is None:
        return value
    if type(value) is float and math.isfinite(value):
        return value
    what = repr(value) if type(value) is float else f"a Python {shown(type(value).__name__)}"
    found.append(PathProblem(path, f"{label(path)} is {what}, which JSON does not have"))
    return _REFUSED


def _plain_object(
    members: Mapping[object, object], path: Path, found: list[PathProblem]
) -> dict[str, object]:
    """Return the copy of an object; a key that is not text is an unknown property by any name."""
    plain: dict[str, object] = {}
    if len(path) >= _DEEPEST:
        return plain
    for name, member in members.items():
        plain[str(name)] = _plain(member, (*path, str(name)), found)
    return plain


def _find_surrogate(text: str, path: Path) -> Iterator[PathProblem]:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        name = code_point(text[error.start])
        yield PathProblem(
            path, f"{label(path)} contains a lone surrogate {name} at character {error.start + 1}"
        )


# What a schema cannot express


def _other_problems(document: object) -> Iterator[PathProblem]:
    """Yield dates that are not in the calendar, and items that are too deep."""
    if isinstance(document, dict):
        yield from _impossible_dates(document)
        body = document.get("body")
        if isinstance(body, (list, tuple)):
            yield from _steep_items(body)


def _impossible_dates(document: Mapping[str, object]) -> Iterator[PathProblem]:
    for name in ("date", "updated"):
        value = document.get(name)
        if isinstance(value, str) and not _is_day(value[:10]):
            message = f"{name} {shown(value)} is not a day of the calendar"
            yield PathProblem((name,), message, _nearest_days(value))


def _is_day(written: str) -> bool:
    try:
        year, month, day = map(int, written.split("-"))
    except ValueError:
        return False
    return is_day(year, month, day)


def _nearest_days(value: str) -> str | None:
    year, month = value[:4], value[5:7]
    if year == "0000":
        return "a year from 0001 to 9999"
    from calendar import monthrange

    try:
        return f"a day from 01 to {monthrange(int(year), int(month))[1]}"
    except ValueError:  # not the form of a date, which the schema reports
        return None


def _steep_items(body: Sequence[object]) -> Iterator[PathProblem]:
    deepest = 0
    for index, block in enumerate(body):
        if not isinstance(block, dict) or block.get("type") != "item":
            deepest = 0
            continue
        depth = block.get("depth", 0)
        if not isinstance(depth, (int, float)):
            depth = _DEEPEST_ITEM  # the schema reports it, and any depth may follow
        elif depth > deepest:
            yield _steep_item(index, int(depth), deepest)
        deepest = max(0, int(depth)) + 1


_DEEPEST_ITEM = 20


def _steep_item(index: int, depth: int, deepest: int) -> PathProblem:
    path = ("body", index, "depth")
    if not deepest:
        return PathProblem(path, f"depth is {depth}, but no item precedes it", "no 'depth'")
    message = f"depth is {depth}, but the preceding item has {deepest - 1}"
    return PathProblem(path, message, f"at most {deepest}")


# The order of the document


def _order_of(document: object) -> Callable[[PathProblem], tuple[int, ...]]:
    """Return the sort key that puts problems in the order of the document."""
    orders: dict[int, dict[str, int]] = {}

    def place(problem: PathProblem) -> tuple[int, ...]:
        node = document
        places: list[int] = []
        for step in problem.path:
            if isinstance(node, dict):
                if id(node) not in orders:
                    orders[id(node)] = {name: index for index, name in enumerate(node)}
                places.append(orders[id(node)][str(step)])
                node = node[step]
            elif isinstance(node, list) and isinstance(step, int):
                places.append(step)
                node = node[step]
        return tuple(places)

    return place
