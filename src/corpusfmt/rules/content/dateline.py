"""Dateline of a news agency at the start of the body.

### What it does

Reports the place, the day and the agency before the first sentence: `SKERRY, March 14 (Reuters) -`,
`Skerry (dpa/bb) -`, `(AFP) –`, `SKERRY —`, `МОСКВА, 14 марта. /ТАСС/.`, `新华社北京3月14日电`,
`【ロンドン共同】`, `(서울=연합뉴스)`.

### Why

The dateline is part of the article as it was printed, and shows where the text comes from. But
articles that are compared or counted may need to be without it. The maintainers of a corpus decide
whether it keeps datelines, so the severity is info.

### Fix

There is none.

### Example

```article
# Ferry Runs Again



SKERRY, March 14 (Reuters) - The ferry to Skerry sailed on Monday.
```

```findings
5:1: info: a dateline, “SKERRY, March 14 (Reuters) -”
```

An article without one:

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.
```
"""

from __future__ import annotations

import re

from corpusfmt.lint import Context, Findings, quoted
from corpusfmt.rules._shared.passages import has_any
from corpusfmt.syntax.credit_lists import agencies
from corpusfmt.text.patterns import regex

SEVERITY = "info"

_FIRST = 3
_LONGEST = 100
_DATELINE = regex(
    r"(?P<place>[^()\n.!?]{0,60}(?:\d\.)?[^()\n.!?]{0,20})[(（](?P<agency>[\w /.-]{2,30})[)）]\s?"
    r"(?:\.\s?)?[-–—:]+\s?"
)

_OTHER_FORMS = regex(
    r"(?:(?P<capitals>[^\W\d_a-z][^\W\d_a-z .,'’/-]*(?:[ .,'’/-]+[^\W\d_a-z .,'’/-]+){0,3})"
    r"(?:, [^\W\d_][\w. ]{2,20})?\s[–—]\s(?=[^\W\d_]))"
    r"|[A-ZА-ЯЁІЇЄ][^\n()]{2,40}?"
    r"(?:[.,]\s?/[^/\n]{2,20}/\.?|\s[–—-]\s(?:РИА Новости|Интерфакс|УНН)\.?)\s"
    r"|[\u4e00-\u9fff]{2,6}(?:社|网|網|讯|訊)[\u4e00-\u9fff]{0,8}(?:\d{1,2}月)?\d{1,2}日(?:电|電|讯|訊)"
    r"|【[^】\n]{1,20}(?:共同|時事|ロイター|AFP|CNN|時報|通信|日報)[^】\n]{0,12}】"
    r"|[(\[][\uac00-\ud7a3]{2,6}=[\uac00-\ud7a3\w]{2,10}[)\]]"
)
_OF_FORMS = tuple("–—/=【社网網讯訊")
"""Each of the other forms has one of these, or a hyphen and Cyrillic letters."""

_AFTER_AGENCY = regex(r"[)）]\s?(?:\.\s?)?[-–—:]")

_FEWEST_CAPITALS = 3


def check(context: Context) -> Findings:
    """Yield a finding for the dateline of the first paragraph that has one."""
    for number, text in enumerate(context.texts[:_FIRST]):
        dateline = _dateline(text[:_LONGEST])
        if dateline and context.types[number] == "paragraph":
            start, end = context.span(context.block(number))
            place = context.text.find(dateline, start, end)
            span = (start, end) if place < 0 else (place, place + len(dateline))
            yield context.finding(span, f"a dateline, {quoted(dateline)}")
            return


def _dateline(head: str) -> str:
    """Return the dateline that a paragraph begins with; empty where it has none."""
    return _with_agency_in_brackets(head) or _in_other_form(head)


def _with_agency_in_brackets(head: str) -> str:
    if ("(" not in head and "（" not in head) or _AFTER_AGENCY.search(head) is None:
        return ""
    match = _DATELINE.match(head)
    return match[0].strip() if match is not None and _is_agency(match["agency"]) else ""


def _in_other_form(head: str) -> str:
    has_hyphen = "-" in head and not head.isascii()
    if not has_hyphen and not has_any(head, _OF_FORMS):  # as in most
        return ""
    match = _OTHER_FORMS.match(head)
    if match is None:
        return ""
    capitals = match["capitals"]
    if capitals is not None and (len(capitals) < _FEWEST_CAPITALS or not capitals.isupper()):
        return ""  # not a place
    return match[0].strip()


def _is_agency(text: str) -> bool:
    """Return whether a text names an agency, perhaps with its desk (``dpa/bb``)."""
    known = agencies()
    return any(part in known or part.upper() in known for part in re.split(r"[/ -]", text))
