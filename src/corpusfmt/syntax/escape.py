"""Escape text so that neither this format's reader nor a CommonMark parser takes it for a mark."""

from __future__ import annotations

import re
from unicodedata import category

from corpusfmt.text.patterns import regex

_SPECIAL = regex(r"[\\`*_<&\]]")
_SPECIAL_IN_LINK = regex(r"[\\`*_<&\[\]]")
_TAG_START = regex(r"[A-Za-z/!?]")
_ENTITY = regex(r"&#?[0-9A-Za-z]+;")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_LINE_START = regex(
    r"(?P<mark>\#{1,6}(?=\s|\Z)|>|[-+](?=\s|\Z)|~(?=~~)|=(?=[=\s]*\Z)|-(?=[-\s]*\Z))"
    r"|(?P<number>[0-9]{1,9})(?=[.)](?:\s|\Z))"
    r"|(?P<bullet>•)(?=\s|\Z)"
)
_HEADING_END = regex(r"(?:(?<=\s)|\A)#(?=#*\Z)")
_LABEL = regex(r"(original[^\S\n]+url[^\S\n]*):", re.IGNORECASE)
_URL_MARK = regex(r"\\(?=[!-/:-@\[-`{-~]|\Z)|&(?=#?[0-9A-Za-z]+;)|\](?=\()")
_BARE_URL = regex(r"(?!<)(?>(?:[^\s()]++|\([^\s()]*+\))*)")
_NAME_MARKS = ",<&"
_NAME_MARK = regex(f"([{_NAME_MARKS}])")
_AND_IN_NAME = regex(r"(?<!\S)(?:a(?=nd(?:\s|\Z))|A(?=ND(?:\s|\Z)))")


def reference(character: str) -> str:
    """Return the numeric character reference of a character."""
    return f"&#{ord(character)};"


def escape(
    text: str, before: str = "", after: str = "", *, in_link: bool = False, marked: bool = False
) -> str:
    """Return the text with a backslash before each character that would be a mark.

    ``before`` and ``after`` are the characters beside it in the line, empty at the edges of the
    line. Inside a link brackets are marks too, inside marks a star or underscore between two
    spaces.
    """
    if has_mark(text) or (in_link and "[" in text):
        text = _escape_marks(text, before, after, in_link=in_link, marked=marked)
    if after == "[" and text.endswith("!"):  # before a link it would make a picture
        return text[:-1] + "\\!"
    return text


def has_mark(text: str) -> bool:
    """Return whether a text that is not in a link has a character that could be a mark."""
    # Seven searches for one character take a sixth of the time of a pattern's.
    return (
        "*" in text
        or "_" in text
        or "\\" in text
        or "`" in text
        or "<" in text
        or "&" in text
        or "]" in text
    )


def _escape_marks(text: str, before: str, after: str, *, in_link: bool, marked: bool) -> str:
    pieces: list[str] = []
    end = 0
    special = _SPECIAL_IN_LINK if in_link else _SPECIAL
    for match in special.finditer(text):
        index = match.start()
        left = text[index - 1] if index else before
        right = text[index + 1] if index + 1 < len(text) else after
        if _is_mark(match, left, right, in_link=in_link, marked=marked):
            pieces += (text[end:index], "\\")
            end = index
    pieces.append(text[end:])
    return "".join(pieces)


def _is_mark(match: re.Match[str], left: str, right: str, *, in_link: bool, marked: bool) -> bool:
    """Return whether a special character would be read as a mark between these two characters."""
    character = match[0]
    if character in "*_":
        return _is_emphasis_mark(character, left, right, marked=marked)
    if character == "\\":
        return not right or right == "\n" or right in _PUNCTUATION
    if character == "<":
        return not right or _TAG_START.match(right) is not None
    if character == "&":
        return _ENTITY.match(match.string, match.start()) is not None
    if character == "]" and not in_link:
        return right in ("(", ":")
    return True  # a backtick; any bracket inside a link


def _is_emphasis_mark(character: str, left: str, right: str, *, marked: bool) -> bool:
    if left.isspace() and right.isspace() and not marked:
        return False
    return not (character == "_" and left.isalnum() and right.isalnum())


def escape_line_start(line: str) -> str:
    """Return an escaped line that begins no heading, quote, item, separator or fence."""
    if line[:1].isalpha():  # as most do
        return line
    match = _LINE_START.match(line)
    if match is None:
        return line
    if match["number"]:
        return f"{match[0]}\\{line[match.end() :]}"
    if match["bullet"]:  # hexadecimal: a decimal reference would be a guard
        return f"&#x{ord(match[0]):X};" + line[match.end() :]
    return "\\" + line


def escape_label(block: str) -> str:
    """Return a paragraph that does not begin like the URL of the article (“Original url:”)."""
    if _LABEL.match(block) is None:
        return block
    return _LABEL.sub(r"\1\\:", block, count=1)


def escape_heading(line: str) -> str:
    """Return the text of a heading, in which a closing run of ``#`` is text."""
    if "#" not in line:
        return line
    return _HEADING_END.sub(r"\\#", line)


def escape_name(name: str) -> str:
    """Return a name of a byline without what would end it or separate it from the next."""
    if "," not in name and "nd" not in name.lower() and not has_mark(name):  # as in most
        return name
    pieces: list[str] = []
    for piece in _NAME_MARK.split(name):
        is_mark = piece in _NAME_MARKS
        pieces.append(_reference_each(piece) if is_mark else escape(piece, ".", "."))
    return escape_and("".join(pieces))


def escape_and(name: str) -> str:
    """Return a name in which no word is read as the "and" between two names."""
    return _AND_IN_NAME.sub(lambda match: reference(match[0]), name)


def _reference_each(text: str) -> str:
    return "".join(map(reference, text))


def write_url(url: str) -> str:
    """Return the URL of a link as written in parentheses, in angle brackets if it has spaces."""
    has_marks = "&" in url or "]" in url or "\\" in url
    escaped = _URL_MARK.sub(r"\\\g<0>", url) if has_marks else url
    if _BARE_URL.fullmatch(url):
        return escaped
    if escaped.startswith("\u0338"):  # after the bracket it would compose to U+226E
        escaped = reference("\u0338") + escaped[1:]
    return "<" + re.sub(r"[<>]", r"\\\g<0>", escaped) + ">"


def may_be_punctuation(character: str) -> bool:
    """Return whether some version of CommonMark counts the character as punctuation.

    Since 0.31 symbols are punctuation.
    """
    return category(character)[0] in "PS"


def is_punctuation(character: str) -> bool:
    """Return whether every version of CommonMark counts the character as punctuation."""
    return character in _PUNCTUATION or category(character)[0] == "P"
