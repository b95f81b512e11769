"""Calls on the reader of a page that no phrase at their start shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from corpusfmt.lint import Context
from corpusfmt.rules._shared.blocks import edges, sizes
from corpusfmt.rules._shared.boilerplate_phrases import phrases
from corpusfmt.rules._shared.page_notices import has_quotes
from corpusfmt.rules._shared.page_terms import anchors, combined, firsts_of_unspaced
from corpusfmt.rules._shared.slugs import fold
from corpusfmt.rules._shared.word_lists import read_list
from corpusfmt.text.characters import lower_words, words_of_lines
from corpusfmt.text.parsed import PARSED
from corpusfmt.text.patterns import regex

LONGEST = 160
_OF_AUTHOR, _LONGEST_OF_AUTHOR = 3, 300
"""How many blocks at the end may be about the author, and the most characters of one."""

_CONTACT = regex(r"[^\s@<>()]*@[\w.-]+")
_NUMBER = regex(r"[0-9][0-9 ()./-]{5,}[0-9]")
_SENTENCES = regex(r"[.!?:]\s")
_UNSPACED = regex("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_SHORTEST_NAME, _NEAR = 4, 45

_Entries = Mapping[str, Sequence[str]]
"""Entries of the list that a text may have, by their kind."""

_LONG_CALL = 80
"""How many characters a call has at least that names what the article is about."""


def reader_calls(context: Context, words: frozenset[bytes]) -> Iterator[int]:
    """Yield the numbers of the blocks at the start and the end that call on the reader.

    ``words`` are those of these blocks that `words_of_calls` has, and any others.
    """
    found = words & words_of_calls()
    keys = frozenset(filter(_by_key().__contains__, found))
    is_unspaced = not _firsts_of_unspaced().isdisjoint(context.signs)
    if keys or is_unspaced:
        yield from _calls(context, keys, is_unspaced=is_unspaced)
    signs = anchors().intersection(found)
    if signs or not firsts_of_unspaced().isdisjoint(context.signs):
        yield from combined(context, signs)
    yield from _contacts_of_authors(context)


def may_be_of_author(text: str) -> bool:
    """Return whether a call is long and follows a question, as the last words of an article may."""
    return len(text) > _LONG_CALL and "? " in text


def _calls(context: Context, keys: frozenset[bytes], *, is_unspaced: bool) -> Iterator[int]:
    """Yield the numbers of the blocks that have an entry, most of which have one of these words."""
    texts = context.texts
    numbers = list(_short_edges(context))
    joined = "\n".join([texts[number] for number in numbers])
    entries = _entries_in(_simplify(joined), _by_key().keys() if "_" in joined else keys)
    if not is_unspaced and not any(entries.values()):  # as in most that have one of the words
        return
    found = [number for number in numbers if _is_call(_simplify(texts[number]), entries)]
    if is_unspaced or (found and not _by_key().keys().isdisjoint(lower_words(joined))):
        yield from _without_quotes(found, texts)


def _short_edges(context: Context) -> Iterator[int]:
    """Yield the numbers of the first and last blocks that are not too long."""
    lengths = context.memo(sizes)
    for number in edges(len(lengths)):
        if 0 < lengths[number] <= LONGEST:
            yield number


def _without_quotes(numbers: Iterable[int], texts: Sequence[str]) -> Iterator[int]:
    """Yield the numbers of the texts that have no quotation marks."""
    for number in numbers:
        if not has_quotes(texts[number]):
            yield number


def _simplify(text: str) -> str:
    return text.lower().replace("’", "'").replace("\xa0", " ")


def _entries_in(text: str, keys: Iterable[bytes]) -> _Entries:
    """Return the entries in a simplified text that have these words, or begin sentences.

    Those in scripts without spaces between words may have none of them.
    """
    entries: dict[str, list[str]] = {kind: [] for kind in "ncomaj"}
    candidates = [("a", phrase) for phrase in _unspaced()]
    for key in keys:
        candidates += _by_key()[key]
    for kind, phrase in candidates:
        if kind != "j" and phrase in text:
            entries[kind].append(phrase)
    if any(map(text.__contains__, _phrases("w"))):
        entries["j"] += _phrases("j")
    return entries


def _is_call(text: str, entries: _Entries) -> bool:
    """Return whether a simplified text calls on the reader."""
    if _has_any(text, entries["n"]):
        return True
    if _has_call(text, entries) and any(map(text.__contains__, phrases("channels"))):
        return True
    if _has_any(text, entries["m"]) and _has_address(text):
        return True
    if entries["j"] and _is_about_journalism(text):
        return True
    return _has_any(text, entries["a"]) and _has_any(text, _phrases("p"))


def _has_call(text: str, entries: _Entries) -> bool:
    """Return whether a text has a verb that calls on the reader, whatever it calls for."""
    if _has_any(text, entries["c"]) or _has_our_channel(text, entries["o"]):
        return True
    if text.isascii() or text[-1] in "。．.":
        return False
    return any(map(text.__contains__, _phrases("u")))


def _has_our_channel(text: str, entries: Sequence[str]) -> bool:
    """Return whether an entry has a word for what is the page's own closely behind it."""
    for entry in entries:
        if _has(text, entry):
            start = text.find(entry) + len(entry)
            if _has_any(f"{text[start : start + _NEAR]} ", _phrases("r")):
                return True
    return False


def _has_address(text: str) -> bool:
    return "@" in text or _NUMBER.search(text) is not None or "whatsapp" in text


def _is_about_journalism(text: str) -> bool:
    """Return whether a text has an entry with “w”, and a sentence that begins with one with “j”."""
    if not any(map(text.__contains__, _phrases("w"))):
        return False
    return any(sentence.startswith(_phrases("j")) for sentence in _SENTENCES.split(text))


def _has_any(text: str, entries: Sequence[str]) -> bool:
    """Return whether a text has one of some entries, as whole words."""
    return any(_has(text, entry) for entry in entries)


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
        if len(text) > _LONGEST_OF_AUTHOR or "@" not in text or has_quotes(text):
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
def _unspaced() -> tuple[str, ...]:
    return tuple(phrase for phrase in _phrases("a") if _UNSPACED.search(phrase))


@cache
def words_of_calls() -> frozenset[bytes]:
    """Return the words that any of the calls has one of, in lower case and UTF-8."""
    return anchors().union(_by_key())


@cache
def _by_key() -> Mapping[bytes, list[tuple[str, str]]]:
    """Return the kind and text of each entry that is looked for, by its longest word."""
    return PARSED.of(calls_by_word, "\n".join(read_list("reader_calls")))


def calls_by_word(text: str) -> dict[bytes, list[tuple[str, str]]]:
    """Return the kind and text of the entries of a list, by the longest word of each."""
    lines = text.split("\n")
    entries = [(entry[0], entry[2:]) for entry in lines if entry[0] not in "wpru"]
    words = words_of_lines("\n".join([phrase for _, phrase in entries]))
    found: dict[bytes, list[tuple[str, str]]] = {}
    for entry, line in zip(entries, words, strict=True):
        found.setdefault(max(line, key=len), []).append(entry)
    return found


@cache
def _firsts_of_unspaced() -> frozenset[str]:
    return frozenset([phrase[0] for phrase in _phrases("u")])
