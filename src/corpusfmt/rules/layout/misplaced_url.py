"""`Original url:` that is not the last block, or has no URL.

### What it does

Reports the label `Original url:` where it is not the last block, or where no URL follows it. After
other words the label counts only if a URL follows it and the article has none; converters join the
last two paragraphs in this way.

### Why

The URL of the article is the last block of the text: `Original url:`, an empty line, and the URL.
Anywhere else the label is text, and the article has no URL.

### Fix

`corpusfmt fmt` does not rewrite the file. `corpusfmt fmt --unsafe-fixes` writes a backslash before
the colon of a paragraph that starts with the label, which marks it as text.

### Example

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday. Original url: <https://skerrynews.example/ferry>
```

```findings
5:39: warning: “Original url:” is not a block of its own at the end
  expected: “Original url:” and one address as the last block
```

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

Original url: not known
```

```findings
7:1: warning: no URL follows “Original url:”
  expected: a URL such as <https://www.example.org/article>
```

As it should be:

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

Original url:

<https://skerrynews.example/ferry>
```
"""

from __future__ import annotations

from corpusfmt.lint import Context, Findings
from corpusfmt.rules._shared.url_labels import misplaced_labels

SEVERITY = "warning"
BLOCKS_REWRITING = "guess"


def check(context: Context) -> Findings:
    """Yield a finding for each label that is in the place of a URL and gives the article none."""
    for label in context.memo(misplaced_labels):
        if label.has_url:
            message = "“Original url:” is not a block of its own at the end"
            expected = "“Original url:” and one address as the last block"
        else:
            message = "no URL follows “Original url:”"
            expected = "a URL such as <https://www.example.org/article>"
        yield context.finding(label.span, message, expected)
