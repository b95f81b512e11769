"""What is counted of one article: fields, length, language, date, authors and host."""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.lint.context import Context
from corpusfmt.rules._shared.open_words import likeliest_language
from corpusfmt.rules._shared.scripts import script_of
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

FIELDS = (
    "title",
    "subtitle",
    "byline",
    "date",
    "updated",
    "intro",
    "gap",
    "caption",
    "credit",
    "heading",
    "related",
    "image",
    "url",
)
"""What an article can have, in the order of the text; ``gap`` is the place of the lead picture."""

LONGEST = 100_000
"""The most words that are counted; longer articles count as having so many."""

_OF_BODY = ("heading", "related", "image")

_FEWEST_CHARACTERS = 100
"""How long a text must be for its language to be guessed."""

_UNSPACED = regex("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""Characters of the scripts in which each is counted as a word."""

_LANGUAGES = {
    "Japanese": "ja",
    "Korean": "ko",
    "Chinese": "zh",
    "Thai": "th",
    "Arabic": "Arab",
    "Hebrew": "he",
    "Devanagari": "Deva",
    "Bengali": "bn",
    "Greek": "el",
    "Cyrillic": "Cyrl",
    "Latin": "Latn",
}
"""The code of the language (ISO 639) of a script, or of the script (ISO 15924)."""


class ArticleFacts(NamedTuple):
    """What is counted of an article; texts are empty where it has none.

    ``month`` is as 2024-05, ``language`` a code of ISO 639 or, where only the script is known, of
    ISO 15924. ``fields`` has the numbers of the fields in FIELDS.
    """

    title: str
    host: str
    url: str
    month: str
    language: str
    words: int
    authors: tuple[str, ...]
    fields: tuple[int, ...]


def facts_of(context: Context) -> ArticleFacts:
    """Return what is counted of an article."""
    document = context.reading.document
    authors = {author["name"]: None for author in document.get("byline", ())}
    return ArticleFacts(
        title=document.get("title", ""),
        host=context.host,
        url=document.get("url", ""),
        month=document.get("date", "")[:7],
        language=guess_language(context),
        words=min(LONGEST, sum(map(count_words, context.texts))),
        authors=tuple(authors),
        fields=tuple(_fields(context)),
    )


def guess_language(context: Context) -> str:
    """Return the code of the likely language or script of an article; empty where it is short."""
    if sum(map(len, context.texts)) < _FEWEST_CHARACTERS:
        return ""
    language = likeliest_language(context)
    if language is not None:
        return language
    return _LANGUAGES.get(script_of(context) or "", "")


def count_words(text: str) -> int:
    """Return the number of words; each Chinese or Japanese character counts as one."""
    if text.isascii():
        return len(text.split())
    unspaced = len(_UNSPACED.findall(text))
    if unspaced:
        text = _UNSPACED.sub(" ", text)
    return unspaced + len(text.split())


def _fields(context: Context) -> Iterator[int]:
    """Yield the numbers of the fields that an article has."""
    document, types = context.reading.document, set(context.types)
    for number, name in enumerate(FIELDS):
        if name in _OF_BODY:
            is_there = name in types
        elif name == "gap":
            is_there = context.reading.gap is not None
        else:
            is_there = bool(document.get(name))
        if is_there:
            yield number
