"""What is checked: one text, its bytes if it has any, and what is found out about it no sooner than a rule asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from operator import itemgetter
from typing import Any, Generic, NamedTuple, TypeVar

from corpusfmt.lint.hyphens import Hyphens, find_hyphens
from corpusfmt.model.diagnostic import Finding
from corpusfmt.syntax.date_order import NO_ORDERS, DateOrders, host_of
from corpusfmt.syntax.grammar import Token
from corpusfmt.syntax.inline import plain_text
from corpusfmt.syntax.reading import Reading
from corpusfmt.syntax.writer import is_surely_canonical, write_document
from corpusfmt.text.decode import Decoded, decode, decode_plain, lossy_text
from corpusfmt.text.display import printable
from corpusfmt.text.edits import Fix
from corpusfmt.text.reencoding import reencoded
from corpusfmt.text.source import SourceText
from corpusfmt.validation.validator import Problem, problems

SHORT, HEAD = 100, 4
"""The most characters of what is short, and how many are its head."""

_TYPE, _HEAD, _END = itemgetter("type"), itemgetter(slice(HEAD)), itemgetter(slice(-1, None))
_LONGEST = 60
NO_OPTIONS: Mapping[tuple[str, str], Any] = {}
"""What the settings say of the rules' options where they say nothing: ``(rule, option)`` to the value."""

_EMPTY = 2
_NEEDED = {"title": "-", "body": [{"type": "separator"}]}
"""What every article has, with something that stands for it where it is missing."""


NOT_UTF8, UNREADABLE, NOT_ASCII, NOT_CANONICAL = "not UTF-8", "unreadable", "not ASCII", "not canonical"
IN_HEADER, NO_ADDRESS, REQUIRED = "in the header", "no address", "required"
"""What a rule may need, besides signs and parts of the document: bytes that are no UTF-8, a character
that no document holds or that cannot be seen, one beyond ASCII, any difference from the canonical text; text between
the header and the gap; no address of the article's own; parts that the policy requires."""

Made = TypeVar("Made")
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


class view(Generic[Made]):  # noqa: N801 - used as `property` is
    """What is made of a subject when it is first asked for, and kept: ``functools.cached_property`` without its lock.

    The lock (up to Python 3.11) costs more than most of what is made here. A subject belongs to one thread.
    """

    def __init__(self, make: Callable[[Any], Made]) -> None:
        self.make = make
        self.name = make.__name__
        self.__doc__ = make.__doc__

    def __get__(self, subject: Any, _: type) -> Made:
        made = subject.__dict__[self.name] = self.make(subject)
        return made


class Subject:
    """A text under examination.

    ``text`` is what offsets count in. A file that is wholly in another encoding (``foreign``) is read in that, so that
    its other problems are found too; other bytes that are not UTF-8 are U+FFFD in it. ``is_text`` says whether the
    content is well-formed: text, or bytes that are UTF-8.
    """

    def __init__(
        self,
        content: str | bytes,
        name: str = "-",
        require: Sequence[str] = (),
        options: Mapping[tuple[str, str], Any] = NO_OPTIONS,
        date_orders: DateOrders = NO_ORDERS,
    ) -> None:
        self.name = name
        self.require = tuple(require)
        self.options = options
        self.date_orders = date_orders
        self._content = content
        self.is_text = True
        if isinstance(content, str):
            self.text = content
        else:
            self.text = decode_plain(content) or self._decode_others(content)

    def __reduce__(self) -> tuple[type[Subject], tuple[Any, ...]]:
        # What was derived from the content is derived again in a copy: some of it cannot be pickled.
        return Subject, (self._content, self.name, self.require, self.options, self.date_orders)

    def read_dates_by(self, orders: DateOrders) -> None:
        """Let numeric dates be read by these orders; what was derived from another reading is derived again."""
        if orders == self.date_orders:
            return
        self.date_orders = orders
        for name, member in vars(Subject).items():
            if isinstance(member, view):
                self.__dict__.pop(name, None)

    @view
    def source(self) -> SourceText:
        """The text with its lines, to say where something stands."""
        return SourceText(self.text, self.name)

    def _line_after_gap(self) -> str:
        """The paragraph that was read directly after the gap, and before an empty line; empty if there is none.

        The reader has tried to read it as a credit.
        """
        gap, tokens = self.reading.gap, self.reading.body_tokens
        if gap is None or not tokens or tokens[0].type != "PARAGRAPH" or not tokens[0].endswith("\n\n"):
            return ""
        return tokens[0].rstrip() if tokens[0].start_pos == gap.start_pos + len(gap) else ""

    def _decode_others(self, content: bytes) -> str:
        decoded, foreign = self.decoded, self.foreign
        self.is_text = decoded.text is not None and foreign is None
        if foreign is not None:
            return content.decode(foreign, "replace")
        return lossy_text(content) if decoded.text is None else decoded.text

    @property
    def data(self) -> bytes:
        """The bytes of the file; those of the text where it was given as text."""
        return self._content.encode("utf-8", "surrogatepass") if isinstance(self._content, str) else self._content

    @view
    def decoded(self) -> Decoded:
        """The content as UTF-8, or what of it is none."""
        return Decoded(self._content, (), None) if isinstance(self._content, str) else decode(self._content)

    @view
    def foreign(self) -> str | None:
        """The encoding of a file that is UTF-16 or UTF-32, or wholly and plausibly in another one than UTF-8."""
        encoding = self.decoded.encoding
        if encoding is None or encoding.startswith(("utf-16", "utf-32")):
            return encoding
        return encoding if self.is_reencodable else None

    @view
    def is_reencodable(self) -> bool:
        """Whether all bytes have a meaning in the likely encoding, and hardly in another: they can be rewritten."""
        return not isinstance(self._content, str) and reencoded(self._content, self.decoded.encoding) is not None

    @view
    def reading(self) -> Reading:
        """The document as it is read, and its places."""
        return Reading(self.text, self.date_orders)

    @view
    def canonical(self) -> str:
        """The canonical text of the document; empty where nothing in the text is visible."""
        return write_document(self.reading.document, read_as_paragraph=self._line_after_gap())

    @view
    def lacks(self) -> tuple[str, ...]:
        """The parts that an article must have and the document has not: title, body."""
        document = self.reading.document
        return tuple([name for name in _NEEDED if not document.get(name)])

    @view
    def problems(self) -> tuple[Problem, ...]:
        """What the schema and the calendar say against the document, but for what it lacks.

        Only a few of all documents fail, and to word a failure takes a hundred times as long as to see that there is
        none. So what texts commonly lack is not asked for: a large file without a title costs no more than others.
        """
        document = self.reading.document
        return problems(document | {name: _NEEDED[name] for name in self.lacks} if self.lacks else document)

    @view
    def is_canonical(self) -> bool:
        """Whether the text is the canonical one: most rules of the layout find nothing in such a text."""
        return self._is_surely_canonical() or self.text == self.canonical

    def _is_surely_canonical(self) -> bool:
        """Whether that can be seen without writing the text, as for most articles."""
        document, texts = self.reading.document, self.texts
        if not texts or "intro" in document:
            return False
        if "credit" not in document and (not texts[0] or texts[0] != self._line_after_gap()):
            return False
        return not self.broken and is_surely_canonical(self.text, document, texts, self.types)

    @property
    def is_empty(self) -> bool:
        """Whether nothing in the text is visible: the document has no part but its version and an empty body."""
        document = self.reading.document
        return len(document) == _EMPTY and not document["body"]

    def option(self, option: Option[Value]) -> Value:
        """What the settings say of an option, or its default."""
        value: Value = self.options.get((option.rule, option.name), option.default)
        return value

    @view
    def body_end(self) -> int:
        """Where the body ends and the article's own address begins; the end of the text, if it has none."""
        own = self.reading.url_token
        return len(self.text) if own is None else own.start_pos

    @view
    def hyphens(self) -> Hyphens:
        """The hyphens of the text before the article's own address that may tell of a fault."""
        return find_hyphens(self.text, self.body_end)

    @view
    def texts(self) -> list[str]:
        """What each block of the body says without its marks, in order; empty for a picture, a rule and links.

        Most rules look at no more than these: a ``Block`` is made for those that a rule has to do with.
        """
        return [
            content[0]["text"]
            if (content := node.get("content")) and len(content) == 1 and "text" in content[0]  # as in most blocks
            else plain_text(content or ())
            for node in self.reading.document["body"]
        ]

    @view
    def short(self) -> list[tuple[int, str]]:
        """The blocks that say something in 100 characters or less: their numbers, and what they say."""
        texts = self.texts
        return [(number, texts[number]) for number, size in enumerate(self.sizes) if 0 < size <= SHORT]

    @view
    def broken(self) -> list[str]:
        """What the blocks say that have several lines."""
        return [text for text in self.texts if "\n" in text]

    @view
    def heads(self) -> list[str]:
        """The first four characters of what each block says."""
        return list(map(_HEAD, self.texts))

    @view
    def ends(self) -> list[str]:
        """The last character of what each block says."""
        return list(map(_END, self.texts))

    @view
    def sizes(self) -> list[int]:
        """How many characters each block says."""
        return list(map(len, self.texts))

    @view
    def types(self) -> list[str]:
        """The type of each block of the body, in order."""
        return list(map(_TYPE, self.reading.document["body"]))

    @view
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the body, in order, with what each says. ``span`` has their places."""
        body = self.reading.document["body"]
        parts = zip(range(len(body)), self.types, self.texts, body, self.reading.body_tokens, strict=True)
        return tuple(map(_BLOCK, parts))

    def block(self, number: int) -> Block:
        """One block of the body: for a finding, where to make all of them would take longer than the rule."""
        reading = self.reading
        node = reading.document["body"][number]
        return Block(number, node["type"], self.texts[number], node, reading.body_tokens[number])

    @view
    def said(self) -> str:
        """All that the blocks say, with an empty line between two."""
        return "\n\n".join(self.texts)

    @view
    def headings(self) -> list[int]:
        """The numbers of the headings of the body."""
        types = self.types
        return [number for number, type_ in enumerate(types) if type_ == "heading"] if "heading" in types else []

    def span(self, block: Block) -> tuple[int, int]:
        """Where the visible text of a block stands: start and end in characters of ``text``."""
        return self.reading.span(block.token)

    @view
    def host(self) -> str:
        """The host of the article's own address, in lower case and without "www."; empty where there is none."""
        return host_of(self.reading.document.get("url", ""))

    @view
    def after_gap(self) -> Token | None:
        """The first token after the gap: what is known of the credit, or the first block of the body."""
        gap, tokens = self.reading.gap, self.reading.tokens
        if gap is None:
            return None
        return next((token for token in tokens if token.start_pos > gap.start_pos), None)

    @view
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

    def place(self, pointer: str) -> tuple[int, int]:
        """Where a part of the document stands, or else the nearest part it belongs to, or else the title."""
        while pointer:
            if pointer in self._places:
                return self._places[pointer]
            pointer = pointer.rpartition("/")[0]
        return self._places.get("/title") or self._first_line()

    @view
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
    """Return a finding of a rule at a span, with what was expected there; its message is printable."""
    return Finding(rule, printable(message), span[0], span[1], expected, pointer, fix)


def quoted(text: str) -> str:
    """The text in quotation marks, cut at 60 characters; what cannot be seen as an escape."""
    return f"“{printable(text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…')}”"
