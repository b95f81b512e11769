"""Cut the names of a byline into runs of text, links, groups in parentheses and separators."""

from __future__ import annotations

import re
from itertools import pairwise

from corpusfmt.syntax.byline_persons import is_person
from corpusfmt.syntax.byline_words import (
    GUARD,
    helper_before_link_pattern,
    join_at_start,
    words,
)
from corpusfmt.text.patterns import regex
from corpusfmt.text.values import dataclass, field

_LINK = (
    r"\[(?P<name>(?=\s*+[^\s\]])"
    r"(?>(?:\\[\s\S]|[^\[\]\\]++|\[(?>(?:\\[\s\S]|[^\[\]\\]++)*)\])+))\]"
    r"\((?P<url><(?>(?:\\.|[^<>\\\n]++)*)>"
    r"|(?!<)(?>(?:\\\S|[^\s()\\]++|\((?>(?:\\\S|[^\s()\\]++)*)\))*))\)"
)
_LINK_PATTERN = regex(_LINK)
_WORDS = r"[^\W_]++(?>(?: (?!(?:and|AND)\s)[^\W_]++)*)"
"""Words with nothing but spaces between them, which is four times as fast as word by word."""

_END = r"\s*+(?:[,、，،;；|／｜•·&]|and\b|AND\b|\Z)"
"""What ends a name: brackets around nothing are left out before it, and kept within a name."""

_PIECE = regex(
    rf"(?P<link>{_LINK})"
    r"|(?P<tag></?+u>)"
    rf"|(?P<group>\((?P<inside>(?=\s*+[^\s)]|\s*+\){_END})(?>(?:\\.|[^()\\]++|\([^()\\]*+\))*))\)"
    rf"|（(?P<wide>(?=\s*+[^\s）]|\s*+）{_END})[^（）]*+)）)"
    r"|(?P<comma>\s*+(?:[,、，،]|[;；](?=\s*+\S)|(?<=[\uac00-\ud7a3])[·ㆍ](?=[\uac00-\ud7a3]))\s*+(?>(?:(?P<also>and|AND|&(?:amp;)?)\s++)?))"
    r"|(?P<both>\s++(?:and|AND|&(?:amp;)?)\s++)"
    r"|(?P<bar>(?:\s*+[|／｜]\s*+|\s++[•·]\s++)(?=\S))"
    r"|(?P<dash>\s++[/–—-]\s++(?=\S))"
    r"|(?P<slash>/(?=[^\s/]))"
    r"|(?P<space>\s++)"
    rf"|(?P<character>{_WORDS}"
    r"|\\.|&(?:\#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6})|[a-zA-Z][0-9a-zA-Z]*+);|[\s\S])",
    re.DOTALL,
)

_JOINS = {"comma": "comma", "both": "and", "bar": "bar", "dash": "dash"}


@dataclass(slots=True)
class BylinePart:
    """A run of text, a link or a group, and what separates it from the part before.

    ``written`` is a link or a group as it is in the line.
    """

    join: str
    kind: str
    text: str
    start: int
    end: int
    url: str | None = None
    written: str = ""
    helper: list[str] = field(default_factory=list)


def byline_parts(names: str, start: int) -> list[BylinePart]:
    """Return the parts of a line; a phrase such as "with" before a link belongs to the link."""
    parts = _parts(names, start)
    for before, link in pairwise(parts):
        if before.kind == "text" and link.kind == "link" and link.join in ("space", ""):
            _move_helper(before, link, is_first=before is parts[0])
    return [part for part in parts if part.text or part.kind != "text"]


def _move_helper(before: BylinePart, link: BylinePart, *, is_first: bool) -> None:
    """Move a phrase such as "with" from the end of a text to the link after it.

    The first text of a line is not emptied.
    """
    helper = helper_before_link_pattern().search(before.text)
    if helper is None or (is_first and not helper.start()) or GUARD.match(before.text):
        return
    link.helper.append(helper["role"] or helper["label"])
    link.start = before.start + helper.start("role" if helper["role"] else "label")
    before.text = before.text[: helper.start()]
    before.end = before.start + len(before.text)


class _PartReader:
    """Puts the pieces of a line together to parts, one piece after the other."""

    def __init__(self, start: int) -> None:
        self.parts: list[BylinePart] = []
        self._start = start
        self._join = ""
        self._text = ""
        self._text_start = 0

    def take(self, piece: re.Match[str]) -> None:
        kind = self._kind(piece)
        if kind == "character" or (kind == "space" and self._text):
            self._add_text(piece)
            return
        if kind == "link" and self._is_join():
            self._join, self._text = "and", ""
        self.end_text()
        if kind == "link":
            self._add(kind, piece, piece["name"])
        elif kind == "group":
            self._add_group(piece)
        elif kind in _JOINS:
            self._join = "and" if piece["also"] else _JOINS[kind]

    def _add_group(self, piece: re.Match[str]) -> None:
        """Add what is in parentheses; another separator than "and" before it is ignored."""
        if self._join != "and":
            self._join = ""
        inside = piece["inside"]
        self._add("group", piece, piece["wide"] if inside is None else inside)

    def _kind(self, piece: re.Match[str]) -> str:
        """Return the kind of a piece: a slash after a person is a dash, any other a character."""
        kind = piece.lastgroup or ""
        if kind != "slash":
            return kind
        return "dash" if is_person(self._text) else "character"

    def _is_join(self) -> bool:
        """Return whether the text after a part is nothing but a word such as "und", and a space."""
        if not self.parts or not self._text[-1:].isspace():
            return False
        return self._text.rstrip().lower() in words("joins")

    def _add_text(self, piece: re.Match[str]) -> None:
        if not self._text:
            self._text_start = self._start + piece.start()
        self._text += piece[0]

    def end_text(self) -> None:
        """Add the text before a piece of another kind, or at the end of the line.

        A word such as "und" at its start, where it is not the first of the line, is a separator.
        """
        text = self._text.rstrip()
        join = join_at_start().match(text) if self.parts else None
        if join is not None:
            self._join = "and"
            self._text_start += join.end()
            text = text[join.end() :]
        if not text:
            return
        end = self._text_start + len(text)
        self.parts.append(BylinePart(self._join, "text", text, self._text_start, end))
        self._join = "space" if self._text[-1:].isspace() else ""
        self._text = ""

    def _add(self, kind: str, piece: re.Match[str], text: str) -> None:
        start, end = self._start + piece.start(), self._start + piece.end()
        self.parts.append(BylinePart(self._join, kind, text, start, end, piece["url"], piece[0]))
        self._join = ""


def _parts(names: str, start: int) -> list[BylinePart]:
    reader = _PartReader(start)
    for piece in _PIECE.finditer(names):
        reader.take(piece)
    reader.end_text()
    return reader.parts


def is_in_link(names: str, place: int) -> bool:
    """Return whether a place in the names is in a link."""
    return any(link.start() <= place < link.end() for link in _LINK_PATTERN.finditer(names))
