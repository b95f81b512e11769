"""A document that the schema does not accept.

Any text is read, but an article needs a title and a body of one block or more. The finding has the JSON pointer of
what is wrong in the document, and its place in the text; what is missing has the place of the title, or of the first
line. A title that is not the first block is no title; it is found where it stands.

There is no fix.

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
  expected: a first line “# ” and the title
```

An article:

```article
# Ferry Runs Again



The first ferry since October sailed on Monday with 61 passengers.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.lint.context import Subject
from corpusfmt.model.diagnostic import Finding, Severity

LEVEL = 3
SEVERITY: Severity = "error"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each problem of the document, and one alone for a text with nothing in it."""
    if subject.is_empty:
        yield Finding("schema", "the file holds no article", 0, 0, "a first line “# ” and the title, and a body", "")
        return
    for part in subject.lacks:
        yield _no_title(subject) if part == "title" else _no_body(subject)
    for problem in subject.problems:
        start, end = subject.place(problem.pointer)
        yield Finding("schema", problem.message, start, end, problem.expected, problem.pointer)


def _no_title(subject: Subject) -> Finding:
    """The finding stands at the first line, or at a title that has come too late."""
    late = next((token for token in subject.tokens("HEADING") if not token.lstrip().startswith("##")), None)
    start, end = subject.place("") if late is None else subject.reading.span(late)
    message = (
        "the article has no title" if late is None else "the title is not the first block, so the article has none"
    )
    return Finding("schema", message, start, end, "a first line “# ” and the title", "")


def _no_body(subject: Subject) -> Finding:
    start, end = subject.place("")
    return Finding(
        "schema", "the article has no body", start, end, "a paragraph, or another block, after the title", "/body"
    )
