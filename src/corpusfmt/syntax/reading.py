"""A text as it was read: its document, and where in the text each part of it is."""

from __future__ import annotations

from corpusfmt.syntax.date_order import NO_ORDERS, DateOrders
from corpusfmt.syntax.lexer import Token
from corpusfmt.syntax.normal_form import LOST_CONTROL
from corpusfmt.syntax.parse_progress import LARGE, pulse
from corpusfmt.syntax.prepare import is_readable, prepare
from corpusfmt.syntax.reader import Reader
from corpusfmt.syntax.run_on_url import part_run_on_url
from corpusfmt.syntax.tokens import block_tokens
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.content import Content
from corpusfmt.text.patterns import regex

if TYPE_CHECKING:
    from corpusfmt.model.document import Document

_URL_LABEL = regex(r"[^:]*+:\s*+")


class Reading:
    """A text, its tokens and its document.

    ``from_bytes`` reads a file, whatever its bytes are: ``content`` is how they were decoded, and
    ``is_text`` whether they are UTF-8. The document satisfies the schema but for a title that the
    text lacks, or a body. ``is_readable`` is False where the text may hold characters that no
    document can hold, or that are invisible. ``date_order`` is the order that ``orders`` has for
    the host of the article's URL. ``header`` is what the lines of the header are; ``body_tokens``
    has one token for each block of the body.
    ``credit_line`` is the token after the gap that may be a credit without being marked as one, and
    ``found_credit`` what it is read as.
    """

    def __init__(self, content: str | Content, orders: DateOrders = NO_ORDERS) -> None:
        if isinstance(content, str):
            content = Content.from_text(content)
        self.content = content
        self.text = text = content.text
        self.orders = orders
        self.is_readable = is_readable(text)
        self.prepared = prepare(text, is_readable=self.is_readable)
        self.tokens = part_run_on_url(block_tokens(self.prepared), self.prepared)
        self._reader = reader = Reader()
        tokens = iter(self.tokens)
        if len(text) >= LARGE:
            tokens = pulse.through("building", tokens, len(text))
        reader.take(tokens)
        self.date_order = orders.of(reader.fields.get("url"))
        day_first = None if self.date_order is None else self.date_order == "day-first"
        self.document = reader.finish(day_first=day_first)
        self.header = reader.header
        self.gap = reader.gap
        self.url_token = reader.url_token
        self.credit_line = reader.credit_line
        self.found_credit = reader.found_credit
        self.body_tokens = reader.body_tokens

    @classmethod
    def from_bytes(cls, data: bytes, orders: DateOrders = NO_ORDERS) -> Reading:
        """Return the reading of the bytes of a file."""
        return cls(Content.from_bytes(data), orders)

    @property
    def is_text(self) -> bool:
        """Whether the content is well-formed: a string, or bytes that are UTF-8."""
        return self.content.is_text

    @property
    def lost_offset(self) -> int | None:
        """The offset of the first character that would be lost in writing, or None."""
        if self.is_readable:
            return None
        lost = LOST_CONTROL.search(self.text)
        return None if lost is None else lost.start()

    @property
    def url_span(self) -> tuple[int, int] | None:
        """The span of the article's URL, without the label before it; None where it has no URL."""
        token = self.url_token
        if token is None:
            return None
        label = _URL_LABEL.match(token)
        start = token.start_pos + (label.end() if label else 0)
        return start, token.start_pos + len(token.rstrip())

    def __reduce__(self) -> tuple[type[Reading], tuple[Content, DateOrders]]:
        # Tokens hold regex matches, which cannot be pickled: a copy reads the text again.
        return Reading, (self.content, self.orders)

    def read(self, text: str) -> Document:
        """Return the document of another text, such as this one after a fix, by the same orders."""
        return read_document(text, self.orders)

    def span(self, token: Token) -> tuple[int, int]:
        """Return the span of a token's visible text, in characters."""
        return token.visible_span()

    def places(self) -> dict[str, tuple[int, int]]:
        """Return the span of each part of the document by its JSON pointer, in characters."""
        return {pointer: (start, end) for pointer, start, end in self._reader.places()}


def read_document(text: str, orders: DateOrders = NO_ORDERS) -> Document:
    """Return the document of a text. Any text has one.

    See Reading. Linear in the length of the text.
    """
    return Reading(text, orders).document
