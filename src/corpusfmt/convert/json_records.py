"""The records of a JSON file: one object, an array of them, or an object of such arrays."""

from __future__ import annotations

from corpusfmt.convert.json_text import read_json

WHITESPACE = " \t\r\n"


def first_record(text: str) -> object:
    """Return the first record of a JSON text, or None where there is none."""
    line = text.lstrip(WHITESPACE).partition("\n")[0]
    for part in (line, text):
        value, found = read_json(part)
        if not found:
            records = records_of(value)
            return records[0][1] if records else None
    return None


def records_of(value: object) -> list[tuple[str, object]]:
    """Return the records of a file, each with its place."""
    if isinstance(value, list):
        return [(f"/{index}", member) for index, member in enumerate(value)]
    if not isinstance(value, dict) or not value:
        return [("", value)]
    records: list[tuple[str, object]] = []
    for name, members in value.items():
        if not isinstance(members, list) or not members or not isinstance(members[0], dict):
            return [("", value)]
        for index, member in enumerate(members):
            records.append((f"/{name}/{index}", member))
    return records
