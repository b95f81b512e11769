"""What is checked: one text, its bytes if it has any, and what is found out about it no sooner than a rule asks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain
from typing import Any, Generic, NamedTuple, TypeVar

from corpusfmt.builder import Reading
from corpusfmt.diagnostic import Finding, Fix
from corpusfmt.files import Decoded, decode, lossy_text
from corpusfmt.inline import plain_text
from corpusfmt.parser import Token
from corpusfmt.printable import printable
from corpusfmt.serializer import write_document
from corpusfmt.source import SourceText
from corpusfmt.validator import Problem, problems

_LONGEST = 60
_HOST = re.compile(r"(?i:https?)://(?:[^/?#\s]*@)?([^/?#\s:@]+)")
NO_OPTIONS: Mapping[tuple[str, str], Any] = {}
"""What the settings say of the rules' options where they say nothing: ``(rule, option)`` to the value."""

_NEEDED = {"title": "-", "body": [{"type": "separator"}]}
"""What every article has, with something that stands for it where it is missing."""


Value = TypeVar("Value", bool, int, float, str, tuple[str, ...])
"""What an option may be."""


@dataclass(frozen=True, slots=True)
class Option(Generic[Value]):
    """What the settings may say of a rule: ``[rules.RULE]``, ``name = value``; the default's type is the value's.

    A number lies between ``least`` and ``most``; a text is one of ``pattern``, and so is each text of several.
    """

    rule: str
    name: str
    default: Value
    help: str
    least: float = 0
    most: float | None = None
    pattern: str = ".*"


class Block(NamedTuple):
    """A block of the body: its number, its type, what it says without its marks, itself, and its token in the text."""

    number: int
    type: str
    text: str
    node: dict[str, Any]
    token: Token


_BLOCK = partial(tuple.__new__, Block)
"""Makes a block of its five parts at half the cost of naming them."""


def _said(node: Mapping[str, Any]) -> str:
    content = node.get("content")
    if not content:
        return ""
    if len(content) == 1 and "text" in content[0]:  # as in most blocks
        text: str = content[0]["text"]
        return text
    return plain_text(content)


class Subject:
    """A text under examination.

    ``text`` is what offsets count in. Bytes that are not UTF-8 stand in it as U+FFFD, and a file that is UTF-16 or
    UTF-32 is read as that (``wide`` is its encoding), so that its other faults are found too.
    """

    def __init__(
        self,
        content: str | bytes,
        name: str = "-",
        require: Sequence[str] = (),
        options: Mapping[tuple[str, str], Any] = NO_OPTIONS,
    ) -> None:
        self.name = name
        self.require = tuple(require)
        self.options = options
        self.decoded = decode(content) if isinstance(content, bytes) else Decoded(content, (), None)
        self.wide = _wide(self.decoded)
        self.text = _readable(content, self.decoded, self.wide)
        self.source = SourceText(self.text, name)

    @property
    def is_text(self) -> bool:
        """Whether the content is well-formed: text, or bytes that are UTF-8."""
        return self.decoded.text is not None and self.wide is None

    @cached_property
    def reading(self) -> Reading:
        """The document as it is read, and its places."""
        return Reading(self.text)

    @cached_property
    def canonical(self) -> str:
        """The canonical text of the document; empty where nothing in the text is visible."""
        return write_document(self.reading.document)

    @cached_property
    def lacks(self) -> tuple[str, ...]:
        """The parts that an article must have and the document has not: title, body."""
        return tuple(name for name in _NEEDED if not self.reading.document.get(name))

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What the schema and the calendar say against the document, but for what it lacks.

        Only a few of all documents fail, and to word a failure takes a hundred times as long as to see that there is
        none. So what texts commonly lack is not asked for: a large file without a title costs no more than others.
        """
        return problems(self.reading.document | {name: _NEEDED[name] for name in self.lacks})

    @property
    def is_empty(self) -> bool:
        """Whether nothing in the text is visible."""
        return not self.canonical

    def option(self, option: Option[Value]) -> Value:
        """What the settings say of an option, or its default."""
        value: Value = self.options.get((option.rule, option.name), option.default)
        return value

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the body, in order, with what each says. ``span`` has their places."""
        body, tokens = self.reading.document["body"], self.reading.body_tokens
        types = [node["type"] for node in body]
        texts = [_said(node) for node in body]
        return tuple(map(_BLOCK, zip(range(len(body)), types, texts, body, tokens, strict=True)))

    @cached_property
    def said(self) -> str:
        """All that the blocks say, with nothing between them: to see that a character stands in none of them."""
        return "".join([block.text for block in self.blocks])

    @cached_property
    def headings(self) -> tuple[Block, ...]:
        """The headings of the body."""
        return tuple([block for block in self.blocks if block.type == "heading"])

    def span(self, block: Block) -> tuple[int, int]:
        """Where the visible text of a block stands: start and end in characters of ``text``."""
        return self.reading.span(block.token)

    @cached_property
    def host(self) -> str:
        """The host of the article's own address, in lower case and without "www."; empty where there is none."""
        return host_of(self.reading.document.get("url", ""))

    @cached_property
    def after_gap(self) -> Token | None:
        """The first token after the gap: what is known of the credit, or the first block of the body."""
        tokens = iter(self.reading.tokens)
        return next((next(tokens, None) for token in tokens if token.type == "GAP"), None)

    @cached_property
    def tokens_by_type(self) -> Mapping[str, list[Token]]:
        """The tokens of each type that the text has, in the order of the text."""
        tokens: dict[str, list[Token]] = {}
        for token in self.reading.tokens:
            tokens.setdefault(token.type, []).append(token)
        return tokens

    def tokens(self, *types: str) -> Iterator[Token]:
        """The tokens of these types, in the order of the text."""
        found = [self.tokens_by_type[type_] for type_ in types if type_ in self.tokens_by_type]
        if len(found) < 2:
            return iter(found[0] if found else ())
        return iter(sorted(chain.from_iterable(found), key=lambda token: token.start_pos))

    def token(self, type_: str) -> Token | None:
        """The first token of a type, if there is one."""
        tokens = self.tokens_by_type.get(type_)
        return tokens[0] if tokens else None

    def place(self, pointer: str) -> tuple[int, int]:
        """Where a part of the document stands, or else the nearest part it belongs to, or else the title."""
        while pointer:
            if pointer in self._places:
                return self._places[pointer]
            pointer = pointer.rpartition("/")[0]
        return self._places.get("/title") or self._first_line()

    @cached_property
    def _places(self) -> dict[str, tuple[int, int]]:
        return self.reading.places()

    def _first_line(self) -> tuple[int, int]:
        start = len(self.text) - len(self.text.lstrip("\ufeff \t\r\n"))
        end = self.text.find("\n", start)
        return (start, end if end >= 0 else len(self.text)) if start < len(self.text) else (0, 0)


def find(
    rule: str,
    message: str,
    span: tuple[int, int],
    expected: str | None = None,
    *,
    fix: Fix | None = None,
    pointer: str | None = None,
) -> Finding:
    """A finding of a rule at a span, with what was expected there."""
    return Finding(rule, message, span[0], span[1], expected, pointer, fix)


def host_of(address: str) -> str:
    """The host of an http(s) address, in lower case and without "www."; empty where it has none."""
    match = _HOST.match(address)
    return match[1].lower().removeprefix("www.") if match else ""


def quoted(text: str) -> str:
    """The text in quotation marks, cut at 60 characters; what cannot be seen as an escape."""
    return f"“{printable(text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…')}”"


def _wide(decoded: Decoded) -> str | None:
    encoding = decoded.encoding
    return encoding if encoding is not None and encoding.startswith(("utf-16", "utf-32")) else None


def _readable(content: str | bytes, decoded: Decoded, wide: str | None) -> str:
    if isinstance(content, str):
        return content
    if wide is not None:
        return content.decode(wide, "replace")
    return decoded.text if decoded.text is not None else lossy_text(content)
