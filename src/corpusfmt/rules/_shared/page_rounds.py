"""Pages that repeat a form: comments of readers, or captions of a gallery."""

from __future__ import annotations

import re
from functools import cache

from corpusfmt.lint import Context
from corpusfmt.rules._shared.blocks import ends, sizes
from corpusfmt.rules._shared.prose import STOPS
from corpusfmt.rules._shared.word_lists import read_list
from corpusfmt.text.characters import words_of_lines
from corpusfmt.text.patterns import regex

_FEWEST = 3
"""The fewest comments, or pictures, of such a page."""

_LONGEST = 60
"""The most characters of a line of controls, or of a counter."""

_FIRST_REPLY = 6
"""Before so many blocks, the controls of the first comment of a page begin: no article is there."""

_BLOCKS_OF_COMMENT = 8
"""The most blocks of a comment, on average."""

_SPLIT = regex(r"[^\w'’ ]+|(?<![^\W\d_]) +|[0-9]+")
_COUNTER = regex(r"\W{0,3}([0-9]{1,3})\s?(?:/|of|von|de|di|sur|van|из|共)\s?([0-9]{1,3})\W{0,3}")
_NUMBERED = regex(rf"{_COUNTER.pattern}(?:(?<=[\s)\]:.])\S[^\n]*)?")
"""A counter alone, or with the caption that it is for."""

_LONGEST_CAPTION = 400
_SHARE = 0.8
_TAIL = 80

_NAMED = r"[^.!?:()（）\n]{2,50}"
_SIGNS_OF_CREDITS = frozenset("([（©.:：/摄攝影영")
_AFTER_SENTENCES = ".…\"'”’») "
"""One of these characters is in each credit, where these are not at its end."""

_PICTURE = (
    r"(?:photos?|photograph|picture|credit|image|fotos?|bild|fotograf[ií]a|photographie"
    r"|crédits?(?: photo)?|фото|写真|摄影|攝影|图|圖|사진|ảnh|fot\.|kuva|foto:)"
)
_CREDITED = regex(
    rf"(?i)(?:[(（\[](?:{_PICTURE}\W{_NAMED}|ap photo/{_NAMED}|[图圖]/{_NAMED})[)）\]]"
    rf"|(?<![^\W\d_]){_PICTURE}\s?[:：.]\s?{_NAMED}(?:/{_NAMED})?|©\s?{_NAMED}"
    r"|(?<=[。\s（(])[\u3400-\u9fff·]{2,8}\s?(?:[摄攝]|撮影)|(?<=\s)[가-힣]{2,4} 촬영"
    r"|[^.!?:\n/]{3,40}\s?/\s?(?:ap|afp|efe|epa|dpa|reuters|getty images|getty|ansa|lusa|tass"
    r"|(?-i:[A-Z][A-Z ]{3,20})))\W*\Z"
)


def is_page_of_comments(context: Context, words: frozenset[bytes]) -> bool:
    """Return whether a text has comments of readers, each with its controls, and no article.

    ``words`` are those of its short blocks that `words_of_controls` has, and any others.
    """
    lengths = context.memo(sizes)
    has_controls = not words_of_controls().isdisjoint(words)
    if not has_controls or sum(map(_LONGEST.__ge__, lengths)) < _FEWEST:  # as in most articles
        return False
    controls = _controls()
    replies: list[int] = []
    for number, text in enumerate(context.texts):
        if not replies and number >= _FIRST_REPLY:
            return False
        if lengths[number] <= _LONGEST and _is_controls(text, controls):
            replies.append(number)
    if len(replies) < _FEWEST:
        return False
    return len(replies) * _BLOCKS_OF_COMMENT >= len(lengths)


def _is_controls(text: str, controls: dict[str, bool]) -> bool:
    """Return whether a line has controls of comments alone, and one that only they have."""
    words = text.lower().replace("’", "'")
    if words.strip() in controls:
        return controls[words.strip()]
    parts = list(map(str.strip, _SPLIT.split(words)))
    pieces = [part for part in parts if part]
    if len(pieces) == 1:
        pieces = pieces[0].split()
    known = [controls[piece] for piece in pieces if piece in controls]
    return any(known) and 2 * len(known) >= len(pieces)


@cache
def words_of_controls() -> frozenset[bytes]:
    """Return the longest word of each control that only comments have: a fast test."""
    controls = [control for control, is_of_comment in _controls().items() if is_of_comment]
    return frozenset(max(line, key=len) for line in words_of_lines("\n".join(controls)))


@cache
def _controls() -> dict[str, bool]:
    """Return the controls, each with whether only comments have it."""
    return {entry.removeprefix(">"): entry[0] == ">" for entry in read_list("page_reply_words")}


def is_page_of_captions(context: Context) -> bool:
    """Return whether a text has captions alone: with a credit each, or with counters from 1 on."""
    lengths = context.memo(sizes)
    if len(lengths) < _FEWEST or max(lengths) > _LONGEST_CAPTION:
        return False
    count = len(lengths)
    sentences = sum(map(STOPS.__contains__, context.memo(ends)))
    if 2 * sentences <= count and _has_credits(context):
        return True
    short = sum(map(_LONGEST.__ge__, lengths))
    return 4 * short >= count and _has_counters(context)


def _has_credits(context: Context) -> bool:
    """Return whether nearly all blocks end in a credit, of four or more with that of the header."""
    captions = credited = int("credit" in context.reading.document)
    for text, length in zip(context.texts, context.memo(sizes), strict=True):
        if length <= _LONGEST and _COUNTER.fullmatch(text) is not None:
            continue
        captions += 1
        credited += _ends_in_credit(text)
        if captions - credited > 1 + captions * (1 - _SHARE):
            return False
    return credited > _FEWEST and credited >= _SHARE * captions


def _ends_in_credit(text: str) -> bool:
    tail = text[-_TAIL:]
    if _SIGNS_OF_CREDITS.isdisjoint(tail.rstrip(_AFTER_SENTENCES)):
        return False  # as most
    return _CREDITED.search(text, max(0, len(text) - _TAIL)) is not None


def _has_counters(context: Context) -> bool:
    """Return whether blocks are “1 / 12”, “2 / 12” and so on, with a block or two for each."""
    counted: list[re.Match[str]] = []
    for number, text in enumerate(context.texts):
        match = _NUMBERED.fullmatch(text)
        if match is not None:
            counted.append(match)
        if not counted and number > 1:
            return False
    if len(counted) < _FEWEST or len({match[2] for match in counted}) > 1:
        return False
    numbers = [int(match[1]) for match in counted]
    return numbers == sorted(set(numbers)) and 4 * len(counted) >= len(context.texts)
