"""Write the names of countries and cities that bylines have after a name, from CLDR."""

from __future__ import annotations

import re
from collections.abc import Iterator

from babel import Locale
from babel.core import get_global

from scripts.date_words import LICENCE, WORDS

PLACES = WORDS.parent / "byline_cldr_places.txt"

_LANGUAGES = (
    *("bg", "ca", "cs", "da", "de", "el", "en", "en_GB", "es", "fi", "fr", "hr", "hu", "id", "it"),
    *("nb", "nl", "pl", "pt", "pt_PT", "ro", "ru", "sk", "sl", "sr", "sr_Latn", "sv", "tr", "uk"),
)
_SHORTEST, _MOST_WORDS = 3, 4
_NO_PLACE = re.compile(r"[(),\d/]| Station\Z| Island\Z| Islands\Z")
_NOT_IN_CODES = ("EU", "EZ", "QO", "UN", "XA", "XB", "ZZ")
_CONTINENTS = ("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")


def write_places() -> str:
    """Return the text of the list of places: names in small letters, one a line."""
    names = set(filter(_is_place, _names_in_zones()))
    for language in _LANGUAGES:
        names.update(filter(_is_place, _names(Locale.parse(language))))
    about = (
        "# Countries, and cities that a time zone is named after, in the languages whose bylines",
        "# have a place after the name. One name a line, in lower case.",
    )
    places = sorted(name.lower().replace("’", "'") for name in names)
    return "\n".join((*LICENCE, *about, "", *dict.fromkeys(places), ""))


def _names_in_zones() -> Iterator[str]:
    """Yield the cities that zones are named after: a locale has a name only where it differs."""
    for zone in get_global("zone_territories"):
        continent, _, city = str(zone).partition("/")
        if continent in _CONTINENTS:
            yield city.rpartition("/")[2].replace("_", " ")


def _names(locale: Locale) -> Iterator[str]:
    for code, name in locale.territories.items():
        if len(code) == 2 and code.isalpha() and code not in _NOT_IN_CODES:
            yield name
    for zone in locale.time_zones.values():
        if "city" in zone:
            yield zone["city"]


def _is_place(name: str) -> bool:
    is_short = len(name) < _SHORTEST or len(name.split()) > _MOST_WORDS
    return not is_short and _NO_PLACE.search(name) is None
