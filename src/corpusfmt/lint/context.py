"""What a rule is given: a text, what was read from it, and what is derived from it on demand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain

from corpusfmt.lint.block import Block, make_block
from corpusfmt.lint.canonical import Facts, is_written_so
from corpusfmt.lint.option import NO_OPTIONS, Option, Options, Value, value_of
from corpusfmt.lint.view import Made, view
from corpusfmt.model.diagnostic import Finding
from corpusfmt.syntax.date_order import NO_ORDERS, DateOrders, host_of
from corpusfmt.syntax.inline import plain_text
from corpusfmt.syntax.lexer import Token
from corpusfmt.syntax.reading import Reading
from corpusfmt.syntax.writer import write_document
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.characters import rare_characters
from corpusfmt.text.decode import DecodeResult
from corpusfmt.text.display import printable
from corpusfmt.text.edits import Fix
from corpusfmt.text.source import SourceText

if TYPE_CHECKING:
    from typing import Any

Findings = Iterator[Finding]
"""What the check of a rule yields."""

_UNMADE: Any = object()
_EMPTY = 2
"""How many fields the document of an empty text has: its version and its body."""


class Context:
    """A text under check. It belongs to one thread.

    It is made from the ``reading`` of a file, or reads a string or bytes itself. Offsets count the
    characters of ``text``. ``is_text`` is whether the content is well-formed: a string, or bytes
    that are UTF-8. The checker sets ``require``, ``options`` and the orders of dates as the policy
    has them.
    """

    def __init__(
        self,
        content: Reading | str | bytes,
        name: str = "-",
        require: Sequence[str] = (),
        options: Options = NO_OPTIONS,
        date_orders: DateOrders = NO_ORDERS,
    ) -> None:
        self.reading = _read(content, date_orders)
        self.text = self.reading.text
        self.is_text = self.reading.is_text
        self.name = name
        self.require = tuple(require)
        self.options = options
        self._memo: dict[Callable[[Context], object], Any] = {}

    def __reduce__(self) -> tuple[type[Context], tuple[object, ...]]:
        # What was derived from the reading is derived again in a copy: some of it cannot be
        # pickled.
        return Context, (self.reading, self.name, self.require, self.options)

    def read_dates_by(self, orders: DateOrders) -> None:
        """Set how numeric dates are read.

        What was derived from another reading is derived again.
        """
        if orders == self.reading.orders:
            return
        self.reading = Reading(self.reading.content, orders)
        self._memo.clear()
        for name, member in vars(Context).items():
            if isinstance(member, view):
                self.__dict__.pop(name, None)

    # ----------------------------------------------------------------------------------------------
    # for a rule

    def finding(
        self,
        span: tuple[int, int],
        message: str,
        expected: str | None = None,
        *,
        fix: Fix | None = None,
        pointer: str | None = None,
        byte_offset: int | None = None,
        kind: str | None = None,
        is_uncertain: bool = False,
    ) -> Finding:
        """Return a finding at a span of the text.

        A fix that edits is dropped where the content is not text: what its bytes mean is not known,
        so an edit would lose them. One that rewrites the file from another encoding stays. The
        message is made printable.
        """
        start, end = span
        if not self.is_text and fix is not None and fix.encoding is None:
            fix = None
        shown = printable(message)
        return Finding(shown, start, end, expected, pointer, fix, byte_offset, kind, is_uncertain)

    def option(self, option: Option[Value]) -> Value:
        """Return the value of an option: that of the settings, or its default."""
        return value_of(option, self.options)

    def memo(self, make: Callable[[Context], Made]) -> Made:
        """Return what a function makes of this text.

        It is called once, whichever rules ask for it.
        """
        made: Made = self._memo.get(make, _UNMADE)
        if made is _UNMADE:
            made = self._memo[make] = make(self)
        return made

    # ----------------------------------------------------------------------------------------------
    # bytes

    @property
    def data(self) -> bytes:
        """The bytes of the file; those of the text where it was given as a string."""
        return self.reading.content.data

    @property
    def decoded(self) -> DecodeResult:
        """The content as UTF-8, or the bytes of it that are not."""
        return self.reading.content.decoded

    @property
    def foreign(self) -> str | None:
        """The encoding of a file in UTF-16 or UTF-32, or wholly in another than UTF-8."""
        return self.reading.content.foreign

    @property
    def is_reencodable(self) -> bool:
        """Whether all bytes are valid in the likely encoding only: the file can be rewritten."""
        return self.reading.content.is_reencodable

    @view
    def source(self) -> SourceText:
        """The text with its lines."""
        return SourceText(self.text, self.name)

    @view
    def utf8(self) -> bytes:
        """The text in UTF-8: the bytes of the file if they are."""
        return self.data if self.is_text else self.text.encode("utf-8", "surrogatepass")

    @view
    def body_utf8(self) -> bytes:
        """The text up to the end of the body, in UTF-8."""
        own = self.text[self.body_end :]
        size = len(own) if own.isascii() else len(own.encode("utf-8", "surrogatepass"))
        return self.utf8[: len(self.utf8) - size]

    @view
    def rare(self) -> str:
        """The text without ASCII letters, digits, spaces and line feeds.

        The article's URL is not in it if it is ASCII. What has only letters, digits and spaces
        between two other characters has these adjacent here: to search here for them first takes a
        tenth of the time.
        """
        own = self.text[self.body_end :]
        return rare_characters(self.body_utf8 if own.isascii() else self.utf8)

    @view
    def signs(self) -> frozenset[str]:
        """The characters of the text but ASCII letters, digits, spaces and line feeds.

        The characters of the article's URL are not among them if they are ASCII. To look up many
        characters here is faster than to search for one of them in the text.
        """
        return frozenset(self.rare)

    # ----------------------------------------------------------------------------------------------
    # document

    @view
    def canonical(self) -> str:
        """The canonical text of the document; empty where nothing in the text is visible."""
        return write_document(self.reading.document)

    @view
    def is_canonical(self) -> bool:
        """Whether the text is canonical."""
        facts = Facts(self.reading, self.texts, self.types, self.signs, self.rare)
        return is_written_so(facts) or self.text == self.canonical

    @property
    def is_empty(self) -> bool:
        """Whether nothing in the text is visible: the document has only a version and no blocks."""
        document = self.reading.document
        return len(document) == _EMPTY and not document["body"]

    @view
    def host(self) -> str:
        """The host of the article's URL, in lower case and without "www.".

        Empty where it has no URL.
        """
        return host_of(self.reading.document.get("url", ""))

    @property
    def url_span(self) -> tuple[int, int] | None:
        """The span of the article's URL, without the label before it; None where it has no URL."""
        return self.reading.url_span

    @view
    def body_end(self) -> int:
        """The offset of the end of the body: the start of the article's URL, or the end of text."""
        own = self.reading.url_token
        return len(self.text) if own is None else own.start_pos

    def place(self, pointer: str) -> tuple[int, int]:
        """Return the span of a field of the document, of its nearest parent, or of the title."""
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
        if start == len(self.text):
            return 0, 0
        end = self.text.find("\n", start)
        return start, end if end >= 0 else len(self.text)

    # ----------------------------------------------------------------------------------------------
    # blocks

    @view
    def texts(self) -> list[str]:
        """The text of each block of the body, without marks.

        Empty for an image, a separator and related links. Most rules need no more: a ``Block`` is
        made where one has to do with it.
        """
        texts: list[str] = []
        for node in self.reading.document["body"]:
            if "content" not in node:
                texts.append("")
                continue
            content = node["content"]
            if len(content) == 1 and content[0]["type"] == "text":  # as in most blocks
                texts.append(content[0]["text"])
            else:
                texts.append(plain_text(content))
        return texts

    @view
    def types(self) -> list[str]:
        """The type of each block of the body."""
        return [node["type"] for node in self.reading.document["body"]]

    @view
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the body."""
        body = self.reading.document["body"]
        parts = zip(
            range(len(body)), self.types, self.texts, body, self.reading.body_tokens, strict=True
        )
        return tuple(map(make_block, parts))

    def block(self, number: int) -> Block:
        """Return one block of the body, where to make all of them would take too long."""
        reading = self.reading
        node = reading.document["body"][number]
        return Block(number, node["type"], self.texts[number], node, reading.body_tokens[number])

    def span(self, block: Block) -> tuple[int, int]:
        """Return the span of the visible text of a block."""
        return self.reading.span(block.token)

    # ----------------------------------------------------------------------------------------------
    # tokens

    def credit_span(self) -> tuple[int, int]:
        """Return the span of the credit in the line after the gap, or of the line."""
        token, found = self.reading.credit_line, self.reading.found_credit
        if token is None or found is None:
            raise ValueError("no line after the gap may be a credit")
        start, end = token.visible_span()
        if token.type == "CREDIT_HEADED":
            start, end = token.match.span("headed_credit")
        place = self.text.rfind(found.credit, start, end)
        return (start, end) if place < 0 else (place, place + len(found.credit))

    @view
    def after_gap(self) -> Token | None:
        """The first token after the gap: one of a credit, or the first block of the body."""
        gap = self.reading.gap
        if gap is None:
            return None
        for token in self.reading.tokens:
            if token.start_pos > gap.start_pos:
                return token
        return None

    @view
    def tokens_by_type(self) -> Mapping[str, list[Token]]:
        """The tokens of each type, in the order of the text."""
        tokens: dict[str, list[Token]] = {}
        for token in self.reading.tokens:
            tokens.setdefault(token.type, []).append(token)
        return tokens

    def tokens(self, *types: str) -> Iterator[Token]:
        """Return the tokens of these types, in the order of the text."""
        found = [self.tokens_by_type[type_] for type_ in types if type_ in self.tokens_by_type]
        if len(found) < 2:
            return iter(found[0] if found else ())
        return iter(sorted(chain.from_iterable(found), key=lambda token: token.start_pos))


def _read(content: Reading | str | bytes, orders: DateOrders) -> Reading:
    if isinstance(content, Reading):
        return content
    if isinstance(content, str):
        return Reading(content, orders)
    return Reading.from_bytes(content, orders)
