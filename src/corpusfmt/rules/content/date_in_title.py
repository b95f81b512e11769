"""Title that contains a date.

### What it does

Reports a part of the title that is a date and nothing else, and is separated from the rest by a
dash, a bar or brackets: `Ferry Runs Again - 2023-03-14`, `Ferry Runs Again (March 14, 2023)`,
`March 14, 2023: Ferry Runs Again`. A date in digits at the start or the end needs no separator.

A date in digits at the end, without a separator, is reported with severity info: it may belong to
the headline, as in the title of a column such as `Harbour Notes 7/21/2016`.

### Why

Exports and the titles of web pages add the date. It belongs below the title.

### Fix

The fix removes the date if the article has one below its title. It is unsafe: it may be the date of
what the headline is about.

### Example

```article
# Ferry Runs Again - 2023-03-14

March 14, 2023



The first ferry since October sailed on Monday with 61 passengers.
```

```findings
1:22: warning: the title has a date, “2023-03-14”
  expected: Ferry Runs Again
```

Use instead:

```article
# Ferry Runs Again

March 14, 2023



The first ferry since October sailed on Monday with 61 passengers.
```
"""

from __future__ import annotations

from itertools import chain

from corpusfmt.lint import Context, Edit, Findings, Fix, quoted
from corpusfmt.syntax.dates import read_date_line
from corpusfmt.syntax.inline import read_string
from corpusfmt.text.pattern_set import OTHER
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "unsafe"
WHY = "it may be the date of what the headline is about"

_DIGIT = regex(r"\d{4}|\d{1,2}[./]\d{1,2}[./]\d{2}")
_FIGURES = r"(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](?:\d{4}|\d{2}))"
_PART = regex(
    r"\s*(?:\\?\|{1,2}|｜|\s[-–—]+(?=\s))\s*(?P<last>[^|｜]*?)(?=\s*(?:\\?\||｜|\s[-–—]+\s|\Z))"
    r"|\s*[(\[（](?P<inner>[^()\[\]（）]{6,40})[)\]）]\s*\Z"
    rf"|\A[\[(]?(?P<figures>{_FIGURES})[\])]?(?:\s*[:|–—-])?\s+|\s+(?P<end>{_FIGURES})\Z"
)
_FIRST = regex(r"\A[\[(]?(?P<first>[^|:–—\[\]()]{6,40}?)[\])]?\s*(?:[:：|]|\s[-–—]+)\s+")
_LONGEST = 40
_HIDING = r"&\x00-\x08\x0b-\x1f\x7f" + "\u0080-\u009f\ufeff"
"""Characters of references, and those that are skipped."""

_FIRST_DIGIT, _LAST_DIGIT = 0x660, 0x1FFF
_RARE_SCRIPTS = "\ua620-\uabff\uff10-\uff19\U000104a0-\U0001ffff"


def prefilter() -> tuple[str, ...]:
    title = rf"^(?:[\x00-\x20\x7f]|{OTHER})*#[^\n]*"
    number = r"[0-9]{1,2}\\?[./]"
    others = "".join(filter(str.isdecimal, map(chr, range(_FIRST_DIGIT, _LAST_DIGIT))))
    return (
        rf"{title}(?:[0-9]{{4}}|{number}{number}[0-9]{{2}})",
        rf"{title}[{_HIDING}{others}{_RARE_SCRIPTS}]",
    )


def applies(context: Context) -> bool:
    return _DIGIT.search(context.reading.document.get("title", "")) is not None


def check(context: Context) -> Findings:
    """Yield a finding for the first part of the title that is a date."""
    if not applies(context):
        return
    has_date = "date" in context.reading.document
    token = context.tokens_by_type["TITLE"][0]
    group = "title" if token.match["title"] else "bold_title"
    written, start = token.match[group].rstrip(), token.match.start(group)
    for part in chain(_FIRST.finditer(written), _PART.finditer(written)):
        name = part.lastgroup or "last"
        shown = part[name].strip()
        if not _is_date(shown):
            continue
        kept = read_string(written[: part.start()] + written[part.end() :]).strip()
        edit = Edit(start + part.start(), start + part.end(), "")
        fix = Fix("remove the date", (edit,), False, WHY) if kept and has_date else None
        place = start + part.start(name), start + part.end(name)
        message = f"the title has a date, {quoted(shown)}"
        is_name = name == "end"
        yield context.finding(place, message, kept, fix=fix, pointer="/title", is_uncertain=is_name)
        return


def _is_date(text: str) -> bool:
    if not 6 <= len(text) <= _LONGEST:
        return False
    return read_date_line(text) is not None
