"""Whether a text is about tags of HTML: it names them, or they are words of its sentences."""

from __future__ import annotations

import re
from itertools import pairwise

from corpusfmt.text.patterns import regex

INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "big",
        "cite",
        "em",
        "font",
        "i",
        "mark",
        "nobr",
        "s",
        "small",
        "span",
        "strike",
        "strong",
        "tt",
        "u",
        "wbr",
    ]
)
"""Elements within a line, in lower case."""

VOID = frozenset(["br", "hr", "img", "wbr"])
"""Elements without an end, whose tags may have spaces around them."""

_NEAR = 24
_WORD_BEFORE = regex(r"[^\W_],? \\?\Z")
_WORD_AFTER = regex(r"[,;?!.]?(?: [^\W\dA-Z_]|\Z)")
_CLAUSE_END = regex(r"[,;?!.](?:\s|\Z)")
_NAMED_BEFORE = regex(
    r"(?:(?<![\w-])(?:tags?|elements?|balises?|etiquetas?|Tags?|Elemente?|теги?|тегом|элемент)"
    r"(?:\s(?:like|such\sas|named|called|wie|comme|como))?,?\s[\"'“„«(`]?\\?|[“„«]|(?<=[\s(])[\"'])\Z"
)
_NAMED_AFTER = regex(
    r"[\"'”“»)`]?\s?(?:(?:and|or|und|oder|et|y|и)\s\S{1,12}\s)?"
    r"(?:tags?|elements?|attributes?|balises?|etiquetas?|Tags?|Elemente?|тег|элемент)(?!\w)"
    r"|(?:标签|標籤|タグ|태그)"
)
_BETWEEN_NAMED = regex(r"(?:,|,?\s(?:and|or|und|oder|et|ou|y|o|e|en|og|och|и))\s\\?")
_ENTRY = regex(r"\s?[:：=]\s|\s[–—-]\s")


def are_named(text: str, tags: list[re.Match[str]]) -> bool:
    """Return whether the text is about tags: it names one, or most are words of a sentence."""
    ended = {tag["name"].lower() for tag in tags if tag["slash"]}
    words = others = 0
    if _are_listed(text, tags):
        return True
    for tag in tags:
        before = text[max(0, tag.start() - _NEAR) : tag.start()]
        after = text[tag.end() : tag.end() + _NEAR]
        if _NAMED_BEFORE.search(before) or _NAMED_AFTER.match(after):
            return True
        if (tag["name"] or "br").lower() not in VOID:
            is_word = _is_word(tag, before, after, ended)
            words += is_word
            others += not is_word
    return words > others


def _is_word(tag: re.Match[str], before: str, after: str, ended: set[str]) -> bool:
    """Return whether a tag is between words, as a word of a sentence is."""
    if _WORD_BEFORE.search(before) is None or (tag["name"] or "").lower() in ended & INLINE:
        return False
    ends_clause = tag["slash"] and _CLAUSE_END.match(after)
    return bool(ends_clause or _WORD_AFTER.match(after))


def _are_listed(text: str, tags: list[re.Match[str]]) -> bool:
    """Return whether tags of two elements are in a row of words, or begin lines of a list."""
    for tag, following in pairwise(tags):
        if tag["slash"] or following["slash"] or tag["name"] == following["name"]:
            continue
        if _BETWEEN_NAMED.fullmatch(text, tag.end(), following.start()):
            return True
        if _begins_entry(text, tag) and _begins_entry(text, following):
            return True
    return False


def _begins_entry(text: str, tag: re.Match[str]) -> bool:
    """Return whether a tag is the first word of a line, and a colon or a dash follows it."""
    line = text[text.rfind("\n", 0, tag.start()) + 1 : tag.start()]
    return not line.strip(" -*\\") and _ENTRY.match(text, tag.end()) is not None
