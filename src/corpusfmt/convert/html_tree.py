"""A page of HTML as a tree of elements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset({"br", "hr", "img", "link", "meta"})


@dataclass(slots=True)
class Element:
    """An element: its tag, its attributes, and what is in it, elements and texts."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    def elements(self) -> Iterator[Element]:
        """Yield the elements that are directly in this one."""
        for child in self.children:
            if isinstance(child, Element):
                yield child

    def find(self, tag: str, name: str | None = None) -> Element | None:
        """Return the first element of a tag anywhere in this one, with a class if it is named."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            if element.tag == tag and name in (None, element.attributes.get("class")):
                return element
            waiting += reversed(list(element.elements()))
        return None

    def text(self) -> str:
        """Return the text in this element."""
        pieces = [one if isinstance(one, str) else one.text() for one in self.children]
        return "".join(pieces)


def parse_page(page: str) -> Element:
    """Return the tree of a page, below an element without a tag."""
    parser = _Parser()
    parser.feed(page)
    parser.close()
    return parser.root


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if self._open[-1].tag == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)
