"""Paragraph that is split in two, for example by a page break.

### What it does

Reports two paragraphs that are halves of one. The first half is at least as long as a line, and has
no final punctuation. Captions, standfirsts, lists and cross-headings have none either, so one of
these conditions must hold as well:

- The second half starts in lower case, or with a number and a word in lower case, with a bracket as
  in “(61) and”, or with a character or word with which no word or sentence of its language begins.
- The first half ends with a word that does not end a sentence in a language of the article, such as
  an article, a preposition or a numeral, or with a particle.
- The first half ends with a comma or a hyphen, or in a bracket that the second half closes.
- The last word of the first half and the first word of the second occur next to each other
  elsewhere in the article (all numbers count as the same word).
- The first half ends in the middle of a sentence that follows a complete one, and nearly all other
  paragraphs of the article end with a full stop. In German, the first half can instead end with an
  adjective, if the second begins with a noun.

In scripts without upper and lower case, a paragraph of sentences that does not end with a full stop
is reported if the other paragraphs of the article do. A page number, a running head, a URL or an
image may be between the halves, if the second half starts in lower case.

### Why

Converters of PDF files end a paragraph at the end of a page, in the middle of a sentence. The rest
becomes another paragraph, or a heading. Counts of paragraphs and sentences are then wrong, and a
search does not find the sentence.

### Fix

The fix joins the halves: with a space, or with nothing in scripts without spaces between words.
Blocks between the halves are moved after them. It is unsafe: a sentence may end there. There is
none if the second half may be the start of another sentence (“This is”): then the rest of the first
one is missing.

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
from itertools import pairwise

from corpusfmt.lint import Block, Context, Edit, Finding, Findings, Fix, quoted
from corpusfmt.rules._shared.blocks import ends
from corpusfmt.rules._shared.halves import SHORTEST, Pair, begins_lower, find_pairs, may_continue
from corpusfmt.rules._shared.open_words import ends_open, languages
from corpusfmt.rules._shared.prose import (
    STOPS,
    between,
    is_caseless,
    is_dense,
    is_unspaced,
    is_whole,
)
from corpusfmt.rules._shared.stranded_bylines import stranded_bylines
from corpusfmt.rules._shared.unfinished import (
    LONG,
    has_sentence,
    is_labelled,
    is_prose,
    is_unfinished,
    must_continue,
    occur_together,
    sentences,
    starts_with_quantity,
)
from corpusfmt.syntax.byline_words import words
from corpusfmt.syntax.dates import read_date_line
from corpusfmt.text.display import printable
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "unsafe"
WHY = "a sentence may end there"

_LONGER = 150
"""The fewest characters of a text that ends with a name, as many captions do."""
_WINDOW, _AROUND = 50_000, 40
"""How many characters, and blocks before and after, are examined: the bound keeps it linear."""
_PAGE = 1200
"""The fewest characters that a page holds: more cuts than pages are the article's own way to write.
"""
_ENOUGH, _NEARLY_ALL = 3, 0.85
"""How many paragraphs end with a full stop, and which share, so that one without it is cut."""
_DASHES = frozenset("-–—―")
_INFLECTED = regex(r"[a-zäöüß]{2,}(?:e|e[nrsm])$")
"""A German word that may be an adjective with an ending: a noun follows it."""
_VERB = regex(
    r"(?:है|हैं|था|थी|थे|गया|गई|गए|किया|दिया|लिया|हुआ|हुई|रहा|रही|रहे)$|[\uac00-\ud7a3](?:다|요|까)$"
)
"""Hindi and Korean verbs that end a sentence, even if its full stop is missing."""
_CAPTION = regex(
    r"(?:供[图圖]|[摄攝]影?|截[图圖]|[绘繪制製][图圖]|[\s/／|｜][图圖]|提供|来源|來源)\s?[）)]?$|^.{0,24}(?:来源|來源|作者)[：:]"
)
"""The end of a caption with its credit, and the line of date, source and author above a text."""
_LOUD = regex(r"[^。.]*[！？][^。.]*|.*。。.*")
"""A text with exclamation or question marks and no full stop, or with several in a row.

It is a comment or an advert.
"""
_QUOTE_MARK = regex(r"^[^\S\n]{0,9}>[^\S\n]{0,9}", re.MULTILINE)


def check(context: Context) -> Findings:
    """Yield a finding for each paragraph that breaks off and goes on in the next."""
    is_whole_everywhere = STOPS.issuperset(context.memo(ends))  # as in few articles, and soon seen
    if is_whole_everywhere and "intro" not in context.reading.document:
        return
    bylines = {block.token.start_pos for block, _ in context.memo(stranded_bylines)}
    pairs = [pair for pair in find_pairs(context) if pair.second.token.start_pos not in bylines]
    in_lower_case = [pair for pair in pairs if begins_lower(pair.second.text)]
    is_style = bool(in_lower_case) and _is_style(context, in_lower_case)
    for pair in pairs:
        if _is_one(context, pair, is_style=is_style):
            yield _find(context, pair)


def _is_one(context: Context, pair: Pair, *, is_style: bool) -> bool:
    """Return whether a pair is one paragraph; ``is_style`` is that of paragraphs in lower case."""
    if begins_lower(pair.second.text):
        is_one = not is_style and _is_text(pair.second.text)
        return is_one and read_date_line(pair.second.text) is None
    if context.types[pair.number] == "quote" and pair.second.type != "quote":
        return False  # it may be the teaser of another paragraph
    return _goes_on(context, pair)


# --------------------------------------------------------------------------------------------------
# the evidence


def _is_style(context: Context, pairs: list[Pair]) -> bool:
    """Return whether the article starts paragraphs in lower case for more reasons than page breaks.

    There are more of them than it may have pages, or complete paragraphs precede them. Those after
    the edge of a page are not counted.
    """
    count = sum(not pair.is_apart for pair in pairs)
    blocks = context.blocks
    behind = 0
    for before, block in pairwise(blocks):
        if block.type == "paragraph" and before.text[-1:] in STOPS:
            behind += begins_lower(block.text)
    return count > 2 + len(context.text) // _PAGE or (behind > 2 and behind > len(blocks) // 10)


def _is_text(text: str) -> bool:
    """Return whether a text is more than a word: a lone one may be a button or a name."""
    return " " in text or is_whole(text) or is_unspaced(text)


def _goes_on(context: Context, pair: Pair) -> bool:
    """Return whether something other than a small letter shows that the second half continues."""
    first, second = pair.first, pair.second.text
    is_complete = is_whole(second)
    is_heading = pair.second.type == "heading"
    if pair.is_apart or not may_continue(second) or is_labelled(first):
        return False
    if must_continue(first, second):
        return is_complete or not is_heading
    if not is_complete or pair.number < 0 or _is_in_list(context, pair.number):
        return False
    if is_heading:
        return _continues_in_heading(context, pair)
    return is_unfinished(context, first, second) or _is_continued(context, pair)


def _is_in_list(context: Context, number: int) -> bool:
    """Return whether a block, or the one before it, is a line without a full stop as in a list."""
    if context.types[number] == "item":
        return True
    if number == 0 or context.types[number - 1] != "paragraph":
        return False
    before = context.texts[number - 1]
    return len(before) >= SHORTEST and not is_whole(before)


def _continues_in_heading(context: Context, pair: Pair) -> bool:
    """Return whether a heading with a full stop continues: no other heading has one."""
    heading = pair.second
    others = [other.text for other in _around(context, heading) if other.type == "heading"]
    if heading.text.endswith(".") and not any(text.endswith(".") for text in others):
        return True
    has_comma = not pair.first[-1].isalnum()
    return not has_comma and is_unfinished(context, pair.first, heading.text)


def _around(context: Context, block: Block) -> tuple[Block, ...]:
    """Return the blocks before and after a block, without it."""
    before = context.blocks[max(0, block.number - _AROUND) : block.number]
    return before + context.blocks[block.number + 1 : block.number + 1 + _AROUND]


def _is_continued(context: Context, pair: Pair) -> bool:
    """Return whether the rest of the article shows that the second half continues the first."""
    first, second = pair.first, pair.second.text
    if not is_prose(first) or not second[0].isalnum() or _CAPTION.search(first) is not None:
        return False
    if occur_together(context.text[:_WINDOW], first, second):
        return True
    if starts_with_quantity(second) and not first[0].isdigit():
        return True
    return _lacks_stop(context, pair)


def _lacks_stop(context: Context, pair: Pair) -> bool:
    """Return whether a text of sentences has no full stop, where nearly all others have one."""
    first, second = pair.first, pair.second.text
    if context.types[pair.number] != "paragraph":
        return False
    end = first[-1]
    if _VERB.search(first[-5:]) is not None:
        return False
    if is_caseless(second[0]) and (end.isdigit() or is_caseless(end)):
        if _LOUD.fullmatch(first) is not None:
            return False
        return _is_exception(context, pair, is_dense(first) and has_sentence(first))
    return pair.number > 0 and _has_begun(context, first, second) and _is_exception(context, pair)


def _has_begun(context: Context, first: str, second: str) -> bool:
    """Return whether the last sentence of a text has begun, and may not have ended."""
    before, _, last = first.rpartition(" ")
    if not last.isalpha() or before[-1:] in STOPS:
        return False
    is_lower = last.islower()
    may_be_adjective = is_lower and second[0].isupper() and _INFLECTED.search(last) is not None
    if may_be_adjective and "de" in context.memo(languages):
        return True
    parts = sentences(first)
    if len(parts) < 2 or len(first) < (LONG if is_lower else _LONGER):
        return False
    begun = parts[-1].split()
    # A cross-heading or the source of a quotation only looks like the start of a sentence.
    return len(begun) > 1 and begun[0] not in {*_DASHES, second.split(" ", 1)[0]}


def _is_exception(context: Context, pair: Pair, is_certain: bool = False) -> bool:
    """Return whether nearly all paragraphs end with a full stop, but not the first half.

    If that is certain to be of sentences, only others that are count, and none is needed.
    """
    least = min(len(pair.first), LONG) // 2
    count = whole = 0
    for other in _around(context, pair.second):
        if other.type != "paragraph" or len(other.text) < least:
            continue
        is_other_whole = is_whole(other.text)
        if is_other_whole or not is_certain or has_sentence(other.text):
            count += 1
            whole += is_other_whole
    enough = 0 if is_certain else _ENOUGH
    return whole >= enough and whole >= _NEARLY_ALL * (count - 1)


# --------------------------------------------------------------------------------------------------
# the finding


def _find(context: Context, pair: Pair) -> Finding:
    last, first = _edge(pair.first, -1), _edge(pair.second.text, 0)
    glue = between(pair.first, pair.second.text)
    start, end = context.reading.span(pair.token)
    span = max(start, end - len(last)), end
    message = f"the paragraph breaks off after {quoted(last)}"
    if _may_start_sentence(context, pair.second.text):
        message += f", and {quoted(first)} may start another sentence"
        return context.finding(span, message, "the rest of the paragraph")
    message += f" and continues with {quoted(first)}"
    expected = f"one paragraph: “… {printable(last + glue + first)} …”"
    return context.finding(span, message, expected, fix=_fix(context, pair, glue))


def _may_start_sentence(context: Context, text: str) -> bool:
    """Return whether a text starts with words such as “This amazing”, which are no name."""
    first, _, rest = text[:_WINDOW].partition(" ")
    if not first.istitle() or not rest[:1].islower():
        return False
    return first.lower() in words("sentence_starts") or ends_open(context, first.lower())


def _edge(text: str, index: int) -> str:
    """Return the last or the first word of a text, shortened."""
    near = text[-40:] if index else text[:40]
    word = (near.split() or [""])[index]
    if not is_unspaced(word):
        return word
    return word[-10:] if index else word[:10]


def _fix(context: Context, pair: Pair, glue: str) -> Fix:
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
