"""`Original url:` that is not the last block, or has no URL.

### What it does

Reports the label `Original url:` where it is not at the end of the text, or where no URL follows
it. If other words precede the label in its block, it is reported only if a URL follows it and the
article has no other URL. At the end of the last paragraph, the label and its URL are read as the
URL of the article: there, `layout` reports them, and its fix makes them a block of their own.

### Why

The URL of the article is the last block of the text: `Original url:`, a blank line, and the URL.
Anywhere else the label is plain text, and the article has no URL.

### Fix

There is none, and `corpusfmt fmt` does not rewrite such a file. If a paragraph starts with the
label, `corpusfmt fmt --unsafe-fixes` writes a backslash before the colon, which marks the label as
plain text.

### Example

```article
# Ferry Runs Again



Ferry news. Original url: <https://skerrynews.example/ferry>

The ferry to Skerry sailed on Monday.
```

```findings
5:13: warning: “Original url:” and its URL are not the last block
  expected: “Original url:” and one URL as the last block
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

Use instead:

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

Original url:

<https://skerrynews.example/ferry>
```
"""

from __future__ import annotations

from corpusfmt.lint import Context, Findings
from corpusfmt.rules._shared.articles_in_text import later_articles
from corpusfmt.rules._shared.url_labels import misplaced_label_expressions, misplaced_labels

SEVERITY = "warning"
BLOCKS_REWRITING = "guess"


def prefilter() -> tuple[str, ...]:
    return misplaced_label_expressions()


def check(context: Context) -> Findings:
    """Yield a finding for each label that is in the place of a URL and gives the article none."""
    several = len(context.memo(later_articles)) > 0
    for label in context.memo(misplaced_labels):
        if label.has_url and several:  # the URL of another article, which is reported
            continue
        if label.has_url:
            message = "“Original url:” and its URL are not the last block"
            expected = "“Original url:” and one URL as the last block"
        else:
            message = "no URL follows “Original url:”"
            expected = "a URL such as <https://www.example.org/article>"
        yield context.finding(label.span, message, expected)
