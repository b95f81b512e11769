"""Two blocks that may be the halves of one paragraph: the first has no final punctuation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from corpusfmt.lint import Block, Context
from corpusfmt.rules._shared.blocks import ends
from corpusfmt.rules._shared.datelines import dateline_of
from corpusfmt.rules._shared.field_labels import has_field_label
from corpusfmt.rules._shared.prose import STOPS, is_dense, is_whole
from corpusfmt.rules._shared.url_labels import begins_with_url_label
from corpusfmt.syntax.inline import plain_text
from corpusfmt.syntax.lexer import Token
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

SHORTEST, _SHORTEST_DENSE = 60, 25
"""The fewest characters of a first half.

The second for scripts that write a word with one or two.
"""
_FURTHEST = 3
"""The most blocks between the halves: an image, a page number, a URL."""
_LONGEST_HEAD = 100
"""The most characters of a running head."""
_TYPES = {
    "paragraph": ("paragraph", "heading"),
    "item": ("paragraph",),
    "quote": ("paragraph", "quote"),
}
"""The types of block that the second half may have, by that of the first."""

_OPENING = "\"'“„«»‚‘’「『《〈(（*_ "
_QUOTED = frozenset(stop + mark for stop in ".!?" for mark in '"”’“»')
"""What most paragraphs end with that end with a quotation."""
_LIST = regex(r"[;；]\s?\w{0,4}$")
"""The end of an entry in a list: a semicolon, and perhaps “and”."""
_MARKS_ALONE = regex(r"\n[^\w\n]*$")
"""A last line of nothing but marks."""
_SIGNATURE = regex(r"\(@\w{1,30}\)[^()]{0,40}$")
"""The author and time of a quoted post: they end it, and another may follow in lower case."""
_NOTED = regex(r"[.!?…。][\"”’»)]{0,2}(?:\s?\[\w{1,3}\]){1,9}$")
"""A full stop before the marks of footnotes."""
_SALUTATION = regex(
    r"(?:Liebe[rs]?|Sehr geehrte[rs]?|Werte[rs]?|Hallo|Dear|Chère?s?|Querid[oa]s?|Estimad[oa]s?"
    r"|Car[oiae]|Geachte|Beste|Kära|Kjære|Kære|Hei|Hej|Drodzy|Szanown[ia]|Дорогие|Уважаемые)\s[^.!?…]{1,160},$"
)
"""The salutation of a letter, after which German and others go on in lower case."""
_ENUMERATED = regex(r"(?:[a-z]|[ivx]{2,4})\)\s")
"""What begins an entry of a list."""
_WORD = regex(r"[^\W\d_]\w*")
_PREFIXED = regex(r"[a-z]{2,4}[A-Z][a-z]")
"""A name with a prefix in lower case, as in Zulu; not a brand such as iPhone or macOS."""
_NO_WORD = regex(
    r"[(<\[@#]*(?:https?:|www\.|@|\S{1,60}@|[\w-]{1,40}(?:\.[\w-]{1,40}){0,3}\.[a-z]{2,4}\b)"
)
"""A URL or an account: it starts in lower case and does not continue a sentence."""
_BYLINE = regex(r"by [^\W\d_a-z].{0,60}(?<![.!?…])")
_EDGE = regex(
    r"\W*(?:\w{4,6}\W+)?\d{1,4}(?:\s*(?:/|\||of|de|von|sur|di|av)\s*\d{1,4})?\W*"
    r"|.{0,20}\b(?:19|20)\d\d\b[^a-z]{0,12}|\W*\d{1,2}[./-]\d{1,2}[./-]\d\d\b\W*"
)
"""What is at the edge of a page: its number, or a date."""
_URL = regex(r"<?(?:https?://|www\.)\S+")
_DIGITS = regex(r"\d+")


class Pair(NamedTuple):
    """Possible halves of a paragraph: the first, its block's number (-1: intro), and the second.

    They may be apart: then blocks that are at the edge of a page are between them.
    """

    number: int
    first: str
    token: Token
    second: Block
    is_apart: bool


def find_pairs(context: Context) -> Iterator[Pair]:
    """Yield each block without final punctuation with the next one."""
    if "intro" in context.reading.document:
        yield from _from_intro(context)
    for number, end in enumerate(context.memo(ends)):
        pair = None if end in STOPS else _pair(context, number)
        if pair is not None:
            yield pair


def begins_lower(text: str) -> bool:
    """Return whether a text begins in lower case, and not with a URL, a brand or a byline."""
    if "A" <= text[:1] <= "Z":  # as most do
        return False
    text = text.lstrip(_OPENING)
    word = _WORD.match(text[:SHORTEST])
    if word is None or not (word[0].islower() or _PREFIXED.match(word[0])):
        return False
    if not word[0][0].islower():  # a letter in lower case among those of a script without
        return False
    return may_continue(text)


def may_continue(text: str) -> bool:
    """Return whether a text may continue a sentence: no URL, account, byline, field, dateline."""
    if _NO_WORD.match(text) is not None or _BYLINE.fullmatch(text) is not None:
        return False
    if _ENUMERATED.match(text) is not None:
        return False
    return not (has_field_label(text) or begins_with_url_label(text) or dateline_of(text))


def _pair(context: Context, number: int) -> Pair | None:
    """Return a block and the next one, if the block breaks off and the next may continue it."""
    types = _TYPES.get(context.types[number])
    text = context.texts[number]
    if types is None or len(text) < _SHORTEST_DENSE or text[-2:] in _QUOTED:
        return None
    following = _following(context, number) if _breaks_off(text) else None
    if following is None or not following.text or following.type not in types:
        return None
    is_apart = following.number > number + 1
    return Pair(number, text, context.reading.body_tokens[number], following, is_apart)


def _breaks_off(text: str) -> bool:
    """Return whether a text is at least as long as a line, and has no final punctuation."""
    if len(text) < SHORTEST and (len(text) < _SHORTEST_DENSE or not is_dense(text)):
        return False
    if is_whole(text) or _LIST.search(text[-6:]) is not None or _MARKS_ALONE.search(text[-6:]):
        return False
    return not _ends_otherwise(text)


def _ends_otherwise(text: str) -> bool:
    """Return whether a text ends with the mark of a note, as a salutation, or with a signature."""
    if text[-1] == "]" and _NOTED.search(text[-60:]) is not None:
        return True
    if text[-1] == "," and _SALUTATION.match(text) is not None:
        return True
    return "(@" in text and _SIGNATURE.search(text[-80:]) is not None


def _from_intro(context: Context) -> Iterator[Pair]:
    """Return the pair whose first half is an intro, since a page break left blank lines.

    They are apart if the byline or a date is between them.
    """
    reading, blocks = context.reading, context.blocks
    text = plain_text(reading.document["intro"][-1])
    if not blocks or blocks[0].type != "paragraph" or "credit" in reading.document:
        return
    if not _breaks_off(text) or not begins_lower(blocks[0].text):
        return
    start, _ = context.span(blocks[0])
    above = [token for token in reading.header.foreign if token.start_pos < start]
    if not above:
        return
    _, end = above[-1].visible_span()
    yield Pair(-1, text, above[-1], blocks[0], bool(context.text[end:start].strip()))


def _following(context: Context, number: int) -> Block | None:
    """Return the next block of the article itself: not an image, nor the edge of a page."""
    for following in range(number + 1, min(number + 2 + _FURTHEST, len(context.texts))):
        is_apart = context.types[following] in ("image", "separator")
        if not is_apart and not _is_furniture(context, context.texts[following]):
            return context.block(following)
    return None


def _is_furniture(context: Context, text: str) -> bool:
    """Return whether a text is a page's number, a date, a running head, or the URL or title."""
    if text.startswith(("http", "www.", "<http")):
        return _URL.fullmatch(text) is not None
    if len(text) > _LONGEST_HEAD or text[-1:] in STOPS:
        return False
    if _DIGITS.search(text) is not None and context.memo(_heads)[_DIGITS.sub("0", text)] > 1:
        return True
    if len(text) > SHORTEST:
        return False
    return _EDGE.fullmatch(text) is not None or text == context.reading.document.get("title")


def _heads(context: Context) -> Counter[str]:
    """Return how often each short text occurs if all numbers are alike."""
    return Counter(_DIGITS.sub("0", text) for text in context.texts if len(text) <= _LONGEST_HEAD)
