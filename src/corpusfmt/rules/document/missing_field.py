"""A part of the article that the corpus requires.

What a corpus requires beyond a title and a body is its policy: `require = ["byline", "date", "url"]` in the settings.
Nothing is required unless the settings say so. A part that stands in the text and cannot be read is found by
`impossible-date` or `misplaced-url`, and not once more by this rule.

There is no fix: what is missing is not made up.

With `require = ["byline", "date"]`:

```article require=byline,date
# Ferry Runs Again

By [Ana Lind](#)



The first ferry since October sailed on Monday with 61 passengers.
```

```findings
1:1: error: the article has no date
  expected: a line such as “February 04, 2020”, after the byline
```

With the date:

```article require=byline,date
# Ferry Runs Again

By [Ana Lind](#)

March 14, 2023



The first ferry since October sailed on Monday with 61 passengers.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.lint.context import REQUIRED, Subject
from corpusfmt.model.diagnostic import Finding, Severity
from corpusfmt.rules.document import impossible_date
from corpusfmt.rules.layout import misplaced_url

LEVEL = 3
SEVERITY: Severity = "error"
NEEDS = (REQUIRED,)

_EXPECTED = {
    "subtitle": "a line “## ” and the subtitle, after the title",
    "byline": "a line “By ” and the names, after the title",
    "date": "a line such as “February 04, 2020”, after the byline",
    "updated": "a line such as “Updated: February 04, 2020”, after the date",
    "intro": "a paragraph before the gap",
    "caption": "a caption before the credit: “caption **credit**”, after the gap",
    "credit": "a line with the credit, after the gap",
    "url": "“Original url:” and the address, as the last block",
}


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each required part that the document lacks, unless the text lacks everything."""
    missing = [name for name in subject.require if name not in subject.reading.document]
    if not missing or subject.is_empty:
        return
    told = set(_told(subject))
    start, end = subject.place("")
    for name in missing:
        if name not in told:
            yield Finding("missing-field", f"the article has no {name}", start, end, _EXPECTED.get(name), f"/{name}")


def _told(subject: Subject) -> Iterator[str]:
    """The parts that another rule finds in the text, and unreadable."""
    yield from ((finding.pointer or "").removeprefix("/") for finding in impossible_date.check(subject))
    if next(misplaced_url.check(subject), None) is not None:
        yield "url"
