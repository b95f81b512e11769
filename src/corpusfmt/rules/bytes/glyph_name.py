r"""Name or number of a glyph in place of a lost character.

### What it does

Reports what converters write for a character that they cannot decode:

- numbers of characters in the font of a PDF file: `(cid:31)`, `glyph<c=3,font=/AAAAAA+Serif>`
- names of glyphs: `/uni00A0`, `/quoteright`, `/bullet`, `/afii10017`, `/g45/g72`, `fer/g178y`, or
  whole words written in them: `/F/e/r/r/y/space`
- code points and bytes: `<U+2019>`, `<0xE2><0x80><0x99>`

In each block, there is one finding for each kind, at the first occurrence. Articles about code are
skipped.

### Why

The character is lost, as it is where the text contains U+FFFD. Often the whole line is lost.

### Fix

The fix writes the characters of code points and bytes. It is unsafe: the font may use a code point
for something else. There is no fix for glyph numbers and names: only the PDF file defines their
meaning.

### Example

```article
# Ferry Runs Again



The (cid:31)(cid:77) ferry to Skerry sailed on Monday.
```

```findings
5:5: error: glyph number “(cid:31)(cid:77)” in place of lost characters
  expected: the characters of the page, which the converter did not find
```

With the characters:

```article
# Ferry Runs Again



The first ferry to Skerry sailed on Monday.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.lint import Context, Edit, Finding, Findings, Fix
from corpusfmt.rules._shared.code import is_about_code
from corpusfmt.rules._shared.passages import (
    Remains,
    has_any,
    outside_urls,
    remains,
    visible_signs,
    visible_text,
)
from corpusfmt.text.pattern_set import LETTER
from corpusfmt.text.patterns import has_match_at, regex

SEVERITY = "error"
FIX = "unsafe"
WHY = "the font may use the code point for another character"

_SLASHED = ("/uni", "/afii", "/space", "/quote", "/bullet", "/emdash", "/endash", "/f_")
_ANGLED = ("lyph<", "LYPH<", "<0x", "<U+")
_SLASH = regex(
    r"/(?:uni|afii|space|quote|[gGC][0-9]{1,5}(?:/[gGC][0-9]|[^\W\d_])"
    r"|bullet|e[mn]dash|f_[fil])"
)
_NAME = r"(?:afii[0-9]{5}|quote(?:right|left|dblleft|dblright|dblbase|single))"
_LETTER = r"/(?:[A-Za-z]|comma|period|hyphen|space)(?![A-Za-z])"
_PATTERN = outside_urls(
    r"(?P<number>(?>(?:\(cid:[0-9]{1,6}\)[^\S\n]?(?=\(cid:))*)\(cid:[0-9]{1,6}\)"
    r"|(?i:glyph)<[^<>\n]{1,120}>)"
    r"|(?P<code>(?>(?:/uni(?>(?:[0-9A-F]{4})+))+)(?![0-9])|(?>(?:<U\+[0-9A-F]{4,6}>)+))"
    r"|(?P<bytes>(?>(?:<0x[0-9A-Fa-f]{2}>)+))"
    rf"|(?P<name>(?>(?:/{_NAME})+)|(?<![\w/])(?:/[gGC][0-9]{{1,5}}){{2,}}(?![\w/])"
    r"|(?<=[^\W\d_])/g[0-9]{1,4}(?=[^\W\d_])|(?<![\w/.:-])/(?:bullet|e[mn]dash)(?![\w/.-])"
    r"|(?<![\w/.:-])/f_(?:f_)?[fil](?=[a-z])"
    rf"|(?<![\w/.:])(?=[^\s]{{0,60}}?/space/)(?>(?:{_LETTER}){{3,}}))"
)
_NAMES = {
    "number": ("glyph number", "glyph numbers"),
    "code": ("code point", "code points"),
    "bytes": ("bytes", "runs of bytes"),
    "name": ("glyph name", "glyph names"),
}
_CODE = regex(r"(?<=<U\+)[0-9A-F]++")
_FOUR = regex(r"[0-9A-F]{4}")
_LAST = 0x10FFFF
_BYTE = regex(r"(?<=<0x)[0-9A-Fa-f]{2}")
_LOST = "the characters of the page, which the converter did not find"


def prefilter() -> tuple[str, ...]:
    return (
        r"\(cid:|[Gg][Ll][Yy][Pp][Hh]<",
        r"<0x|<U\+",
        r"/uni|/afii|/space|/quote|/[gGC][0-9]{1,5}/[gGC][0-9]",
        rf"/g[0-9]+{LETTER}|/bullet|/e[mn]dash|/f_[fil]",
    )


def applies(context: Context) -> bool:
    signs = context.memo(visible_signs)
    text = context.memo(visible_text)
    return (
        ("(" in signs and ":" in signs and "(cid:" in text)
        or ("<" in signs and has_any(text, _ANGLED))
        or ("/" in signs and has_match_at("/", _SLASH, text))
    )


def check(context: Context) -> Findings:
    """Yield a finding for each block and kind of name."""
    if context.memo(is_about_code):
        return
    for found in remains(
        context, _PATTERN, "(cid:", *_ANGLED, *_SLASHED, "/g", "/G", "/C", prefilter=prefilter
    ):
        yield _find(context, found)


def _find(context: Context, found: Remains) -> Finding:
    what = found.describe(*_NAMES[found.kind])
    message = f"{what} in place of lost characters"
    edits = tuple(_edits(found))
    fix = Fix("write the characters", edits, False, WHY) if edits else None
    expected = edits[0].text if edits else _LOST
    return context.finding(found.span, message, expected, fix=fix)


def _edits(found: Remains) -> Iterator[Edit]:
    """Yield what to write for each match; nothing where one of them has no meaning."""
    meanings = [_meaning(match[0], found.kind) for match in found.matches]
    if all(meanings):
        for match, meaning in zip(found.matches, meanings, strict=True):
            yield found.edit(match, meaning)


def _meaning(written: str, kind: str) -> str:
    """Return the visible characters that are meant; empty where that is not known."""
    if kind == "code":
        codes = (_CODE if written[0] == "<" else _FOUR).findall(written)
        numbers = [int(code, 16) for code in codes]
        shown = "".join(map(chr, numbers)) if max(numbers) <= _LAST else ""
    elif kind == "bytes":
        data = bytes.fromhex("".join(_BYTE.findall(written)))
        shown = data.decode("utf-8", "replace")
    else:
        return ""
    return shown if shown.isprintable() and "\ufffd" not in shown else ""
