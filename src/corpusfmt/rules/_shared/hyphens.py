"""Words with hyphens in a text: the word before a hyphen, and other places where a word occurs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from corpusfmt.lint import Context
from corpusfmt.rules._shared.word_lists import read_list
from corpusfmt.text.characters import DIGITS, LOWER_CASE, places_of
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

BLANKS = frozenset(" \n")
MARKS = frozenset("*_")
"""Marks of emphasis, which may end behind a hyphen, and begin again in the next line."""

_SMALL = regex(r"[a-z][^\W\d_]{3}")
_ORDINARY = frozenset(LOWER_CASE + DIGITS)
"""What follows a hyphen that is not odd."""

_NEAR = 5
"""Before so many characters, what is looked at behind a hyphen ends."""

_Followed = list[tuple[int, str]]
"""Hyphens, each with the four characters behind it."""

_ENDINGS = read_list("word_endings")
_HEADS = frozenset(ending[:4] for ending in _ENDINGS)
"""The first letters of endings that are no word: in few texts, a hyphen precedes one."""

_USUAL = frozenset(half[:4] for half in read_list("second_halves")) - _HEADS
"""The first letters of most words that follow a hyphen: to look them all up takes too long."""

WINDOW, _MOST = 20_000, 1_000
"""How many characters are searched for another copy of a word, and how many hyphens: it is linear.
"""

_LONGEST = 40
_BEFORE, _AFTER = frozenset("_/.-"), frozenset("_/-")
"""What joins a word to what is before and after it, but for letters and digits."""
_OPENING = "\"'“„«»‚‘’([*_\\"


class Hyphens(NamedTuple):
    """The hyphens of a text that may reveal an error; most texts have none.

    The odd ones follow a letter, and precede a space, a mark or a letter other than a to z. The
    repeated ones precede one of a to z and three more letters, which follow another hyphen as well.
    The inner ones are inside a word that the text seems to have without a hyphen, too, or precede
    what begins as an ending.
    """

    odd: list[int]
    repeated: list[int]
    inner: list[int]


def find_hyphens(context: Context) -> Hyphens:
    """Return the hyphens of the text before the article's URL.

    To find them one by one takes a fraction of the time of patterns.
    """
    if "-" not in context.signs:
        return Hyphens([], [], [])
    text, end = context.text, context.body_end
    places = places_of("-", text, end)
    following = [text[place + 1 : min(place + _NEAR, end)] for place in places]
    hyphens = list(zip(places, following, strict=True))
    return Hyphens(
        _find_odd(text, hyphens)[:_MOST],
        _find_repeated(hyphens, following),
        _find_inner(context, hyphens, set(following)),
    )


def _find_odd(text: str, hyphens: _Followed) -> list[int]:
    """Return the odd hyphens; a final hyphen reveals nothing."""
    odd: list[int] = []
    for place in [place for place, after in hyphens if after[:1] not in _ORDINARY]:
        beside = text[place + 1 : place + 2]
        is_odd = beside in BLANKS or beside in MARKS or beside.isalpha()
        if is_odd and text[max(0, place - 1) : place].isalpha():
            odd.append(place)
    return odd


def _find_repeated(hyphens: _Followed, following: list[str]) -> list[int]:
    """Return the hyphens before four letters that follow another hyphen as well."""
    if len(set(following)) == len(following):
        return []
    twice = {one for one, next_ in pairwise(sorted(following)) if one == next_}
    twice = set(filter(_SMALL.fullmatch, twice))
    return [place for place, one in hyphens if one in twice]


def _find_inner(context: Context, hyphens: _Followed, following: set[str]) -> list[int]:
    """Return the hyphens before an ending, or between letters that have none elsewhere."""
    rare = set(filter(_SMALL.fullmatch, following.difference(_USUAL)))
    if not rare:
        return []
    text, data = context.text, context.body_utf8  # strings are found in half the time in bytes
    found: list[int] = []
    known: dict[str, bool] = {}
    for place, second in [hyphen for hyphen in hyphens if hyphen[1] in rare][:_MOST]:
        joined = text[max(0, place - 2) : place] + second
        if joined not in known:
            is_word = joined.removesuffix(second).isalpha()
            known[joined] = is_word and (second in _HEADS or joined.encode() in data)
        if known[joined]:
            found.append(place)
    return found


def window(text: str, end: int) -> str:
    """Return the part of a text, up to an end, that is searched: whole words."""
    if end <= WINDOW:
        return text[:end]
    blank = max(text.rfind(" ", 0, WINDOW), text.rfind("\n", 0, WINDOW))
    return text[: blank if blank > 0 else WINDOW]


def word_before(text: str, end: int) -> str:
    """Return the word that ends before a hyphen; empty where there is none."""
    words = text[max(0, end - _LONGEST) : end].rsplit(None, 1)
    return words[-1].lstrip(_OPENING) if words else ""


def has_copy(text: str, word: str) -> bool:
    """Return whether a word occurs that is not part of another."""
    return next(_copies(text, word), None) is not None


def copies(text: str, word: str) -> list[tuple[int, int]]:
    """Return where a word occurs that is not part of another."""
    return list(_copies(text, word))


def _copies(text: str, word: str) -> Iterator[tuple[int, int]]:
    """Yield where a word occurs alone. To compile a pattern of it takes longer than to search."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        is_alone = not _joins(text[start - 1 : start], _BEFORE) and not _joins(
            text[end : end + 1], _AFTER
        )
        if is_alone:
            yield start, end
        start = text.find(word, end if is_alone else start + 1)


def _joins(beside: str, marks: frozenset[str]) -> bool:
    """Return whether a character, if any, beside a word makes it a part of another."""
    return beside.isalnum() or beside in marks
