"""Cut the names of a byline into runs of text, links, groups in parentheses and separators."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from corpusfmt.syntax.byline_words import helper_before_link_pattern

_LINK = (
    r"\[(?P<name>(?=\s*+[^\s\]])"
    r"(?>(?:\\[\s\S]|[^\[\]\\]++|\[(?>(?:\\[\s\S]|[^\[\]\\]++)*)\])+))\]"
    r"\((?P<url><(?>(?:\\.|[^<>\\\n]++)*)>"
    r"|(?!<)(?>(?:\\.|[^\s()\\]++|\((?>(?:\\.|[^\s()\\]++)*)\))*))\)"
)
_LINK_PATTERN = re.compile(_LINK)
_PIECE = re.compile(
    rf"(?P<link>{_LINK})"
    r"|(?P<tag></?+u>)"
    r"|(?P<group>\((?P<inside>(?>(?:\\.|[^()\\]++|\([^()\\]*+\))*))\)|（(?P<wide>[^（）]*+)）)"
    r"|(?P<comma>\s*+[,、،]\s*+(?>(?:(?:and|&(?:amp;)?)\s++)?))"
    r"|(?P<both>\s++(?:and|&(?:amp;)?)\s++)"
    r"|(?P<bar>(?:\s*+[|;／｜；]\s*+|\s++[•·–—-]\s++)(?=\S))"
    r"|(?P<space>\s++)"
    r"|(?P<character>[^\W_]++|\\.|&(?:\#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6})|[a-zA-Z][0-9a-zA-Z]*+);|[\s\S])",
    re.DOTALL,
)


@dataclass(slots=True)
class BylinePart:
    """A run of text, a link or a group, and what separates it from the part before."""

    join: str
    kind: str
    text: str
    start: int
    end: int
    url: str | None = None
    helper: list[str] = field(default_factory=list)


def byline_parts(names: str, start: int) -> list[BylinePart]:
    """Return the parts of a line; a phrase such as "with" before a link belongs to the link."""
    parts = list(_parts(names, start))
    for before, link in pairwise(parts):
        if before.kind != "text" or link.kind != "link" or link.join not in ("space", ""):
            continue
        helper = helper_before_link_pattern().search(before.text)
        if helper is None or (before is parts[0] and not helper.start()):
            continue
        link.helper.append(helper["role"])
        before.text = before.text[: helper.start()]
        before.end = before.start + len(before.text)
    return [part for part in parts if part.text or part.kind != "text"]


def _parts(names: str, start: int) -> Iterator[BylinePart]:
    join, text, text_start = "", "", 0
    for match in _PIECE.finditer(names):
        if match["character"] or (match["space"] and text):
            if not text:
                text_start = match.start()
            text += match[0]
            continue
        if text.strip():
            yield _text_part(join, text, start + text_start)
            join = "space" if text[-1].isspace() else ""
            text = ""
        if match["link"]:
            yield BylinePart(
                join,
                "link",
                match["name"],
                start + match.start(),
                start + match.end(),
                match["url"],
            )
            join = ""
        elif match["group"]:
            inside = match["inside"] if match["inside"] is not None else match["wide"]
            yield BylinePart("", "group", inside, start + match.start(), start + match.end())
            join = ""
        elif match["comma"] or match["both"] or match["bar"]:
            join = _kind_of_join(match)
    if text.strip():
        yield _text_part(join, text, start + text_start)


def _kind_of_join(match: re.Match[str]) -> str:
    if match["comma"]:
        return (
            "and"
            if match["comma"].strip().rstrip("&").endswith("and") or "&" in match["comma"]
            else "comma"
        )
    return "and" if match["both"] else "bar"


def _text_part(join: str, text: str, start: int) -> BylinePart:
    return BylinePart(join, "text", text.rstrip(), start, start + len(text.rstrip()))


def is_inside_link(names: str, place: int) -> bool:
    """Return whether a place in the names is inside a link."""
    return any(link.start() < place < link.end() for link in _LINK_PATTERN.finditer(names))
