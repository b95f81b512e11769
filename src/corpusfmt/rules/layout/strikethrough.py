r"""Struck-out words with their tildes left as text.

### What it does

Reports `~~words~~`, which other kinds of Markdown show with a line through them. This format has no
strikethrough. Tildes that lengthen a word or end a message (`so good~~`) are not reported. In each
block, there is one finding, at the first occurrence. Articles about code are skipped.

### Why

On the page, the words are struck out. Here, they are read as text of the article.

### Fix

There is none: the words may be an error that was corrected in public, and belong to the article.

### Example

```article
# Ferry Runs Again



The ferry to Skerry sailed on ~~Sunday~~ Monday.
```

```findings
5:31: warning: struck-out text “~~Sunday~~”
  expected: the text without it, or without its marks
```

Without it:

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.
```
"""

from __future__ import annotations

from corpusfmt.lint import Context, Findings
from corpusfmt.rules._shared.code import is_about_code
from corpusfmt.rules._shared.passages import outside_urls, remains, visible_text

SEVERITY = "warning"
NEEDS = ("~", "&", "not canonical")

_PATTERN = outside_urls(
    r"(?P<struck>(?<![\w~])~~(?![\s~])(?>[^~]{1,400})(?<!\s)~~(?![\w~])"
    r"|(?<!\S)~~\s(?>[^~\n]{1,200})(?<=\s)~~(?!\S))"
)
_NAMES = ("struck-out text", "struck-out texts")
_EXPECTED = "the text without it, or without its marks"


def prefilter() -> tuple[str, ...]:
    return ("~~",)


def applies(context: Context) -> bool:
    return "~~" in context.memo(visible_text)


def check(context: Context) -> Findings:
    """Yield a finding for each block with text that is struck out."""
    for found in remains(context, _PATTERN, "~~"):
        if not context.memo(is_about_code):
            yield context.finding(found.span, found.describe(*_NAMES), _EXPECTED)
