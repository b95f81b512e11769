"""Escapes: how text is written so that neither this format's reader nor a CommonMark parser takes it for a mark."""

from __future__ import annotations

import re
from unicodedata import category

_SPECIAL = re.compile(r"[\\`*_<&\]]")
BEGINNINGS = frozenset("#>+-~=0123456789•—oO") | {""}
"""How a paragraph may not begin to be written as it stands: as another block does, or the label of the address may."""

_IN_LINK = re.compile(r"[\\`*_<&\[\]]")
_ENTITY = re.compile(r"&#?[0-9A-Za-z]+;")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_LINE_START = re.compile(
    r"(?P<mark>\#{1,6}(?=\s|\Z)|>|[-+](?=\s|\Z)|~(?=~~)|=(?=[=\s]*\Z)|-(?=[-\s]*\Z))"
    r"|(?P<number>[0-9]{1,9})(?=[.)](?:\s|\Z))"
    r"|(?P<bullet>[•—])(?=\s|\Z)"
)
_HEADING_END = re.compile(r"(?:(?<=\s)|\A)#(?=#*\Z)")
_LABEL = re.compile(r"(original\s+url\s*):", re.IGNORECASE)
_ADDRESS_MARK = re.compile(r"\\(?=[!-/:-@\[-`{-~]|\Z)|&(?=#?[0-9A-Za-z]+;)|\](?=\()")
_BARE_ADDRESS = re.compile(r"(?!<)(?>(?:[^\s()]++|\([^\s()]*+\))*)")


def begins_with_word(text: str) -> bool:
    """Whether a text with one of BEGINNINGS begins with a word after all, and not with the label of the address."""
    return text[:1] in "oO" and text[1:2] not in "rR"


MARKS = "*_\\`<&]"
"""The characters that could be marks in a text that is no link's."""


def has_mark(text: str) -> bool:
    """Whether a character of the text could be a mark. Seven looks for one each cost a sixth of a pattern's."""
    return "*" in text or "_" in text or "\\" in text or "`" in text or "<" in text or "&" in text or "]" in text


def reference(character: str) -> str:
    """The numeric character reference of a character."""
    return f"&#{ord(character)};"


def escape(text: str, before: str = "", after: str = "", *, in_link: bool = False, marked: bool = False) -> str:
    """The text with a backslash before each character that would be a mark between these two neighbours.

    ``before`` and ``after`` are the characters that stand beside it in the line, empty at the line's edge. Inside a
    link brackets are marks as well, inside marks a star or underscore between two blanks.
    """
    if not has_mark(text) and not (in_link and "[" in text):
        return _before_link(text, after) if after == "[" else text
    special = _IN_LINK if in_link else _SPECIAL

    def escaped(match: re.Match[str]) -> str:
        index, character = match.start(), match[0]
        left = text[index - 1] if index else before
        right = text[index + 1] if index + 1 < len(text) else after
        return "\\" + character if _must_escape(character, left, right, text, index, in_link, marked) else character

    return _before_link(special.sub(escaped, text), after)


def _before_link(text: str, after: str) -> str:
    """An exclamation mark before a link would make it a picture."""
    return text[:-1] + "\\!" if after == "[" and text.endswith("!") else text


def _must_escape(character: str, left: str, right: str, text: str, index: int, in_link: bool, marked: bool) -> bool:
    if character in "*_":
        alone = not marked and left.isspace() and right.isspace()
        return not (alone or (character == "_" and left.isalnum() and right.isalnum()))
    if character == "\\":
        return not right or right in _PUNCTUATION or right == "\n"
    if character == "<":
        return not right or right in "/!?" or (right.isascii() and right.isalpha())
    if character == "&":
        return _ENTITY.match(text, index) is not None
    if character == "]" and not in_link:
        return bool(right) and right in "(:"
    return True  # a backtick; any bracket inside a link


def escape_line_start(line: str) -> str:
    """A line that has been escaped, with what would begin a heading, quote, item, rule or fence made text as well."""
    if line[:1].isalpha():  # as most do
        return line
    match = _LINE_START.match(line)
    if match is None:
        return line
    if match["number"]:
        return f"{match[0]}\\{line[match.end() :]}"
    if match["bullet"]:
        return f"&#x{ord(match[0]):X};" + line[match.end() :]  # a decimal one would be a guard
    return "\\" + line


def escape_label(block: str) -> str:
    """A paragraph that begins as the address does, made to begin otherwise."""
    return _LABEL.sub(r"\1\\:", block, count=1) if _LABEL.match(block) else block


def escape_heading(line: str) -> str:
    """A heading's text, in which a closing run of ``#`` is text."""
    if "#" not in line:
        return line
    return _HEADING_END.sub(r"\\#", line)


def escape_name(name: str) -> str:
    """A name of a byline that is not linked: what would part it from the next, written as a reference."""
    if "," not in name and "and" not in name and not has_mark(name):  # as in most
        return name
    name = re.sub(r"[,<&]", lambda match: reference(match[0]), escape_without(name, ",<&"))
    return re.sub(r"(?<!\S)a(?=nd(?:\s|\Z))", reference("a"), name)


def escape_without(text: str, left_alone: str) -> str:
    """The text escaped, but for these characters."""
    pieces = re.split(f"([{re.escape(left_alone)}])", text)
    return "".join(piece if piece in left_alone else escape(piece, ".", ".") for piece in pieces)


def write_address(address: str) -> str:
    """The address of a link as it stands between its parentheses, in angle brackets if it holds a blank or such."""
    has_marks = "&" in address or "]" in address or "\\" in address
    escaped = _ADDRESS_MARK.sub(r"\\\g<0>", address) if has_marks else address
    if _BARE_ADDRESS.fullmatch(address):
        return escaped
    if escaped.startswith("\u0338"):  # after the bracket it would compose to U+226E
        escaped = reference("\u0338") + escaped[1:]
    return "<" + re.sub(r"[<>]", r"\\\g<0>", escaped) + ">"


def may_be_punctuation(character: str) -> bool:
    """Whether some version of CommonMark counts the character as punctuation (since 0.31 symbols are)."""
    return category(character)[0] in "PS"


def is_punctuation(character: str) -> bool:
    """Whether every version of CommonMark counts the character as punctuation."""
    return character in _PUNCTUATION or category(character)[0] == "P"
