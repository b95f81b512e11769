"""Byline in the body of the article.

### What it does

Reports a paragraph that contains only a label (`By`, `Von`, `Par`, `Por`, `Автор:`, `記者` …) and
names. Names without a label are not reported: any two words may be a name. Several bylines with
different names are not reported either, since each of them may belong to a section. The credit of a
picture (`By Ana Lind/AP.`) and a byline above a poem are not reported.

In an article without a byline, a line at an edge of the body that may name a paper or a company
after `By` (`By The Skerry Record`) is reported with severity info.

### Why

The byline belongs below the title. Scrapers often leave it in the text, where it is read as a
paragraph, and the article has no author, or a wrong one.

### Fix

The fix moves the byline below the title if the article has none there, and removes it if the byline
there has the same names. It is unsafe: the names may be the authors of a section. There is no fix
if a date is next to the names, or a name links to a page.

### Example

```article
# Ferry Runs Again

March 14, 2023



By Ana Lind and Per Okland

The ferry to Skerry sailed on Monday.
```

```findings
7:1: warning: “By Ana Lind and Per Okland” is a byline in the body
  expected: the byline below the title, where there is no byline
```

Use instead:

```article
# Ferry Runs Again

By Ana Lind and Per Okland

March 14, 2023



The ferry to Skerry sailed on Monday.
```
"""

from __future__ import annotations

from collections.abc import Iterable

from corpusfmt.lint import Block, Context, Finding, Findings, Fix, quoted
from corpusfmt.rules._shared.block_edits import leave_out, move_up
from corpusfmt.rules._shared.stranded_bylines import possible_bylines, stranded_bylines
from corpusfmt.text.patterns import regex
from corpusfmt.text.values import replace

SEVERITY = "warning"
FIX = "unsafe"
WHY = "the names may be the authors of a section"
PROBLEM = "byline"

_DIGIT = regex("[0-9]")


def check(context: Context) -> Findings:
    """Yield a finding for each paragraph that is nothing but a byline."""
    for block in context.memo(possible_bylines):
        message = f"{quoted(block.text)} may be a byline"
        expected = "the byline below the title, if it names the author"
        yield context.finding(context.span(block), message, expected, is_uncertain=True)
    may_move = "byline" not in context.reading.document
    first = 0
    for block, names in context.memo(stranded_bylines):
        finding = _find(context, block, names, may_move)
        if 0 < block.number == first:
            # Without all of them, what follows would be after the gap: one is fixed at a time.
            finding = replace(finding, fix=None)
        if block.number == first:
            first += 1
        yield finding
        may_move = False


def _find(context: Context, block: Block, names: tuple[str, ...], may_move: bool) -> Finding:
    known = [author["name"] for author in context.reading.document.get("byline", ())]
    expected = "the byline below the title, where there is no byline"
    if known:
        expected = f"bylines only below the title, where there is {quoted(', '.join(known))}"
    message = f"{quoted(block.text)} is a byline in the body"
    fix = _fix(context, block, names, known, may_move)
    return context.finding(context.span(block), message, expected, fix=fix)


def _fix(
    context: Context, block: Block, names: tuple[str, ...], known: list[str], may_move: bool
) -> Fix | None:
    if _DIGIT.search(block.text) or _links_to_a_page(block):
        return None
    if _folded(names) <= _folded(known):
        title = "remove the byline"
        edits = leave_out(context, block, block)
    elif may_move:
        title = "move the byline below the title"
        edits = move_up(context, block, "byline", f"By {', '.join(names)}")
    else:
        return None
    return Fix(title, edits, False, WHY) if edits else None


def _links_to_a_page(block: Block) -> bool:
    """Return whether a name links to a page: the fix writes names only."""
    node = block.node
    if "content" not in node:
        return False
    urls = [part["url"] for part in node["content"] if part["type"] == "link"]
    return any(url not in ("", "#") for url in urls)


def _folded(names: Iterable[str]) -> set[str]:
    return set(map(str.casefold, names))
