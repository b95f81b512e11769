"""Embedded post of a social network, or what is left of one.

### What it does

Reports a paragraph or a list item that ends with an author, a handle and a date, contains the URL
of a picture of such a post (`pic.twitter.com/…`), or is the placeholder of the network (`View this
post on Instagram`), or the URL of a post or a video and nothing else. In a paragraph that is too
long for a post, the finding is at what shows it: a scraper has run the post and the text of the
article together.

### Why

The post is not the article's own text, but a program that reads the corpus cannot tell them apart:
author, handle and date follow the post in the same paragraph.

### Fix

The fix turns the paragraph into a quote (`>`). It is unsafe: it may be better to remove the post.
There is none for a paragraph that has other text as well: where the post begins is not known.

### Example

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

Back on board at last! pic.twitter.com/x1y2z3 — Skerry Ferries (@skerryferries) March 14, 2023
```

```findings
7:1: warning: the paragraph is an embedded post
  expected: a quote (>), or the article without it
```

As a quote:

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

> Back on board at last! — Skerry Ferries (@skerryferries) March 14, 2023
```
"""

from __future__ import annotations

import re

from corpusfmt.lint import Block, Context, Edit, Finding, Findings, Fix
from corpusfmt.rules._shared.blocks import heads
from corpusfmt.rules._shared.embedded_posts import (
    FACEBOOK,
    PICTURE,
    PLACEHOLDERS,
    embedded_posts,
)
from corpusfmt.rules._shared.phrase_expressions import starts_with
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "unsafe"
WHY = "it may be better to remove it"

_HEADS_OF_URLS = frozenset(("http", "<htt"))
_LONGEST = 600
"""The most characters of a post with its author and date: a longer text has more than that."""
_SHOWN = 60
"""How much of an edge of such a text is shown, where the author of the post is."""


_SITES = (
    r"(?:twitter|x)\.com/[A-Za-z0-9_]+/status(?:es)?/[0-9]|instagram\.com/(?:p|reel|tv)/|tiktok\.com/@"
    r"|(?:youtube\.com/(?:watch|embed|shorts)|youtu\.be/)|facebook\.com/[^\s/]+/(?:posts|videos)/"
    r"|vimeo\.com/[0-9]|t\.me/[A-Za-z0-9_]+/[0-9]|reddit\.com/r/[A-Za-z0-9_]+/comments/"
)
_URL = regex(rf"<?https?://(?:www\.|m\.|mobile\.)?(?:{_SITES})\S*?>?")
"""The URL of a post or a video."""


def prefilter() -> tuple[str, ...]:
    url = rf"^[^A-Za-z\n]*https?://[a-z.]*(?:{_SITES})"
    return (url, "♬", r"\(@", r"pic\.(?:twitter|x)\.com/", *starts_with((*PLACEHOLDERS, *FACEBOOK)))


def check(context: Context) -> Findings:
    """Yield a finding for each paragraph and item that is an embedded post."""
    for block in context.memo(embedded_posts):
        yield _find(context, block)
    for number, head in enumerate(context.memo(heads)):
        may_be_url = head in _HEADS_OF_URLS and context.types[number] == "paragraph"
        if may_be_url and _URL.fullmatch(context.texts[number]) is not None:
            yield _find_url(context, number)


def _find_url(context: Context, number: int) -> Finding:
    """Return the finding for a paragraph that is the URL of a post, and nothing else."""
    message = "the paragraph is the URL of an embedded post or video"
    expected = "the words of the post, or the article without it"
    return context.finding(context.span(context.block(number)), message, expected)


def _find(context: Context, block: Block) -> Finding:
    start, end = context.span(block)
    if len(block.text) > _LONGEST:
        return _find_inside(context, block, start, end)
    fix = Fix("turn it into a quote", _quoting(context.text, start, end), False, WHY)
    message = f"the {block.type} is an embedded post"
    return context.finding((start, end), message, "a quote (>), or the article without it", fix=fix)


def _find_inside(context: Context, block: Block, start: int, end: int) -> Finding:
    """Return the finding for a block that has other text than the post as well."""
    pictures = list(re.finditer(PICTURE + r"\w*", context.text[start:end]))
    if pictures:
        place = start + pictures[0].start(), start + pictures[0].end()
    elif block.text.startswith((*PLACEHOLDERS, *FACEBOOK)):
        place = start, start + _SHOWN
    else:
        place = end - _SHOWN, end
    more = f"{len(pictures):,} embedded posts" if len(pictures) > 1 else "an embedded post"
    message = f"the {block.type} has {more} in its text"
    return context.finding(place, message, "the post as a quote (>), or the article without it")


def _quoting(text: str, start: int, end: int) -> tuple[Edit, ...]:
    """Return the text with a mark before each line."""
    edits = [Edit(start, start, "> ")]
    for match in re.finditer("\n", text[start:end]):
        line = start + match.end()
        edits.append(Edit(line, line, "> "))
    return tuple(edits)
