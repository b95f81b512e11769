r"""Link to a script.

### What it does

Reports URLs with the scheme `javascript:` or `vbscript:`, in links and in running text. Links to
`#`, to nothing and to an empty page are reported by `placeholder-link`. Articles about code are
skipped.

### Why

The link was a button of the web page. In a text it leads nowhere, and its words, such as “Print” or
“Share”, are often not part of the article.

### Fix

The fix removes the link, and leaves its words. It is unsafe: it may be better to remove them, too.

### Example

```article
# Ferry Runs Again



The ferry sailed on Monday, says the [timetable](javascript:void(0)).
```

```findings
5:50: warning: link to a script: “javascript:void(0)”
  expected: a URL that leads to a page, or the words without a link
```

Without the link:

```article
# Ferry Runs Again



The ferry sailed on Monday, says the timetable.
```
"""

from __future__ import annotations

import re

from corpusfmt.lint import Context, Edit, Finding, Findings, Fix, quoted
from corpusfmt.rules._shared.code import is_about_code
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "unsafe"
NEEDS = ("cript:", "CRIPT:")
WHY = "it may be better to remove the words, too"

_CALL = r"[^\s()<>\[\]]*+(?>(?:\([^()\n]{0,200}\)[^\s()<>\[\]]*+)*)"
_PATTERN = regex(
    rf"(?<![\w-])(?:[jJ]ava[sS]cript|JAVASCRIPT|[vV][bB][sS]cript):"
    rf"(?:(?<=\([A-Za-z]{{10}}:)|(?<=\([A-Za-z]{{8}}:)|(?=[\w.]{{1,60}}\(|;|//)){_CALL}"
)
_EXPECTED = "a URL that leads to a page, or the words without a link"
_LONGEST = 300


def prefilter() -> tuple[str, ...]:
    return NEEDS


def check(context: Context) -> Findings:
    """Yield a finding for each URL of a script."""
    for match in _PATTERN.finditer(context.text):
        if not context.memo(is_about_code):
            yield _find(context, match)


def _find(context: Context, match: re.Match[str]) -> Finding:
    edits = _edits(match)
    fix = Fix("remove the link", edits, False, WHY) if edits else None
    message = f"link to a script: {quoted(match[0])}"
    return context.finding(match.span(), message, _EXPECTED, fix=fix)


def _edits(match: re.Match[str]) -> tuple[Edit, ...]:
    """Return the edits that remove a link around its words; none where it is not one."""
    text, (start, end) = match.string, match.span()
    first = max(0, start - _LONGEST)
    before = text[first:start]
    words = before.rpartition("[")[2]
    if not before.endswith("](") or text[end : end + 1] != ")" or "]" in words[:-2]:
        return ()
    opening = start - len(words) - 1
    if opening < first or text[opening - 1 : opening] in ("!", "\\"):
        return ()
    return Edit(opening, opening + 1, ""), Edit(start - 2, end + 1, "")
