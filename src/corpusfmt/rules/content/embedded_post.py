"""Embedded post of a social network, or what is left of one.

### What it does

Reports a paragraph or a list item that ends with an author, a handle and a date, contains the URL
of a picture of such a post (`pic.twitter.com/…`), or is the placeholder of the network (`View this
post on Instagram`).

### Why

The post is not the article's own text, but a program that reads the corpus cannot tell them apart:
author, handle and date follow the post in the same paragraph.

### Fix

The fix turns the paragraph into a quote (`>`). It is unsafe: it may be better to remove the post.

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
from corpusfmt.rules._shared.blocks import HEAD, heads, whole_text
from corpusfmt.rules._shared.phrase_expressions import starts_with
from corpusfmt.rules._shared.word_lists import read_list

SEVERITY = "warning"
FIX = "unsafe"
WHY = "it may be better to remove it"

_FARTHEST = 120
"""The longest distance of the author of a post from its end."""

_SIGNED = r"\S\s?\(@\w{1,30}\)\s(?:on\s)?[^()@]{0,25}\b20[0-9]{2}[^\w()]{0,3}$"
_PICTURE = r"\bpic\.(?:twitter|x)\.com/\w{4}"
_PICTURE_HOSTS = ("pic.twitter.com", "pic.x.com")
_PLACEHOLDERS = read_list("embedded_post_placeholders")
_KEYS = frozenset(phrase[:HEAD] for phrase in _PLACEHOLDERS)
_SIGNATURES = read_list("embedded_post_signatures")


def prefilter() -> tuple[str, ...]:
    return (r"\(@", r"pic\.(?:twitter|x)\.com/", *starts_with(_PLACEHOLDERS))


def check(context: Context) -> Findings:
    """Yield a finding for each paragraph and item that is an embedded post."""
    for block in _candidates(context):
        if block.type in ("paragraph", "item") and _is_post(block.text):
            yield _find(context, block)


def _candidates(context: Context) -> tuple[Block, ...]:
    """Return the blocks that may be posts.

    To find one character is ten times faster than to find a word.
    """
    said = context.memo(whole_text)
    may_be = (
        ("@" in said and "(@" in said)
        or _has_picture(said)
        or not _KEYS.isdisjoint(context.memo(heads))
    )
    return context.blocks if may_be else ()


def _has_picture(said: str) -> bool:
    """Return whether a slash follows a host that images of posts have."""
    place = said.find("/")
    while place >= 0:
        if said.endswith(_PICTURE_HOSTS, 0, place):
            return True
        place = said.find("/", place + 1)
    return False


def _is_post(text: str) -> bool:
    if "(@" in text and (text.startswith(_SIGNATURES) or re.search(_SIGNED, text[-_FARTHEST:])):
        return True
    return text.startswith(_PLACEHOLDERS) or (
        "pic." in text and re.search(_PICTURE, text) is not None
    )


def _find(context: Context, block: Block) -> Finding:
    start, end = context.span(block)
    fix = Fix("turn it into a quote", _quoting(context.text, start, end), False, WHY)
    message = f"the {block.type} is an embedded post"
    return context.finding((start, end), message, "a quote (>), or the article without it", fix=fix)


def _quoting(text: str, start: int, end: int) -> tuple[Edit, ...]:
    """Return the text with a mark before each line."""
    edits = [Edit(start, start, "> ")]
    for match in re.finditer("\n", text[start:end]):
        line = start + match.end()
        edits.append(Edit(line, line, "> "))
    return tuple(edits)
