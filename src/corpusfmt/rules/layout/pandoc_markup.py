r"""Markup of Pandoc or another kind of Markdown that this format does not have.

### What it does

Reports:

- attributes: `[words]{.underline}`, `[a link](…){target="_blank"}`, `## Costs {#costs}`,
  `{: .lead}`, `{=html}`
- lines that begin or end a fenced division: `::: {.article-body}`
- raised, lowered and highlighted text: `10^3^`, `H~2~O`, `==words==`

In each block, there is one finding for each kind. Articles about code are skipped.

### Why

The marks set the style of the web page. Readers see them as text.

### Fix

The fix removes attributes with the brackets around their words, the lines of divisions, and the
marks of highlighted text. It is unsafe, since the text may be read differently. There is no fix for
raised and lowered text, whose meaning would be lost.

### Example

```article
# Ferry Runs Again



::: {.article-body}
The [ferry]{.underline} to Skerry sailed on Monday.
```

```findings
5:1: warning: mark of a division “::: {.article-body}” left as text
  expected: the text without it
6:5: warning: Pandoc attributes “[ferry]{.underline}” left as text
  expected: the text without them
```

Without them:

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.lint import Context, Edit, Finding, Findings, Fix
from corpusfmt.rules._shared.code import is_about_code
from corpusfmt.rules._shared.passages import (
    Remains,
    outside_urls,
    remains,
    visible_signs,
)

SEVERITY = "warning"
FIX = "unsafe"
NEEDS = (":::", "==", "{", "^", "~", "\\", "&", "not canonical")
WHY = "the text may be read differently"

_ITEM = r"(?:[.#][A-Za-z][\w:-]*+|[a-z][\w:-]*+=(?:[\"“”'][^\"“”'{}\n]*+[\"“”']|[^\s{}\"“”']++))"
_ATTRIBUTES = rf"\{{(?:=[a-z]{{2,8}}|:?\s?{_ITEM}(?>(?:\s++{_ITEM})*)\s?)\}}"
_PATTERN = outside_urls(
    r"(?P<division>(?m:^):{3,}[^\n]*+(?:\n|\Z))"
    rf"|(?P<words>\[[^\[\]\n]{{0,200}}\]{_ATTRIBUTES})|(?P<attributes>\s?{_ATTRIBUTES})"
    r"|(?P<script>(?<=\w)(?!(?<=[^\W\d_]{3})\^[oO0_-]\^)\^[\w+-]{1,4}\^|(?<=[A-Za-z])~[0-9n]{1,2}~(?=[A-Z\W]|\Z))"
    r"|(?P<highlight>(?<![\w=])==(?=\w)[^=\n]{1,200}(?<!\s)==(?![\w=]))"
)
_KINDS = {
    "division": ("mark of a division", "marks of a division"),
    "words": ("Pandoc attributes", "sets of Pandoc attributes"),
    "attributes": ("Pandoc attributes", "sets of Pandoc attributes"),
    "script": ("mark of raised or lowered text", "marks of raised or lowered text"),
    "highlight": ("mark of highlighted text", "marks of highlighted text"),
}
_PLURAL = ("words", "attributes")
_FIRST = frozenset(":{^~=")


def prefilter() -> tuple[str, ...]:
    return (r":::|==", r"\{", r"\^[^^ \n]{1,4}\^", r"~[0-9n]{1,2}~")


def applies(context: Context) -> bool:
    return not _FIRST.isdisjoint(context.memo(visible_signs))


def check(context: Context) -> Findings:
    """Yield a finding for each block and kind of mark."""
    for found in remains(context, _PATTERN, ":::", "{", "^", "~", "==", prefilter=prefilter):
        if not context.memo(is_about_code):
            yield _find(context, found)


def _find(context: Context, found: Remains) -> Finding:
    message = f"{found.describe(*_KINDS[found.kind])} left as text"
    expected = "the text without them" if found.kind in _PLURAL else "the text without it"
    edits = tuple(_edits(context, found))
    fix = Fix("remove the marks", edits, False, WHY) if edits else None
    return context.finding(found.span, message, expected, fix=fix)


def _edits(context: Context, found: Remains) -> Iterator[Edit]:
    passage, ends = found.passage, set[int]()
    for match in found.matches:
        start, end = match.span()
        if found.kind == "division":
            yield _line_edit(context, *passage.span(start, end), is_next=start in ends)
            ends.add(end)
        elif found.kind == "highlight":
            yield Edit(*passage.span(start, start + 2), "")
            yield Edit(*passage.span(end - 2, end), "")
        elif found.kind == "words":
            close = match[0].index("]{")
            yield Edit(*passage.span(start, start + 1), "")
            yield Edit(*passage.span(start + close, end), "")
        elif found.kind == "attributes":
            yield Edit(*passage.span(start, end), "")


def _line_edit(context: Context, start: int, end: int, *, is_next: bool) -> Edit:
    """Remove a line with the line end before it, or with the space below it if it is a block."""
    text = context.text
    is_below_line = start > 1 and not is_next and text[start - 2] != "\n"
    if is_below_line and text[end - 1] != "\n":
        return Edit(start - 1, end, "")
    is_block = text[end - 1] != "\n" and text.startswith("\n\n", end)
    return Edit(start, end + 2 * is_block, "")
