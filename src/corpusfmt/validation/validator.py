"""Whether a document is valid, and what is wrong with it: by the schema, and by what no schema can say."""

import json
import math
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from corpusfmt.syntax.resources import schema_text
from corpusfmt.validation.messages import Fault, Path, code_point, pointer, shown, subject, word

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator as BulkValidator


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of a document: its JSON pointer (RFC 6901), the fact, and what was expected, if there is more to say.

    The message is printable; the pointer is as the document has it, and names what is there: the object that lacks a
    property, the property that is unknown.
    """

    pointer: str
    message: str
    expected: str | None = None


def is_valid(document: object) -> bool:
    """Return whether the document satisfies the schema and the second look; never raises.

    As in JSON Schema, 2.0 is a whole number and True is not. What JSON cannot hold is not valid; a tuple passes for an
    array, though, and an enum member or a Decimal for its value, as jsonschema_rs has it.
    """
    try:
        return _bulk_validator().is_valid(document) and next(_second_look(document), None) is None
    except Exception:  # jsonschema_rs cannot take it: a lone surrogate, a key that is not text, a type JSON has not
        return False


def problems(document: object) -> tuple[Problem, ...]:
    """Return all that is wrong with the document, in the order of the document; empty exactly where it `is_valid`."""
    if is_valid(document):
        return ()
    faults: list[Fault] = []
    plain = _plain(document, (), faults)
    faults += _schema_faults(plain)
    told = {fault.path for fault in faults}
    faults += [fault for fault in _second_look(plain) if fault.path not in told]
    if not faults:
        faults = [Fault((), "document holds what JSON cannot hold", "an object as a JSON parser returns it")]
    in_order = sorted(dict.fromkeys(faults), key=_place_in(plain))
    return tuple(Problem(pointer(fault.path), fault.message, fault.expected) for fault in in_order)


@cache
def _bulk_validator() -> "BulkValidator":
    from jsonschema_rs import Draft202012Validator

    return Draft202012Validator(json.loads(schema_text()), offline=True)


@cache
def _reference_validator() -> Any:
    from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it ships no types

    return Draft202012Validator(json.loads(schema_text()))


# --- what the schema finds -------------------------------------------------------------------------------------------

# Where one of these fails in an inline list, whether the list shows anything cannot be said.
_UNDECIDED = frozenset({"type", "required", "enum", "minItems", "minLength"})


def _schema_faults(plain: Any) -> Iterator[Fault]:
    errors = [(tuple(error.absolute_path), error) for error in _reference_validator().iter_errors(plain)]
    undecided = {
        path[:steps] for path, error in errors if error.validator in _UNDECIDED for steps in range(len(path) + 1)
    }
    for path, error in errors:
        if error.instance is not _REFUSED and not (error.validator == "contains" and path in undecided):
            yield from word(error, path)


# --- what JSON cannot hold -------------------------------------------------------------------------------------------

_REFUSED = object()  # stands for what JSON cannot hold; no schema takes it for anything
_DEEPEST = 7  # steps from the document to the text of a link, the deepest value the schema looks at
_HUGE = 10**4000  # beyond every bound of the schema, and Python still writes it: its limit is 4,300 digits


def _plain(value: Any, path: Path, faults: list[Fault]) -> Any:
    """Return a copy that jsonschema can take, and add to the faults what JSON cannot hold.

    jsonschema writes whole values into its messages, and so fails on those nested too deep or with too many digits.
    """
    kind = type(value)
    if isinstance(value, dict):
        # A key that is not text is an unknown property under any name.
        return {} if len(path) >= _DEEPEST else {str(k): _plain(v, (*path, str(k)), faults) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [] if len(path) >= _DEEPEST else [_plain(v, (*path, i), faults) for i, v in enumerate(value)]
    if kind is str:
        faults.extend(_find_surrogate(value, path))
        return value
    if kind is int:
        return max(-_HUGE, min(_HUGE, value))
    if kind is bool or value is None or (kind is float and math.isfinite(value)):
        return value
    what = repr(value) if kind is float else f"a Python {shown(kind.__name__)}"
    faults.append(Fault(path, f"{subject(path)} is {what}, which JSON does not have"))
    return _REFUSED


def _find_surrogate(text: str, path: Path) -> Iterator[Fault]:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        name = code_point(text[error.start])
        yield Fault(path, f"{subject(path)} holds a lone surrogate {name} at character {error.start + 1}")


# --- what no schema can say ------------------------------------------------------------------------------------------


def _second_look(document: Any) -> Iterator[Fault]:
    """Yield the dates that no calendar has, and the items whose marker or depth cannot stand there."""
    if isinstance(document, dict):
        yield from _impossible_dates(document)
        body = document.get("body")
        if isinstance(body, (list, tuple)):
            yield from _steep_items(body)


def _impossible_dates(document: dict[str, Any]) -> Iterator[Fault]:
    for name in ("date", "updated"):
        value = document.get(name)
        if isinstance(value, str):
            try:
                date.fromisoformat(value[:10])
            except ValueError:
                yield Fault((name,), f"{name} {shown(value)} is not a day of the calendar", _nearest_days(value))


def _nearest_days(value: str) -> str | None:
    year, month = value[:4], value[5:7]
    if year == "0000":
        return "a year from 0001 to 9999"
    try:
        return f"a day from 01 to {monthrange(int(year), int(month))[1]}"
    except ValueError:  # not the form of a date: the schema has said so
        return None


def _steep_items(body: list[Any] | tuple[Any, ...]) -> Iterator[Fault]:
    deepest = 0
    for index, block in enumerate(body):
        if not isinstance(block, dict) or block.get("type") != "item":
            deepest = 0
            continue
        if "marker" in block:
            yield from _marked_items(index, block)
            deepest = 0
            continue
        depth = block.get("depth", 0)
        if not isinstance(depth, (int, float)):
            depth = _DEEPEST_ITEM  # the schema has said what is wrong, and any depth may follow
        elif depth > deepest:
            yield _steep_item(index, int(depth), deepest)
        deepest = max(0, int(depth)) + 1


def _marked_items(index: int, block: dict[str, Any]) -> Iterator[Fault]:
    for name in ("number", "depth"):
        if name in block:
            yield Fault(("body", index, name), f"an item with a dash has no {name}", f"no '{name}', or no 'marker'")


_DEEPEST_ITEM = 20


def _steep_item(index: int, depth: int, deepest: int) -> Fault:
    before = f"the item before has {deepest - 1}" if deepest else "no item stands before"
    return Fault(
        ("body", index, "depth"),
        f"depth is {depth}, but {before}",
        f"at most {deepest}" if deepest else "no 'depth'",
    )


# --- the order of the document ---------------------------------------------------------------------------------------


def _place_in(document: Any) -> Callable[[Fault], tuple[int, ...]]:
    """Return the sort key of faults: members of lists by their index, properties in the order the document has them."""
    orders: dict[int, dict[str, int]] = {}

    def place(fault: Fault) -> tuple[int, ...]:
        node, places = document, []
        for step in fault.path:
            if isinstance(node, dict) and id(node) not in orders:
                orders[id(node)] = {name: index for index, name in enumerate(node)}
            places.append(step if isinstance(step, int) else orders[id(node)][step])
            node = node[step]
        return tuple(places)

    return place
