r"""The JSON texts of documents that need no other check, described by one pattern.

A document has a limited depth, so its JSON texts are a regular language. A text that matches has
each property once and in the order in which documents are written, numbers of a few digits, and
nothing that the schema forbids. So ``json.loads`` can read it as it is, and the document is valid.
A text that does not match may be as good: with other white space or another order of properties,
with escapes of spaces, with nested items.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache

from corpusfmt.convert.json_characters import UNHELD_NUMBER, has_other_unheld
from corpusfmt.model.fields import VERSION
from corpusfmt.text.annotations import TYPE_CHECKING, cast
from corpusfmt.text.patterns import regex

if TYPE_CHECKING:
    from corpusfmt.model.document import Document

_BLANKS = r" \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"

_ESCAPE = regex(rf'\\(?:[^"/u]|u(?:{UNHELD_NUMBER}|00[2Aa]0|1680|20(?:0[0-9Aa]|[25][Ff])|3000))')
"""An escape whose character the pattern would have to know: of a backslash, of what no document
contains, or of a space."""


_DECODER = json.JSONDecoder()
"""Reads what the pattern describes as ``json.loads`` does, which examines the text again."""

_MANY = 16
"""Where one character of so many is an escape, to look at these takes as long as other checks."""


def read_plain_document(text: str) -> Document | None:
    """Return the valid document of a JSON text; None if it is not known whether there is one.

    The text is valid Unicode, and has no C1 control characters.
    """
    if has_other_unheld(text):
        return None
    if "\\" in text:
        has_many = text.isascii() and text.count("\\") * _MANY > len(text)
        if has_many or _ESCAPE.search(text):
            return None
    if not _document(_layout_of(text)).fullmatch(text):
        return None
    try:
        return cast("Document", _DECODER.raw_decode(text)[0])
    except json.JSONDecodeError:  # a control character in a string
        return None


def _layout_of(text: str) -> str:
    """Return a key of ``_LAYOUTS`` by the first characters of a text."""
    if text.startswith('{"corpusfmt":"'):
        return "jsonl"
    return "one line" if text.startswith("{") and not text.startswith("{\n") else "json"


_LAYOUTS = {
    "jsonl": (",", ":", ""),
    "one line": (", ", ": ", ""),
    "json": (r",\n\ *+", ": ", r"\n\ *+"),
}
"""What is between members, after a name, and beside brackets: as ``convert`` writes JSON Lines and
JSON, and as ``json.dumps`` does without arguments."""


@cache
def _document(layout: str) -> re.Pattern[str]:
    return regex(_Layout(*_LAYOUTS[layout]).document())


_STRING = r'[^"]*+"(?>(?:(?<=\\")[^"]*+")*)'
"""The rest of a string after its first quotation mark: it ends where no backslash is before one.

This is exact, since a text with an escaped backslash does not come here.
"""

_RUN = f'"(?!"){_STRING}'
_LINE = f'"(?![{_BLANKS}"]){_STRING}(?<![{_BLANKS}]")'
_LINE_OR_EMPTY = f'(?:{_LINE}|"")'
_VISIBLE_RUN = f'"(?![{_BLANKS}"]){_STRING}'
_URL = r'"[^"\\<>\x00-\x20\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+"'
_DAY = (
    "(?!0000)[0-9]{4}-(?>(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])"
    "|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
)
_DATE = (
    rf'"{_DAY}(?:T(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:[.][0-9]{{1,9}})?)?'
    r'(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])?)?"'
)


_CAPTION = "caption? credit?"
"""Both names in a table of members: a caption needs a credit."""


class _Layout:
    """The patterns of the values of a document, with certain white space between their parts.

    In a table of members, a name that ends in a question mark is that of a member which may be
    absent, but the first member of an object is always there.
    """

    def __init__(self, comma: str, colon: str, edge: str) -> None:
        self._comma = comma
        self._colon = colon
        self._edge = edge

    def document(self) -> str:
        """Return the pattern of a document, with white space at its end."""
        paragraph = self._inline("text", "link", "break")
        members = {
            "corpusfmt": f'"{re.escape(VERSION)}"',
            "title": _LINE,
            "subtitle?": _LINE,
            "byline?": self._array(self._author()),
            "date?": _DATE,
            "updated?": _DATE,
            "intro?": self._array(paragraph),
            _CAPTION: _LINE,
            "body": self._array(self._block(paragraph)),
            "url?": _URL,
            "source?": self._source(),
        }
        return self._object(members) + r"[ \t\r\n]*+"

    def _author(self) -> str:
        return self._object({"name": _LINE, "url?": _LINE_OR_EMPTY, "role?": _LINE})

    def _source(self) -> str:
        members = {
            "path": _RUN,
            "sha256?": '"[0-9a-f]{64}"',
            "member?": _RUN,
            "line?": "[1-9][0-9]{0,14}",
            "part?": "[1-9][0-9]{0,14}",
        }
        return self._object(members)

    def _block(self, paragraph: str) -> str:
        link = self._object({"title": _LINE, "url": _LINE_OR_EMPTY})
        blocks = {
            "paragraph": {"content": paragraph},
            "heading": {"level": "[2-6]", "content": self._inline("text", "link")},
            "related": {"label": _LINE_OR_EMPTY, "links": self._array(link)},
            "item": {"content": paragraph, "number?": "(?>0|[1-9][0-9]{0,8})"},
            "quote": {"content": paragraph},
            "image": {"url": _LINE_OR_EMPTY, "alt?": _LINE, _CAPTION: _LINE},
            "separator": {},
        }
        return self._one_of(blocks)

    def _inline(self, *types: str) -> str:
        """Return the pattern of an inline list of nodes of these types; the first is visible."""
        marks = {"strong?": "true", "em?": "true"}
        text = {"text": {"text": _RUN, **marks}}
        visible = {"text": {"text": _VISIBLE_RUN, **marks}}
        content = self._array(self._one_of(text), first=self._one_of(visible))
        link = {"link": {"url": _LINE_OR_EMPTY, "content": content}}
        nodes = {**text, **link, "break": {}}
        others = {name: nodes[name] for name in types}
        return self._array(self._one_of(others), first=self._one_of({**visible, **link}))

    def _one_of(self, types: Mapping[str, Mapping[str, str]]) -> str:
        """Return the pattern of an object with a ``type`` and the other members of this type."""
        start = rf'\{{{self._edge}"type"{self._colon}"'
        each = [f'{name}"{self._members(members)}' for name, members in types.items()]
        return rf"{start}(?>{'|'.join(each)}){self._edge}\}}"

    def _object(self, members: Mapping[str, str]) -> str:
        (name, value), *others = members.items()
        rest = self._members(dict(others))
        return rf'\{{{self._edge}"{name}"{self._colon}{value}{rest}{self._edge}\}}'

    def _members(self, members: Mapping[str, str]) -> str:
        """Return the pattern of members that are after another one."""
        pieces: list[str] = []
        for name, value in members.items():
            if name == _CAPTION:
                caption, credit = self._member("caption", value), self._member("credit", value)
                pieces.append(f"(?>(?>{caption})?{credit})?")
            elif name.endswith("?"):
                pieces.append(f"(?>{self._member(name[:-1], value)})?")
            else:
                pieces.append(self._member(name, value))
        return "".join(pieces)

    def _member(self, name: str, value: str) -> str:
        return f'{self._comma}"{name}"{self._colon}{value}'

    def _array(self, item: str, *, first: str = "") -> str:
        """Return the pattern of an array of one item or more; the first can be another one."""
        start = first or item
        return rf"\[{self._edge}{start}(?>(?:{self._comma}{item})*){self._edge}\]"
