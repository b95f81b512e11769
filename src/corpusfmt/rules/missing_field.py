"""A part of the article that the corpus requires.

What a corpus requires beyond a title and a body is its policy: ``require = ["byline", "date", "url"]`` in the settings.
Nothing is required unless the settings say so.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.diagnostic import Finding, Severity
from corpusfmt.subject import Subject

LEVEL = 3
SEVERITY: Severity = "error"

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
    """Yield a finding for each required part that the document lacks."""
    document = subject.reading.document
    for name in subject.require:
        if name not in document:
            start, end = subject.place("")
            yield Finding("missing-field", f"the article has no {name}", start, end, _EXPECTED.get(name), f"/{name}")
