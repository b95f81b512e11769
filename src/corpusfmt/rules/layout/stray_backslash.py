r"""Backslash that means nothing.

### What it does

Reports backslashes that are read as text:

- between two words, in place of a space or a line break: `its\desks`
- at the end of a line, where other kinds of Markdown break the line
- before a space or a character that needs no escape: `\–`

A backslash before ASCII punctuation is an escape, and is not reported. Undecoded escape sequences
such as `\n` and `\“` are reported by `escape-sequence`, LaTeX commands by `latex-markup`. Paths
(`C:\news`), `¯\_(ツ)_/¯` and articles about code are skipped. In each block, there is one finding
for each kind, at the first occurrence.

### Why

The backslash was an escape or a line break for another program. Here it joins two words, or is a
character that is not part of the article.

### Fix

The fix writes a space between two words, and removes other backslashes. It is unsafe, since the
backslash may be in place of another character, such as a slash.

### Example

```article
# Ferry Runs Again



The ferry sailed\on Monday \– almost full.
```

```findings
5:17: warning: backslash between words: “sailed\on”
  expected: a space
5:28: warning: backslash that means nothing: “\–”
  expected: the text without it
```

Without the backslashes:

```article
# Ferry Runs Again



The ferry sailed on Monday – almost full.
```
"""

from __future__ import annotations

import re

from corpusfmt.lint import Context, Edit, Finding, Findings, Fix, quoted
from corpusfmt.rules._shared.code import is_about_code
from corpusfmt.rules._shared.passages import PATH, Remains, outside_urls, remains, visible_signs
from corpusfmt.rules._shared.word_lists import list_pattern

SEVERITY = "warning"
FIX = "unsafe"
NEEDS = ("\\", "&", "not canonical")
WHY = "the backslash may stand for something else"

_AROUND = 20
_PATTERN = outside_urls(
    rf"{PATH}|¯\\|\\[oO0][/\\]"
    r"|\\[nrt](?![a-z])|(?<=[.!?…。！？\"”’»])\\[nrt]"
    r"|\\[ux][0-9a-f]{2}|\\{1,3}[\"“”'‘’]|\\[0-3][0-7]{2}"
    rf"|\\[A-Za-z]++[\s\\]*+[{{\[*_^]|(?<!\w)\\{list_pattern('latex_commands')}(?![A-Za-z])"
    r"|(?P<words>(?<=\w)\\(?=\w))"
    r"|(?P<line>\\(?=\n|\Z))"
    r"|(?P<other>(?<!\\)\\(?![\w\\/]|\Z)|(?<![\\\w])\\(?=[^\W\d_]{2}))"
)
_KINDS = {
    "words": "backslash between words",
    "line": "backslash at the end of a line",
    "other": "backslash that means nothing",
}
_SEVERAL = {
    "words": "backslashes between words",
    "line": "backslashes at the ends of lines",
    "other": "backslashes that mean nothing",
}


def prefilter() -> tuple[str, ...]:
    return (r"\\",)


def applies(context: Context) -> bool:
    return "\\" in context.memo(visible_signs)


def check(context: Context) -> Findings:
    """Yield a finding for each block and kind of backslash."""
    for found in remains(context, _PATTERN, "\\", prefilter=prefilter):
        if not context.memo(is_about_code):
            yield _find(context, found)


def _find(context: Context, found: Remains) -> Finding:
    is_joint = found.kind == "words"
    edits = tuple([_edit(found, match, " " if is_joint else "") for match in found.matches])
    fix = Fix("write a space" if is_joint else "remove it", edits, False, WHY)
    expected = "a space" if is_joint else "the text without it"
    return context.finding(found.span, _message(found), expected, fix=fix)


def _message(found: Remains) -> str:
    """Return what the backslashes are, with the word of the first."""
    count, (start, end) = len(found.matches), found.matches[0].span()
    text = found.passage.text
    before = text[max(0, start - _AROUND) : start]
    after = text[end : end + _AROUND]
    before = re.split(r"\s", before)[-1]
    after = re.split(r"\s", after)[0]
    shown = quoted(before + text[start:end] + after)
    if count == 1:
        return f"{_KINDS[found.kind]}: {shown}"
    return f"{count} {_SEVERAL[found.kind]}, the first: {shown}"


def _edit(found: Remains, match: re.Match[str], text: str) -> Edit:
    start, end = found.passage.span(*match.span())
    return Edit(start, end, text)
