"""Bylines in the body of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from corpusfmt.lint import Block, Context
from corpusfmt.rules._shared.articles_in_text import later_articles
from corpusfmt.rules._shared.blocks import short_texts
from corpusfmt.rules._shared.page_forms import is_list_of_articles
from corpusfmt.rules._shared.word_lists import list_pattern, read_list
from corpusfmt.syntax.byline_persons import is_person
from corpusfmt.syntax.credit_lists import agencies
from corpusfmt.syntax.dates import MONTHS
from corpusfmt.text.patterns import regex

_LABELS = list_pattern("byline_labels", r"\s")
_WITH_COLON = list_pattern("byline_labels_with_colon")
_LABEL = (
    rf"(?i)(?:--?|[–—])?\s*(?:(?P<word>{_LABELS})(?P<colon>\s?:)?\s"
    rf"|{_WITH_COLON}\s?[:：]\s?|tác giả\s)"
)
_OTHER_STARTS = ("--", "– ", "— ", "記者", "记者", "作者", "撰文", "文/", "文／", "文：", "文:")


_OF_PICTURES = regex(
    r"(?i)(?:illustrations?|graphics?|photo(?:s|graphy|graphs)?|pictures?|videos?)\s(?:by|from)\s"
)
_FIRST = 20
"""How many blocks are looked at for an image above a line."""


def _find_keys() -> Iterator[str]:
    yield from _OTHER_STARTS
    for label in (*read_list("byline_labels"), *read_list("byline_labels_with_colon")):
        yield from (label[:2], label[:2].title(), label[:2].upper())


_KEYS = frozenset(_find_keys())
"""What the first two characters of a byline are."""

_IDEOGRAPHS = (
    r"(?:記者|记者|作者|撰文|文)\s?[:：/／]\s?[\u4e00-\u9fff]{2,4}(?:\s?[/／、]\s?\S{2,12})?"
    r"|(?:記者|记者)[\u4e00-\u9fff]{2,4}\s?[/／]\s?\S{2,12}"
)
_BEHIND = (
    r"(?is)(?:\s*[:|,–—-]\s*|\s+on\s+)[^|:]{0,20}\b(?:19|20)[0-9]{2}\b.*|\s+(?:follow\b|@\w).*"
)
_PICTURE = regex(r"[^\W\d_][/／](?:[A-Z]{2,6}\b|[^\W\d_][\w ]{1,30}\.$)")
"""The credit of a picture: an agency in capitals, or a name with a full stop, after a slash."""
_SHORTEST_VERSE, _LONGEST_VERSE = 12, 70
_VERSES, _FEWEST_VERSES, _FEWEST_ENDS = 5, 3, 2
"""The blocks below a name that are looked at, how many of them are short below the name of a poet,
and how many of these do not end a sentence.
"""

_EDGE, _LONGEST_NAME = 3, 60
"""How many blocks are at an edge, and the most characters of the name of a paper or a company."""
_FEWEST_HEADINGS = 3
_NO_END = frozenset(".!?:;,…")
_SMALL = frozenset(("and", "of", "the", "for", "&", "de", "del", "und", "et", "y"))
_ONE_WORD = regex(r"[A-Z][A-Z0-9&]{1,7}$|[A-Z][a-z]+[A-Z]|.?[\u3040-\ud7a3]{2}")
"""A word that is a name by its form: an abbreviation, one with a capital inside, an ideograph."""
_FEWEST_SPACES = 3
_BETWEEN = r"\s*(?:\n|,\s*(?:and\s)?|[/|&]|\s(?:and|und|et|y|e|en|og|och|i)\s)\s*"
_MARKS = (
    "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd"
    "\u0a01-\u0a4d\u0b82-\u0bcd\u0c01-\u0c4d\u0e31-\u0e4e\u200c\u200d"
)
"""Accents and vowel signs, which are no letters for a pattern."""
_LETTERS = rf"(?:[^\W\d_]|[{_MARKS}])"
_WORD = rf"[^\W\d_]{_LETTERS}*(?:[.'’`-]+{_LETTERS}+)*\.?"
_ASIDES = r"\s?(?:\([^()]{2,40}\)|\"[^\"]{2,20}\"|“[^”]{2,20}”|「[^」]{1,10}」)"
"""A role or a name that is used, which is beside or inside a name."""
_SITE = regex(r"(?i)(?:www\.)?[a-z0-9-]{2,30}(?:\.(?:com|co|org|net|gov))?\.[a-z]{2,8}")
"""The name of a website, which many pages write for their author."""
_PARTICLE_WORDS = "al bin da de del den der di do dos du el la le ten ter van von"
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_DAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
_NO_NAMES = frozenset(read_list("words_after_by"))
_TIMES = frozenset([*map(str.lower, MONTHS), *(f"{day}day" for day in _DAYS)])
"""Words that begin in upper case where a sentence or a headline begins with "By".

The second ones can be inside a name: “Ana June Lind”.
"""


def stranded_bylines(context: Context) -> list[tuple[Block, tuple[str, ...]]]:
    """Return the paragraphs that are nothing but a byline, with their names.

    None where they have different names: each is then that of a part of the article.
    """
    found: list[tuple[Block, tuple[str, ...]]] = []
    for block in map(context.block, context.memo(_candidates)):
        names = _names(block.text) if block.type == "paragraph" else None
        if names is not None and not _is_of_others(context, block.number):
            found.append((block, names))
    if len({names for _, names in found}) > 1 or (found and _are_headings(context)):
        return []
    return found


def _are_headings(context: Context) -> bool:
    """Return whether short lines divide a report: “By Region”, “By Type”, “By End User”."""
    starts = {text for _, text in context.memo(short_texts) if text.startswith(("By ", "BY "))}
    return len(starts) >= _FEWEST_HEADINGS


def possible_bylines(context: Context) -> list[Block]:
    """Return the paragraphs at an edge that may name who wrote an article without a byline.

    After “By” they have what may be the name of a paper or a company as well as other words.
    """
    if "byline" in context.reading.document:
        return []
    count, found = len(context.texts), []
    for number in context.memo(_candidates):
        text = context.texts[number]
        is_at_edge = number < _EDGE or number >= count - _EDGE
        if not is_at_edge or context.types[number] != "paragraph" or _names(text) is not None:
            continue
        if text[:3] in ("By ", "BY ") and _may_be_author(text[3:].strip()):
            found.append(context.block(number))
    return [block for block in found if not _is_of_others(context, block.number)]


def _may_be_author(name: str) -> bool:
    """Return whether a name may be that of a paper or a company: of words in upper case."""
    if len(name) > _LONGEST_NAME or name[-1:] in _NO_END or "/" in name:
        return False
    pieces = name.removeprefix("The ").split()
    if not pieces or pieces[0].lower() in _NO_NAMES or pieces[0].lower() in _TIMES:
        return False
    fewest = 2 if _ONE_WORD.match(pieces[0]) is None else 1
    capitals = [piece for piece in pieces if piece not in _SMALL]
    return len(capitals) >= fewest and not any(map(_begins_small, capitals))


def _begins_small(word: str) -> bool:
    return word[0].islower() and not any(map(str.isupper, word))


def bylines_of_others(context: Context) -> list[tuple[int, int]]:
    """Return the spans of the paragraphs that name who took a picture, or wrote a poem."""
    return list(map(context.span, _blocks_of_others(context)))


def is_below_first_image(context: Context, span: tuple[int, int]) -> bool:
    """Return whether a byline is directly below an image that is the first block of the body."""
    blocks = _blocks_of_others(context)
    is_first = any(block.number == 1 and context.span(block) == span for block in blocks)
    return is_first and context.types[0] == "image"


def is_of_image_above(context: Context, text: str, span: tuple[int, int]) -> bool:
    """Return whether a line names who made the image that is the block above it."""
    if _OF_PICTURES.match(text) is None:
        return False
    spans = [token.visible_span() for token in context.reading.body_tokens[:_FIRST]]
    return span in spans[1:] and context.types[spans.index(span) - 1] == "image"


def _blocks_of_others(context: Context) -> list[Block]:
    """Return the paragraphs that name who took a picture, or wrote a poem."""
    found: list[Block] = []
    for block in map(context.block, context.memo(_candidates)):
        is_byline = block.type == "paragraph" and _names(block.text)
        if is_byline and _is_of_others(context, block.number):
            found.append(block)
    return found


def _candidates(context: Context) -> list[int]:
    """Return the numbers of the blocks that begin as a byline does, where one can be stranded."""
    candidates = [number for number, text in context.memo(short_texts) if text[:2] in _KEYS]
    if not candidates or not context.reading.document.get("title"):
        return []  # which is found, and without it nothing below is read as a byline
    if context.memo(later_articles):
        return []  # it may be that of another article, which is found
    if is_list_of_articles(context):
        return []  # which is found
    return candidates


def _is_of_others(context: Context, number: int) -> bool:
    """Return whether a name may be that of who took a picture, said a quote or wrote a poem."""
    if number > 0 and context.types[number - 1] in ("image", "quote"):
        return True
    following = context.texts[number + 1 : number + 1 + _VERSES]
    for text in following[:2]:
        lines = text.split("\n")
        if len(lines) > 2 and max(map(len, lines)) <= _LONGEST_VERSE:
            return True
    verses = list(takewhile(_is_short, following))
    return len(verses) >= _FEWEST_VERSES and sum(map(_ends_as_verse, verses)) >= _FEWEST_ENDS


def _is_short(text: str) -> bool:
    return _SHORTEST_VERSE <= len(text) <= _LONGEST_VERSE


def _ends_as_verse(text: str) -> bool:
    """Return whether a line of some words does not end a sentence."""
    return text[-1] in ",;:—–" or (text[-1].isalpha() and text.count(" ") >= _FEWEST_SPACES)


def _names(text: str) -> tuple[str, ...] | None:
    """Return the names of a byline; None where the text is not one."""
    if _PICTURE.search(text) is not None:
        return None
    if re.fullmatch(_IDEOGRAPHS, text):
        return (text,)
    label = re.match(_LABEL, text)
    if label is None:
        return None
    names = tuple(re.split(_BETWEEN, re.sub(_BEHIND, "", text[label.end() :]).strip()))
    fewest = 2 if label["word"] and not label["colon"] else 1
    for name in names:
        if not _is_name(name, fewest):
            return None
        fewest = 1
    return names


def _is_name(name: str, fewest: int) -> bool:
    if _is_other_author(name):
        return True
    words = [word for word in re.sub(_ASIDES, "", name).split() if word not in _PARTICLES]
    if not fewest <= len(words) <= 4 or words[0].lower() in _TIMES:
        return False
    return all(map(_may_be_of_a_name, words))


def _is_other_author(name: str) -> bool:
    """Return whether a name is that of an agency, a website, or a person in Chinese or the like."""
    if name.removeprefix("The ") in agencies() or _SITE.fullmatch(name) is not None:
        return True
    return name[:1] >= "\u3040" and is_person(re.sub(_ASIDES, "", name))


def _may_be_of_a_name(word: str) -> bool:
    is_word = re.fullmatch(_WORD, word) is not None and word.lower() not in _NO_NAMES
    return is_word and (word[0].isupper() or word[0].lower() == word[0].upper())
