"""The records of a JSON file: one object, an array of them, or an object of such arrays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from corpusfmt.convert.json_text import read_json

WHITESPACE = " \t\r\n"


def first_record(text: str) -> object:
    """Return the first record of a JSON text, or None where there is none."""
    line = text.lstrip(WHITESPACE).partition("\n")[0]
    for part in (line, text):
        value, found = read_json(part)
        if not found:
            return next((record for _, record in records_of(value)), None)
    return None


def records_of(value: object) -> Iterator[tuple[str, object]]:
    """Yield the records of a file, each with its place."""
    if isinstance(value, list):
        for index, member in enumerate(value):
            yield f"/{index}", member
    elif isinstance(value, Mapping) and value and all(map(_is_array_of_records, value.values())):
        for name, members in value.items():
            for index, member in enumerate(members):
                yield f"/{name}/{index}", member
    else:
        yield "", value


def _is_array_of_records(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], Mapping)
