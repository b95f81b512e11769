"""Find the words of roles at the edges of a name."""

from __future__ import annotations

from functools import cache

from corpusfmt.syntax.byline_persons import is_person
from corpusfmt.syntax.byline_words import words
from corpusfmt.syntax.credit_lists import agencies, credit_words

_LONGEST_AGENCY = 4
_SHORTEST_NAME = 2


def span_of_name(pieces: list[str]) -> tuple[int, int]:
    """Return which of the words are the name: those between words of roles.

    A name has two words or more, or is that of an East Asian person. One word of a role after it is
    a part of it, unless the words before are the name of a person.
    """
    plain = [piece.lower().strip(".") for piece in pieces]
    first = _end_of_role(plain)
    if first and len(pieces) - first < 2 and not is_person(pieces[-1]):
        first = 0
    return first, _end_of_name(pieces, plain, first)


def _end_of_name(pieces: list[str], plain: list[str], first: int) -> int:
    """Return where the words of the role after a name begin; the end of the words without one."""
    start = _start_of_role(plain)
    if start == len(pieces):
        return _start_of_last_agency(pieces, first) or start
    if start == len(pieces) - 1 and plain[-1] in words("role_names"):
        return len(pieces)
    kinds = _start_of_kinds(plain, start)
    for end in (_start_of_agency(pieces, kinds), kinds):
        if end > first and is_person(" ".join(pieces[first:end])):
            return end
    is_of_several = len(pieces) - start >= 2 and start - first >= 2
    return start if is_of_several else len(pieces)


def _start_of_last_agency(pieces: list[str], first: int) -> int:
    """Return where the agency begins that is after the name of a person, at the end, or 0.

    One word is one if it is in capitals, unlike the name.
    """
    for start in range(max(first + 2, len(pieces) - _LONGEST_AGENCY), len(pieces)):
        agency = " ".join(pieces[start:])
        if agency in _names_of_agencies() and is_person(" ".join(pieces[first:start])):
            is_of_several = start < len(pieces) - 1
            is_apart = agency.isupper() and not pieces[start - 1].isupper()
            return start if is_of_several or is_apart else 0
    return 0


@cache
def _names_of_agencies() -> frozenset[str]:
    """Return the agencies, and organisations of more than two letters."""
    organisations = credit_words("organisations")
    return agencies() | frozenset([name for name in organisations if len(name) > _SHORTEST_NAME])


def _start_of_kinds(plain: list[str], end: int) -> int:
    """Return where the words begin that say of which kind the role is that begins at a place."""
    kinds = words("role_kinds") | words("sections") | words("particles")
    while end > 0 and plain[end - 1] in kinds:
        end -= 1
    return end


def _start_of_agency(pieces: list[str], end: int) -> int:
    """Return where the agency begins that is directly before a place, or 0."""
    for start in range(max(0, end - _LONGEST_AGENCY), end):
        if " ".join(pieces[start:end]) in agencies():
            return start
    return 0


def _end_of_role(pieces: list[str]) -> int:
    """Return where the words of a role end that are the first ones."""
    end = 0
    while end < len(pieces):
        if pieces[end] in words("roles"):
            end += 1
        elif " ".join(pieces[end : end + 2]) in words("roles"):
            end += 2
        else:
            break
    return end


def _start_of_role(pieces: list[str]) -> int:
    """Return where the words of a role begin that are the last ones."""
    start = len(pieces)
    while start > 0:
        if " ".join(pieces[max(0, start - 2) : start]) in words("roles"):
            start = max(0, start - 2)
        elif pieces[start - 1] in words("roles"):
            start -= 1
        else:
            break
    return start
