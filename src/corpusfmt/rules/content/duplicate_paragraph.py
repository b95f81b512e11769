"""Paragraph that occurs twice in an article.

### What it does

Reports a paragraph that is the same as an earlier one in the article. Adjacent paragraphs that are
repeated together are one finding, which includes the heading above them if it is repeated, too. A
subtitle, a paragraph of the intro or a caption that is repeated as a paragraph of the body is
reported too. A quote (`>`) may repeat the text, as pull quotes do. A line without a full stop, such
as an entry of a timetable or the long title of a law, is reported only if it directly follows its
first occurrence, or if the first occurrence is at the start of the article, where teasers and
captions are. A paragraph that occurs three times or more, with others between, can be a refrain or
an entry of a timetable: the severity is then info.

### Why

Scrapers take a paragraph twice if the page shows it twice: as a teaser and in the text, for wide
and for narrow screens, or as a pull quote. Word counts and language models then see it twice.

### Fix

The fix removes the repetition. It is unsafe: the repetition may be intended, as in a refrain.

### Example

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday for the first time since October, with 61 passengers.

The next one sails on Friday.

The ferry to Skerry sailed on Monday for the first time since October, with 61 passengers.
```

```findings
9:1: warning: the paragraph repeats line 5
  expected: each paragraph only once
```

Use instead:

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday for the first time since October, with 61 passengers.

The next one sails on Friday.
```
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

from corpusfmt.lint import Block, Context, Finding, Findings, Fix, Option
from corpusfmt.rules._shared.block_edits import leave_out
from corpusfmt.rules._shared.blocks import sizes
from corpusfmt.rules._shared.prose import is_whole
from corpusfmt.syntax.inline import plain_text
from corpusfmt.text.values import replace

SEVERITY = "warning"
FIX = "unsafe"
WHY = "it may be intended"

SHORTEST = Option(
    "shortest",
    60,
    "the fewest characters of a repeated paragraph; a Chinese character counts as two",
    1,
)
OPTIONS = (SHORTEST,)

_HEADED = frozenset({"subtitle", "caption", "intro"})
"""The fields of the header that may be repeated as paragraphs."""

_START = 5
"""In how many blocks at the start a teaser or a caption is looked for."""

_END = itemgetter(slice(-12, None))
_WIDE = "\u2e80"
"""The first character that counts twice: here the scripts begin whose characters are twice as wide.
"""


def check(context: Context) -> Findings:
    """Yield a finding for each run of paragraphs that occurred before."""
    if _is_surely_without(context):  # as nearly all are
        return
    header = dict(_header(context))
    if _are_different([*header, *context.texts]):
        return
    blocks, shortest = context.blocks, context.option(SHORTEST)
    known: dict[str, int] = {}
    run_end = 0
    for block in blocks:
        if (
            block.type != "paragraph"
            or block.number < run_end
            or not _is_long(block.text, shortest)
        ):
            continue
        if block.text in known:
            earlier = known[block.text]
            if not _is_entry(blocks, earlier, block.number):
                first, run_end = _run(blocks, earlier, block.number, run_end)
                found = _find(context, earlier, blocks[first], blocks[run_end - 1])
                is_uncertain = _recurs(context.texts, earlier)
                yield replace(found, is_uncertain=is_uncertain) if is_uncertain else found
        elif block.text in header:
            yield _find_header(context, header[block.text], block)
        known.setdefault(block.text, block.number)


def _is_surely_without(context: Context) -> bool:
    """Return whether the lengths or the ends of all texts differ: a fast test."""
    if not _HEADED.isdisjoint(context.reading.document):
        return False
    count = len(context.texts)
    return len(set(context.memo(sizes))) == count or len(set(map(_END, context.texts))) == count


def _are_different(texts: list[str]) -> bool:
    """Return whether no two texts are equal; for most their last characters show that."""
    count = len(texts)
    return len(set(map(_END, texts))) == count or len(set(texts)) == count


def _header(context: Context) -> Iterator[tuple[str, str]]:
    """Yield the texts of header fields that may be repeated as paragraphs, and their pointers."""
    document = context.reading.document
    if "subtitle" in document:
        yield document["subtitle"], "/subtitle"
    if "caption" in document:
        yield document["caption"], "/caption"
    for index, content in enumerate(document.get("intro", ())):
        yield plain_text(content), f"/intro/{index}"


def _is_long(text: str, shortest: int) -> bool:
    """Whether no accident repeats a text of this length."""
    length = len(text)
    return length >= shortest or (
        2 * length >= shortest and length + sum(c >= _WIDE for c in text) >= shortest
    )


def _is_entry(blocks: tuple[Block, ...], first: int, second: int) -> bool:
    """Return whether a text may be an entry of a list that occurs again, or a long name."""
    return second > first + 1 and first >= _START and not is_whole(blocks[first].text)


def _recurs(texts: Sequence[str], first: int) -> bool:
    """Return whether a text occurs three times or more, and never twice in a row."""
    places = [number for number, text in enumerate(texts) if text == texts[first]]
    is_apart = all(after - before > 1 for before, after in pairwise(places))
    return len(places) > 2 and is_apart


def _run(blocks: tuple[Block, ...], first: int, second: int, free: int) -> tuple[int, int]:
    """Return the numbers of the first and last block of a repeated run, perhaps with its heading.

    Blocks before ``free`` belong to the preceding run.
    """
    end, above = 1, blocks[second - 1]
    if second == first + 1:  # equal ones in a row
        while second + end < len(blocks) and _says_the_same(blocks[first], blocks[second + end]):
            end += 1
        return second, second + end
    while first + end < second < len(blocks) - end and _says_the_same(
        blocks[first + end], blocks[second + end]
    ):
        end += 1
    has_heading = (
        first > 0
        and second > free
        and above.type == "heading"
        and _says_the_same(blocks[first - 1], above)
    )
    return second - has_heading, second + end


def _says_the_same(one: Block, other: Block) -> bool:
    return one.type == other.type and one.node == other.node


def _find(context: Context, known: int, first: Block, last: Block) -> Finding:
    line = context.source.position(context.span(context.blocks[known])[0])[0]
    count = last.number - first.number + 1 - (first.type == "heading")
    message = f"the paragraph repeats line {line}"
    if count > 1:
        of_one = first.number == known + 1
        message = f"{count} blocks repeat {'line' if of_one else 'those from line'} {line}"
        message += "" if of_one else " on"
    span = (context.span(first)[0], context.span(last)[1])
    return context.finding(
        span, message, "each paragraph only once", fix=_fix(context, first, last)
    )


def _find_header(context: Context, pointer: str, block: Block) -> Finding:
    part = pointer.split("/")[1]
    line = context.source.position(context.place(pointer)[0])[0]
    message = f"the paragraph repeats the {part} in line {line}"
    expected = f"the text of the {part} only once"
    return context.finding(context.span(block), message, expected, fix=_fix(context, block, block))


def _fix(context: Context, first: Block, last: Block) -> Fix | None:
    edits = leave_out(context, first, last)
    return Fix("remove the repetition", edits, False, WHY) if edits else None
