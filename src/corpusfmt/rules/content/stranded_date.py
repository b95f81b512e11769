"""Date line in the body of the article.

### What it does

Reports a paragraph or a list item that contains only a date (perhaps with a weekday, a time,
`Published` or the author), among the first four blocks of the body or the last two. Two such lines
without a label are taken for a calendar, and are not reported.

### Why

The date belongs below the title. Scrapers often leave it in the text, where it is read as a
paragraph.

### Fix

The fix moves the date below the title if the article has none there, and removes it if the date
there is the same. It is unsafe: it may be the date of something else.

### Example

```article
# Ferry Runs Again

By Ana Lind



Published March 14, 2023

The ferry to Skerry sailed on Monday.
```

```findings
7:1: warning: “Published March 14, 2023” is a date line in the body
  expected: the date below the title, where there is none
```

Use instead:

```article
# Ferry Runs Again

By Ana Lind

March 14, 2023



The ferry to Skerry sailed on Monday.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpusfmt.lint import Block, Context, Finding, Findings, Fix, quoted
from corpusfmt.rules._shared.block_edits import leave_out, move_up
from corpusfmt.rules._shared.blocks import short_texts
from corpusfmt.rules._shared.word_lists import list_pattern
from corpusfmt.syntax.dates import read_date, write_date

SEVERITY = "warning"
FIX = "unsafe"
WHY = "it may be the date of something else"

_LONGEST = 90
_AT_THE_START, _AT_THE_END = 4, 2
_FEWEST_OF_A_CALENDAR = 2
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_LABEL = rf"{list_pattern('date_labels')}\s?[:：]?\s*"
_DAY = (
    r"(?:[0-9]{1,2}(?:st|nd|rd|th|er|º|ª|\.)?\s(?:de\s|of\s)?[^\W\d_]{3,12}\.?,?\s(?:de\s|del\s)?(?:19|20)[0-9]{2}"
    r"|[^\W\d_]{3,12}\.?\s[0-9]{1,2}(?:st|nd|rd|th)?,?\s(?:19|20)[0-9]{2}"
    r"|[0-9]{1,2}[./-][0-9]{1,2}[./-](?:19|20)[0-9]{2}"
    r"|(?:19|20)[0-9]{2}[./-][0-9]{1,2}[./-][0-9]{1,2}\.?"
    r"|(?:19|20)[0-9]{2}\s?[年년]\s?[0-9]{1,2}\s?[月월]\s?[0-9]{1,2}\s?[日일])"
)
_TIME = (
    r"(?:[\s,|·•T–—-]{0,3}(?:at|um|à|a las|às|alle|om|kl\.?|o godz\.|в|о|saat)?[\s(]{0,2}"
    r"[0-9]{1,2}\s?[:.h時시]\s?[0-9]{2}분?(?::[0-9]{2})?(?:\s?[ap]\.?m\.?)?(?:\s?uhr)?(?:\s?\(?[a-z]{2,4}\)?)?)?"
)
_LINE = (
    rf"(?i:(?P<label>{_LABEL})?(?:[^\W\d_]{{2,12}}(?:\s[^\W\d_]{{2,6}})?\.?,?\s)?(?P<day>{_DAY}){_TIME}"
    rf"(?:[\s,|/–—-]{{0,3}}(?:{_LABEL})?(?:{_DAY}){_TIME})?"
    r"(?:\s(?:by|von|par|por)\s[^\d,;:!?]{2,40})?[\s.]*)"
)
"""Compiled when the first line is tried, since few runs need it."""

_ORDINAL = re.compile(r"(?<=[0-9])(?:st|nd|rd|th)\b")


def check(context: Context) -> Findings:
    """Yield a finding for each date line at the start and the end of the body."""
    if not any(_may_have_year(text) for _, text in context.memo(short_texts)):  # as in most
        return
    if not context.reading.document.get("title"):
        return  # which is found, and without it nothing below is read as a date
    blocks = context.blocks
    edges = blocks[:_AT_THE_START] + blocks[max(_AT_THE_START, len(blocks) - _AT_THE_END) :]
    found = list(_date_lines(edges))
    if not found or _is_calendar(blocks):
        return
    for block, match in found:
        yield _find(context, block, match, block is found[0][0])


def _is_calendar(blocks: tuple[Block, ...]) -> bool:
    """Return whether an article has so many dates without a label that they are its content."""
    dates = [match for _, match in _date_lines(blocks) if match["label"] is None]
    return len(dates) >= _FEWEST_OF_A_CALENDAR


def _may_have_year(text: str) -> bool:
    return "20" in text or "19" in text


def _date_lines(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, re.Match[str]]]:
    for block in blocks:
        if len(block.text) > _LONGEST or not _may_have_year(block.text):
            continue
        if block.type in ("paragraph", "item") and _YEAR.search(block.text):
            match = re.fullmatch(_LINE, _line(block))
            if match is not None:
                yield block, match


def _line(block: Block) -> str:
    """Return the text of a block; ``14. März 2023`` is read as an item with the number 14."""
    return f"{block.node['number']}. {block.text}" if "number" in block.node else block.text


def _find(context: Context, block: Block, match: re.Match[str], is_first: bool) -> Finding:
    known = context.reading.document.get("date", "")
    expected = (
        f"the date below the title, where there is {f'“{write_date(known)}”' if known else 'none'}"
    )
    message = f"{quoted(match[0])} is a date line in the body"
    fix = _fix(context, block, _ORDINAL.sub("", match["day"]), known, is_first)
    return context.finding(context.span(block), message, expected, fix=fix)


def _fix(context: Context, block: Block, day: str, known: str, is_first: bool) -> Fix | None:
    date = read_date(day.replace(" of ", " "), context.reading.date_order == "day-first")
    if date is not None and known.startswith(date):
        edits, title = leave_out(context, block, block), "remove the date"
    elif date is not None and not known and is_first:
        edits, title = (
            move_up(context, block, "date", write_date(date)),
            "move the date below the title",
        )
    else:
        return None
    return Fix(title, edits, False, WHY) if edits else None
