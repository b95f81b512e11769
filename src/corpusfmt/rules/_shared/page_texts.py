"""Texts of the interface of a website, looked up in a sorted list.

The list is long and rarely needed. It is read as bytes, and searched without being divided.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import count

from corpusfmt.lint import Context
from corpusfmt.rules._shared.blocks import edges, sizes, unstopped
from corpusfmt.rules._shared.prose import STOPS
from corpusfmt.rules._shared.word_lists import read_bytes
from corpusfmt.text.patterns import regex

LONGEST = 110
"""The most characters of a text of the list."""

SURE, PLAIN, MISSING, RESULTS, WALL = "s", "e", "n", "r", "w"
"""The kinds: certainly of the page, a word that articles have as well, and pages of three kinds."""

_LONGEST_WITH_GAP, _MOST_WORDS_OF_GAP = 90, 6
_LONGEST_IN_ROW, _FEWEST_IN_ROW = 60, 3
_MARKS = " \t\n[](){}<>«»‹›←→➤►▶▼↓↑|:：.…!！。•*–—-\"“”„'’‘?？؟,،;"
_DASHES = frozenset("–—-―")
_QUOTES = {"“": "”", "„": "“", "«": "»", '"': '"', "‘": "’", "「": "」", "『": "』"}
_CLOSING = frozenset('”"」』')
_DIGITS = regex(r"\d+(?:[.,]\d+)*")
_DIGIT_OR_SPACES = regex(r"[\d\n]|\s\s")
_OTHERS = str.maketrans(
    {"\u0307": None, "’": "'", "\u200c": " ", "\u200e": None, "\u200f": None, "\xa0": " "}
)
_HAS_OTHER = regex("[\u0307’\u200c\u200e\u200f\xa0]")
_UNSPACED = regex("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_GAP = "…"


def fold(text: str) -> str:
    """Return a text as the list has it: in lower case, without marks around it, 0 for numbers."""
    words = text.lower()
    if not words.isascii() and _HAS_OTHER.search(words) is not None:
        words = words.translate(_OTHERS)
    if _DIGIT_OR_SPACES.search(words) is not None:
        words = " ".join(_DIGITS.sub("0", words).split())
    return words.strip(_MARKS)


def kind_of(text: str) -> str:
    """Return the kind of a text, or an empty string if it is not one of the list."""
    if len(text) > LONGEST or is_speech(text):
        return ""
    folded = fold(text)
    kind = _look_up(folded) if len(folded) > 1 else ""
    return "" if kind == PLAIN and text[-1] in STOPS else kind


def is_speech(text: str) -> bool:
    """Return whether a text begins or ends as what someone says, or is between quotation marks."""
    if text[:1] in _DASHES or text[-1:] in _CLOSING:
        return True
    closing = _QUOTES.get(text[:1])
    return closing is not None and text.rstrip(".").endswith(closing)


def page_texts(context: Context, known: Collection[int]) -> Iterator[int]:
    """Yield the numbers of the blocks that are such texts, where no article has them.

    These are the last and first blocks, and rows of short ones. A word that articles have as well
    is one where it is last, or beside another; ``known`` are blocks that are of the page.
    """
    kinds = _kinds(context, known)
    if not kinds:  # as in most articles
        return
    found = {number for number, kind in kinds.items() if kind != PLAIN}
    last = len(context.texts) - 1
    while last in kinds or last in known:
        found.add(last)
        last -= 1
    found.update(_rows(kinds))
    found.update(known)
    for numbers in (sorted(kinds), sorted(kinds, reverse=True)):
        for number in numbers:
            if number - 1 in found or number + 1 in found:
                found.add(number)
    yield from found.intersection(kinds)


def _kinds(context: Context, known: Collection[int]) -> dict[int, str]:
    """Return the kinds of the blocks that are texts of the list, of those that are looked up."""
    kinds = _kinds_from_the_end(context, known)
    ends = edges(len(context.texts))
    with_gap = ends[-_WITH_GAP:]
    for number in _unstopped_texts(context, ends):
        if number not in kinds:
            text = context.texts[number]
            kinds[number] = kind_of(text)
            if not kinds[number] and number in with_gap and has_gap(text):
                kinds[number] = SURE
    if not kinds:  # as in most articles
        return kinds
    types = context.types
    return {number: kind for number, kind in kinds.items() if kind and types[number] in _TYPES}


def _kinds_from_the_end(context: Context, known: Collection[int]) -> dict[int, str]:
    """Return the kinds of the last blocks, up to the first one that is no text of the list."""
    texts, lengths = context.texts, context.memo(sizes)
    kinds: dict[int, str] = {}
    number = len(texts) - 1
    while number >= 0 and 0 < lengths[number] <= LONGEST:
        kind = kind_of(texts[number])
        if not kind and number not in known:
            break
        kinds[number] = kind
        number -= 1
    return kinds


def _unstopped_texts(context: Context, ends: Sequence[int]) -> Iterator[int]:
    """Yield the numbers of the short texts without a full stop, at the edges and in rows."""
    lengths = context.memo(sizes)
    one = two = -_FEWEST_IN_ROW
    for number in context.memo(unstopped):
        if not 0 < lengths[number] <= _LONGEST_IN_ROW:
            continue
        if number - 2 == two:
            yield from (two, one, number)
        elif number in ends:
            yield number
        one, two = number, one


def _rows(kinds: Collection[int]) -> Iterator[int]:
    """Yield the numbers of which several follow each other."""
    for number in kinds:
        row = range(number, number + _FEWEST_IN_ROW)
        if all(map(kinds.__contains__, row)):
            yield from row


def has_gap(text: str) -> bool:
    """Return whether a text is one of the list with a name, or another text, in its gap."""
    if not 0 < len(text) <= _LONGEST_WITH_GAP or text[-1] in STOPS or is_speech(text):
        return False
    parts, joint = _parts(fold(text))
    if next(_LOOKED_UP) > _FEW and not _may_have_gap(parts):  # as most
        return False
    for number in range(1, len(parts)):
        if number + _MOST_WORDS_OF_GAP >= len(parts):
            start = joint.join(parts[:number])
            if _look_up(f"{start.strip(_MARKS)} {_GAP}"):
                return True
        if number <= _MOST_WORDS_OF_GAP:
            end = joint.join(parts[number:])
            if _look_up(f"{_GAP} {end.strip(_MARKS)}"):
                return True
    return False


def _may_have_gap(parts: Sequence[str]) -> bool:
    """Return whether the first or the last part is that of a text with a gap: a fast test."""
    firsts, lasts = _words_beside_gaps()
    return parts[0].strip(_MARKS) in firsts or parts[-1].strip(_MARKS) in lasts


@cache
def _words_beside_gaps() -> tuple[frozenset[str], frozenset[str]]:
    """Return the first parts of the texts that end in a gap, and the last of those after one."""
    firsts: set[str] = set()
    lasts: set[str] = set()
    for text in _all():
        start, _, end = text.partition(_GAP)
        if start.endswith(" ") and not end:
            firsts.update((start.split(" ")[0].strip(_MARKS), start[0]))
        elif end.startswith(" ") and not start:
            lasts.update((end.split(" ")[-1].strip(_MARKS), end[-1]))
    return frozenset(firsts), frozenset(lasts)


def _parts(folded: str) -> tuple[Sequence[str], str]:
    """Return the words of a text, or its characters, and what is between two of them."""
    is_unspaced = not folded.isascii() and _UNSPACED.search(folded) is not None
    return (folded, "") if is_unspaced else (folded.split(" "), " ")


def _look_up(folded: str) -> str:
    """Return the kind of a folded text; the lines of the list are in the order of their bytes."""
    if next(_LOOKED_UP) > _FEW:
        return _all().get(folded, "")
    data, low = _list()
    key, high = folded.encode(), len(data)
    while low < high:
        middle = (low + high) // 2
        start = data.rfind(b"\n", low - 1, middle) + 1 or low
        end = data.find(b"\n", middle)
        text = data[start : end - 2]
        if text == key:
            return chr(data[end - 1])
        if text < key:
            low = end + 1
        else:
            high = start
    return ""


@cache
def _all() -> Mapping[str, str]:
    """Return the kinds of all texts: a run over many files looks them up ten times as fast."""
    data, start = _list()
    return {line[:-2]: line[-1] for line in data[start:-1].decode().split("\n")}


@cache
def _list() -> tuple[bytes, int]:
    """Return the bytes of the list, and where the first entry is."""
    data = read_bytes("page_texts")
    return data, data.index(b"\n\n") + 2


_FEW = 200
"""How many texts are looked up before the list is divided."""

_LOOKED_UP = count()
_TYPES = frozenset({"paragraph", "heading", "item"})
_WITH_GAP = 4
"""How many of the last blocks may have a gap."""
