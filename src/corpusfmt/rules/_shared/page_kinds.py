"""The kinds of pages that are no articles, and what speaks for each of them in a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain

from corpusfmt.lint import Context
from corpusfmt.rules._shared.blocks import ends, sizes
from corpusfmt.rules._shared.page_notices import simplify
from corpusfmt.rules._shared.page_phrases import (
    CERTAIN,
    Phrase,
    count_header_fields,
    notices,
)
from corpusfmt.rules._shared.page_quotes import (
    QUOTED,
    has_report,
    is_reported,
    is_subject,
    unquoted,
)
from corpusfmt.rules._shared.prose import STOPS
from corpusfmt.rules._shared.word_lists import read_list
from corpusfmt.text.characters import (
    lower_words,
    rare_characters,
    words_in_lower_case,
    words_of_lines,
)
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

PHRASE_KINDS: Mapping[str, str] = {
    "robot-check": "a check for robots",
    "error-page": "an error page",
    "cookie-wall": "a request for consent to cookies",
    "sign-in-wall": "a request to sign in",
    "ad-blocker-wall": "a request to switch off an ad blocker",
    "paywall": "the free start of a paid article",
    "gallery": "a page of pictures, a video or a recording",
    "advert": "an advert",
    "empty-template": "a template without the text of an article",
    "site-page": "a page or a newsletter of the website itself",
    "index-page": "a list of articles",
}
"""The kinds that are known by what they say, the more certain first, and what they are."""

WALLS = frozenset({"sign-in-wall", "paywall", "cookie-wall", "ad-blocker-wall"})
"""The kinds that stand before an article: reported where they are."""

_MOST_TEXT, _MOST_PROSE = 3_000, 1_000
"""The characters of a text, and of its running text, with which phrases may judge it."""

_ENOUGH = 3
"""The weight of the phrases that a text without sentences needs."""

_PROSE = 200
"""The characters of running text for which one more is needed."""

_SENTENCE = 60
"""The fewest characters of a block of running text."""

_LEDE, _AT_THE_END, _SHORT_BELOW_WALL = 400, 6, 90
"""The characters of running text that may precede a wall at the end, and what may be below it."""

_EMPTY = 2
"""The weight of a title or block such as “undefined”."""

_LONGEST_EMPTY = 20
_UNSPACED = regex("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_HEADED = frozenset({"gallery", "advert"})
"""The kinds that a byline, a date or a report speaks against, however short the text is."""

_SCARCE = 110
"""The characters of running text with which a byline or a date speaks against other kinds."""


class Signs(NamedTuple):
    """What speaks for a kind of page: a weight, and the text that speaks most."""

    kind: str
    weight: int
    text: str


def page_signs(context: Context) -> Signs | None:
    """Return the signs of the kind that has most, where they outweigh the running text."""
    if sum(context.memo(sizes)) > _MOST_TEXT:
        return None
    prose = context.memo(prose_size)
    if prose > _MOST_PROSE:  # as in most articles
        return None
    found = list(_find_signs(context))
    strongest = max(found, key=lambda signs: signs.weight, default=None)
    if strongest is None:
        return None
    return strongest if strongest.weight >= _needed(context, strongest, prose) else None


def _needed(context: Context, signs: Signs, prose: int) -> int:
    """Return the weight that signs need with so much running text."""
    if signs.kind in WALLS:
        own = _wall_at_the_end(context, signs.text)
        return _ENOUGH + max(0, prose - len(own) - (_LEDE if own else 0)) // _PROSE
    needed = _ENOUGH + prose // _PROSE
    if signs.kind in _HEADED:
        return needed + count_header_fields(context) + 2 * has_report(context.texts)
    return needed + (2 * count_header_fields(context) if prose > _SCARCE else 0)


def _wall_at_the_end(context: Context, phrase: str) -> str:
    """Return the block with a phrase if only short ones follow it, or an empty string."""
    lengths = context.memo(sizes)
    for number in range(len(lengths) - 1, max(-1, len(lengths) - 1 - _AT_THE_END), -1):
        if phrase in simplify(context.texts[number]):
            return context.texts[number]
        if lengths[number] > _SHORT_BELOW_WALL:
            break
    return ""


def prose_size(context: Context) -> int:
    """Return how many characters the blocks of running text have."""
    prose = 0
    for length, end in zip(context.memo(sizes), context.memo(ends), strict=True):
        if length >= _SENTENCE and end in STOPS:
            prose += length
    return prose


def likely_walls(
    words: frozenset[bytes], texts: Sequence[tuple[int, str]]
) -> Iterator[tuple[int, str]]:
    """Yield those of some numbered texts, which have these words, that `is_wall` may find."""
    signs = list(map(bytes.decode, words & words_of_walls()))
    if signs:
        for number, text in texts:
            if not text.isascii() or any(map(text.lower().__contains__, signs)):
                yield number, text
    elif _has_unspaced_wall("\n".join([text for _, text in texts])):
        yield from texts


def _has_unspaced_wall(text: str) -> bool:
    """Return whether a text has such a phrase in a script without spaces between words."""
    if text.isascii() or _UNSPACED.search(rare_characters(text)) is None:
        return False
    return any(map(simplify(text).__contains__, _unspaced_walls()))


@cache
def words_of_walls() -> frozenset[bytes]:
    """Return the longest words of the phrases that are certainly of a wall."""
    entries = chain.from_iterable(map(_entries, sorted(WALLS)))
    certain = [entry[2:] for entry in entries if entry.startswith(f"{CERTAIN} ")]
    return frozenset(filter(None, _longest_words(certain)))


@cache
def _unspaced_walls() -> tuple[str, ...]:
    return tuple(phrase.text for phrase in _unspaced_phrases() if _is_of_wall(phrase))


def _is_of_wall(phrase: Phrase) -> bool:
    return phrase.kind in WALLS and phrase.weight == CERTAIN


def is_wall(text: str) -> bool:
    """Return whether a short text certainly asks to sign in, to subscribe or for consent."""
    said = QUOTED.sub(" ", f" {text}")
    if words_of_walls().isdisjoint(lower_words(said)) and not _has_unspaced_wall(said):
        return False
    return any(map(_is_of_wall, _occurring(simplify(said))))


def _find_signs(context: Context) -> Iterator[Signs]:
    """Yield the signs of each kind that has some, with the phrases of a text counted once."""
    texts = [context.reading.document.get("title", ""), *context.texts]
    text = "\n".join(texts)
    text = unquoted(text)
    phrases = [*_of_the_page(_occurring(simplify(text)), texts), *_empty_texts(texts)]
    certain = {phrase.kind for phrase in phrases if phrase.weight == CERTAIN}
    phrases += notices(context, texts, certain)
    for kind in dict.fromkeys(phrase.kind for phrase in phrases):
        found = [phrase for phrase in phrases if phrase.kind == kind]
        most = max(found, key=lambda phrase: phrase.weight)
        yield Signs(kind, sum(phrase.weight for phrase in found), most.text)


def _of_the_page(phrases: list[Phrase], texts: list[str]) -> list[Phrase]:
    """Return the phrases that a text does not merely report, and that are not its subject."""
    subjects = {phrase.kind for phrase in phrases if is_subject(phrase.text, texts[0])}
    phrases = [phrase for phrase in phrases if phrase.kind not in subjects]
    return [phrase for phrase in phrases if not is_reported(phrase.text, texts)]


def _empty_texts(texts: list[str]) -> Iterator[Phrase]:
    """Yield the texts that templates and programs leave as a whole title or block."""
    empty = _empty_blocks()
    short = [text.lower().strip(" .:…") for text in texts if len(text) <= _LONGEST_EMPTY]
    for text in dict.fromkeys(short):
        if text in empty:
            yield Phrase(text, _EMPTY, "empty-template")


def _occurring(text: str) -> list[Phrase]:
    """Return the phrases in a simplified text.

    Only those are searched for whose longest word it has.
    """
    keys = _phrases_by_word()
    found: list[Phrase] = []
    for word in _words_of_phrases().intersection(words_in_lower_case(text)):
        found += keys[word]
    if not text.isascii() and _UNSPACED.search(rare_characters(text)) is not None:
        by_first = _unspaced_by_first_character()
        for first in by_first.keys() & frozenset(text):
            found += by_first[first]
    found = [phrase for phrase in found if phrase.text in text]
    occurring = [phrase for phrase in found if _has_phrase(text, phrase.text)]
    occurring = [phrase for phrase in occurring if not _is_part(phrase, occurring)]
    return sorted(occurring, key=lambda phrase: (text.find(phrase.text), phrase))


def _is_part(phrase: Phrase, others: list[Phrase]) -> bool:
    """Return whether a phrase is part of another one of its kind, which says the same."""
    for other in others:
        if other.kind == phrase.kind and phrase.text != other.text and phrase.text in other.text:
            return True
    return False


def _has_phrase(text: str, phrase: str) -> bool:
    """Return whether a phrase is in a text, not as a part of longer words."""
    start = text.find(phrase)
    while start >= 0:
        before, after = text[start - 1 : start], text[start + len(phrase) :][:1]
        if _UNSPACED.match(phrase) or not (_joins(before, phrase[0]) or _joins(phrase[-1], after)):
            return True
        start = text.find(phrase, start + 1)
    return False


def _joins(first: str, second: str) -> bool:
    return first.isalnum() and second.isalnum()


@cache
def _phrases(kind: str) -> tuple[Phrase, ...]:
    return tuple(Phrase(entry[2:], int(entry[0]), kind) for entry in _entries(kind))


def _entries(kind: str) -> tuple[str, ...]:
    """Return the phrases of a kind, each with its weight before it."""
    return read_list(f"page_{kind.replace('-', '_')}")


@cache
def _words_of_phrases() -> frozenset[bytes]:
    return frozenset(_phrases_by_word())


@cache
def _phrases_by_word() -> dict[bytes, list[Phrase]]:
    """Return the phrases by their longest word, in UTF-8, without those of unspaced scripts."""
    found: dict[bytes, list[Phrase]] = {}
    for kind in PHRASE_KINDS:
        phrases = _phrases(kind)
        words = _longest_words([phrase.text for phrase in phrases])
        for phrase, word in zip(phrases, words, strict=True):
            if word:
                found.setdefault(word, []).append(phrase)
    return found


def _longest_words(phrases: Sequence[str]) -> Iterator[bytes]:
    """Yield the longest word of each phrase, empty for one of an unspaced script."""
    for phrase, words in zip(phrases, words_of_lines("\n".join(phrases)), strict=True):
        is_unspaced = not phrase.isascii() and _UNSPACED.search(phrase) is not None
        yield b"" if is_unspaced else max(words, key=len, default=b"")


@cache
def _unspaced_phrases() -> tuple[Phrase, ...]:
    found: list[Phrase] = []
    for kind in PHRASE_KINDS:
        for phrase in _phrases(kind):
            if _UNSPACED.search(phrase.text):
                found.append(phrase)
    return tuple(found)


@cache
def _unspaced_by_first_character() -> dict[str, list[Phrase]]:
    found: dict[str, list[Phrase]] = {}
    for phrase in _unspaced_phrases():
        found.setdefault(phrase.text[0], []).append(phrase)
    return found


@cache
def _empty_blocks() -> frozenset[str]:
    return frozenset(read_list("page_empty_blocks"))
