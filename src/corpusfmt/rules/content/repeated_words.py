"""Words that are repeated again and again.

### What it does

Reports words that follow themselves without a pause: a passage of 40 characters or more twice in a
row, one of 12 or more three times, or a word of three letters or more eight times. Spaces and line
breaks make no difference. Shorter ones with a punctuation mark, as in chants, songs and laughter
(`No, no, no!`), are not reported. One finding is for each block.

### Why

Programs that recognize or generate text with a language model get into a loop where a page is hard
to read. Converters of PDF files write a line again for each copy that a printer draws to make it
look bold, and scrapers take a caption or paragraph twice. A language model learns to do the same.

### Fix

There is none: what the page has in place of the loop is not known.

### Example

```article
# Ferry Runs Again



The crew of the ferry and the captain of the ferry and the captain of the ferry and the captain of
the ferry and the captain
```

```findings
5:10: warning: “of the ferry and the captain” is repeated 4 times in a row
  expected: the words once
```

Use instead:

```article
# Ferry Runs Again



The crew of the ferry and the captain of it are the same as last year.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.lint import Context, Finding, Findings, quoted
from corpusfmt.rules._shared.blocks import sizes
from corpusfmt.text.patterns import regex

SEVERITY = "warning"

_SHORTEST = 60
"""The fewest characters of a block in which words can be repeated so often."""

_SAMPLE, _SHORTEST_WITH_MORE = 20, 120
"""The characters that are looked for again at the end of a block, and inside of longer ones."""

_LAST = 4
_FROM_END = _SAMPLE + _LAST
"""The characters after the sample at the end, and those from its start on."""

_LONG, _MIDDLE = 40, 12
_COPIES_OF_LONG, _COPIES_OF_MIDDLE, _COPIES_OF_SHORT = 2, 3, 8
_FEWEST_LETTERS = 3
_PAUSE = regex(r"[^\w\s'’-]")


def check(context: Context) -> Findings:
    """Yield a finding for each block whose words are repeated in a row."""
    for number, place in _samples_found_again(context):
        text = context.texts[number]
        loop = _loop_at(text.replace("\n", " "), place)
        if loop is not None:
            yield _find(context, number, *loop)


def _samples_found_again(context: Context) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the blocks that have one of their samples twice, and where it starts.

    This is a fast test, without a call for each block.
    """
    for number, size in enumerate(context.memo(sizes)):
        if size < _SHORTEST:
            continue
        text, place = context.texts[number], size - _FROM_END
        if text.find(text[place:-_LAST]) != place:
            yield number, place
        elif size >= _SHORTEST_WITH_MORE or "\n" in text:
            place = size >> 2
            if text.count(text[place : place + _SAMPLE]) > 1:
                yield number, place


def _loop_at(text: str, place: int) -> tuple[str, int] | None:
    """Return the words that are repeated around a place, and how often they are."""
    sample = text[place : place + _SAMPLE]
    for other in _others(text, sample, place):
        first, second = min(place, other), max(place, other)
        period = second - first
        start, end = first, second
        while start > 0 and text[start - 1] == text[start - 1 + period]:
            start -= 1
        while end < len(text) and text[end] == text[end - period]:
            end += 1
        copies = (end - start + 1) // period  # the space after the last one may be missing
        if copies >= _COPIES_OF_LONG and _is_loop(text[start : start + period], copies):
            return _from_word(text, start, period), copies
    return None


def _others(text: str, sample: str, place: int) -> Iterator[int]:
    """Yield the nearest places of a sample before and after a place."""
    for other in (text.rfind(sample, 0, place + _SAMPLE - 1), text.find(sample, place + 1)):
        if other >= 0 and other != place:
            yield other


def _from_word(text: str, start: int, period: int) -> str:
    """Return what is repeated, from the start of a word where there is one."""
    space = text.find(" ", start, start + period)
    is_inside = start > 0 and text[start - 1].isalnum() and space >= 0
    begin = space + 1 if is_inside else start
    return text[begin : begin + period].strip()


def _is_loop(unit: str, copies: int) -> bool:
    """Return whether it is no refrain or laughter that is repeated so often."""
    if sum(map(str.isalpha, unit)) < _FEWEST_LETTERS:
        return False
    if len(unit) >= _LONG:
        return True
    if _PAUSE.search(unit) is not None:
        return False
    return copies >= (_COPIES_OF_MIDDLE if len(unit) > _MIDDLE else _COPIES_OF_SHORT)


def _find(context: Context, number: int, words: str, copies: int) -> Finding:
    start, end = context.span(context.block(number))
    place = context.text.find(words, start, end)
    span = (start, end) if place < 0 else (place, end)
    message = f"{quoted(words)} is repeated {copies} times in a row"
    return context.finding(span, message, "the words once")
