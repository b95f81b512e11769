"""Where the values of a JSON text are, by their JSON pointers."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator

from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex
from corpusfmt.text.values import dataclass, field

Span = tuple[int, int]
"""The start and the end, in characters of the text."""

_TOKEN = regex(
    r'"(?>(?:[^"\\]++|\\.)*)"?|[{}\[\]:,]|[^\s{}\[\]:,"]++',
    re.DOTALL,
)


_OPENING = ("{", "[")
_CLOSING = ("}", "]")


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


@dataclass(slots=True)
class _Container:
    """An open array or object: the index or the name of its current member."""

    pointer: str
    is_object: bool
    index: int = 0
    name: str | None = None
    names: set[str] = field(default_factory=set)

    @property
    def needs_name(self) -> bool:
        """Whether the next token is the name of a member."""
        return self.is_object and self.name is None

    def end_member(self) -> None:
        """Go on to the next member."""
        self.index += 1
        self.name = None

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
        if token in _CLOSING:
            del containers[-1:]
        elif token == ",":
            if containers:
                containers[-1].end_member()
        elif containers and containers[-1].needs_name:
            yield _read_name(containers[-1], match, len(containers))
        elif token != ":":
            yield _read_value(containers, match)


def find_positions(text: str, pointers: Collection[str]) -> dict[str, Span]:
    """Return the spans of the values at JSON pointers, and that of the root.

    An array or object has the span of its opening bracket. A value that does not exist has the
    span of its nearest ancestor that does.
    """
    return RecordPositions(text).find("", {*pointers, ""})


class RecordPositions:
    """Where the values of the records of a JSON text are.

    The records are requested in the order of the text, so that the text is scanned once for all.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens: Iterator[JsonToken] | None = None  # the scan of the text, once it has begun
        self._token: JsonToken | None = None  # read, and not used yet

    def find(self, record: str, pointers: Collection[str]) -> dict[str, Span]:
        """Return the spans of values of the record at a pointer, as `find_positions` does."""
        wanted: set[str] = set()
        for pointer in pointers:
            wanted.update(_ancestors(pointer))
        spans: dict[str, Span] = {}
        for token in self._tokens_of(record):
            if not token.is_name and token.pointer in wanted:
                spans[token.pointer] = token.span
        found: dict[str, Span] = {}
        for pointer in pointers:
            known = (spans[one] for one in _ancestors(pointer) if one in spans)
            found[pointer] = next(known, (0, 0))
        return found

    def _tokens_of(self, record: str) -> Iterator[JsonToken]:
        """Yield the names and values of a record; skip those before it."""
        if self._tokens is None:
            self._tokens = scan(self._text)
        below = f"{record}/"
        is_reached = False
        while True:
            token = self._token or next(self._tokens, None)
            self._token = token
            is_inside = token is not None and f"{token.pointer}/".startswith(below)
            if token is None or (is_reached and not is_inside):
                return
            if is_inside:
                is_reached = True
                yield token
            self._token = None


@dataclass(slots=True)
class RecordPlace:
    """Where a record is in a JSON text: its pointer, and what finds the places of its values."""

    pointer: str
    positions: RecordPositions


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


def _read_value(containers: list[_Container], match: re.Match[str]) -> JsonToken:
    """Return the token of a value, and open it if it is an array or object."""
    token = match[0]
    pointer = ""
    if containers:
        pointer = containers[-1].member_pointer()
    if token in _OPENING:
        containers.append(_Container(pointer, token == "{"))
    return JsonToken(pointer, token, match.span(), len(containers))


def _ancestors(pointer: str) -> Iterator[str]:
    """Yield a pointer and those of the values that contain it, up to the root's, which is empty."""
    while pointer:
        yield pointer
        pointer = pointer.rpartition("/")[0]
    yield ""
