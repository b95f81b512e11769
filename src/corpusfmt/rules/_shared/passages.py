"""The texts of a document with the place of each character in the file.

A rule that looks for left-over markup searches these texts: what the format reads as a mark or as a
URL of a link is not in them, and what is escaped in the file is in them without its backslash. So a
finding stays after the file is formatted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache

from corpusfmt.lint import Context, Edit, quoted
from corpusfmt.rules._shared.blocks import whole_text
from corpusfmt.syntax.escape import escape
from corpusfmt.syntax.inline import plain_text, read_string
from corpusfmt.syntax.lexer import Token
from corpusfmt.syntax.tokens import inline_tokens
from corpusfmt.text.characters import DIGITS, LETTERS, rare_characters
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

_URL = r"(?:(?:https?|ftp)://|www\.|(?<![\w.-])(?>(?:[a-z0-9-]++\.)+)[a-z]{2,24}/)[^\s<>\\]++"
PATH = (
    r"(?<!\w)[A-Za-z]:\\[^\s\"<>|]*+|\\\\\w[\w.$-]*+\\[\w.$\\-]*+"
    r"|(?<![\w\\])\\[A-Za-z]\w++\\(?![nrtux])[A-Za-z][\w\\]*+"
    r"|(?<![\w\\])[A-Za-z]\w++\\(?![nrtux])[A-Za-z]\w++\\(?![nrtux])[\w\\]++"
)
"""A pattern of paths of Windows, of hosts, and of names in code."""

_BLOCK_MARK = regex(r"\#{1,6}+\s++|[-*+•]\s++|[0-9]{1,9}+[.)]\s++|>[^\S\n]*+")
_ESCAPED = regex(r"\\[!-/:-@\[-`{-~]|&#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6});|[\s\S]")
_ENCLOSING = {"STRONG_EM": 3, "STRONG": 2, "EM": 1}
"""The tokens that enclose text, and how long the marks on either side are."""


_MARKUP = frozenset("*_`\\<>[](){}#")
"""The characters that a canonical text may have in marks and escapes only.

An ampersand can begin a reference to any character.
"""


_ORDINARY = frozenset(("", *LETTERS, *DIGITS, " ", "\n"))
"""The characters that are not signs, and none."""

Prefilter = Callable[[], Sequence[str]]
"""Returns the expressions that a rule declares: a text with findings has a match of one."""


class Passage(NamedTuple):
    """A text of the document: its pointer, its characters, and their spans in the file."""

    pointer: str
    text: str
    starts: list[int]
    ends: list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in the file of a part of the text that is not empty."""
        return self.starts[start], self.ends[end - 1]


class Remains(NamedTuple):
    """What is left of one kind of markup in a passage: the kind, and one match or more."""

    passage: Passage
    kind: str
    matches: list[re.Match[str]]

    @property
    def span(self) -> tuple[int, int]:
        """The span of the first match in the file."""
        return self.passage.span(*self.matches[0].span())

    @property
    def extent(self) -> tuple[int, int]:
        """The span in the file from the first match to the last."""
        return self.passage.span(self.matches[0].start(), self.matches[-1].end())

    def describe(self, one: str, several: str) -> str:
        """Return how many there are of what has these names, and the first of them, quoted."""
        first = quoted(" ".join(self.matches[0][0].split()))
        count = len(self.matches)
        return f"{one} {first}" if count == 1 else f"{count} {several}, the first {first}"

    def edit(self, match: re.Match[str], text: str) -> Edit:
        """Return the edit that writes a text, escaped, in place of a match."""
        start, end = self.passage.span(*match.span())
        shown = self.passage.text
        before = shown[match.start() - 1 : match.start()]
        after = shown[match.end() : match.end() + 1]
        return Edit(start, end, escape(text, before, after))

    def removal(self, match: re.Match[str]) -> Edit:
        """Return the edit that removes a match, with one of two spaces around it."""
        text, (start, end) = self.passage.text, match.span()
        is_between = (start == 0 or text[start - 1] in " \n") and text[end : end + 1] == " "
        return Edit(*self.passage.span(start, end + is_between), "")


def outside_urls(pattern: str) -> re.Pattern[str]:
    """Return a pattern that also matches URLs, which `remains` skips."""
    return regex(f"{_URL}|{pattern}")


def remains(
    context: Context, pattern: re.Pattern[str], *needles: str, prefilter: Prefilter | None = None
) -> Iterator[Remains]:
    """Yield what a pattern finds in the passages that contain one of these strings.

    The names of the outermost groups of the pattern are the kinds; a match without one is skipped.
    Where the pattern takes long, ``prefilter`` returns expressions as that of a rule does: passages
    without a match of one of them may be skipped.
    """
    likely = () if prefilter is None else _compile(prefilter)
    for passage in _passages(context, needles, likely):
        kinds: dict[str, list[re.Match[str]]] = {}
        for match in pattern.finditer(passage.text):
            if match.lastgroup is not None and match.end() > match.start():
                kinds.setdefault(match.lastgroup, []).append(match)
        for kind, matches in kinds.items():
            yield Remains(passage, kind, matches)


@cache
def _compile(prefilter: Prefilter) -> tuple[re.Pattern[str], ...]:
    """Return the compiled expressions, with the classes and anchors that they have in hyperscan."""
    return tuple([regex(text, re.ASCII | re.MULTILINE) for text in prefilter()])


def visible_text(context: Context) -> str:
    """Return the text of the title, the subtitle, the intro, the picture, and all blocks.

    Made once for a text, by ``context.memo``.
    """
    return "\n\n".join([*context.memo(_header_texts), context.memo(whole_text)])


def _header_texts(context: Context) -> list[str]:
    """Return the texts of the title, the subtitle, the intro and the picture."""
    document = context.reading.document
    texts = [document["title"]] if "title" in document else []
    texts += [document["subtitle"]] if "subtitle" in document else []
    texts += map(plain_text, document.get("intro", ()))
    texts += [document["caption"]] if "caption" in document else []
    texts += [document["credit"]] if "credit" in document else []
    return texts


def visible_signs(context: Context) -> frozenset[str]:
    """Return the signs of the visible text, or more: those that are in URLs of links, too.

    Made once for a text, by ``context.memo``.
    """
    text, signs = context.memo(visible_text), context.signs
    has_references = "&" in signs and ";" in signs
    if has_references or not context.is_canonical:
        return frozenset(rare_characters(text))
    return signs.difference([mark for mark in _MARKUP.intersection(signs) if mark not in text])


def has_any(text: str, needles: tuple[str, ...]) -> bool:
    """Return whether a text contains one of these strings."""
    for needle in needles:  # noqa: SIM110 - half the time of any()
        if needle in text:
            return True
    return False


def is_prose(context: Context, passage: Passage) -> bool:
    """Return whether a passage may have several lines: it is not in the header or a heading."""
    _, part, *number = passage.pointer.split("/")
    return part == "intro" or (part == "body" and context.types[int(number[0])] != "heading")


def passages(context: Context, *needles: str) -> Iterator[Passage]:
    """Yield the texts that contain one of these strings, in the order of the file."""
    return _passages(context, needles, ())


def _passages(
    context: Context, needles: tuple[str, ...], likely: Collection[re.Pattern[str]]
) -> Iterator[Passage]:
    """Yield the texts that contain one of these strings, in the order of the file.

    With patterns, those without a match may be missing. It takes much longer to tell the place of
    each character than to search the document, whose texts are those of a canonical file.
    """
    text, is_canonical = context.text, context.is_canonical
    if "\r" in text:  # the lines of the document end in line feeds
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    found = _those_in_text(context, needles)
    if not is_canonical or has_any("\n".join(context.memo(_header_texts)), found):
        yield from _header_passages(context, text, needles)
    if not found:
        return
    tokens = context.reading.body_tokens
    for number, shown in enumerate(context.texts):
        if has_any(shown, found):
            start, end = tokens[number].visible_span()
            source = text[start:end]
            if is_canonical and _shows_all(source) and not _has_likely(shown, likely):
                continue
            yield _passage(f"/body/{number}", source, start)


def _header_passages(context: Context, text: str, needles: tuple[str, ...]) -> Iterator[Passage]:
    """Yield those of the header and the picture; ``text`` is that of the file."""
    for pointer, start, end in _header_spans(context):
        passage = _passage(pointer, text[start:end], start)
        if has_any(passage.text, needles):
            yield passage


def _those_in_text(context: Context, needles: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of some strings that are in the document."""
    text, signs = context.memo(visible_text), context.memo(visible_signs)
    found: list[str] = []
    for needle in needles:
        first = needle[:1]
        if (first in signs or first in _ORDINARY) and needle in text:
            found.append(needle)
    return tuple(found)


def _shows_all(source: str) -> bool:
    """Return whether the text of a canonical block has all visible characters of it.

    It lacks the brackets of a URL, and what the lines of a quotation begin with.
    """
    return "<" not in source and "\n" not in source


def _has_likely(text: str, likely: Collection[re.Pattern[str]]) -> bool:
    """Return whether a text has a match of one of these patterns, or there are none."""
    for pattern in likely:
        if pattern.search(text) is not None:
            return True
    return not likely


def _header_spans(context: Context) -> Iterator[tuple[str, int, int]]:
    document = context.reading.document
    for token in context.tokens("TITLE", "SUBTITLE"):
        name = token.type.lower()
        if name in document:
            is_bold = token.match[f"bold_{name}"] is not None
            yield (f"/{name}", *token.match.span(f"bold_{name}" if is_bold else name))
    pointers = [f"/intro/{number}" for number in range(len(document.get("intro", ())))]
    # One line has both.
    if "credit" in document:
        pointers.append("/caption" if "caption" in document else "/credit")
    for pointer in pointers:
        yield (pointer, *context.place(pointer))


def _passage(pointer: str, source: str, start: int) -> Passage:
    """Return the passage of a part of the file, without the mark that its block begins with."""
    mark = _BLOCK_MARK.match(source)
    begin = mark.end() if mark else 0
    passage = Passage(pointer, "", [], [])
    pieces: list[str] = []
    if pointer in ("/title", "/subtitle"):
        _add_escaped(passage, pieces, source[begin:], start + begin)
    else:
        _add_inline(passage, pieces, source[begin:], start + begin)
    return passage._replace(text="".join(pieces))


def _add_inline(
    passage: Passage, pieces: list[str], source: str, start: int, in_link: bool = False
) -> None:
    """Add what is visible of a source that begins at an offset of the file."""
    for token in inline_tokens(source):
        place = start + token.start_pos
        inner, offset = ("", 0) if in_link and token.type == "LINK" else _inner(token)
        if token.type == "UNDERLINE":
            continue
        if inner.strip():
            _add_inline(passage, pieces, inner, place + offset, in_link or token.type == "LINK")
        elif token.type == "BREAK":
            _add(passage, pieces, "\n", place, place + len(token))
        else:
            _add_escaped(passage, pieces, token, place)


def _inner(token: Token) -> tuple[str, int]:
    """Return what a mark encloses, and where it begins in the token; empty for other tokens."""
    if token.type == "LINK":
        return token.match["link"], token.match.start("link") - token.match.start()
    length = _ENCLOSING.get(token.type, 0)
    return token[length:-length] if length else "", length


def _add_escaped(passage: Passage, pieces: list[str], source: str, start: int) -> None:
    """Add a text in which only escapes and references are marks."""
    if "\\" not in source and "&" not in source:
        pieces.append(source)
        passage.starts.extend(range(start, start + len(source)))
        passage.ends.extend(range(start + 1, start + 1 + len(source)))
        return
    for match in _ESCAPED.finditer(source):
        shown = match[0] if len(match[0]) == 1 else read_string(match[0])
        _add(passage, pieces, shown, start + match.start(), start + match.end())


def _add(passage: Passage, pieces: list[str], shown: str, start: int, end: int) -> None:
    """Add characters that are written as one."""
    pieces.append(shown)
    passage.starts.extend([start] * len(shown))
    passage.ends.extend([end] * len(shown))
