"""Objects of JSON as this package stores them: one on a line, in ASCII."""

from __future__ import annotations

import json
from collections.abc import Mapping


def format_line(value: Mapping[str, object]) -> bytes:
    """Return an object as a line of JSON."""
    return json.dumps(value).encode("ascii") + b"\n"


def parse_object(data: bytes | str) -> dict[str, object] | None:
    """Return the object in a JSON text, or None if it is not JSON or not an object."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None
