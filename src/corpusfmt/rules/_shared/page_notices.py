"""Notices that are known by words they combine: for subscribers only, of errors, for consent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from corpusfmt.rules._shared.prose import is_whole
from corpusfmt.rules._shared.word_lists import read_list
from corpusfmt.text.patterns import regex

_LAST = 3
"""How many blocks at the end of a text may be a notice for subscribers."""

_LONGEST_NOTICE, _LONGEST_BUTTON = 110, 45
_HEAD = 2
"""How many characters of a button are looked up before all of it."""

_LONGEST_SENTENCE = 160
"""The most characters of what a page asks of a visitor, or states of itself."""

_QUOTES = '"“”„«»「」『』'
_UNSPACED = regex("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_SUBSCRIBERS, _PAPERS = ("s", "r", "a"), ("s", "a")
_ROBOTS, _MISSING = ("h", "v"), ("x", "p")
_FEWEST_TERMS = 3
"""How many terms of browsers and networks a page has that checks for robots."""

_APOSTROPHES = "’‘ʼ`"
_PLACE_IN_GALLERY = regex(r"(?:[^\W\d_]+ )?[0-9]{1,3} ?(?:/|of|von|sur|de|di|van|av|z) ?[0-9]{1,3}")
_LONGEST_PLACE = 20
_LIMIT = regex(
    r"[0-9]{1,3}(?:[.,][0-9]{1,2})? ?%|[0-9] ?(?:of|von|sur|de|di|van|z|ze|из|з|av|af|/) ?[0-9]"
    r"|[0-9][0-9,]{1,5} ?(?:文字|字|자)"
)
_FREE = regex(
    "free|gratis|kostenlos|gratuit|gratuït|darmow|бесплатн|безкоштовн|ücretsiz|zdarma|zadarmo"
    "|ilmai|ingyenes|δωρεάν|無料|免费|免費|무료|مجان|رایگان|חינם|मुफ़्त|miễn phí"
)
_LEFT = regex(
    "remaining|left|verbleib|reste|quedan?|resta|rimane|pozostał|zbývá|zostáva|осталось|залишилось"
    "|återstår|gjenstår|mangler|jäljellä|kaldı|maradt|rămas|απομέν|残り|剩余|剩餘|남은|남았"
)
"""The kinds of words that a notice has one of each of, those that are rarer first."""


def simplify(text: str) -> str:
    """Return a text in lower case, with straight apostrophes and plain spaces."""
    text = text.lower()
    if not text.isascii() or "`" in text:
        for apostrophe in _APOSTROPHES:
            text = text.replace(apostrophe, "'")
        text = text.replace("\xa0", " ").replace("i\u0307", "i")  # as İ is in lower case
    return text


def has_quotes(text: str) -> bool:
    """Return whether a text has quotation marks.

    A search for each takes a sixth of the time of a look at each character, for a short text.
    """
    return any(map(text.__contains__, _QUOTES))


def subscriber_notice(texts: Sequence[str]) -> str | None:
    """Return the block at the end that shows the article to subscribers only, or None.

    It names subscribers, the article, and that only they read it, or its rest; or it counts the
    free articles, or what is left to read. None where a paragraph above it is about subscribers.
    """
    for number in range(len(texts) - 1, max(-1, len(texts) - 1 - _LAST), -1):
        if len(texts[number]) > _LONGEST_NOTICE or has_quotes(texts[number]):
            return None
        text = simplify(texts[number])
        if _counts_articles(text):
            return text
        if _combines(text, _SUBSCRIBERS):
            above = [simplify(other) for other in texts[:number] if len(other) > _LONGEST_NOTICE]
            return None if any(_combines(other, _PAPERS) for other in above) else text
    return None


def _counts_articles(text: str) -> bool:
    """Return whether a text counts the free articles, or what is left to read."""
    if _LIMIT.search(text) is None or _words("notice_stems", "a").search(text) is None:
        return False
    return _FREE.search(text) is not None or _LEFT.search(text) is not None


def counts_pictures(texts: Sequence[str]) -> bool:
    """Return whether several texts are the place of a picture in a gallery: “Photo 2/12”."""
    places = 0
    for text in texts:
        if 0 < len(text) <= _LONGEST_PLACE and text[-1].isdigit():
            places += _PLACE_IN_GALLERY.fullmatch(text.lower()) is not None
    return places > 1


def notices_of_server(texts: Sequence[str]) -> Iterator[tuple[str, str, int]]:
    """Yield the notices of a page that is all that a server sends: a kind, the text, its weight."""
    short = [text for text in texts if 0 < len(text) <= _LONGEST_SENTENCE]
    robots = next((text for text in short if _combines(text, _ROBOTS)), None)
    if robots is not None:
        yield "robot-check", robots, 3
    terms = set(_words("notice_stems", "t").findall("\n".join(texts)))
    if len(terms) >= _FEWEST_TERMS:
        yield "robot-check", texts[-1], len(terms)
    yield from _notices_of_errors(short)


def _notices_of_errors(short: Sequence[str]) -> Iterator[tuple[str, str, int]]:
    """Yield the notices that a page is missing or under repair."""
    missing = [text for text in short if _combines(text, _MISSING) or _is_under_repair(text)]
    for text in missing[:2]:
        yield "error-page", text, 2
    if missing and any(map(_words("notice_stems", "o").search, short)):
        yield "error-page", missing[0], 1


def _is_under_repair(text: str) -> bool:
    return _combines(text, ("m", "p")) or _combines(text, ("m", "b"))


def _combines(text: str, kinds: tuple[str, ...]) -> bool:
    """Return whether a simplified text has a word of each of some kinds."""
    return all(_words("notice_stems", kind).search(text) is not None for kind in kinds)


def consent_button(texts: Sequence[str], types: Sequence[str]) -> tuple[str, int] | None:
    """Return the first button of a request for consent, and how many buttons and texts it has.

    ``texts`` are the title and the blocks. None where there is no button, or no other text about
    cookies. The button is in simplified form.
    """
    buttons: list[str] = []
    for text, type_ in zip(texts[1:], types, strict=True):
        is_short = 0 < len(text) <= _LONGEST_BUTTON and type_ in ("paragraph", "item")
        if not is_short or simplify(text[: _HEAD + 1])[:_HEAD] not in _heads_of_buttons():
            continue  # as most
        if _is_button(simplify(text)):
            buttons.append(simplify(text))
    if not buttons:  # as in nearly all
        return None
    about = _words("consent_words", "t")
    others = [text for text in map(simplify, texts) if text not in buttons]
    count = sum(about.search(text) is not None for text in others)
    return (buttons[0], count + len(buttons)) if count else None


def _is_button(text: str) -> bool:
    return not is_whole(text) and _words("consent_words", "b").match(text) is not None


@cache
def _heads_of_buttons() -> frozenset[str]:
    words = [entry[2:] for entry in read_list("consent_words") if entry.startswith("b ")]
    return frozenset(word[:_HEAD] for word in words)


@cache
def _words(name: str, kind: str) -> re.Pattern[str]:
    """Return a pattern of the words of a kind, which begin so in scripts with spaces."""
    spaced: list[str] = []
    unspaced: list[str] = []
    for entry in read_list(name):
        if entry.startswith(f"{kind} "):
            word = entry[len(kind) + 1 :]
            chosen = unspaced if _UNSPACED.match(word) else spaced
            chosen.append(re.escape(word))
    return regex(rf"(?<![^\W_])(?:{'|'.join(spaced)})|{'|'.join(unspaced) or '(?!)'}")
