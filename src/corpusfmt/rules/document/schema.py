"""Document that does not satisfy the schema.

### What it does

Reports what is invalid in the document. Any text can be read as a document, but an article needs a
title and a body of at least one block. The finding contains the JSON pointer of the problem in the
document, and its position in the text. A missing property is reported at the title, or at the first
line if there is no title. A title that is not the first block is not read as the title, and is
reported at its own position.

### Why

Tools that read the documents rely on the schema.

### Fix

There is none.

### Example

```article
# Ferry Runs Again
```

```findings
1:1: error: the article has no body
  expected: a paragraph, or another block, after the title
```

```article
The first ferry since October sailed on Monday with 61 passengers.
```

```findings
1:1: error: the article has no title
  expected: a first line such as “# Title”
```

An article:

```article
# Ferry Runs Again



The first ferry since October sailed on Monday with 61 passengers.
```
"""

from __future__ import annotations

from corpusfmt.lint import Context, Finding, Findings
from corpusfmt.validation.validator import problems

SEVERITY = "error"
BLOCKS_READING = "document"

_NEEDED = {"title": "-", "body": [{"type": "separator"}]}
"""The fields that every article has, with a value in place of a missing one.

To describe why the schema rejects a document takes a hundred times as long as to see that it does
not, so what texts commonly lack is checked without it.
"""


def check(context: Context) -> Findings:
    """Yield a finding for each problem of the document, and only one for an empty text."""
    if context.is_empty:
        yield context.finding(
            (0, 0),
            "the file contains no article",
            "a first line such as “# Title”, and a body",
            pointer="",
        )
        return
    document: dict[str, object] = {**context.reading.document}
    lacking = [name for name in _NEEDED if not document.get(name)]
    for name in lacking:
        yield _no_title(context) if name == "title" else _no_body(context)
        document[name] = _NEEDED[name]
    for problem in problems(document):
        yield context.finding(
            context.place(problem.pointer),
            problem.message,
            problem.expected,
            pointer=problem.pointer,
        )


def _no_title(context: Context) -> Finding:
    """Return where a missing title is reported: the first line, or a title that is too late."""
    start, end = context.place("")
    message = "the article has no title"
    for token in context.tokens("HEADING"):
        if not token.lstrip().startswith("##"):
            start, end = context.reading.span(token)
            message = "the title is not the first block, so the article has none"
            break
    return context.finding((start, end), message, "a first line such as “# Title”", pointer="")


def _no_body(context: Context) -> Finding:
    start, end = context.place("")
    return context.finding(
        (start, end),
        "the article has no body",
        "a paragraph, or another block, after the title",
        pointer="/body",
    )
