"""Notices of pages that are no articles, known by the words that they combine."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from corpusfmt.lint import Context
from corpusfmt.rules._shared.page_labels import notices_of_websites
from corpusfmt.rules._shared.page_notices import (
    consent_button,
    counts_pictures,
    notices_of_server,
    simplify,
    subscriber_notice,
)
from corpusfmt.rules._shared.page_quotes import QUOTED, is_report, unquoted
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

CERTAIN = 3
"""The weight of a phrase that no article has."""

_FEW_TEXTS, _MOST_OF_SERVER = 6, 700
"""The most texts, and characters of them, of a page of which a notice is enough."""

_PLAYER = regex(r"(?:[0-9]{1,2}:)?[0-9]{1,2}:[0-9]{2} ?/ ?(?:[0-9]{1,2}:)?[0-9]{1,2}:[0-9]{2}")
"""Where a player is in a recording, and how long it is."""


class Phrase(NamedTuple):
    """A phrase that speaks for a kind of page, and how much."""

    text: str
    weight: int
    kind: str


def count_header_fields(context: Context) -> int:
    """Return how many of the fields a text has that pages have not: a byline and a date."""
    document = context.reading.document
    return ("byline" in document) + ("date" in document)


def notices(context: Context, texts: list[str], known: Collection[str]) -> Iterator[Phrase]:
    """Yield the notices that are known by words they combine, and not by a phrase.

    ``texts`` are the title and the blocks, and ``known`` the kinds that are certain already.
    """
    if "paywall" not in known:
        yield from _of_paywall(texts)
    button = consent_button(texts, context.types)
    if button is not None:
        text, count = button
        yield Phrase(text, min(count, 1 + CERTAIN), "cookie-wall")
    is_short = len(texts) <= _FEW_TEXTS and sum(map(len, texts)) <= _MOST_OF_SERVER
    if is_short and not count_header_fields(context):
        yield from _of_short_page(list(map(unquoted, texts)))
    yield from _of_gallery(texts)


def _of_paywall(texts: list[str]) -> Iterator[Phrase]:
    notice = subscriber_notice(texts[1:])
    if notice is None or QUOTED.search(f" {notice}") is not None or is_report(notice):
        return
    yield Phrase(notice, CERTAIN, "paywall")


def _of_short_page(texts: list[str]) -> Iterator[Phrase]:
    for kind, text, weight in notices_of_server(list(map(simplify, texts))):
        yield Phrase(text, weight, kind)
    for kind, text in notices_of_websites(texts):
        yield Phrase(simplify(text), CERTAIN, kind)


def _of_gallery(texts: list[str]) -> Iterator[Phrase]:
    player = next(filter(None, map(_PLAYER.fullmatch, texts)), None)
    if player is not None:
        yield Phrase(player[0], 2, "gallery")
    if counts_pictures(texts):
        yield Phrase(simplify(texts[0]), CERTAIN, "gallery")
