"""Calls on the reader of a page that no phrase at their start shows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from corpusfmt.lint import Context
from corpusfmt.rules._shared.blocks import sizes
from corpusfmt.rules._shared.boilerplate_phrases import phrases
from corpusfmt.rules._shared.slugs import fold
from corpusfmt.rules._shared.word_lists import read_list
from corpusfmt.text.characters import lower_words, words_of_lines
from corpusfmt.text.patterns import regex

_LONGEST = 160
_AT_THE_START, _AT_THE_END = 2, 4
"""How many blocks are looked at."""

_OF_AUTHOR, _LONGEST_OF_AUTHOR = 3, 300
"""How many blocks at the end may be about the author, and the most characters of one."""

_QUOTES = frozenset('"“”„«»「」『』')
_CONTACT = regex(r"[^\s@<>()]*@[\w.-]+")
_NUMBER = regex(r"[0-9][0-9 ()./-]{5,}[0-9]")
_SENTENCES = regex(r"[.!?:]\s")
_SHORTEST_NAME = 4


def reader_calls(context: Context) -> Iterator[int]:
    """Yield the numbers of the blocks at the start and the end that call on the reader."""
    texts, lengths = context.texts, context.memo(sizes)
    numbers = range(len(texts))
    edges = sorted({*numbers[:_AT_THE_START], *numbers[-_AT_THE_END:]})
    short = [number for number in edges if 0 < lengths[number] <= _LONGEST]
    joined = "\n".join([texts[number] for number in short])
    if not _keys().isdisjoint(lower_words(joined)):
        for number in short:
            if _QUOTES.isdisjoint(texts[number]) and _is_call(texts[number].lower()):
                yield number
    if "@" in joined or "@" in "".join(texts[-_OF_AUTHOR:]):  # as in few articles
        yield from _contacts_of_authors(context)


def _is_call(text: str) -> bool:
    """Return whether a text in lower case calls on the reader."""
    text = text.replace("’", "'").replace("\xa0", " ")
    if _has_any(text, "n"):
        return True
    has_call = _has_any(text, "c") or (_has_any(text, "o") and _has_any(text, "r"))
    if has_call and any(map(text.__contains__, phrases("channels"))):
        return True
    if _has_any(text, "m") and ("@" in text or _NUMBER.search(text) or "whatsapp" in text):
        return True
    if any(map(text.__contains__, _phrases("w"))) and _begins_sentence(text, "j"):
        return True
    return _has_any(text, "a") and _has_any(text, "p")


def _begins_sentence(text: str, kind: str) -> bool:
    """Return whether a sentence of a text begins with an entry of a kind."""
    return any(sentence.startswith(_phrases(kind)) for sentence in _SENTENCES.split(text))


def _has_any(text: str, kind: str) -> bool:
    """Return whether a text has an entry of a kind, as whole words."""
    return any(_has(text, phrase) for phrase in _phrases(kind))


def _has(text: str, phrase: str) -> bool:
    start = text.find(phrase)
    if start < 0:
        return False
    before, after = text[start - 1 : start], text[start + len(phrase) :][:1]
    return not ((before.isalnum() and phrase[0].isalnum()) or (after.isalnum()))


def _contacts_of_authors(context: Context) -> Iterator[int]:
    """Yield the blocks at the end that name an author of the text and an address, or have both."""
    count = len(context.texts)
    for number in range(max(1, count - _OF_AUTHOR), count):
        text = context.texts[number]
        if len(text) > _LONGEST_OF_AUTHOR or "@" not in text or not _QUOTES.isdisjoint(text):
            continue
        contact = _CONTACT.search(text)
        if contact is not None and _names_author(context, text, contact[0]):
            yield number


def _names_author(context: Context, text: str, contact: str) -> bool:
    """Return whether a text names an author of the article, or an address has the surname."""
    lower, address = text.casefold(), fold(contact)
    for author in context.reading.document.get("byline", ()):
        name = author["name"]
        if name.casefold() in lower:
            return True
        words = [word for word in name.split() if len(word) >= _SHORTEST_NAME]
        if any(fold(word) in address for word in words[-1:]):
            return True
    return False


@cache
def _phrases(kind: str) -> tuple[str, ...]:
    return tuple(entry[2:] for entry in read_list("reader_calls") if entry[0] == kind)


@cache
def _keys() -> frozenset[bytes]:
    """Return the longest word of each entry that is looked for."""
    entries = [entry[2:] for entry in read_list("reader_calls") if entry[0] not in "wpr"]
    words = words_of_lines("\n".join(entries))
    return frozenset(max(line, key=len) for line in words if line)
