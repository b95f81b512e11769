"""What the values of other programs are, and the lines that texts are made of."""

from __future__ import annotations

from corpusfmt.model.document import Block, Node
from corpusfmt.syntax.inline import plain_text
from corpusfmt.text.patterns import regex

LINE_BREAK = regex("\r\n|[\n\x0b\x0c\r\x1c-\x1e\x85\u2028\u2029]")
BREAKS_IN_LINE = regex("[ \t]*[\t\n\x0b\x0c\r\x1c-\x1e\x85\u2028\u2029][\\s\x85]*")
_BLANKS = " \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
EDGES = (
    " \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u202f\u205f\u3000"
)
"""The same characters, one by one."""

EMPTY_LINE = regex(r"\n\s*\n")

NO_DATE = frozenset(("None", "NaT", "nan", "NaN", "null"))
"""What Python and pandas write where there is no date."""

_KINDS: dict[type, str] = {
    bool: "a boolean",
    int: "a number",
    float: "a number",
    list: "an array",
    str: "a string",
}

_NOT_IN_URL = regex(f"[\x00-\x20<>\x7f-\xa0{_BLANKS}\u2028\u2029\ufeff]")


def describe(value: object) -> str:
    """Return what kind of JSON value this is, in words."""
    if value is None:
        return "null"
    return _KINDS.get(type(value), "an object")


def is_url(url: str, is_clean: bool) -> bool:
    """Return whether a line has no character that no URL has."""
    if is_clean and url.isascii():  # to search for these is a third of the work of the pattern
        return " " not in url and "<" not in url and ">" not in url
    return _NOT_IN_URL.search(url) is None


def is_html(value: object) -> bool:
    """Return whether a value is a text with the paragraphs of HTML, not one that mentions them."""
    if not isinstance(value, str) or "</p>" not in value:
        return False
    text = value.strip()
    return text.startswith("<") or text.endswith(">")


def is_line(value: str) -> bool:
    """Return whether a value is surely one line without spaces at its edges."""
    return value.isprintable() and value == value.strip(" ")


def without_repeated_intro(
    intro: list[list[Node]], body: list[Block]
) -> tuple[list[list[Node]], list[Block]]:
    """Return an intro and a body that does not begin with it, as some programs have it."""
    start = body[: len(intro)]
    found: list[list[Node]] = []
    for block, paragraph in zip(start, intro, strict=False):
        is_same = block["type"] == "paragraph" and _words(block["content"]) == _words(paragraph)
        if is_same and block["type"] == "paragraph":
            found.append(block["content"])
    is_repeated = len(found) == len(intro) < len(body)
    return (found, body[len(intro) :]) if is_repeated else (intro, body)


def _words(content: list[Node]) -> str:
    return " ".join(plain_text(content).split())
