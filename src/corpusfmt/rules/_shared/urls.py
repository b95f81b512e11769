"""URLs in a text, and whether they are valid. The only module that imports can_ada."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpusfmt.syntax.inline import read_url
from corpusfmt.syntax.lexer import Token
from corpusfmt.syntax.reading import Reading
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

if TYPE_CHECKING:
    from typing import Literal

    from corpusfmt.model.document import Document, Node

_PLAIN = regex(
    r"https?://(?!xn--)(?>(?:[A-Za-z0-9-]++\.(?!xn--))+)[A-Za-z]{2,63}+"
    r"(?>(?::[0-9]{1,4})?)(?>(?:[/?#][^\s<>\"`{}|\\^\[\]]*+)?)"
)
_LINKED = regex(
    r"(?:<(?>(?:\\.|[^<>\\\n]++)*)>"
    r"|(?!<)(?>(?:\\\S|[^\s()\\]++|\((?>(?:\\\S|[^\s()\\]++)*)\))*))(?=\))"
)
_AUTOLINK = regex(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*+)>")
_LABEL = regex(r"[^:]*+:\s*+")
_PATH = regex(r"[Hh][Tt][Tt][Pp][Ss]?://[^/?#]++([^?#]*+)")


class Address(NamedTuple):
    """A URL as it is read, and its span in the text in characters, brackets of its own included.

    ``kind`` is ``own`` (of the article, the last block), ``link`` (between the parentheses of a
    link or an image) or ``shown`` (in angle brackets in running text, and read as text as well).
    """

    value: str
    start: int
    end: int
    kind: Literal["own", "link", "shown"]


class Parsed(NamedTuple):
    """The meaning of a URL: the whole in normal form, its scheme and its host."""

    href: str
    scheme: str
    host: str


def is_plain(address: str) -> bool:
    """Return whether a URL is plainly a valid one of the web.

    Others may still be valid, by rules that take longer.
    """
    return _PLAIN.fullmatch(address) is not None


def path_of(address: str) -> str:
    """Return the path of an http(s) URL, as it is written; empty where it has none."""
    match = _PATH.match(address)
    return match[1] if match else ""


def parse(address: str, base: str = "") -> Parsed | None:
    """Return what a URL means by the URL standard of the WHATWG, from a base if it is relative.

    None for an invalid one. Do not write it to a text: it changes what it reads.
    """
    import can_ada

    try:
        parsed = can_ada.parse(base) + address if base else can_ada.parse(address)
    except (ValueError, TypeError):  # a TypeError for what is not Unicode
        return None
    return Parsed(parsed.href, parsed.protocol.removesuffix(":"), parsed.hostname)


def is_placeholder(address: str) -> bool:
    """Return whether a URL is a placeholder: ``#``, nothing, a script, an empty page."""
    return address in ("#", "", "#!") or address.lower().startswith(
        ("javascript:", "about:blank", "void(")
    )


def all_addresses(text: str, reading: Reading) -> Iterator[Address]:
    """Yield the URLs in a text: in links, in angle brackets, and the article's own at the end."""
    last = reading.tokens[-1] if reading.tokens else None
    is_own = last is not None and last.type == "URL"
    yield from find_links(text)
    yield from find_shown(text, last.start_pos if last is not None and is_own else len(text))
    if last is not None and is_own:
        yield own_address(last, reading.document["url"])


def find_links(text: str) -> Iterator[Address]:
    """Yield what is in the place of the URL of a link or an image.

    It is not one where it is escaped or in code: `addresses_in` decides that. Linear in the length
    of the text, and fast without brackets.
    """
    place = text.find("]")  # one character is found many times faster than two
    while place >= 0:
        match = _LINKED.match(text, place + 2) if text.startswith("(", place + 1) else None
        if match is not None:
            yield Address(
                "#" if match[0] == "#" else read_url(match[0]),
                match.start(),
                match.end(),
                "link",
            )
        place = text.find("]", place + 1)


def find_shown(text: str, end: int) -> Iterator[Address]:
    """Yield the URLs in angle brackets before an end."""
    place = text.find("<", 0, end)
    while place >= 0:
        match = _AUTOLINK.match(text, place)
        if match is not None:
            yield Address(match[1], match.start(), match.end(), "shown")
        place = text.find("<", place + 1, end)


def own_address(token: Token, value: str) -> Address:
    """Return the article's URL, given its token; its span is all that follows the label."""
    label = _LABEL.match(token)
    start = token.start_pos + (label.end() if label else 0)
    return Address(value, start, token.start_pos + len(token.rstrip()), "own")


def addresses_in(document: Document) -> frozenset[str]:
    """Return the URLs that a document holds."""
    return frozenset(_addresses_in(document))


def _addresses_in(document: Document) -> Iterator[str]:
    if "url" in document:
        yield document["url"]
    for author in document.get("byline", ()):
        if "url" in author:
            yield author["url"]
    for content in document.get("intro", ()):
        yield from _addresses_of_links(content)
    for block in document["body"]:
        if block["type"] == "image":
            yield block["url"]
        elif block["type"] == "related":
            yield from (entry["url"] for entry in block["links"])
        elif block["type"] != "separator":
            yield from _addresses_of_links(block["content"])


def _addresses_of_links(content: Sequence[Node]) -> Iterator[str]:
    for node in content:
        if node["type"] == "link":
            yield node["url"]
