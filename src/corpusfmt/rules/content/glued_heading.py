"""Heading in bold that is glued to the paragraph below it.

### What it does

Reports a paragraph that begins with words in bold which end without a punctuation mark, directly
before a word with a capital (`**The new ferry**It sailed`), and two runs of bold words without a
space between them (`**The new ferry****It sailed**`). One letter or one word in bold, as for an
initial or a name (`**Mc**Donald`), is not reported.

### Why

The page has a line break after the heading, or shows it as a block. The converter lost it, and two
words are one.

### Fix

There is none: whether the words are a heading, or the beginning of a sentence, is not certain.

### Example

```article
# Ferry Runs Again



**The new ferry**It sailed on Monday for the first time since October.
```

```findings
5:3: warning: a heading is glued to what follows it: “The new ferry”
  expected: ### **The new ferry** above the paragraph, or a space
```

Use instead:

```article
# Ferry Runs Again



### **The new ferry**

It sailed on Monday for the first time since October.
```
"""

from __future__ import annotations

from corpusfmt.lint import Context, Findings, quoted
from corpusfmt.text.pattern_set import LETTER
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
NEEDS = ("**",)

_WORD = r"[^\W_][^\s*]*"
_HEADING = regex(
    rf"(?m:^)\*\*(?P<words>{_WORD}(?: [^\s*]+){{1,11}}?)(?<![\s.:;,–—\-('’])"
    r"(?:\*\*\*\*|\*\*)(?=(?P<next>[^\W\d_]\w))"
)
_EXPECTED = "### **{}** above the paragraph, or a space"


def prefilter() -> tuple[str, ...]:
    return (rf"[^\s*]\*\*(?:\*\*)?{LETTER}",)


def check(context: Context) -> Findings:
    """Yield a finding for each such beginning of a paragraph."""
    for match in _HEADING.finditer(context.text, 0, context.body_end):
        if match["next"][0].isupper() and match["words"][0].isupper():
            message = f"a heading is glued to what follows it: {quoted(match['words'])}"
            expected = _EXPECTED.format(match["words"])
            yield context.finding(match.span("words"), message, expected)
