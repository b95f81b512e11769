"""URL at the end without the label `Original url:`.

### What it does

Reports a URL that is the whole last block, or follows another label there, such as `Permalink:`.
URLs of videos, posts and other embedded content are not reported, nor is a URL after a line that
ends with a colon.

### Why

The label marks the URL of the article. Without the label, the URL is read as a paragraph, and the
article has no URL.

### Fix

The fix writes the label. It is safe if the URL contains two or more words of the title, or has a
label such as `Permalink:`. Otherwise it is unsafe: an article may end with a link to something
else.

### Example

```article
# Ferry Runs Again to Skerry



The first ferry since October sailed on Monday with 61 passengers.

https://skerrynews.example/ferry-runs-again
```

```findings
7:1: warning: the URL at the end has no label, and is read as a paragraph
  expected: “Original url:” and <https://skerrynews.example/ferry-runs-again>
```

Use instead:

```article
# Ferry Runs Again to Skerry



The first ferry since October sailed on Monday with 61 passengers.

Original url:

<https://skerrynews.example/ferry-runs-again>
```
"""

from __future__ import annotations

from corpusfmt.lint import Context, Edit, Findings, Fix
from corpusfmt.rules._shared.last_urls import unlabelled_url
from corpusfmt.syntax.writer import write_document
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.edits import apply

if TYPE_CHECKING:
    from typing import Literal

    from corpusfmt.model.document import Document

SEVERITY = "warning"
FIX = "sometimes unsafe"
NEEDS = ("no URL",)
WHY_SAFE = "the URL has a similar label, or words of the title"
WHY_UNSAFE = "an article may end with a link to something else"
WHY_OTHER_DATE = "the host has another date-order, so the date changes"

_DATES: tuple[Literal["date", "updated"], ...] = ("date", "updated")


def check(context: Context) -> Findings:
    """Yield one finding at most: for the last block."""
    last = context.memo(unlabelled_url)
    if last is None:
        return
    span = context.span(context.blocks[-1])
    label = f"is labelled {last.label}" if last.label else "has no label"
    message = f"the URL at the end {label}, and is read as a paragraph"
    fix = _fix(context, span, last.address, safe=last.is_certain)
    yield context.finding(span, message, f"“Original url:” and <{last.address}>", fix=fix)


def _fix(context: Context, span: tuple[int, int], address: str, *, safe: bool) -> Fix | None:
    edit = Edit(*span, write_document({"url": address}).rstrip("\n"))
    fixed = context.reading.read(apply(context.text, [edit]))
    document = context.reading.document
    wanted: Document = {**document, "body": document["body"][:-1], "url": address}
    for name in _DATES:
        if name in document and name in fixed:
            wanted[name] = fixed[name]
    if fixed != wanted:
        return None
    if any(document.get(name) != wanted.get(name) for name in _DATES):
        return Fix("write the label “Original url:”", (edit,), False, WHY_OTHER_DATE)
    return Fix("write the label “Original url:”", (edit,), safe, WHY_SAFE if safe else WHY_UNSAFE)
