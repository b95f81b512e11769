"""Paragraph that is wrapped at a fixed width.

### What it does

Reports a paragraph of three or more lines if both of these hold:

- no line is so short that the first word of the next line would have fitted within the width of the
  longest line; in a paragraph of five lines or more, one line may be
- a sentence continues across a line break: the next line starts in lower case, or at most one of
  several lines ends a sentence

A paragraph of two lines is reported if another paragraph of the article is wrapped at the same
width. Three lines or more that are paragraphs of their own are reported, too, if none of the others
than the last ends a sentence, the lines are full, and at least half of them continue in lower case
or end with a word that ends no sentence.

### Why

E-mail, old news wires and some converters break lines at a fixed width, in the middle of a
sentence. The format keeps line breaks inside a paragraph, because tables of results, verses and
postal addresses need them. So such text is read as lines, not as sentences.

### Fix

The fix joins the lines: with a space, or with nothing in scripts without spaces between words. It
is unsafe: line breaks are part of the document, and may be intended.

### Example

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday for the first
time since October, with 61 passengers, four cows
and all of the winter’s mail on board.
```

```findings
5:1: warning: the paragraph is wrapped into 3 lines of at most 50 characters
  expected: the paragraph on one line
```

The paragraph on one line, and line breaks that are intended:

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday for the first time since October, with 61 passengers and four cows on board.

The harbour office
12 Quay Street
Norland
```
"""

from __future__ import annotations

from itertools import pairwise

from corpusfmt.lint import Block, Context, Edit, Finding, Findings, Fix
from corpusfmt.rules._shared.blocks import broken_texts, ends, sizes
from corpusfmt.rules._shared.open_words import ends_open
from corpusfmt.rules._shared.prose import STOPS, between, is_unspaced, is_whole
from corpusfmt.rules._shared.url_labels import misplaced_labels
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "unsafe"
WHY = "the line breaks may be intended"

_NARROWEST, _NARROWEST_DENSE = 45, 15
"""The fewest characters of a full line: verses are shorter.

The second is for scripts of wide characters.
"""
_FEWEST, _WIDEST = 3, 120
"""The fewest lines with blank lines between them, and the most characters of one."""
_SEVERAL = 4
"""The fewest lines that are reported without a small letter after a break."""
_MANY = 5
"""The fewest lines of which one may be shorter: it ends a paragraph, or was edited."""
_SLACK_DENSE = 2
"""How many characters short a full line of wide characters may be: punctuation begins no line."""
_BREAK = regex(r"[^\S\n]*\n[^\S\n]*")
_QUOTE_BREAK = regex(r"[^\S\n]*\n[^\S\n]*(?:>[^\S\n]*)?")


class _Wrapped(NamedTuple):
    """A block of several lines, and the least and greatest width that they were wrapped at.

    One line may be shorter: ``odd`` is its number, or -1.
    """

    block: Block
    lines: list[str]
    narrowest: int
    widest: int
    odd: int = -1


def check(context: Context) -> Findings:
    """Yield a finding for each paragraph whose lines are as full as a width allows."""
    yield from _find_apart(context)
    if not context.memo(broken_texts):
        return
    wrapped = list(filter(None, map(_wrapped, context.blocks)))
    sure = next((each for each in wrapped if len(each.lines) > 2), None)
    if sure is None:
        return
    for each in wrapped:
        if len(each.lines) > 2 or _may_be_alike(each, sure):
            yield _find(context, each)


def _find_apart(context: Context) -> Findings:
    """Yield a finding for each run of lines with a blank line between two of them."""
    lasts, sizes_ = context.memo(ends), context.memo(sizes)
    if sum(map(_WIDEST.__ge__, sizes_)) < _FEWEST:
        return
    open_ = [last not in STOPS for last in lasts]
    if sum(open_) < _FEWEST - 1:
        return
    start = 0
    for number, types in enumerate(context.types):
        is_line = types == "paragraph" and sizes_[number] <= _WIDEST
        if is_line and open_[number]:
            continue
        end = number + is_line
        if end - start >= _FEWEST and _are_lines(context, context.texts[start:end]):
            yield _find_run(context, start, end)
        start = number + 1


def _are_lines(context: Context, lines: list[str]) -> bool:
    """Return whether texts are the full lines of one, most of which run on."""
    narrowest = max(map(len, lines))
    if narrowest < _NARROWEST or any("\n" in line for line in lines):
        return False
    run_on = sum(_runs_on(context, line, following) for line, following in pairwise(lines))
    return 2 * run_on >= len(lines) - 1 and _widest(lines, narrowest, False) >= narrowest


def _runs_on(context: Context, line: str, following: str) -> bool:
    """Return whether a line goes on in lower case, or ends with a word that ends no sentence."""
    return following[0].islower() or ends_open(context, line.rpartition(" ")[2].lower())


def _find_run(context: Context, start: int, end: int) -> Finding:
    """Return the finding for the lines that are the blocks from one to another."""
    spans = [context.span(context.block(number)) for number in range(start, end)]
    edits = [Edit(first[1], second[0], " ") for first, second in pairwise(spans)]
    message = f"a paragraph is divided into {end - start} lines, with blank lines between them"
    fix = Fix("join the lines of the paragraph", tuple(edits), False, WHY)
    place = spans[0][0], spans[-1][1]
    return context.finding(place, message, "the paragraph on one line", fix=fix)


def _wrapped(block: Block) -> _Wrapped | None:
    """Return the lines of a block that may be wrapped; None for all others."""
    if "\n" not in block.text or block.type not in ("paragraph", "quote", "item"):
        return None
    lines = block.text.split("\n")
    narrowest = max(map(len, lines))
    is_dense = is_unspaced(lines[0][-1:])
    is_wide = narrowest >= (_NARROWEST_DENSE if is_dense else _NARROWEST)
    if not is_wide or not _are_sentences(lines):
        return None
    widest = _widest(lines, narrowest, is_dense)
    if widest >= narrowest:
        return _Wrapped(block, lines, narrowest, widest)
    odd = _odd_line(lines, narrowest) if len(lines) >= _MANY and not is_dense else -1
    return _Wrapped(block, lines, narrowest, narrowest, odd) if odd >= 0 else None


def _odd_line(lines: list[str], narrowest: int) -> int:
    """Return the number of the only line that is not full, and -1 if several are not."""
    odd = -1
    for number, (line, following) in enumerate(pairwise(lines)):
        if len(line) + len(following.split(" ", 1)[0]) < narrowest:
            if odd >= 0:
                return -1
            odd = number
    return odd


def _widest(lines: list[str], narrowest: int, is_dense: bool) -> int:
    """Return the widest that a page can have been where each line is broken.

    Less than the longest line where they are not full.
    """
    if is_dense:
        return min(map(len, lines[:-1])) + _SLACK_DENSE
    return min(len(line) + len(following.split(" ", 1)[0]) for line, following in pairwise(lines))


def _are_sentences(lines: list[str]) -> bool:
    """Return whether a sentence continues over a break: in lower case, or over nearly all."""
    for line, following in pairwise(lines):
        first = following[0]
        if line[-1] not in STOPS and first.isalpha() and not first.isupper():
            return True
    ends = sum(line[-1] in STOPS for line in lines[:-1])
    return len(lines) >= _SEVERAL and ends <= 1 and lines[-1][-1] in STOPS


def _may_be_alike(first: _Wrapped, second: _Wrapped) -> bool:
    """Whether two blocks can have been wrapped at one width."""
    return first.narrowest <= second.widest and second.narrowest <= first.widest


def _find(context: Context, wrapped: _Wrapped) -> Finding:
    lines, width = wrapped.lines, wrapped.narrowest
    message = f"the paragraph is wrapped into {len(lines)} lines of at most {width} characters"
    place = context.span(wrapped.block)
    return context.finding(place, message, "the paragraph on one line", fix=_fix(context, wrapped))


def _fix(context: Context, wrapped: _Wrapped) -> Fix | None:
    """Join the lines; not where a break is in a link, or the label of a URL below one."""
    start, end = context.span(wrapped.block)
    pattern = _QUOTE_BREAK if wrapped.block.type == "quote" else _BREAK
    breaks = list(pattern.finditer(context.text, start, end))
    if len(breaks) != len(wrapped.lines) - 1:
        return None
    if any(start < label.span[0] < end for label in context.memo(misplaced_labels)):
        return None  # the label of a URL, which would no longer begin its line
    glue = [between(line, following) for line, following in pairwise(wrapped.lines)]
    if wrapped.odd >= 0 and is_whole(wrapped.lines[wrapped.odd]):  # the end of a paragraph
        glue[wrapped.odd] = context.text[slice(*breaks[wrapped.odd].span())]
    edits = tuple(Edit(*match.span(), each) for match, each in zip(breaks, glue, strict=True))
    return Fix("join the lines of the paragraph", edits, False, WHY)
