"""Where the values of a JSON text are, by their JSON pointers."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

Span = tuple[int, int]
"""The start and the end, in characters of the text."""

_TOKEN = re.compile(
    r'"(?>(?:[^"\\]++|\\.)*)"?|[{}\[\]:,]|[^\s{}\[\]:,"]++',
    re.DOTALL,
)


class JsonToken(NamedTuple):
    """A value, or the name of a property, in a JSON text.

    The token of an array or object is its opening bracket. ``depth`` counts the open brackets,
    ``is_duplicate`` marks a name that its object has already.
    """

    pointer: str
    text: str
    span: Span
    depth: int
    is_name: bool = False
    is_duplicate: bool = False


@dataclass
class _Container:
    """An open array or object: the index or the name of its current member."""

    pointer: str
    is_object: bool
    index: int = 0
    name: str | None = None
    names: set[str] = field(default_factory=set)

    def member_pointer(self) -> str:
        """Return the pointer of the current member."""
        if self.name is None:
            return f"{self.pointer}/{self.index}"
        step = self.name.replace("~", "~0").replace("/", "~1")
        return f"{self.pointer}/{step}"


def scan(text: str) -> Iterator[JsonToken]:
    """Yield every name and value of a JSON text in order; what is not JSON is skipped."""
    containers: list[_Container] = []
    for match in _TOKEN.finditer(text):
        token = match[0]
        container = containers[-1] if containers else None
        if token in ("}", "]"):
            del containers[-1:]
        elif token == ",":
            if container is not None:
                container.index += 1
                container.name = None
        elif container is not None and container.is_object and container.name is None:
            yield _read_name(container, match, len(containers))
        elif token != ":":
            pointer = "" if container is None else container.member_pointer()
            if token in ("{", "["):
                containers.append(_Container(pointer, token == "{"))
            yield JsonToken(pointer, token, match.span(), len(containers))


def find_positions(text: str, pointers: Collection[str]) -> dict[str, Span]:
    """Return the spans of the values at JSON pointers, and that of the root.

    An array or object has the span of its opening bracket. A value that does not exist has the
    span of its nearest ancestor that does.
    """
    wanted = {""}
    for pointer in pointers:
        wanted.update(_ancestors(pointer))
    spans: dict[str, Span] = {}
    for token in scan(text):
        if not token.is_name and token.pointer in wanted:
            spans[token.pointer] = token.span
    if not spans:
        spans[""] = (0, 0)
    found: dict[str, Span] = {}
    for pointer in (*pointers, ""):
        nearest = next(ancestor for ancestor in _ancestors(pointer) if ancestor in spans)
        found[pointer] = spans[nearest]
    return found


def _read_name(container: _Container, match: re.Match[str], depth: int) -> JsonToken:
    try:
        name = str(json.loads(match[0], strict=False))
    except ValueError:
        name = match[0]
    is_duplicate = name in container.names
    container.name = name
    container.names.add(name)
    pointer = container.member_pointer()
    return JsonToken(
        pointer, match[0], match.span(), depth, is_name=True, is_duplicate=is_duplicate
    )


def _ancestors(pointer: str) -> Iterator[str]:
    """Yield a pointer and those of the values that contain it, up to the root's, which is empty."""
    while pointer:
        yield pointer
        pointer = pointer.rpartition("/")[0]
    yield ""
