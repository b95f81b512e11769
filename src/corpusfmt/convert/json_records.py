"""The records of a JSON file: one object, an array of them, or an object of such arrays."""

from __future__ import annotations

from collections.abc import Mapping

from corpusfmt.convert.json_text import JsonProblem, read_json, read_leniently
from corpusfmt.convert.kinds import are_rows

WHITESPACE = " \t\r\n"

_FIRST, _NEAR = 20, 1000
"""How many records are looked at to guess what they are, and how near the second one begins."""

_GRAPH = "@graph"
"""The nodes of JSON-LD, which refer to each other."""

_RESULTS = frozenset(("articles", "results", "docs", "hits", "news", "records", "rows"))
"""Where the answers of services have their records, beside numbers and such."""

_WRAPPED, _INDEX = "_source", "_index"


def read_foreign_json(text: str) -> tuple[object, tuple[JsonProblem, ...]]:
    """Return the value of a JSON text as `read_json` does, where other programs are less strict.

    Python writes NaN where a value is missing, which is null here, and numbers of any length.
    """
    value, found = read_json(text)
    if found and all(one.place is not None for one in found):
        return read_leniently(text), ()
    return value, found


def first_records(text: str) -> list[object]:
    """Return the first records of a JSON text; none where there is none."""
    lines = text.lstrip(WHITESPACE).split("\n", _FIRST)
    first = lines[0].encode("utf-8", "replace")
    rest = "\n".join(lines[1:])[:_NEAR].encode("utf-8", "replace")
    tried = lines[:_FIRST] if are_rows(first, rest) else lines[:1]
    records = [record for line in tried for record in _records_in(line)]
    return (records or _records_in(text))[:_FIRST]


def _records_in(text: str) -> list[object]:
    value, found = read_foreign_json(text)
    return [] if found else [record for _, record in records_of(value)[:_FIRST]]


def first_record(text: str) -> object:
    """Return the first record of a JSON text, or None where there is none."""
    return next(iter(first_records(text)), None)


def records_of(value: object) -> list[tuple[str, object]]:
    """Return the records of a file, each with its place."""
    if isinstance(value, list):
        return [unwrapped(member, f"/{index}") for index, member in enumerate(value)]
    if not isinstance(value, dict) or not value:
        return [("", value)]
    if all(isinstance(one, dict) for one in value.values()):
        return [unwrapped(one, f"/{_escaped(name)}") for name, one in value.items()]
    listed = _find_results(value)
    if listed is not None:
        return [unwrapped(one, f"/{listed}/{index}") for index, one in enumerate(value[listed])]
    return _of_arrays(value)


def _of_arrays(value: Mapping[str, object]) -> list[tuple[str, object]]:
    """Return the records of an object of arrays of objects, or the object as the only record."""
    records: list[tuple[str, object]] = []
    for name, members in value.items():
        if not isinstance(members, list) or not members or name == _GRAPH:
            return [unwrapped(value, "")]
        if not isinstance(members[0], dict):
            return [unwrapped(value, "")]
        for index, member in enumerate(members):
            records.append((f"/{name}/{index}", member))
    return records


def _escaped(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")


def _find_results(value: dict[str, object]) -> str | None:
    """Return the property that has the records, beside others that only count them; or None."""
    if _RESULTS.isdisjoint(value):  # as in nearly every record
        return None
    found = [name for name in _RESULTS if isinstance(value.get(name), list) and value[name]]
    others = [one for name, one in value.items() if name not in found]
    is_only_counted = not any(isinstance(one, (dict, list)) for one in others)
    return found[0] if len(found) == 1 and others and is_only_counted else None


def unwrapped(record: object, place: str) -> tuple[str, object]:
    """Return the place of a record and the record, or of the one that Elasticsearch wraps in it."""
    if isinstance(record, dict) and _WRAPPED in record and _INDEX in record:
        return f"{place}/{_WRAPPED}", record[_WRAPPED]
    return place, record
