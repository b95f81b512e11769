"""Know the places in bylines: after a name, or before it as in “Aus Skarv berichtet Ada Brook”."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from corpusfmt.syntax.resources import word_list, word_text
from corpusfmt.text.patterns import regex

_PLACE_AND_NAME = regex(r"\s*(?P<role>[\u30a0-\u30ff\u4e00-\u9fff]{2,12})\s?[＝=]\s?(?=\S)")
_KATAKANA = regex(r"[\u30a0-\u30ff]+")
_WORDS_OF_PLACE = r"(?:[^\W\d_][\w.'’-]*+\s+){1,4}?"


@lru_cache(maxsize=256)
def is_place(text: str) -> bool:
    """Return whether a text is the name of a country, a state or a city that is listed."""
    name = " ".join(text.lower().split()).replace("’", "'")
    return name[:1] not in ("", "#") and f"\n{name}\n" in _places()


@cache
def _places() -> str:
    # Searched as one text: making a set of it takes fifty times as long.
    return word_text("byline_towns") + word_text("byline_cldr_places")


def find_place_before(line: str) -> re.Match[str] | None:
    """Return the match of a place and the words around it at the start of a line, as a role.

    Such as “Aus Skarv berichtet”; after it are the names.
    """
    return _reports().match(line) if line.lstrip()[:2].lower() in report_starts() else None


def find_place_in_brackets(line: str) -> re.Match[str] | None:
    """Return the match of a place and ＝ before a name, as a role: 【ワシントン＝山田太郎】.

    ``line`` is without the brackets.
    """
    found = _PLACE_AND_NAME.match(line) if "＝" in line or "=" in line else None
    is_abroad = found is not None and _KATAKANA.fullmatch(found["role"]) is not None
    return found if is_abroad or (found is not None and is_place(found["role"])) else None


@cache
def report_starts() -> frozenset[str]:
    """Return the first two letters of what can be before such a place, in lower case."""
    return frozenset(entry[:2] for entry in word_list("byline_reports"))


@cache
def _reports() -> re.Pattern[str]:
    entries: list[str] = []
    for entry in word_list("byline_reports"):
        before, _, after = entry.partition(" … ")
        entries.append(rf"(?i:{before})\s+{_WORDS_OF_PLACE}(?i:{after})")
    return regex(rf"\s*(?P<role>{'|'.join(entries)})(?:\s*:)?\s+(?=\S)")
