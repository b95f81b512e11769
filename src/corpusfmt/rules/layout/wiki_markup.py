r"""Markup of a wiki that is left as text.

### What it does

Reports markup of MediaWiki and similar systems: `[[links]]` and `[[links|words]]`,
`[https://… links]` to the web, `{{templates|…}}`, `'''bold'''`, `== headings ==`, `<ref>`, `{|`
tables, and the buttons `[edit]` and `[edit source]`. A block has one finding for each
kind. Articles about code or wikis are skipped.

### Why

Readers see the marks, and a link or a heading is none.

### Fix

The fix removes the marks of links, bold text and buttons. It is unsafe, since a link is lost. There
is no fix for templates and tables, whose meaning is not known.

### Example

```article
# Ferry Runs Again



The [[Skerry ferry|ferry]] sailed '''on Monday'''.
```

```findings
5:5: warning: link of a wiki “[[Skerry ferry|ferry]]” left as text
  expected: ferry
5:35: warning: bold text of a wiki “'''on Monday'''” left as text
  expected: on Monday
```

Without the marks:

```article
# Ferry Runs Again



The ferry sailed on Monday.
```
"""

from __future__ import annotations

from corpusfmt.lint import Context, Finding, Findings, Fix
from corpusfmt.rules._shared.code import is_about_code
from corpusfmt.rules._shared.passages import Remains, has_any, remains, visible_signs, visible_text
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "unsafe"
WHY = "a link is lost"

_PATTERN = regex(
    r"(?P<link>\[\[(?![\[{\s]|nid:|file:|asset:|embed)[^\[\]\n]{1,200}\]\])"
    r"|(?P<web>\[https?://[^\s\[\]]++\s[^\[\]\n]{1,200}\](?!\())"
    r"|(?P<template>\{\{[A-Za-z#][^{}|\n]{0,60}\|[^{}\n]{0,800}\}\}"
    r"|\{\|\s?(?:class|style|border)=[^\n]*+|(?m:^)\|[-}](?=\s|\Z)|</?ref(?:\s[^<>\n]{0,200})?/?>)"
    r"|(?P<bold>(?<!')'''(?![\s'])[^'\n]{1,200}(?:'[^'\n]{1,200}){0,3}(?<!\s)'''(?!'))"
    r"|(?P<heading>(?m:^)(?P<level>={2,6})\s?(?![\s=])[^=\n]{1,120}(?<!\s)\s?(?P=level)(?=\n|\Z))"
    r"|(?P<button>\[(?:edit|edit\ssource|edit\s\|\sedit\ssource|citation\sneeded"
    r"|Bearbeiten|Quelltext\sbearbeiten|modifier|modifier\sle\scode|editar|modifica|edytuj"
    r"|править|редактировать|編集|编辑|編輯)\])"
)
_KINDS = {
    "link": ("link of a wiki", "links of a wiki"),
    "web": ("link of a wiki", "links of a wiki"),
    "template": ("template or table of a wiki", "pieces of templates or tables of a wiki"),
    "bold": ("bold text of a wiki", "bold texts of a wiki"),
    "heading": ("heading of a wiki", "headings of a wiki"),
    "button": ("button of a wiki", "buttons of a wiki"),
}
_FIXED = ("link", "web", "bold", "button")
_BUTTONS = (
    *("[edit", "[citation needed", "[Bearb", "[Quell", "[modifi", "[edyt"),
    *("[прав", "[редак", "[編", "[编"),
)
_OTHERS = ("{{", "{|", "|-", "|}", "'''", "<ref", "</ref")
_NEEDLES = ("[[", "[http", "==", *_OTHERS, *_BUTTONS)
_FIRST = frozenset("[='{|<")
_BRACKET = regex(r"\[(?:\[|http|edit|citation|Bearb|Quell|modifi|edyt|прав|редак|編|编)")
_ABOUT = regex(r"(?i)wiki(?:text|markup|code|data\squery)")


def applies(context: Context) -> bool:
    signs = context.memo(visible_signs)
    if _FIRST.isdisjoint(signs):
        return False
    text = context.memo(visible_text)
    is_linked = "[" in signs and _BRACKET.search(text) is not None
    if is_linked or ("=" in signs and "==" in text) or ("'" in signs and "'''" in text):
        return True
    has_sign = "{" in signs or "|" in signs or "<" in signs
    return has_sign and has_any(text, _OTHERS)


def check(context: Context) -> Findings:
    """Yield a finding for each block and kind of markup."""
    for found in remains(context, _PATTERN, *_NEEDLES):
        if not context.memo(is_about_code) and _ABOUT.search(context.text) is None:
            yield _find(context, found)


def _find(context: Context, found: Remains) -> Finding:
    message = f"{found.describe(*_KINDS[found.kind])} left as text"
    expected = _words(found.matches[0][0]) or "the text without it"
    if found.kind not in _FIXED:
        return context.finding(found.span, message, expected)
    edits = tuple([found.edit(match, _words(match[0])) for match in found.matches])
    return context.finding(found.span, message, expected, fix=Fix("remove it", edits, False, WHY))


def _words(written: str) -> str:
    """Return the words of a link, bold text or heading; empty for everything else."""
    if written.startswith("[["):
        return written.strip("[]").rpartition("|")[2].strip()
    if written.startswith("[http"):
        return written.strip("[]").partition(" ")[2].strip()
    return written.strip("'= ") if written[0] in "'=" else ""
