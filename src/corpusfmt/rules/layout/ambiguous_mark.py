r"""Character that is read as text, but may be a mark.

### What it does

Reports a character that is read as text only because of what is around it, and that canonical text
has to escape:

- the mark of a block in a place where no block starts: `- # Ferry`, `> - a`, or a line that has
  only the mark;
- a mark in `<u>` and `</u>`, which are not part of the document: `<u>#</u> Ferry`, `<u>-</u> a`,
  `<u>Related:</u> [Salt](#)`.

A character with a backslash before it, or written as a reference, is not reported. The label
`Original url:` is reported by `misplaced-url`, and the first line of another article by
`several-articles`.

### Why

A backslash in canonical text states that the character is text, so it would not show that there was
a choice.

### Fix

There is none, and `corpusfmt fmt` does not rewrite such a file. If the reading is right, `corpusfmt
fmt --unsafe-fixes` escapes the character, and prints the finding again.

### Example

```article
# Ferry Runs Again



<u>#</u> The Winter Without a Ferry

- - The ferry to Skerry sailed on Monday.
```

```findings
5:1: warning: “#” is read as text, but may be a mark
  expected: a backslash before it if it is text
7:1: warning: “-” is read as text, but may be a mark
  expected: a backslash before it if it is text
```

Use instead:

```article
# Ferry Runs Again



### The Winter Without a Ferry

- The ferry to Skerry sailed on Monday.
```
"""

from __future__ import annotations

import re
from collections import Counter

from corpusfmt.lint import Context, Findings, quoted
from corpusfmt.lint.block import Block
from corpusfmt.rules._shared.articles_in_text import later_articles
from corpusfmt.rules._shared.url_labels import misplaced_labels
from corpusfmt.syntax.writer.blocks import write_block
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
BLOCKS_REWRITING = "guess"

_ESCAPE = regex(r"\\[!-/:-@\[-`{-~]|&#?[0-9A-Za-z]{1,32};")
_GUARD = regex(
    r"^\ *+(?:(?:>|-|\#{1,6}|[0-9]{1,9}\.)\ +)*[*_\[]*+"
    r"(?:[0-9]{1,9}(?=\\[.)])|(?i:original[^\S\n]+url[^\S\n]*+)(?=\\:))?"
    r"(?P<escape>\\[\#>+~=.):-]|\\!(?=\[)|\\`(?=\\`\\`)|&\#x?[0-9A-F]{1,7};"
    r"|\\\*(?=\s|$)|\\[*_](?=(?:\\[*_]){2,99}$))",
    re.MULTILINE | re.VERBOSE,
)
"""The start of a line in canonical text whose first character is escaped."""

_UNDERLINE = regex(r"</?u>")
_ABOVE = "# A\n\n\n\nA.\n\n"
"""What a block is read below, so that it is no part of the header."""


def applies(context: Context) -> bool:
    return not context.is_canonical


def check(context: Context) -> Findings:
    """Yield a finding for each block with such a character, at the first of them."""
    is_underlined = "<u>" in context.text or "</u>" in context.text
    if not is_underlined and _GUARD.search(context.canonical) is None:
        return
    reported = {label.span[0] for label in context.memo(misplaced_labels)}
    reported.update(start for start, _ in context.memo(later_articles))
    for block in context.blocks:
        if "content" not in block.node or context.span(block)[0] in reported:
            continue
        mark = _unread_mark(context, block)
        if mark:
            message = f"{quoted(mark)} is read as text, but may be a mark"
            expected = "a backslash before it if it is text"
            yield context.finding(context.span(block), message, expected)


def _unread_mark(context: Context, block: Block) -> str:
    """Return the first mark of a block that only its canonical text escapes, or nothing."""
    written = write_block(block.node)
    escaped = _characters(_ESCAPE.findall(block.token))
    marks = _characters(_GUARD.findall(written)) - escaped
    if not marks and _UNDERLINE.search(block.token) is not None:
        marks = _characters(_ESCAPE.findall(written)) - escaped
        if marks and not _has_unread_marks(context, block):
            return ""
    return next(iter(marks), "")


def _characters(escapes: list[str]) -> Counter[str]:
    """Return how often each character is escaped."""
    from html import unescape  # its tables take as long to load as ten rules

    return Counter([unescape(escape).removeprefix("\\") for escape in escapes])


def _has_unread_marks(context: Context, block: Block) -> bool:
    """Return whether a block is read otherwise without its underlines."""
    text = _UNDERLINE.sub("", block.token.strip())
    body = context.reading.read(_ABOVE + text)["body"][1:]
    if len(body) != 1 or "content" not in body[0] or "content" not in block.node:
        return True
    return body[0]["type"] != block.type or body[0]["content"] != block.node["content"]
