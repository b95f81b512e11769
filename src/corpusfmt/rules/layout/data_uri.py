r"""Data URI: a URL that holds a file, or what is left of one.

### What it does

Reports `data:` URIs with a media type, such as `data:image/png;base64,iVBORw0…`, in images, links
and running text, with or without their data. Pictures in Base64 that have lost the start of their
URI are reported too.

### Why

The picture of a page is not text. Its data can be longer than the article, and a program that reads
the text counts it as words. If a converter cut off the data, the picture cannot be displayed.

### Fix

The fix removes an image without a description. It is unsafe, since the picture is lost. There is no
fix elsewhere.

### Example

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

![The pier](data:image/png;base64,iVBORw0KGgoAAAANSUhEUg)
```

```findings
7:13: warning: data URI of type “image/png” with 22 characters of data
  expected: the URL of a file, or no picture
```

With a URL:

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

![The pier](https://skerrynews.example/pier.png)
```
"""

from __future__ import annotations

import re

from corpusfmt.lint import Context, Finding, Findings, Fix
from corpusfmt.rules._shared.block_edits import leave_out
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "unsafe"
NEEDS = ("ata:", "iVBORw0KGgo", "R0lGODlh", "/9j/4AAQ")
WHY = "the picture is lost"

_PATTERN = regex(
    r"(?<![\w-])[dD]ata:(?P<type>(?:image|application|text|font|audio|video)/[\w.+-]{1,60})"
    r"(?>(?:;[\w=.+-]*+)*),?(?P<data>[^\s()<>\[\]\"'“”]*+)"
    r"|(?<![\w+/])(?P<bare>(?:iVBORw0KGgo|R0lGODlh|/9j/4AAQ)[A-Za-z0-9+/]{20,}+=*+)"
)
_EXPECTED = "the URL of a file, or no picture"


def prefilter() -> tuple[str, ...]:
    return (
        r"[dD]ata:(?:image|application|text|font|audio|video)/",
        r"iVBORw0KGgo|R0lGODlh|/9j/4AAQ",
    )


def check(context: Context) -> Findings:
    """Yield a finding for each data URI."""
    for match in _PATTERN.finditer(context.text):
        yield _find(context, match)


def _find(context: Context, match: re.Match[str]) -> Finding:
    if match["bare"]:
        message = f"{len(match[0]):,} characters of a picture in Base64"
    elif match["data"]:
        size = len(match["data"])
        message = f"data URI of type “{match['type']}” with {size:,} characters of data"
    else:
        message = f"data URI of type “{match['type']}” without its data"
    return context.finding(match.span(), message, _EXPECTED, fix=_fix(context, match))


def _fix(context: Context, match: re.Match[str]) -> Fix | None:
    """Return the fix that removes the image of a URI; None where it has a description."""
    start = context.text.rfind("\n", 0, match.start()) + 1
    if not context.text.startswith("![](", start):
        return None
    number = context.memo(_images).get(start)
    if number is None:
        return None
    block = context.block(number)
    edits = leave_out(context, block, block)
    return Fix("remove the image", edits, False, WHY) if edits else None


def _images(context: Context) -> dict[int, int]:
    """Return the numbers of the blocks that are images, by their places in the file."""
    numbers: dict[int, int] = {}
    for number, token in enumerate(context.reading.body_tokens):
        if context.types[number] == "image":
            numbers[token.start_pos] = number
    return numbers
