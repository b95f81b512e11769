r"""Wiki markup left as text.

### What it does

Reports markup of MediaWiki and similar systems: `[[links]]` and `[[links|words]]`, `[https://… web
links]`, `{{templates|…}}`, `'''bold'''`, `== headings ==`, `<ref>`, `{|` tables, and the buttons
`[edit]` and `[edit source]`. It also reports markup of AsciiDoc (`image::ferry.jpg[]`), Org
(`#+BEGIN_QUOTE`), reStructuredText (`.. image::`) and Textile (`"words":https://…`), and marks of
headings without a space, which are read as text (`##Next`). In each block, there is one finding for
each kind. Articles about code or wikis are skipped.

### Why

Readers see the marks, and links and headings are read as plain text.

### Fix

The fix removes the marks of links, bold text and buttons, and whole categories
(`[[Category:Ferries]]`). It is unsafe, since a link is lost. There is no fix for templates and
tables, whose content is not known.

### Example

```article
# Ferry Runs Again



The [[Skerry ferry|ferry]] sailed '''on Monday'''.
```

```findings
5:5: warning: wiki link “[[Skerry ferry|ferry]]” left as text
  expected: ferry
5:35: warning: wiki bold text “'''on Monday'''” left as text
  expected: on Monday
```

Without the marks:

```article
# Ferry Runs Again



The ferry sailed on Monday.
```
"""

from __future__ import annotations

import re

from corpusfmt.lint import Context, Edit, Finding, Findings, Fix
from corpusfmt.rules._shared.blocks import heads
from corpusfmt.rules._shared.code import is_about_code
from corpusfmt.rules._shared.passages import Remains, remains, visible_signs
from corpusfmt.text.pattern_set import OTHER, SPACE
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "unsafe"
WHY = "a link is lost"

_PATTERN = regex(
    r"(?P<link>\[\[(?![\[{\s]|nid:|file:|asset:|embed)[^\[\]\n]{1,200}\]\])"
    r"|(?P<web>\[https?://[^\s\[\]]++\s[^\[\]\n]{1,200}\](?!\())"
    r"|(?P<template>\{\{[A-Za-z#][^{}|\n.]{0,60}\|[^{}\n]{0,800}\}\}"
    r"|\{\|\s?(?:class|style|border)=[^\n]*+|(?m:^)\|[-}](?=\s|\Z)|</?ref(?:\s[^<>\n]{0,200})?/?>)"
    r"|(?P<bold>(?<!')'''(?![\s'])[^'\n]{1,200}(?:'[^'\n]{1,200}){0,3}(?<!\s)'''(?!'))"
    r"|(?P<heading>(?m:^)(?P<level>={2,6})\s?(?![\s=])[^=\n]{1,120}(?<!\s)\s?(?P=level)(?=\n|\Z))"
    r"|(?P<mark>\A\#{2,6}+(?=[^\W\d_]))"
    r"|(?P<light>(?m:^)#\+(?:BEGIN|END|TITLE|AUTHOR|DATE|begin|end)[_:]\S*+"
    r"|\[\[https?://[^\s\[\]]{1,200}\]\[[^\[\]\n]{1,200}\]\]|(?m:^)image::?[^\s\[\]:]{1,200}\[[^\]\n]*\]"
    r"|(?<!\w)link:https?://[^\s\[\]]{1,200}\[[^\[\]\n]{1,200}\]"
    r"|(?m:^)\.\.\s(?:image|figure|note|code-block|contents|raw|warning)::"
    r"|`[^`<\n]{1,100}<?https?://[^`\s<>]{1,200}>?`_|(?<!\w):(?:ref|doc|term):`[^`\n]{1,100}`"
    r"|(?m:^)(?:bq|h[1-6])\.\s(?=[^\W\d_a-z])|\"[^\"\n]{2,100}\":https?://[^\s<>]++)"
    r"|(?P<button>\[(?:edit|edit\ssource|edit\s\|\sedit\ssource|citation\sneeded"
    r"|Bearbeiten|Quelltext\sbearbeiten|modifier|modifier\sle\scode|editar|modifica|edytuj"
    r"|править|редактировать|編集|编辑|編輯)\])"
)
_KINDS = {
    "link": ("wiki link", "wiki links"),
    "web": ("wiki link", "wiki links"),
    "template": ("wiki template or table", "pieces of wiki templates or tables"),
    "bold": ("wiki bold text", "wiki bold texts"),
    "heading": ("wiki heading", "wiki headings"),
    "mark": ("heading mark without a space", "heading marks without a space"),
    "light": ("markup of another format", "pieces of markup of another format"),
    "button": ("wiki button", "wiki buttons"),
}
_FIXED = ("link", "web", "bold", "button")
_BUTTONS = (
    *("[edit", "[citation needed", "[Bearb", "[Quell", "[modifi", "[edyt"),
    *("[прав", "[редак", "[編", "[编"),
)
_OTHERS = ("{{", "{|", "|-", "|}", "'''", "<ref", "</ref")
_LIGHT = ("##", "#+", "image:", "link:http", ".. ", "`", '":http')
_FIRST = frozenset("[='{|<`#")
_TEXTILE = frozenset(("bq. ", "h1. ", "h2. ", "h3. ", "h4. "))
"""How blocks begin in Textile, as long as the head of a block."""

_NEEDLES = ("[[", "[http", "==", *_OTHERS, *_BUTTONS, *_LIGHT, *_TEXTILE)

_CATEGORY = regex(
    r"(?i)\[\[\s*(?:categor(?:y|ie|ia|ía)|catégorie|kategori(?:e|a|i|ja)?|kategorio|luokka|thể loại"
    r"|категория|категорія|категорија|κατηγορία|kategória|קטגוריה|تصنيف|رده|श्रेणी|หมวดหมู่"
    r"|カテゴリ|分类|分類|분류)\s*:"
)
_ABOUT = regex(r"(?i)wiki(?:text|markup|code|data\squery)")


def prefilter() -> tuple[str, ...]:
    return (
        rf"\[https?://[^\[\]]*(?:[ \t\n]|{OTHER})",
        r"\[\[|\{\{|\{\||\|-|\|\}|'''|==|<ref|</ref",
        rf"\[(?:edit(?:ar)?(?:\]|{SPACE})|citation{SPACE}needed|Bearb|Quell|modifi|edyt)",
        r"\[(?:прав|редак|編|编)",
        rf"^##+(?:[A-Za-z]|{OTHER})",
        r"^#\+[A-Za-z]|^image:|link:http|^\.\. [a-z]|`_|:`|^(?:bq|h[1-6])\. |\":<?http",
    )


def applies(context: Context) -> bool:
    if not _FIRST.isdisjoint(context.memo(visible_signs)):
        return True
    rare = context.rare
    return "::" in rare or '":/' in rare or not _TEXTILE.isdisjoint(context.memo(heads))


def check(context: Context) -> Findings:
    """Yield a finding for each block and kind of markup."""
    for found in remains(context, _PATTERN, *_NEEDLES, prefilter=prefilter):
        if not context.memo(_is_about_markup):
            yield _find(context, found)


def _is_about_markup(context: Context) -> bool:
    """Return whether an article is about code or wikis, whose markup it may quote."""
    return context.memo(is_about_code) or _ABOUT.search(context.text) is not None


def _find(context: Context, found: Remains) -> Finding:
    message = f"{found.describe(*_KINDS[found.kind])} left as text"
    expected = _words(found.matches[0][0]) or "the text without it"
    if found.kind not in _FIXED:
        return context.finding(found.span, message, expected)
    edits = tuple([_edit(context, found, match) for match in found.matches])
    return context.finding(found.span, message, expected, fix=Fix("remove it", edits, False, WHY))


def _edit(context: Context, found: Remains, match: re.Match[str]) -> Edit:
    """Return the edit that writes the words of a match, or removes it, with its block if it is all.

    A block that is left empty would be a part of a gap.
    """
    words = _words(match[0])
    if words or match[0] != found.passage.text:
        return found.edit(match, words)
    start, end = found.passage.span(*match.span())
    if context.text.startswith("\n\n", end):
        return Edit(start, end + 2, "")
    return Edit(len(context.text[:start].rstrip("\n")), end, "")


def _words(written: str) -> str:
    """Return the words of a link, bold text or heading; empty for everything else.

    A category has none: wikis list it elsewhere on the page.
    """
    if _CATEGORY.match(written) is not None:
        return ""
    if written.startswith("[["):
        return written.strip("[]").rpartition("|")[2].strip()
    if written.startswith("[http"):
        return written.strip("[]").partition(" ")[2].strip()
    return written.strip("'= ") if written[0] in "'=" else ""
