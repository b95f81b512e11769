"""What a page declares about its article, in its head, as JSON-LD and in its headings."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from corpusfmt.text.patterns import regex

if TYPE_CHECKING:
    from lxml.etree import _Element

_SEPARATORS = "|–—•·:»«›‹_/~-"
"""What is between the title of an article and the name of its website."""

_SEPARATOR = regex(rf"\s*[|•·»«›‹_]+\s*|\s+[{_SEPARATORS}]{{1,3}}\s+|:\s+")
_MANY_SPACES = 3
"""The fewest spaces of a heading that is surely a headline; the authors may be longer than it."""
_QUOTES = ('"', "'")
_AUTHORS = ('.//meta[@name="author"][@content]', './/meta[@property="article:author"][@content]')


def json_ld_of(tree: _Element) -> list[Mapping[str, object]]:
    """Return the objects in the JSON-LD of a page, as far as it is JSON."""
    values: list[object] = []
    for script in tree.iterfind('.//script[@type="application/ld+json"]'):
        try:
            value = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        values += value if isinstance(value, list) else [value]
    return [one for one in values if isinstance(one, dict)]


def authors_of(tree: _Element) -> dict[str, str]:
    """Return the authors that the head of a page names, by their letters and digits."""
    named: dict[str, str] = {}
    for path in _AUTHORS:
        for element in tree.iterfind(path):
            name = line_of(element.get("content") or "")
            named[letters_of(name)] = name
    return named


def letters_of(name: str) -> str:
    """Return the letters and digits of a name, in lower case."""
    return "".join(filter(str.isalnum, name)).casefold()


def headings_of(tree: _Element) -> list[str]:
    """Return the texts of the first headings of a page."""
    return [line_of("".join(one.itertext())) for one in tree.iter("h1")]


def line_of(text: str) -> str:
    """Return a text with single spaces."""
    return " ".join(text.split())


def title_among(title: str, declared: str, headings: list[str]) -> str:
    """Return the declared headline if it is a heading of the page, or what the title has of one.

    >>> title_among("Ferry Runs Again | Merrow Post", "", ["Merrow Post", "Ferry Runs Again"])
    'Ferry Runs Again'

    A title can have the name of the website beside the headline, and it can end where the headline
    has a quotation mark, which ends an attribute in the source of the page.
    """
    if declared and declared in headings:
        return declared
    for headline in (declared, *headings):
        if headline and (_has_site_beside(title, headline) or _is_cut_at_quote(title, headline)):
            return headline
    return title


def _has_site_beside(title: str, headline: str) -> bool:
    before, found, after = title.partition(headline)
    if not found or not (before or after):
        return False
    first, last = _SEPARATOR.split(before), _SEPARATOR.split(after)
    if first[-1] or last[0]:  # no separator beside the headline
        return False
    is_long = not before and headline.count(" ") >= _MANY_SPACES
    return is_long or len(headline) > max(map(len, first + last))


def _is_cut_at_quote(title: str, headline: str) -> bool:
    rest = headline.removeprefix(title)
    return len(rest) < len(headline) and rest.lstrip().startswith(_QUOTES) and len(rest) > 1
