"""The front matter of Markdown as other programs write it: YAML, TOML, JSON, or lines of Pandoc."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime

from corpusfmt.convert.foreign_article import ForeignArticle
from corpusfmt.model.errors import CorpusfmtError
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.display import quoted
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

if TYPE_CHECKING:
    from yaml import Node

_YAML = regex(
    r"\ufeff?---[ \t]*\r?\n((?>(?:(?!(?:---|\.\.\.)[ \t]*\r?\n)[^\n]*\n)*))"
    r"(?:---|\.\.\.)[ \t]*(?:\r?\n|$)"
)
_TOML = regex(
    r"\ufeff?\+\+\+[ \t]*\r?\n((?>(?:(?!\+\+\+[ \t]*\r?\n)[^\n]*\n)*))\+\+\+[ \t]*(?:\r?\n|$)"
)
_JSON = regex(r"\ufeff?(\{[ \t]*\r?\n(?>(?:(?!\})[^\n]*\n)*)\})[ \t]*\r?\n(?=\s*[^\s{])")
_PANDOC = regex(
    r"\ufeff?(%[ \t]+\S[^\n]*\n(?>(?:[ \t]+\S[^\n]*\n)*)%[^\n]*\n(?>(?:[ \t]+\S[^\n]*\n)*)"
    r"(?:%[^\n]*\n)?)(?=[ \t\r]*\n)"
)
_PANDOC_KEYS = ("title", "author", "date")

_NESTED = ("params", "extra")
"""The keys of Hugo and of Zola below which a site has its own."""

_TRAFILATURA = frozenset(
    ("title", "author", "url", "hostname", "description", "sitename", "date", "categories")
) | frozenset(("tags", "fingerprint", "id", "license", "image", "pagetype"))
_ONLY_TRAFILATURA = frozenset(("hostname", "sitename", "fingerprint"))
_PLAIN_LINE = regex(r"([a-z]+): ?([^\r\n]*)\r?\n")


class Value(NamedTuple):
    """A value of the front matter: strings, and where it is."""

    strings: tuple[str, ...]
    span: tuple[int, int]


Values = Iterator[tuple[str, Value]]
"""The keys and values, in the order of the text."""


class Front(NamedTuple):
    """Front matter: what it is between its delimiters, where that begins, and where it ends."""

    text: str
    start: int
    end: int
    read: Callable[[str, int], Values]


class FrontMatterError(CorpusfmtError):
    """Front matter that cannot be read; ``place`` is where, in characters of the file."""

    def __init__(self, message: str, place: int, expected: str) -> None:
        super().__init__(message, place, expected)
        self.place = place
        self.expected = expected

    def __str__(self) -> str:
        return str(self.args[0])


def find_front(text: str) -> Front | None:
    """Return the front matter at the start of a text, or None."""
    for pattern, read in _FORMS:
        match = pattern.match(text)
        if match is not None:
            return Front(match[1], match.start(1), match.end(), read)
    return None


def read_front(front: Front, article: ForeignArticle) -> dict[str, Value]:
    """Return the values by their keys in lower case; note problems in the article."""
    found: dict[str, Value] = {}
    try:
        for key, value in front.read(front.text, front.start):
            if key.casefold() in found:
                message = f"{quoted(key)} is repeated, and only the first one read"
                article.warn(value.span, message, "each key once")
            elif value.strings:
                found[key.casefold()] = value
    except FrontMatterError as error:
        article.refuse((error.place, error.place + 1), str(error), error.expected)
        return {}
    return found


def _read_yaml(text: str, offset: int) -> Values:
    lines = _lines_of_trafilatura(text)
    if lines is not None:
        for match in lines:
            strings = (_unquoted(match[2].strip()),) if match[2].strip() else ()
            yield match[1], Value(strings, (offset + match.start(2), offset + match.end(2)))
        return
    for name, value in _pairs_of_yaml(text, offset):
        span = (offset + value.start_mark.index, offset + value.end_mark.index)
        yield str(name.value), Value(tuple(_yaml_strings(value)), span)


def _pairs_of_yaml(text: str, offset: int) -> Iterator[tuple[Node, Node]]:
    """Yield the keys and values of a mapping, and those of the mappings that are looked into."""
    from yaml import MappingNode

    root = _compose(text, offset)
    if not isinstance(root, MappingNode):
        message = "the front matter is not a mapping"
        raise FrontMatterError(message, offset, "a key and a value on each line")
    for key, node in root.value:
        if str(key.value).casefold() in _NESTED and isinstance(node, MappingNode):
            yield from node.value
        else:
            yield key, node


def _compose(text: str, offset: int) -> Node | None:
    from yaml import BaseLoader, MarkedYAMLError, YAMLError, compose

    try:
        root: Node | None = compose(text, BaseLoader)
    except (YAMLError, RecursionError) as error:
        place = offset
        if isinstance(error, MarkedYAMLError) and error.problem_mark is not None:
            place += error.problem_mark.index
        reason = getattr(error, "problem", None) or "nested too deep"
        raise FrontMatterError(f"unreadable front matter: {reason}", place, "YAML") from error
    return root


def _lines_of_trafilatura(text: str) -> list[re.Match[str]] | None:
    """Return the lines of the header of trafilatura; None for other YAML.

    Before version 2.1, it writes titles such as ``Ferry: the return`` without quotes.
    """
    lines = list(_PLAIN_LINE.finditer(text))
    names = {match[1] for match in lines}
    has_others = sum(len(match[0]) for match in lines) != len(text) or len(names) != len(lines)
    is_its_own = not has_others and names <= _TRAFILATURA
    return lines if is_its_own and names & _ONLY_TRAFILATURA else None


def _unquoted(value: str) -> str:
    """Return a value of trafilatura, which later versions write as JSON if it needs quotes."""
    if not value.startswith('"'):
        return value
    try:
        return str(json.loads(value))
    except ValueError:
        return value


def _yaml_strings(node: Node) -> Iterator[str]:
    """Yield the strings of a value; an author can be a mapping with a name."""
    from yaml import MappingNode, ScalarNode, SequenceNode

    if isinstance(node, ScalarNode):
        if node.value.strip() and node.value not in ("null", "~"):
            yield node.value
    elif isinstance(node, SequenceNode):
        for member in node.value:
            if not isinstance(member, SequenceNode):
                yield from _yaml_strings(member)
    elif isinstance(node, MappingNode):
        for key, value in node.value:
            if key.value == "name" and isinstance(value, ScalarNode):
                yield value.value


def _read_toml(text: str, offset: int) -> Values:
    import tomllib

    try:
        values = tomllib.loads(text.replace("\r\n", "\n"))
    except (ValueError, RecursionError) as error:
        raise FrontMatterError(f"unreadable front matter: {error}", offset, "TOML") from error
    yield from _of_mapping(values, text, offset)


def _read_json(text: str, offset: int) -> Values:
    try:
        values = json.loads(text)
    except json.JSONDecodeError as error:
        message = f"unreadable front matter: {error.msg}"
        raise FrontMatterError(message, offset + error.pos, "JSON") from error
    except (ValueError, RecursionError) as error:
        raise FrontMatterError("unreadable front matter", offset, "JSON") from error
    yield from _of_mapping(values, text, offset)


def _of_mapping(values: Mapping[str, object], text: str, offset: int) -> Values:
    for key, value in values.items():
        if key.casefold() in _NESTED and isinstance(value, Mapping):
            yield from _of_mapping(value, text, offset)
            continue
        line = re.search(rf"(?m)^[ \t]*\"?{re.escape(key)}\"?[ \t]*[=:].*$", text)
        span = (0, 1) if line is None else (line.start(), line.end())
        yield key, Value(tuple(_strings(value)), (offset + span[0], offset + span[1]))


def _strings(value: object) -> Iterator[str]:
    """Yield the strings of a value, as `_yaml_strings` does."""
    if isinstance(value, (date, datetime)):
        yield value.isoformat()
    elif isinstance(value, (str, int, float)) and not isinstance(value, bool):
        yield from filter(str.strip, [str(value)])
    elif isinstance(value, list):
        for member in value:
            yield from _strings(member)
    elif isinstance(value, Mapping) and isinstance(value.get("name"), str):
        yield value["name"]


def _read_pandoc(text: str, offset: int) -> Values:
    """Yield the title, the authors and the date, each of which can go on on indented lines."""
    start = 0
    for key, part in zip(_PANDOC_KEYS, re.split(r"(?m)^%", text)[1:], strict=False):
        end = start + 1 + len(part)
        lines = [line.strip() for line in part.split("\n") if line.strip()]
        joined = lines if key == "author" else [" ".join(lines)]
        yield key, Value(tuple(filter(None, joined)), (offset + start, offset + end))
        start = end


_FORMS = ((_YAML, _read_yaml), (_TOML, _read_toml), (_JSON, _read_json), (_PANDOC, _read_pandoc))
"""How front matter begins and ends, and how it is read."""
