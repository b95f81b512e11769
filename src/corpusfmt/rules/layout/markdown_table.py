r"""Markdown table left as text.

### What it does

Reports the rows of a table. Lines with bars are the rows of a table if one of them is made of
dashes (`---|---`, `|:--|--:|`, `+----+----+`), if one begins and ends with a bar and has another,
if at least two begin or end with a bar, or if at least three have three cells. The rows may be
lines of one paragraph, or paragraphs of their own. A table is one finding, from its first row to
its last. Articles about code are skipped.

### Why

This format has no tables. The rows are read as paragraphs or lines, and a program that reads the
text cannot tell cells from sentences.

### Fix

There is none: without the page, it is not known which cells belong together.

### Example

```article
# Ferry Runs Again



| Port | Departure |
|------|-----------|
| Skerry | 7:50 |
```

```findings
5:1: warning: 3 rows of a table left as text
  expected: sentences or a list
```

As a list:

```article
# Ferry Runs Again



- Skerry: 7:50
```
"""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.lint import Context, Findings
from corpusfmt.rules._shared.code import is_about_code
from corpusfmt.rules._shared.passages import passages, visible_signs, visible_text
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
NEEDS = ("|", "+", "&", "not canonical")

_RULER = regex(
    r"[ ]*+\|?(?=[^\n]*\|)(?>(?:[ ]*+:?[-—–]+:?[ ]*+\|)+)(?>(?:[ ]*+:?[-—–]+:?)?)[ ]*+\|*+"
    r"|[ ]*+(?>(?:\+[-=]{2,}+)+)\+[ ]*+"
)
_ROW = regex(r"[ ]*+\|[^|\n]*+\|[^\n]*+|[^|\n]*+\|[^\n]*\|[ ]*+")
_CLOSED = regex(r"[ ]*+\|(?:[^|\n]*\w[^|\n]*\|){2,}[ ]*+")
"""A row of two cells or more, with a bar on either side: no line of an article is written so."""

_CELLS = regex(r"[^|\n]*+\|[^\n]*+")
_FEWEST, _FEWEST_WIDE = 2, 3


class _Table(NamedTuple):
    """Rows that follow each other: their span in the file, their number, and what proves it."""

    start: int
    end: int
    rows: int
    rulers: int
    framed: int
    wide: int
    closed: int


def prefilter() -> tuple[str, ...]:
    return (r"\|[^|]*\|", r"\+--")


def applies(context: Context) -> bool:
    signs = context.memo(visible_signs)
    if "|" in signs and context.memo(visible_text).count("|") >= _FEWEST:
        return True
    return "+" in signs and "+--" in context.memo(visible_text)


def check(context: Context) -> Findings:
    """Yield a finding for each table."""
    for table in _tables(context):
        if _is_table(table) and not context.memo(is_about_code):
            rows = "row" if table.rows == 1 else "rows"
            message = f"{table.rows} {rows} of a table left as text"
            yield context.finding((table.start, table.end), message, "sentences or a list")


def _is_table(table: _Table) -> bool:
    if table.closed:
        return True
    return table.rulers > 0 or table.framed >= _FEWEST or table.wide >= _FEWEST_WIDE


def _tables(context: Context) -> Iterator[_Table]:
    """Yield the runs of lines that may be rows."""
    table: _Table | None = None
    last = -1
    for number, start, end, line in _lines(context):
        if table is not None and number > last + 1:
            yield table
            table = None
        last = number
        is_ruler = _RULER.fullmatch(line) is not None
        is_row = is_ruler or _CELLS.fullmatch(line) is not None
        if not is_row:
            if table is not None:
                yield table
            table = None
            continue
        framed = is_ruler or _ROW.fullmatch(line) is not None
        first = table or _Table(start, end, 0, 0, 0, 0, 0)
        table = _Table(
            first.start,
            end,
            first.rows + 1,
            first.rulers + is_ruler,
            first.framed + framed,
            first.wide + (line.count("|") >= _FEWEST),
            first.closed + (_CLOSED.fullmatch(line) is not None),
        )
    if table is not None:
        yield table


def _lines(context: Context) -> Iterator[tuple[int, int, int, str]]:
    """Yield the lines of blocks with a bar: number of the block, span in the file, text."""
    for passage in passages(context, "|", "+--"):
        _, part, *number = passage.pointer.split("/")
        if part != "body":
            continue
        begin = 0
        for line in passage.text.split("\n"):
            end = begin + len(line)
            if line:
                yield (int(number[0]), *passage.span(begin, end), line)
            begin = end + 1
