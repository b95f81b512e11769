r"""U+FFFD, which stands where a character was lost.

A program that read the article in the wrong encoding wrote U+FFFD for each byte that it could not read. What stood
there is not in the file any more: only the source can tell. Those side by side are one finding. Bytes of this very
file that are no UTF-8 are found by `invalid-utf8`.

No fix is offered: get the article anew, and read it in the encoding that its page names.

```article escaped
# Ferry Runs Again



The captain didn\ufffdt call it a storm.
```

```findings
5:17: error: U+FFFD stands where a character was lost
  expected: the character that was lost
```

As it was:

```article escaped
# Ferry Runs Again



The captain didn\u2019t call it a storm.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpusfmt.lint.context import Subject, find
from corpusfmt.model.diagnostic import Finding, Severity

LEVEL = 1
SEVERITY: Severity = "error"

_LOST = "\ufffd"
NEEDS = (_LOST,)
_RUN = re.compile(f"{_LOST}+")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each run of U+FFFD that stands in the content itself."""
    if _LOST not in subject.text:
        return
    for start, end in _runs(subject):
        count = end - start
        if count == 1:
            message, expected = "U+FFFD stands where a character was lost", "the character that was lost"
        else:
            message = f"U+FFFD stands {count:,} times where characters were lost"
            expected = "the characters that were lost"
        yield find("replacement-character", message, (start, end), expected)


def _runs(subject: Subject) -> Iterator[tuple[int, int]]:
    """The runs, without those that stand for bytes which are no UTF-8: these have a rule of their own."""
    faults = set() if subject.foreign else {fault.start for fault in subject.decoded.faults}
    for match in _RUN.finditer(subject.text):
        if not faults:
            yield match.span()
            continue
        yield from _parted(match.span(), faults)


def _parted(span: tuple[int, int], faults: set[int]) -> Iterator[tuple[int, int]]:
    start = span[0]
    for place in range(*span):
        if place in faults:
            if start < place:
                yield start, place
            start = place + 1
    if start < span[1]:
        yield start, span[1]
