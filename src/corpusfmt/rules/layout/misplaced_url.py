"""`Original url:` that is not the last block, or has no URL.

The address of the article is the last block of the text: `Original url:`, an empty line, and the
address. Anywhere else, or with words that are no address, the label is text, and the article has no
address. A label behind other words counts only if an address follows it and the article has none;
converters join the last two paragraphs so.

`corpusfmt fmt` leaves the file alone: `corpusfmt fmt --unsafe-fixes` writes a backslash before the
colon of a paragraph that begins with the label, which says that it is meant as text.

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
