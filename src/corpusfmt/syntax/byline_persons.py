"""Tell names of persons from those of papers and places, where nothing but their words shows it."""

from __future__ import annotations

import re
from functools import cache

from corpusfmt.syntax.byline_places import is_place
from corpusfmt.syntax.byline_words import suffix_pattern, words
from corpusfmt.syntax.credit_lists import agencies, credit_words, kinds_of_common_words
from corpusfmt.text.patterns import regex

_FEWEST, _MOST = 2, 4


def is_person(name: str) -> bool:
    """Return whether a name has two to four words, none of which only other names have.

    Particles and suffixes such as ``Jr.`` are not counted among the four. A name of ideographs,
    kana or Hangul begins with a frequent surname instead.
    """
    if not name[:1].isascii() and _east_asian().fullmatch(name) is not None:
        return not name.endswith(tuple(words("desks"))) and name not in words("no_names")
    pieces = _without_suffixes(name.split())
    if len(pieces) < _FEWEST or _has_too_many_words(pieces):
        return False
    if len(pieces) > _FEWEST and _may_be_label(pieces[0].lower()):
        return False
    return all(map(_may_be_of_a_person, _without_common_name(pieces)))


def _has_too_many_words(pieces: list[str]) -> bool:
    """Return whether a name has more words than names have, particles aside."""
    if len(pieces) <= _MOST:
        return False
    compared = [pieces[0], *map(str.lower, pieces[1:-1]), pieces[-1]]
    return sum(piece not in words("particles") for piece in compared) > _MOST


def _may_be_label(word: str) -> bool:
    """Return whether a word, in lower case, may be a label of authors or helpers."""
    if word in words("weak_labels"):
        return True
    return f"{word}:" in words("labels") or f"{word}:" in words("helpers")


def _without_suffixes(pieces: list[str]) -> list[str]:
    """Return the words of a name without suffixes such as ``Jr.``, but for two words."""
    while len(pieces) > _FEWEST and suffix_pattern().fullmatch(pieces[-1].strip(",")):
        pieces = [*pieces[:-2], pieces[-2].rstrip(",")]
    return pieces


def _without_common_name(pieces: list[str]) -> list[str]:
    """Return the words of a name without a first or a last one that other texts have as well.

    All but one must be words of persons only. Inside, a particle can be capitalized.
    """
    inside = [piece for piece in pieces[1:-1] if piece.lower() not in words("particles")]
    if pieces[0] in words("first_names"):
        return [*inside, pieces[-1]]
    last = pieces[-1].capitalize() if pieces[-1].isupper() else pieces[-1]
    return [pieces[0], *inside] if last in words("last_names") else [pieces[0], *inside, pieces[-1]]


def is_certain(name: str) -> bool:
    """Return whether a name without a label is that of an author: a person, or an agency.

    A place that has the form of a person's name, such as “Belo Horizonte”, is not one. Several that
    are not named, such as "agencies", are, and so is the staff of an agency or a paper, such as
    "Reuters Staff".
    """
    is_listed = name in agencies() or name.lower() in words("collectives")
    return is_listed or (is_person(name) and not is_place(name)) or _is_staff(name)


def _is_staff(name: str) -> bool:
    pieces = name.split()
    if words("roles").isdisjoint(map(str.lower, pieces)):
        return False
    return any(piece in agencies() or piece in credit_words("paper_names") for piece in pieces)


@cache
def _east_asian() -> re.Pattern[str]:
    """Return the pattern of a surname and a given name."""
    one: list[str] = []
    two: list[str] = []
    hangul: list[str] = []
    for surname in sorted(words("surnames")):
        if "\uac00" <= surname[0] <= "\ud7a3":
            hangul.append(surname)
        else:
            (one if len(surname) == 1 else two).append(surname)
    return regex(
        rf"(?:{'|'.join(one)})(?:[\u4e00-\u9fff々]{{2}}|\s[\u4e00-\u9fff々]{{1,2}})"
        rf"|(?:{'|'.join(two)})\s?[\u3041-\u30ff\u4e00-\u9fff々]{{1,3}}"
        rf"|(?:{'|'.join(hangul)})[\uac00-\ud7a3]{{2}}"
    )


def _may_be_of_a_person(word: str) -> bool:
    if word in words("particles"):
        return True
    letters = word.replace("-", "").replace("'", "").replace("’", "").replace(".", "")
    if not letters.isalpha() or not word[0].isupper():
        return False
    lower = word.lower()
    if lower in words("roles") or lower in words("sections") or word in agencies():
        return False
    capitalized = word.capitalize() if word.isupper() else word
    if capitalized in words("places") or capitalized in credit_words("paper_names"):
        return False
    return word not in kinds_of_common_words() and capitalized not in kinds_of_common_words()
