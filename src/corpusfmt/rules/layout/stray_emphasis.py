r"""Emphasis mark left as text: a star or an underscore.

### What it does

Reports stars and underscores that were meant as emphasis, but are read as text:

- two or three of them without a closing mark, or with a space inside: `**Note`, `** so **`,
  `**tide **`
- four of them around nothing: `the ferry****`
- a single one with a space inside or over a line end: `* so *`, `*tide *clock`
- a mark at one end only, if it is the only one in the article: `the *ferry sailed`, `the ferry**
  sailed`
- stars that began the items of a list, now run together: `… late * Fares … * Dogs …`

Escaped ones are reported too: they are text, and readers see them. Footnote marks, masked words
such as `s**t` and `***hole`, stars in quotation marks, formulas and articles about code are not
reported. In each block, there is one finding for each kind, at the first occurrence.

### Why

The emphasis is lost, and readers see its marks. Canonical text escapes them, which hides the
problem but does not solve it.

### Fix

The fix removes the marks. It is unsafe: the words may need emphasis, and a star may belong to the
text. There is no fix for items that have run together, since it is not known where each of them
ends.

### Example

```article
# Ferry Runs Again



**The ferry to Skerry sailed
** on Monday, and the **crossing **was calm.
```

```findings
5:1: warning: 4 marks of emphasis left as text, the first “**”
  expected: marks around words, or the words without them
```

With marks around the words:

```article
# Ferry Runs Again



**The ferry to Skerry sailed** on Monday, and the **crossing** was calm.
```
"""

from __future__ import annotations

import re
from unicodedata import combining, normalize

from corpusfmt.lint import Context, Finding, Findings, Fix
from corpusfmt.rules._shared.code import is_about_code
from corpusfmt.rules._shared.passages import (
    Remains,
    outside_urls,
    remains,
    visible_signs,
    visible_text,
)
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "unsafe"
NEEDS = ("*", "_", "&")
WHY = "it may be better to mark the words"

_LETTER, _WIDE = r"[^\W\d_]", "[\u0e00-\u0eff\u3040-\uffef]"
_SWEARING = (
    "(?:bull|horse)?sh|(?:mother)?fu?c?|cunt?|pi|bit|nigg?|wan|cra|sche|schei|merd?|puta?|caz?"
)
"""How words begin of which the rest is masked; a single letter of such a word is seen as well."""
_PATTERN = outside_urls(
    r"[A-Za-z]\*++[A-Za-z*]++|[A-Za-z]\*{3,}+(?<![A-Za-z]{4}\*{4})|[«‹“„‘\"]\*{2,3}[»›”“’\"]"
    rf"|\b(?i:{_SWEARING})\*\*(?![\w*])"
    r"|(?P<item>(?<=\S )\*(?= [^\W\d_a-z]))"
    r"|(?P<double>(?<![\w*@#])(?:\*{2,3}(?=[\w\"“„«(\[¿¡])(?![0-9]+[*#]|[0-9]{3,4}\b)"
    r"|__(?=[^\W_]|[\"“„«(]\w))"
    r"|(?<!\S)\*{2}(?!\S)(?!\s(?:1/2|½|out\sof|stars?\b|\())"
    r"|(?<=[^\s*\\(])\*{2}(?![\w*])|(?<=[^\W\d_]{4})\*{4}(?![\w*]))"
    rf"|(?P<pair>(?<!\S)(?<![0-9] )\*\s(?=\S)[^*\n]{{1,80}}(?<=\S)\s\*(?!\S)"
    rf"|(?<!\S)\*{_LETTER}[^*\n]{{0,60}}(?<![.!?])\s\*(?={_LETTER}|[\s,.]|\Z)"
    rf"|(?<![^\s\"“„«(])\*(?={_LETTER})[^*\n]{{0,60}}[^\s*]\s[^*\n]{{0,60}}(?<=[^\s*])\*(?![\w*])"
    rf"|(?<={_WIDE})\*[^*\s](?>[^*\n]{{0,40}})\*(?={_WIDE})"
    r"|(?<![\w@#/.:-])_[^\W_][^_\n]{0,200}[\n\s]_(?!\w)"
    r"|(?<!\S)_\s(?=\w)[^_\n]{1,80}(?<=\w)\s_(?!\S)"
    r"|(?<![\w@#/.:-])_(?=[^\W\d_a-z])[^_\n]{2,80}\s_(?=[^\W\d_]++[\s.,]))"
    rf"|(?P<open>(?<={_LETTER}[ ,])\*(?={_LETTER}{{2}}[^*\n]*\Z)"
    rf"|(?<![^\s\"“„«(])_(?=(?:{_LETTER}[^\W_]+|[A-Z])[\s,.][^_]*\Z))"
)
_FEWEST_ITEMS = 2
_CONSONANT = "[b-df-hj-np-tv-xz]"
_MASKED = regex(
    rf"\*{{2,3}}(?:{_CONSONANT}{{1,4}}|{_CONSONANT}{{0,3}}(?:ing|ers?|e[dn]|its?|ots?|y|gga)|hole)\b"
)
"""A masked word: the end of an oath, or consonants; other short words lack their closing mark."""
_MASK = regex(rf"\*{{2,3}}{_WIDE}")
"""A word of Chinese or Japanese that is masked, or bold text without its end."""

_EMPTY = "****"
"""Marks around nothing."""

_MARKS = ("mark of emphasis left as text", "marks of emphasis left as text")
_ITEMS = ("list item run into a paragraph", "list items run into a paragraph")


def applies(context: Context) -> bool:
    signs = context.signs
    if "*" not in signs and "_" not in signs and "&" not in signs:  # as in most
        return False
    signs = context.memo(visible_signs)
    return "*" in signs or "_" in signs


def check(context: Context) -> Findings:
    """Yield a finding for each block and kind of mark."""
    for found in remains(context, _PATTERN, "*", "_"):
        if not _is_sound(found, context):
            yield _find(context, found)


def _is_sound(found: Remains, context: Context) -> bool:
    """Return whether stars are footnote marks, masked words, or code."""
    if found.kind == "double":
        return _are_doubles_sound(found, context)
    if found.kind == "open":
        return _is_single_sound(found, context)
    if found.kind == "item" and len(found.matches) < _FEWEST_ITEMS:
        return not _is_before_credit(found)
    return context.memo(is_about_code)


def _are_doubles_sound(found: Remains, context: Context) -> bool:
    """Return whether marks of two or three characters are meant as they are."""
    text = found.passage.text
    openers = [match for match in found.matches if _may_open(text, match)]
    if not openers:
        return not _closes_word(text, found.matches[0]) or _is_single_sound(found, context)
    if all(_MASKED.match(text, opener.start()) for opener in openers):
        return True
    return _is_sound_alone(found, context) or context.memo(is_about_code)


def _closes_word(text: str, mark: re.Match[str]) -> bool:
    """Return whether a mark ends the emphasis of a word before another word."""
    before, after = text[max(0, mark.start() - 2) : mark.start()], text[mark.end() : mark.end() + 2]
    return mark[0] == "**" and before.isalpha() and after[:1] == " " and after[1:].isalpha()


def _is_single_sound(found: Remains, context: Context) -> bool:
    """Return whether a mark at one end is not the only one, or of a note, of code or of a name."""
    if len(found.matches) > 1 or context.memo(is_about_code):
        return True
    text = context.memo(visible_text)
    mark = found.matches[0][0]
    return text.count(mark[0]) > len(mark) or re.search(r"(?:\A|\n)\W{0,2}\*", text) is not None


def _is_sound_alone(found: Remains, context: Context) -> bool:
    """Return whether a mark is the only one of its text, and that of a footnote or of a mask."""
    text, first = found.passage.text, found.matches[0]
    if len(found.matches) > 1:
        return False
    return _is_footnote(found, context) or _MASK.match(text, first.start()) is not None


def _may_open(text: str, mark: re.Match[str]) -> bool:
    start = mark.start()
    before = text[start - 1 : start]
    return mark[0] == _EMPTY or not (before.isalnum() or (before and combining(before)))


def _is_footnote(found: Remains, context: Context) -> bool:
    """Return whether a mark that is alone in its text is that of a footnote.

    It has spaces around it, or it begins a text, with the same mark before it, or the reverse.
    """
    text, first = found.passage.text, found.matches[0]
    mark = rf"(?:\\?\*){{{len(first[0])}}}"
    if first[0][0] != "*" or first[0] == _EMPTY:
        return False
    if text[first.end() : first.end() + 1].isspace():
        return found.passage.pointer != "/caption"
    # Not in the source, which has the marks of emphasis that is read.
    before, _, after = context.memo(visible_text).partition(normalize("NFC", text))
    if text[: first.start()].strip():
        note = re.search(rf"\n{mark}[^\S\n]?(\w)", after)
        return note is not None and not note[1].islower()
    return re.search(rf"[^\n*\\]{mark}(?![\w*\\])", before) is not None


def _is_before_credit(found: Remains) -> bool:
    """Return whether a mark is in a caption: behind it is the credit, in bold type."""
    return found.passage.pointer == "/caption"


def _find(context: Context, found: Remains) -> Finding:
    if found.kind == "item" and not _is_before_credit(found):
        message = found.describe(*_ITEMS)
        return context.finding(found.span, message, "each item on a line of its own")
    edits = tuple(map(found.removal, found.matches))
    is_removable = found.kind == "double" and not _is_all(found)
    fix = Fix("remove the marks", edits, False, WHY) if is_removable else None
    expected = "marks around words, or the words without them"
    return context.finding(found.extent, found.describe(*_MARKS), expected, fix=fix)


def _is_all(found: Remains) -> bool:
    """Return whether a block is nothing but marks: without them it would join another."""
    text = found.passage.text
    for mark in {match[0] for match in found.matches}:
        text = text.replace(mark, "")
    return not text.strip(" #")
