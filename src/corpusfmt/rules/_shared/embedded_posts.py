"""Embedded posts of social networks."""

from __future__ import annotations

import re

from corpusfmt.lint import Block, Context
from corpusfmt.rules._shared.blocks import HEAD, heads, whole_text
from corpusfmt.rules._shared.word_lists import read_list
from corpusfmt.syntax.dates import is_weekday
from corpusfmt.text.patterns import regex

_FARTHEST = 120
"""The longest distance of the author of a post from its end."""

_SIGNED = r"\S\s?\(@\w{1,30}\)\s(?:on\s)?[^()@]{0,25}\b20[0-9]{2}[^\w()]{0,3}$"
PICTURE = r"\bpic\.(?:twitter|x)\.com/\w{4}"
_PICTURE_HOSTS = ("pic.twitter.com", "pic.x.com")
PLACEHOLDERS = read_list("embedded_post_placeholders")
_KEYS = frozenset(phrase[:HEAD] for phrase in PLACEHOLDERS)
FACEBOOK = (
    *("Posted by ", "Gepostet von ", "Geplaatst door ", "Publiée par ", "Publié par "),
    *("Publicada por ", "Publicado por ", "Pubblicato da ", "Opublikowany przez "),
    *("Publicerat av ", "Dikirim oleh ", "Người đăng: ", "Опубликовано "),
)
"""What Facebook writes before the name of the author and the day of a post."""
_KEYS_OF_FACEBOOK = frozenset(phrase[:HEAD] for phrase in FACEBOOK)
_YEAR = regex(r"\b20[0-9]{2}\Z")
_DATE_WORDS = 7
"""How many words the day and the date of a post have at most."""
_LONGEST = 120
_MUSIC = "♬"
"""What TikTok writes before the name of the sound, after the text of a post."""
_SIGNATURES = read_list("embedded_post_signatures")


def embedded_posts(context: Context) -> list[Block]:
    """Return the paragraphs and items that are embedded posts."""
    return [
        block
        for block in _candidates(context)
        if block.type in ("paragraph", "item") and _is_post(block.text)
    ]


def _candidates(context: Context) -> tuple[Block, ...]:
    """Return the blocks that may be posts.

    To find one character is ten times faster than to find a word.
    """
    said = context.memo(whole_text)
    may_be = (
        ("@" in said and "(@" in said)
        or _MUSIC in context.signs
        or _has_picture(said)
        or not _KEYS.isdisjoint(context.memo(heads))
        or not _KEYS_OF_FACEBOOK.isdisjoint(context.memo(heads))
    )
    return context.blocks if may_be else ()


def _has_picture(said: str) -> bool:
    """Return whether a slash follows a host that images of posts have."""
    place = said.find("/")
    while place >= 0:
        if said.endswith(_PICTURE_HOSTS, 0, place):
            return True
        place = said.find("/", place + 1)
    return False


def _is_post(text: str) -> bool:
    if "(@" in text and (text.startswith(_SIGNATURES) or re.search(_SIGNED, text[-_FARTHEST:])):
        return True
    if text.startswith(FACEBOOK) and _is_of_facebook(text):
        return True
    if _MUSIC in text and text.startswith(("@", _MUSIC)):
        return True
    return text.startswith(PLACEHOLDERS) or (
        "pic." in text and re.search(PICTURE, text) is not None
    )


def _is_of_facebook(text: str) -> bool:
    """Return whether a line ends in a day of the week and a date, as below a post of Facebook."""
    if len(text) > _LONGEST or _YEAR.search(text) is None:
        return False
    return any(is_weekday(word.strip(",")) for word in text.split()[-_DATE_WORDS:])
