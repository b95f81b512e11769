r"""Escape sequence of a programming language that was not decoded.

### What it does

Reports escape sequences of JSON, JavaScript, Python and C, of URLs and of mail in running text:

- line breaks and tabs: `\n`, `\r\n`, `\t`; before a lower-case letter, only if they follow a full
  stop
- escaped quotation marks: `\\"`
- characters by number: `\u2019`, `\xe9`, `\342\200\231`, and `donu2019t` without its backslash
- bytes: `%E2%80%99`, `%20` between words, `=E2=80=99`, `=92`, `=20` at the end of a line,
  `=?utf-8?Q?The_ferry?=`, `caf+AOk-` in UTF-7
- colours of a terminal: `[1;31m`
- line breaks of mail (`=` at the end of a line in a word), of spreadsheets (`_x000D_`), and `/n`
  between two sentences
- quotation marks that a table doubles: `""We sail,""`
- a text as a program writes it: `['The ferry sailed.', 'It was late.']`, `b'The ferry sailed.'`,
  `{'text': 'The ferry sailed.'}`

In each block, there is one finding for each kind, at the first occurrence. Paths (`C:\new`), URLs
and articles about code are skipped.

### Why

The text was escaped for another format, and not, or not completely, unescaped. Readers see the code
in place of the character.

### Fix

The fix writes the character; for a line break it writes a space in a title, and a line break or a
new paragraph elsewhere. It is unsafe, since a backslash and a letter may have another meaning.

### Example

```article
# Ferry Runs Again



The ferry isn\u2019t full.\nIt sailed on Monday.
```

```findings
5:14: warning: escape sequence “\u2019” in the text
  expected: ’
5:27: warning: escaped line break “\n” in the text
  expected: a line break, or a new paragraph
```

With the characters:

```article
# Ferry Runs Again



The ferry isn’t full.
It sailed on Monday.
```
"""

from __future__ import annotations

import re

from corpusfmt.lint import Context, Edit, Finding, Findings, Fix
from corpusfmt.rules._shared.code import is_about_code
from corpusfmt.rules._shared.passages import (
    PATH,
    Remains,
    has_any,
    is_prose,
    outside_urls,
    remains,
    visible_signs,
    visible_text,
)
from corpusfmt.text.pattern_set import LETTER
from corpusfmt.text.patterns import has_match_at, regex

SEVERITY = "warning"
FIX = "unsafe"
WHY = "a backslash and a letter may have another meaning"

_HEX, _TWO = "[0-9a-fA-F]", "[0-9a-fA-F]{2}"
_UTF_8 = "(?:[cC][2-9a-fA-F]|[dD]{h}|[eE]{h}|[fF][0-4])".replace("{h}", _HEX)
_BARE = "(?:00[a-f][0-9a-f]|201[89cdCD]|2013|2014|2026)"
_STOP = r"[.!?…。！？\"”’»]"
_PATTERN = outside_urls(
    rf"{PATH}"
    rf"|(?P<line>(?>(?:\\[nrt]){{2,}})|(?<={_STOP})\\[nrt](?![a-z]*+[\\{{])"
    rf"|\\[nrt](?![a-z])|(?<=[^\W\d_]{_STOP})/n(?=[^\W\d_a-z]))"
    r"|(?P<cell>_x000[ADad]_|(?<![^\W_])x000[ADad](?![^\W_]))"
    r"|(?P<soft>(?<=[^\W\d_])=\n(?=[^\W\d_]))"
    r"|(?P<doubled>(?<![\w\"])\"\"(?=[^\W_])[^\"\n]{1,300}\"\"(?![\w\"]))"
    r"|(?P<quote>\\{1,3}(?!(?<=[^\W\d_]\\)\"[aouAOU][^\W\d_])[\"“”'‘’])"
    rf"|(?P<number>(?>(?:\\u{_HEX}{{4}})+)|\\U000[01]{_HEX}{{4}}|\\u\{{{_HEX}{{1,5}}\}}"
    rf"|(?>(?:\\x{_TWO})+)|(?>(?:\\[0-3][0-7]{{2}})+)|%u{_HEX}{{4}}"
    rf"|(?<=[a-z])u{_BARE}(?=[a-z])|(?<![\w/.-])u201[cC](?=[^\W\d_])|(?<=[^\W\d_])u00[e-f][0-9a-f]"
    r"|(?<=[\w.,!?;>/])u00(?:3[cCeE]|2[67])(?=[\w/]))"
    r"|(?P<word>=\?(?i:utf-8|us-ascii|iso-[0-9-]{4,7}|windows-[0-9]{3,4}|koi8-r|gb2312|gbk|big5|euc-kr)"
    r"\?[QBqb]\?[^?\s]{1,200}(?:\?=)?)"
    r"|(?P<list>\Ab(?:'[^'\n]{10,}'|\"[^\"\n]{10,}\")\Z|\A\{'\w{1,20}':\s?['\"\[{\dN][^\n]{10,}\}\Z"
    r"|\A\[(?:(?:None|True|False|[0-9]+), ?)*(?:'[^'\n]{10,}'|\"[^\"\n]{10,}\")"
    r"(?:, ?(?:'[^'\n]*'|\"[^\"\n]*\"))*\]\Z)"
    rf"|(?P<byte>(?:%20)?(?:%{_UTF_8}(?>(?:%[89abAB]{_HEX})+))+(?:%20)?"
    r"|(?<=[^\W\d_])%20(?=[^\W\d_])"
    rf"|(?:=(?=[A-F0-9])(?={_UTF_8})[0-9A-F]{{2}}(?>(?:=[89AB][0-9A-F])+))+"
    r"|\+(?:(?<=[^\W\d_A-Z]\+)A[MNOP][A-Za-z0-9+/]|ACI|ACY|IB[gwkt02])-)"
    r"|(?P<mail>(?<=[^\W\d_])=(?:85|9[1-7]|[C-F][0-9])(?=[^\W\d_])"
    r"|(?<=\s)=9[1-7](?=\s|[^\W\d_])|(?<=[^\W_][.,;:!?])=20(?=\s*(?:\n|\Z))"
    r"|(?<=[^\W_])=20(?=\n))"
    r"|(?P<terminal>\x1b?\[(?:0|[0-9]{1,2}(?:;[0-9]{1,2}){1,3})m(?![\w\s]{0,20}\]))"
)
_KINDS = {
    "line": ("escaped line break", "escaped line breaks"),
    "quote": ("escaped quotation mark", "escaped quotation marks"),
    "number": ("escape sequence", "escape sequences"),
    "byte": ("escaped byte", "escaped bytes"),
    "mail": ("escaped byte", "escaped bytes"),
    "word": ("encoded word of a mail", "encoded words of a mail"),
    "list": ("text as in a program:", "texts as in a program:"),
    "cell": ("line break of a spreadsheet", "line breaks of a spreadsheet"),
    "soft": ("line break of a mail", "line breaks of a mail"),
    "terminal": ("colour of a terminal", "colours of a terminal"),
    "doubled": ("doubled quotation marks", "pairs of doubled quotation marks"),
}
_WITHOUT_FIX = frozenset({"word", "list", "cell", "soft", "doubled", "terminal"})
_TABS = ("escaped tab", "escaped tabs")
_BREAK = "a line break, or a new paragraph"
_QUOTES = "\"“”'‘’"
_BYTES = ("=20", "=8", "=9", "=C", "=D", "=E", "=F")
_SHIFTED = ("+A", "+IB")
_COLOURS = ("[0m", "[0;", "[1;", "[3", "[4")
_LISTS = ("['", '["', "[None, ", "{'")
_STRINGS = ("b'", 'b"')
_BREAKS = ("=\n", "/n", '""')
_NEEDLES = (
    "\\",
    "u20",
    "u00",
    "x00",
    "%",
    "=?",
    *_LISTS,
    *_STRINGS,
    *_BYTES,
    *_BREAKS,
    *_SHIFTED,
    *_COLOURS,
)
_BEHIND = {
    "=": ("=?", "=\n", *_BYTES),
    "[": (*_LISTS, *_COLOURS),
    "+": _SHIFTED,
    "{": _LISTS,
    "/": ("/n",),
    '"': ('""',),
}
"""Rare characters, and the strings that a text with one of them needs."""

_ZERO = regex("0(?<=[ux][02]0)")
_PERCENT = regex(r"%(?:u[0-9a-fA-F]|20[^\W\d_]|[C-Fc-f][0-9a-fA-F]%)")


def prefilter() -> tuple[str, ...]:
    return (
        r"\\[nrt]|\\[\"“”'‘’]",
        rf"\\u[0-9a-fA-F{{]|\\U000[01]|\\x{_TWO}|\\[0-3][0-7][0-7]|%u{_TWO}",
        rf"u00[a-f]{_HEX}|u201[89cdCD34]|u2026|u00(?:3[cCeE]|2[67])",
        r"=\?[A-Za-z][A-Za-z0-9-]+\?[QBqb]\?|\[['\"]|\[None|^b['\"]|^\{'",
        rf"%[c-fC-F]{_HEX}%[89abAB]{_HEX}|{LETTER}%20{LETTER}",
        r"=[C-F][0-9A-F]=[89AB]|=(?:85|9[1-7]|[C-F][0-9]|20)",
        r"\+(?:A[MNOPC]|IB)[A-Za-z0-9+/]-|\[[0-9;]+m",
        rf"x000[ADad]|=\n|{_STOP}/n|\"\"",
    )


def applies(context: Context) -> bool:
    signs = context.memo(visible_signs)
    text = context.memo(visible_text)
    if "\\" in signs or ("0" in text and _ZERO.search(text) is not None):
        return True
    if "%" in signs and has_match_at("%", _PERCENT, text):
        return True
    if "\n\nb" in text and has_any(text, _STRINGS):
        return True
    return any(sign in signs and has_any(text, rest) for sign, rest in _BEHIND.items())


def check(context: Context) -> Findings:
    """Yield a finding for each block and kind of escape sequence."""
    for found in remains(context, _PATTERN, *_NEEDLES, prefilter=prefilter):
        if not context.memo(is_about_code):
            yield _find(context, found)


def _find(context: Context, found: Remains) -> Finding:
    names = _KINDS[found.kind]
    if found.kind in _WITHOUT_FIX:
        message = f"{found.describe(*names)} in the text"
        return context.finding(found.span, message, "the characters that are meant")
    in_lines = is_prose(context, found.passage)
    edits = tuple([_edit(found, match, in_lines=in_lines) for match in found.matches])
    if found.kind == "line" and _are_tabs(found):
        names, expected = _TABS, "a space"
    else:
        expected = _BREAK if found.kind == "line" else _meaning(found.matches[0][0]).strip()
    message = f"{found.describe(*names)} in the text"
    fix = Fix("write the characters", edits, False, WHY)
    return context.finding(found.span, message, expected or "a space", fix=fix)


def _are_tabs(found: Remains) -> bool:
    return all(set(match[0]) == {"\\", "t"} for match in found.matches)


def _edit(found: Remains, match: re.Match[str], *, in_lines: bool) -> Edit:
    if found.kind != "line":
        return found.edit(match, _meaning(match[0]))
    lines = match[0].count("n") if in_lines else 0
    start, end = found.passage.span(*match.span())
    is_inside = match.start() > 0 and match.end() < len(found.passage.text)
    return Edit(start, end, ("\n" * min(lines, 2) or " ") if is_inside else "")


def _meaning(written: str) -> str:
    """Return the characters of an escape sequence that is not a line break."""
    if written[-1] in _QUOTES:
        return written[-1]
    if written[0] == "+":
        return written.encode().decode("utf-7", "replace")
    if written[0] in "%=" and written[1] != "u":
        from urllib.parse import unquote

        encoding = "cp1252" if len(written) == len("=92") and written[0] == "=" else "utf-8"
        return unquote(written.replace("=", "%"), encoding)
    return _character(written)


def _character(written: str) -> str:
    """Return the characters of numbers: of code points, or of bytes."""
    if written[0] != "\\" or "{" in written:  # u2019, %u2019, \u{2019}
        number = written.strip("\\%u{}")
        return chr(int(number, 16))
    shown = written.encode().decode("unicode_escape")
    if written[1] in "uU":  # halves of a pair are one character
        return shown.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    data = shown.encode("latin-1")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
