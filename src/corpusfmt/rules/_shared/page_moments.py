"""The moments of a live ticker: what its messages begin with, in their order."""

from __future__ import annotations

import re

from corpusfmt.lint import Context
from corpusfmt.rules._shared.blocks import heads, short_texts
from corpusfmt.text.patterns import regex

_MINUTE = regex(r"(?P<minute>[0-9]{1,3})\.?(?:\s?\+\s?(?P<added>[0-9]{1,2}))?\s?['’′´](?=\W|\Z)")
_BALL = regex(r"(?P<over>[0-9]{1,2})\.(?P<ball>[1-9])(?:\s+(?=[^\W\d_])|\s*\Z)")
_TIME_ALONE = regex(
    r"\W{0,3}(?:[^\W\d_]{1,5}\.? )?(?P<hour>[0-2]?[0-9])\s?(?:[:.h時시点]|Uhr\b)\s?"
    r"(?P<minute>[0-5][0-9])?\s?분?\W{0,2}(?:(?P<half>[ap])\.?m\.?|Uhr|h|CET|GMT|[A-Z]{2,4})?\W{0,3}",
    re.IGNORECASE,
)
_FEWEST, _FEWEST_ALONE = 5, 4
_SHARE, _SHARE_ALONE = 0.6, 0.25
_LONGEST_TIME = 20
_NOON = 12

_Moments = list[tuple[int, int]]


def are_moments(context: Context) -> bool:
    """Return whether messages have the minutes of a game, its balls, or times alone in a block.

    Those of a game are in an order, most blocks begin with one, and no two have the same. Times in
    a block of their own are the latest first: an account of a day is in the order of the day.
    """
    texts = context.texts
    if len(context.memo(short_texts)) < _FEWEST_ALONE or len(texts) < _FEWEST:
        return False  # as most
    if not any(head[:1].isdigit() for head in context.memo(heads)):
        return False  # as many
    minutes = _minutes(texts)
    if _are_many(minutes, texts) and _are_ordered(minutes):
        return True
    balls = _balls(texts)
    if _are_many(balls, texts) and _fall(balls):
        return True
    times = _times_alone(texts)
    enough = len(times) >= max(_FEWEST_ALONE, _SHARE_ALONE * len(texts))
    return enough and _fall(times)


def _balls(texts: list[str]) -> _Moments:
    """Return the overs and balls that texts begin with."""
    matches = filter(None, map(_BALL.match, texts))
    return [(int(match["over"]), int(match["ball"])) for match in matches]


def _are_many(moments: _Moments, texts: list[str]) -> bool:
    return len(moments) >= max(_FEWEST, _SHARE * len(texts))


def _are_ordered(moments: _Moments) -> bool:
    return moments == sorted(moments) or moments == sorted(moments, reverse=True)


def _fall(moments: _Moments) -> bool:
    """Return whether moments are the latest first, and none is there twice."""
    return moments == sorted(set(moments), reverse=True)


def _minutes(texts: list[str]) -> _Moments:
    """Return the minutes of a game that texts begin with, each with those added to it."""
    found: _Moments = []
    for match in map(_MINUTE.match, texts):
        if match is not None:
            found.append((int(match["minute"]), int(match["added"] or 0)))
    return found


def _times_alone(texts: list[str]) -> _Moments:
    """Return the times of day that are a whole text."""
    found: _Moments = []
    for text in texts:
        match = _TIME_ALONE.fullmatch(text) if len(text) <= _LONGEST_TIME else None
        if match is not None:
            hour = int(match["hour"])
            if match["half"]:
                hour = hour % _NOON + _NOON * (match["half"].lower() == "p")
            found.append((hour, int(match["minute"] or 0)))
    return found
