"""Names of fields with a colon, such as "Title:", that a text begins with."""

from __future__ import annotations

from functools import cache

from corpusfmt.rules._shared.word_lists import read_list

COLONS = ":："
_LONGEST = 20
"""The most characters of the name of a field."""


def label_of(text: str) -> str:
    """Return what is before the first colon of a text, if it is short: in lower case."""
    for colon in COLONS:
        place = text.find(colon, 1, _LONGEST)
        if place > 0 and text[place + 1 : place + 2] != "/":
            return text[:place].lower()
    return ""


def has_field_label(text: str) -> bool:
    """Return whether a text begins with the name of a field."""
    label = label_of(text)
    return bool(label) and (label in title_labels() or label in other_labels())


@cache
def title_labels() -> frozenset[str]:
    return frozenset(read_list("title_field_labels"))


@cache
def other_labels() -> frozenset[str]:
    return frozenset(read_list("body_field_labels"))
