"""The blocks of a piece of HTML that another program has written."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

from corpusfmt.convert.unheld import (
    find_unheld,
    without_breaks_in_url,
    without_other_breaks,
    without_unheld,
)
from corpusfmt.model.document import Block, HeadingBlock, ItemBlock, Node, TextNode
from corpusfmt.syntax.inline import plain_text
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

_HEADINGS = {f"h{level}": max(level, 2) for level in range(1, 7)}
_MOST_DIGITS = 9
_LISTS = frozenset({"ul", "ol", "menu"})
_BLOCKS = (
    frozenset(
        [
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "center",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "figcaption",
            "figure",
            "footer",
            "form",
            "header",
            "html",
            "li",
            "main",
            "nav",
            "p",
            "pre",
            "section",
            "summary",
            "table",
            "tbody",
            "td",
            "th",
            "thead",
            "tr",
        ]
    )
    | _LISTS
    | _HEADINGS.keys()
)
"""The elements that begin and end on a line of their own."""

_HIDDEN = frozenset({"head", "noscript", "script", "style", "template", "title"})
_MARKS = {"b": "strong", "strong": "strong", "i": "em", "em": "em"}
_MOST_DEPTH = 20
_WHITE_SPACE = regex(r"[ \t\n\r\f]+")


class HtmlFragment(NamedTuple):
    """The blocks of HTML, and the characters that were left out since no document can hold them."""

    blocks: list[Block]
    lost: set[str]


def read_fragment(html: str) -> HtmlFragment:
    """Return the blocks of HTML: paragraphs, headings, items, quotes, pictures and rules.

    White space is as a browser shows it. Elements of other kinds are read as what is in them.
    """
    parser = _Parser()
    parser.feed(html)
    parser.close()
    parser.end_block()
    return HtmlFragment(parser.blocks, parser.lost)


class _Parser(HTMLParser):
    """Collect inline nodes, and make a block of them where an element of a block ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.lost: set[str] = set()
        self._nodes: list[Node] = []
        self._link: tuple[str, list[TextNode]] | None = None
        self._open: list[str] = []
        self._hidden = 0
        self._numbers: list[int | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag in _HIDDEN:
            self._hidden += 1
        elif tag == "br":
            self._add_break()
        elif tag == "hr":
            self.end_block()
            self.blocks.append({"type": "separator"})
        elif tag == "img":
            self._add_image(attributes)
        elif tag == "a":
            self._end_link()
            url = self._url(attributes.get("href", ""))
            if url:
                self._link = (url, [])
        elif tag in _BLOCKS:
            self._start_block(tag, attributes)
        elif tag in _MARKS:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag == "a":
            self._end_link()
        elif tag in _BLOCKS:
            self.end_block()
        if tag in self._open:
            while self._open.pop() != tag:
                pass
            if tag in _LISTS and self._numbers:
                self._numbers.pop()

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        held = self._held(data)
        text = held if "pre" in self._open else _WHITE_SPACE.sub(" ", held)
        for index, line in enumerate(text.split("\n")):
            if index:
                self._add_break()
            if line:
                self._add_text(line)

    def end_block(self) -> None:
        """Make a block of the nodes since the last one."""
        self._end_link()
        nodes, self._nodes = _trim(self._nodes), []
        if not nodes or not plain_text(nodes).strip():
            return
        heading = next((tag for tag in reversed(self._open) if tag in _HEADINGS), None)
        if heading is not None:
            level = _HEADINGS[heading]
            heading_block: HeadingBlock = {"type": "heading", "level": level, "content": nodes}
            heading_block["content"] = list(_without_breaks(nodes))
            self.blocks.append(heading_block)
        elif "li" in self._open:
            self.blocks.append(self._item(nodes))
        elif "blockquote" in self._open:
            self.blocks.append({"type": "quote", "content": nodes})
        else:
            self.blocks.append({"type": "paragraph", "content": nodes})

    def _item(self, nodes: list[Node]) -> ItemBlock:
        item: ItemBlock = {"type": "item", "content": nodes}
        if self._numbers and self._numbers[-1] is not None:
            item["number"] = self._numbers[-1]
        before = self.blocks[-1] if self.blocks else None
        most = before.get("depth", 0) + 1 if before and before["type"] == "item" else 0
        depth = min(len(self._numbers) - 1, most, _MOST_DEPTH)
        if depth > 0:
            item["depth"] = depth
        return item

    def _start_block(self, tag: str, attributes: dict[str, str]) -> None:
        self.end_block()
        if tag == "p" and self._open[-1:] == ["p"]:  # a paragraph ends where the next begins
            self._open.pop()
        self._open.append(tag)
        if tag in _LISTS:
            number = _number(attributes.get("start"), 1) - 1
            self._numbers.append(number if tag == "ol" else None)
        elif tag == "li" and self._numbers and self._numbers[-1] is not None:
            self._numbers[-1] = _number(attributes.get("value"), self._numbers[-1] + 1)

    def _add_image(self, attributes: dict[str, str]) -> None:
        url = self._url(attributes.get("src", ""))
        alt = _WHITE_SPACE.sub(" ", self._held(attributes.get("alt", ""))).strip()
        if not alt and not url:  # a script fetches it later
            return
        self.end_block()
        if alt:
            self.blocks.append({"type": "image", "url": url, "alt": alt})
        else:
            self.blocks.append({"type": "image", "url": url})

    def _url(self, value: str) -> str:
        return self._held(without_breaks_in_url(value)).strip()

    def _held(self, text: str) -> str:
        """Return a text without what no document can hold."""
        if text.isprintable():  # as most are
            return text
        self.lost |= find_unheld(text)
        return without_unheld(without_other_breaks(text))

    def _add_break(self) -> None:
        if self._link is None:
            self._nodes.append({"type": "break"})
        else:  # no document has a break in a link
            self._link[1].append({"type": "text", "text": " "})

    def _add_text(self, text: str) -> None:
        node: TextNode = {"type": "text", "text": text}
        marks = {_MARKS[tag] for tag in self._open if tag in _MARKS}
        if "strong" in marks:
            node["strong"] = True
        if "em" in marks:
            node["em"] = True
        if self._link is None:
            self._nodes.append(node)
        else:
            self._link[1].append(node)

    def _end_link(self) -> None:
        if self._link is None:
            return
        url, content = self._link
        self._link = None
        if any(node["text"].strip() for node in content):
            self._nodes.append({"type": "link", "url": url, "content": content})
        else:
            self._nodes += content


def _trim(nodes: list[Node]) -> list[Node]:
    """Return the nodes without breaks and white space at both ends, and around breaks."""
    kept: list[Node] = []
    for node in nodes:
        if node["type"] == "break":
            _drop_blanks(kept)
        follows_text = bool(kept) and kept[-1]["type"] != "break"
        if follows_text or (kept and node["type"] == "break") or _is_word(node):
            kept.append(node)
    while kept and kept[-1]["type"] == "break":
        kept.pop()
    return kept


def _is_word(node: Node) -> bool:
    """Return whether a node is a link, or text that is not only white space."""
    return node["type"] == "link" or (node["type"] == "text" and bool(node["text"].strip()))


def _drop_blanks(nodes: list[Node]) -> None:
    while nodes and nodes[-1]["type"] == "text" and not _is_word(nodes[-1]):
        nodes.pop()


def _without_breaks(nodes: list[Node]) -> Iterator[Node]:
    for node in nodes:
        yield {"type": "text", "text": " "} if node["type"] == "break" else node


def _number(written: str | None, otherwise: int) -> int:
    """Return the number that an attribute has, or another one where it has none."""
    is_number = written is not None and written.isascii() and written.isdigit()
    return int(written[:_MOST_DIGITS]) if written is not None and is_number else otherwise
