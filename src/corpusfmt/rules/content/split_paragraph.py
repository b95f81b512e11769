"""Paragraph that is split in two, for example by a page break.

### What it does

Reports two paragraphs that are halves of one. The first half has no final punctuation. Captions,
lists and cross-headings have none either, so one of these must hold as well:

- The second half starts in lower case.
- The first half ends with a word that does not end a sentence: an article, a preposition, or a
  frequent word that never occurs before punctuation.
- The first half ends with a comma or a hyphen, or in a bracket that the second half closes.
- The last word of the first half and the first word of the second occur next to each other
  elsewhere in the article.

In scripts without upper and lower case, a long paragraph without a full stop is reported if the
article's other paragraphs have one. A page number, a URL or an image may be between the halves.

### Why

Converters of PDF files end a paragraph at the end of a page, in the middle of a sentence. The rest
becomes another paragraph, or a heading. Counts of paragraphs and sentences are then wrong, and a
search does not find the sentence.

### Fix

The fix joins the halves: with a space, or with nothing in scripts without spaces between words.
What is between them is moved after them. It is unsafe: a sentence may end there.

### Example

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday with 61 passengers and the last

remaining sacks of the winter’s mail on board.
```

```findings
5:65: warning: the paragraph breaks off after “last” and continues with “remaining”
  expected: one paragraph: “… last remaining …”
```

Use instead:

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday with 61 passengers and the last remaining sacks of the winter’s mail on board.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from corpusfmt.lint import Block, Context, Edit, Finding, Findings, Fix, quoted
from corpusfmt.rules._shared.blocks import ends
from corpusfmt.rules._shared.prose import (
    CLOSING,
    JOINING,
    STOPS,
    always_joins,
    between,
    is_dense,
    is_hyphenated,
    is_unspaced,
    is_whole,
)
from corpusfmt.syntax.inline import plain_text
from corpusfmt.syntax.lexer import Token
from corpusfmt.text.display import printable

SEVERITY = "warning"
FIX = "unsafe"
WHY = "a sentence may end there"

_OPENING = "\"'“„«»‚‘’「『《〈(（*_ "
_COMMAS = frozenset(",，、،")
_SHORTEST, _SHORTEST_DENSE = 60, 25
"""The fewest characters of a first half.

The second for scripts that write a word with one or two.
"""
_LONG = 100
"""The fewest characters of a text that is not a cross-heading."""
_QUOTED = frozenset(stop + mark for stop in ".!?" for mark in '"”’“»')
"""What most paragraphs end with that end with a quotation."""
_WINDOW, _AROUND = 50_000, 40
"""How many characters, and blocks before and after, are examined: the bound keeps it linear."""
_FURTHEST = 3
"""The most blocks between the halves: an image, a page number, a URL."""
_PAGE = 1200
"""The fewest characters that a page holds: more cuts than pages are the article's own way to write.
"""

_ADJECTIVE = re.compile(
    # U+0008 is an old slip for a word boundary: no text has it, so the suffixes match nothing.
    r"(?:\x08[a-zäöüß]{2,30}(?:isch|lich|ig|bar|sam|haft|los|ell)"
    r"|(?<!,)\s(?:der|die|den|dem|des|am|im|vom|zum|zur|(?:ein|kein|sein|ihr|unser)e[nmrs]?)\s[a-zäöüß]{2,30})e[nrsm]?$"
)
"""A German adjective with an ending, by its suffix or after an article: a noun follows it."""
_INFLECTIONS = ("e", "en", "er", "es", "em")
_SIGNATURE = re.compile(r"\(@\w{1,30}\)[^()]{0,40}$")
"""The author and time of a quoted post: they end it, and another may follow in lower case."""
_PARTICLES = frozenset("의을를은는와과のをはがにへ的和与")
"""Korean, Japanese and Chinese particles that end no sentence."""
_WORD = re.compile(r"[^\W\d_]\w*")
_NO_WORD = re.compile(
    r"[(<\[@#]*(?:https?:|www\.|@|\S{1,60}@"
    r"|[\w-]{1,40}(?:\.[\w-]{1,40}){0,3}\.[a-z]{2,4}\b|by [^\W\d_a-z])"
)
"""A URL, or a byline: it starts in lower case and does not continue a sentence."""
_ASIDE = re.compile(r"[(（][^()（）]{1,60}[)）](?:[,;.，、]|\s[^\W\d_A-Z])")
_FURNITURE = re.compile(
    r"\W*(?:\w{4,6}\W+)?\d{1,4}(?:\s*(?:/|\||of|de|von|sur|di|av)\s*\d{1,4})?\W*|<?(?:https?://|www\.)\S+"
    r"|.{0,20}\b(?:19|20)\d\d\b[^a-z]{0,12}|\W*\d{1,2}[./-]\d{1,2}[./-]\d\d\b\W*"
)
"""What is at the edge of a page: its number, the URL of the article, a date."""
_GOES_ON = {
    "paragraph": ("paragraph", "heading"),
    "item": ("paragraph",),
    "quote": ("paragraph", "quote"),
}
"""The types of block that the second half may have, by that of the first."""
_QUOTE_MARK = re.compile(r"^[^\S\n]{0,9}>[^\S\n]{0,9}", re.MULTILINE)
_INNER = ("。", "，", "、", ". ", "، ", ", ", "। ")
"""Punctuation inside a text that is not a cross-heading."""
_ENOUGH, _NEARLY_ALL = 4, 0.85
"""How many paragraphs end with a full stop, and which share, so that one without it is cut."""


class _Pair(NamedTuple):
    """Possible halves of a paragraph: text and token of both, and whether they are apart."""

    first: str
    token: Token
    second: Block
    is_apart: bool


def check(context: Context) -> Findings:
    """Yield a finding for each paragraph that breaks off and goes on in the next."""
    is_whole_everywhere = STOPS.issuperset(context.memo(ends))  # as in few articles, and soon seen
    if is_whole_everywhere and "intro" not in context.reading.document:
        return
    pairs = list(_pairs(context))
    if not pairs:
        return
    in_lower_case = [_begins_lower(pair.second.text) for pair in pairs]
    is_style = any(in_lower_case) and _is_style(context, sum(in_lower_case))
    for pair, is_lower in zip(pairs, in_lower_case, strict=True):
        is_one = not is_style if is_lower else _goes_on(context, pair)
        if is_one:
            yield _find(context, pair)


# --------------------------------------------------------------------------------------------------
# the halves


def _pairs(context: Context) -> Iterator[_Pair]:
    if "intro" in context.reading.document:
        yield from _from_intro(context)
    for number, end in enumerate(context.memo(ends)):
        pair = None if end in STOPS else _pair(context, number)
        if pair is not None:
            yield pair


def _pair(context: Context, number: int) -> _Pair | None:
    """Return a block and the next one, if the block breaks off and the next may continue it."""
    text = context.texts[number]
    if len(text) < _SHORTEST_DENSE or text[-2:] in _QUOTED or not _breaks_off(text):
        return None
    types = _GOES_ON.get(context.types[number], ())
    following = _following(context, number) if types else None
    if following is None or not following.text or following.type not in types:
        return None
    is_apart = following.number > number + 1
    return _Pair(text, context.reading.body_tokens[number], following, is_apart)


def _following(context: Context, number: int) -> Block | None:
    """Return the next block of the article itself: not an image, nor the edge of a page."""
    for following in range(number + 1, min(number + 2 + _FURTHEST, len(context.texts))):
        is_apart = context.types[following] in ("image", "separator")
        if not is_apart and not _is_furniture(context, context.texts[following]):
            return context.block(following)
    return None


def _is_furniture(context: Context, text: str) -> bool:
    """Return whether a text is a page's number, a date, or the article's URL or title."""
    if len(text) > _SHORTEST and not text.startswith(("http", "www.", "<http")):
        return False
    return _FURNITURE.fullmatch(text) is not None or text == context.reading.document.get("title")


def _from_intro(context: Context) -> Iterator[_Pair]:
    """Return the pair whose first half is an intro, since a page break left blank lines."""
    reading, blocks = context.reading, context.blocks
    text = plain_text(reading.document["intro"][-1])
    if not blocks or blocks[0].type != "paragraph" or "credit" in reading.document:
        return
    if _breaks_off(text) and _begins_lower(blocks[0].text):
        yield _Pair(text, reading.header.foreign[-1], blocks[0], False)


def _breaks_off(text: str) -> bool:
    """Return whether a text is at least as long as a line, and has no final punctuation."""
    if len(text) < _SHORTEST and (len(text) < _SHORTEST_DENSE or not is_dense(text)):
        return False
    return not is_whole(text) and ("(@" not in text or _SIGNATURE.search(text[-80:]) is None)


# --------------------------------------------------------------------------------------------------
# the evidence


def _begins_lower(text: str) -> bool:
    if "A" <= text[:1] <= "Z":  # as most do
        return False
    text = text.lstrip(_OPENING)
    word = _WORD.match(text[:_SHORTEST])
    return word is not None and word[0].islower() and _NO_WORD.match(text) is None


def _is_style(context: Context, count: int) -> bool:
    """Return whether the article starts paragraphs in lower case for more reasons than page breaks.

    There are more of them than it may have pages, or complete paragraphs precede them.
    """
    blocks = context.blocks
    behind = 0
    for before, block in pairwise(blocks):
        if block.type == "paragraph" and before.text[-1:] in STOPS:
            behind += _begins_lower(block.text)
    return count > 1 + len(context.text) // _PAGE or (behind > 2 and behind > len(blocks) // 10)


def _goes_on(context: Context, pair: _Pair) -> bool:
    """Return whether something other than a small letter shows that the second half continues."""
    first, second = pair.first, pair.second.text
    before, _, last = first.rpartition(" ")
    is_second_whole = is_whole(second)
    is_cross_heading = pair.second.type == "heading" and not is_second_whole
    if pair.is_apart or is_cross_heading or before.endswith(";"):
        return False
    if _NO_WORD.match(second) is not None:
        return False
    if before[-1:] in STOPS:  # a sentence that has only begun
        last = last.lower()
    if last in JOINING or is_hyphenated(first) or _continues_brackets(first, second):
        return True
    return is_second_whole and _is_unfinished(context, pair, last)


def _is_unfinished(context: Context, pair: _Pair, last: str) -> bool:
    """Return whether the first half is not a complete sentence, if the second half is complete."""
    first, second = pair.first, pair.second
    if _ends_inside_sentence(first, last):
        return True
    if second.type == "heading":
        if _is_only_whole_heading(context, second):
            return True
    elif first.rstrip(CLOSING)[-1:] in _COMMAS and not _is_lead_in(first, second.text):
        return True
    may_be_usual = second.text[0].isalnum() and _is_prose(first)
    if may_be_usual and _is_usual(context.text[:_WINDOW], last, second.text):
        return True
    return _lacks_stop(context, first, second)


def _ends_inside_sentence(text: str, last: str) -> bool:
    """Return whether a text ends with a dash, a genitive, a particle or an adjective."""
    if text.endswith((" –", " —")) or text[-1] in _PARTICLES:
        return True
    if last.endswith(("’s", "'s")) and last[0].islower():
        return True
    is_inflected = last.endswith(_INFLECTIONS) and last.islower()
    return is_inflected and _ADJECTIVE.search(text[-60:]) is not None


def _is_lead_in(first: str, second: str) -> bool:
    """Return whether a short last sentence with a comma may introduce a capitalized text."""
    begins = max(map(first.rfind, (". ", "… ", "! ", "? "))) + 2
    return second[0].isupper() and len(first) - begins < _SHORTEST


def _continues_brackets(first: str, second: str) -> bool:
    """Return whether a text starts with an aside, or closes a bracket that the first one opens."""
    if _ASIDE.match(second) is not None:
        return True
    opened, closed = first.rfind("("), second.find(")")
    if closed < 0:
        return False
    return opened > first.rfind(")") and "(" not in second[:closed]


def _is_only_whole_heading(context: Context, heading: Block) -> bool:
    """Whether a heading ends with a full stop, and no other of the article does."""
    if not heading.text.endswith("."):
        return False
    for other in _around(context, heading):
        if other.type == "heading" and other.text.endswith("."):
            return False
    return True


def _around(context: Context, block: Block) -> tuple[Block, ...]:
    """Return the blocks before and after a block, without it."""
    before = context.blocks[max(0, block.number - _AROUND) : block.number]
    return before + context.blocks[block.number + 1 : block.number + 1 + _AROUND]


def _is_prose(text: str) -> bool:
    """Whether a text is too long for a cross-heading, or has a sentence that ends."""
    return len(text) >= _LONG or ". " in text


def _is_usual(text: str, last: str, second: str) -> bool:
    """Return whether the article joins the last word and the first, or the last one joins."""
    word = _WORD.match(second)
    if word is not None and last[-1:].isalpha() and f"{last} {word[0]}" in text:
        return True
    return always_joins(text, last)


def _lacks_stop(context: Context, first: str, second: Block) -> bool:
    """Return whether a long caseless text has no full stop, where nearly all others have one."""
    if not _is_caseless(first[-1]) or not _is_caseless(second.text[0]):
        return False
    if not any(mark in first for mark in _INNER):
        return False
    least = min(len(first), 30) // 2
    count = whole = 0
    for other in _around(context, second):
        if other.type == "paragraph" and len(other.text) >= least:
            count += 1
            whole += is_whole(other.text)
    return whole >= _ENOUGH and whole >= _NEARLY_ALL * (count - 1)


def _is_caseless(character: str) -> bool:
    return character.isalpha() and character.lower() == character.upper()


# --------------------------------------------------------------------------------------------------
# the finding


def _find(context: Context, pair: _Pair) -> Finding:
    last, first = _edge(pair.first, -1), _edge(pair.second.text, 0)
    glue = between(pair.first, pair.second.text)
    start, end = context.reading.span(pair.token)
    message = f"the paragraph breaks off after {quoted(last)} and continues with {quoted(first)}"
    expected = f"one paragraph: “… {printable(last + glue + first)} …”"
    return context.finding(
        (max(start, end - len(last)), end), message, expected, fix=_fix(context, pair, glue)
    )


def _edge(text: str, index: int) -> str:
    """Return the last or the first word of a text, shortened."""
    near = text[-40:] if index else text[:40]
    word = (near.split() or [""])[index]
    if not is_unspaced(word):
        return word
    return word[-10:] if index else word[:10]


def _fix(context: Context, pair: _Pair, glue: str) -> Fix:
    """Put the second half after the first, and what is between them after both."""
    first, (start, end) = context.reading.span(pair.token)[1], context.span(pair.second)
    written = context.text[start:end]
    if pair.second.type != "paragraph":
        written = _QUOTE_MARK.sub("", pair.second.token.groups().get(pair.second.type, "")).strip()
    edits: tuple[Edit, ...] = (Edit(first, end, glue + written),)
    if pair.is_apart:
        edits = (
            Edit(first, first, glue + written),
            Edit(len(context.text[:start].rstrip()), end, ""),
        )
    return Fix("join the halves of the paragraph", edits, False, WHY)
