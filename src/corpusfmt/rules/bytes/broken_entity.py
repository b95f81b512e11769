r"""HTML character reference that has lost a part.

### What it does

Reports HTML references that are not read as such, because a part of them is missing or has moved:

- without the ampersand: `#39;`, `quot;`, `nbsp;`; between letters also without the `#`: `x27;`
- without the semicolon: `&nbsp`, `&rsquo`, `&#8217`, and `didn&#8217t`
- with a space inside: `& nbsp;`, `&quot ;`, `&# 39;`

A number without an ampersand counts only beside a letter or digit, so `No. #39; then` is not
reported, and `amp;` only where a word follows. In each block, there is one finding for each kind,
at the first occurrence. Whole references are reported by `html-entity`. URLs and articles about
code are skipped.

### Why

A program removed or moved characters that it did not expect. Readers see a part of the reference in
place of the character.

### Fix

The fix writes the characters. It is unsafe, since the rest of the reference may be a word.

### Example

```article
# Skerry#39;s Ferry Runs Again



The ferry sailed on Monday, quot;almost fullquot;.
```

```findings
1:9: warning: HTML character reference without its ampersand “#39;” in the text
  expected: '
5:29: warning: 2 HTML character references without their ampersands, the first “quot;” in the text
  expected: "
```

With the characters:

```article
# Skerry's Ferry Runs Again



The ferry sailed on Monday, "almost full".
```
"""

from __future__ import annotations

from corpusfmt.lint import Context, Finding, Findings, Fix
from corpusfmt.rules._shared.code import is_about_code
from corpusfmt.rules._shared.passages import (
    Remains,
    outside_urls,
    remains,
    visible_signs,
    visible_text,
)
from corpusfmt.rules._shared.word_lists import list_pattern, read_list
from corpusfmt.text.patterns import has_match_at, regex

SEVERITY = "warning"
FIX = "unsafe"
NEEDS = (";", "&", "not canonical")
WHY = "the rest of the reference may be a word"

_NAME = list_pattern("entity_names")
_SPACED = rf"(?:{_NAME}|amp|[lg]t)"
_WORDS = "(?:pound|euro|copy|reg|yen|cent|deg|sect|trade|times|para|middot|bull|frac12)"
"""Names that are words as well: without an ampersand, or after a letter, they are none."""
_SPACE = r"[ \xa0]"
_REAL = r"(?:3[2-9]|4[0-7]|6[0-4]|9[1-6]|12[3-6]|1[3-9][0-9]|2[0-4][0-9]|25[0-5]|8[0-9]{3})"
_CODE = rf"\#(?:{_REAL}|[xX](?:2[0-9A-Fa-f]|3[CEce]|[Aa]0|20[12][0-9A-Fa-f]));"
_FOREIGN = r"\#(?:1[0-9]{3}|2[3-9][0-9]{2}|3[0-6][0-9]{2}|[1-6][0-9]{4});"
"""The number of a character of another script; one beside another is no number of the text."""

_PATTERN = outside_urls(
    rf"(?P<space>&{_SPACE}{_SPACED}{_SPACE}?;|&{_SPACED}{_SPACE};"
    rf"|&{_SPACE}\#[0-9]{{2,5}}{_SPACE}?;|&\#{_SPACE}[0-9]{{2,5}}{_SPACE}?;"
    rf"|&\#[0-9]{{2,5}}{_SPACE};)"
    rf"|(?P<name>(?<!&)(?:amp;)?{_NAME};|(?<![&\w\u0300-\u036f])lt;/?\w[^;&<>\n]{{0,60}}gt;"
    r"|(?<![&\w\u0300-\u036f])amp;(?=\w)|(?<=[^\W\d_]\s)amp;(?=\s[^\W\d_]))"
    r"|(?P<rest>(?<=[^\W\d_])(?:x2[27Ff]|x3[CcEe]|0?39|8217);(?=[^\W\d_])"
    r"|(?<![\w&\#])x20(?:1[3489CDEcde]|26);(?=[^\W\d_])|(?<=[^\W\d_])x20(?:1[3489CDEcde]|26);)"
    rf"|(?P<number>(?<!&)amp;{_CODE}"
    rf"|(?<![&;\#\w]){_CODE}(?=\w)|(?<=[^\W\d_]){_CODE}|(?<![&;\#])\#8[0-9]{{3}};"
    r"|(?<=[0-9])\#(?:0?39|8217|[xX]27);(?=[^\W\d_])"
    rf"|(?<!&){_FOREIGN}(?={_FOREIGN})|(?<=[0-9]{{4}};){_FOREIGN}"
    r"|(?<=[^\W\d_])\#[1-6][0-9]{4};)"
    rf"|(?P<semicolon>&(?:{_NAME}|amp)(?![\w;=])"
    rf"|(?<!\w)&{_WORDS}(?![\w;=])"
    r"|&(?:nbsp|[lr][sd]quo|[mn]dash|hellip)(?![;=])"
    r"|&\#(?:8[0-9]{3}|3[489]|160)(?![\w;])|&\#82[0-9]{2}(?=[^\W\d_]))"
)
_ENDS = "|".join(sorted({name[-4:] for name in read_list("entity_names")}))
_SEMICOLON = regex(
    rf";(?:(?<=(?:{_ENDS});)|(?<=amp;)|(?<=lt;)|(?<=39;)|(?<=[\#0-9xX][0-9A-Fa-f]{{2}};))"
)
_AMPERSAND = regex(rf"&(?:{_SPACED}|{_WORDS}|{_SPACE}?\#|{_SPACE}{_SPACED})")
_HEX = regex("x(?:[23]|20[12])[0-9A-Fa-f]")
_AMP = regex(r"\b[Aa]mps?\b(?!;)")
_WITHOUT = (
    "HTML character reference without its ampersand",
    "HTML character references without their ampersands",
)
_NAMES = {
    "name": _WITHOUT,
    "number": _WITHOUT,
    "rest": ("rest of an HTML character reference", "rests of HTML character references"),
    "semicolon": (
        "HTML character reference without its semicolon",
        "HTML character references without their semicolons",
    ),
    "space": (
        "HTML character reference with a space inside",
        "HTML character references with spaces inside",
    ),
}


def prefilter() -> tuple[str, ...]:
    return (
        rf"{_SPACED}{_SPACE}?;|&{_SPACE}?(?:{_SPACED}|{_WORDS}|#)",
        r"#[0-9xX][0-9A-Fa-f]{1,5};|(?:x2[27Ff]|x3[CcEe]|39|8217|x20[12][0-9A-Ea-e]);",
    )


def applies(context: Context) -> bool:
    signs = context.memo(visible_signs)
    return ";" in signs or "&" in signs


def check(context: Context) -> Findings:
    """Yield a finding for each block and kind of broken reference."""
    text = context.memo(visible_text)
    may_be = has_match_at(";", _SEMICOLON, text) or has_match_at("&", _AMPERSAND, text)
    if not may_be or context.memo(is_about_code):
        return
    for found in remains(context, _PATTERN, ";", "&", prefilter=prefilter):
        if found.matches[0][0] != "amp;" or _AMP.search(found.passage.text) is None:
            yield _find(context, found)


def _find(context: Context, found: Remains) -> Finding:
    message = f"{found.describe(*_NAMES[found.kind])} in the text"
    edits = tuple([found.edit(match, _meaning(match[0])) for match in found.matches])
    fix = Fix("write the characters", edits, False, WHY)
    return context.finding(found.span, message, _shown(edits[0].text), fix=fix)


def _meaning(written: str) -> str:
    """Return the characters of what is left of a reference; more than one of a tag."""
    if written.startswith("lt;"):
        return f"<{written[3:-3]}>"
    name = "".join(written.split()).strip("&;")
    if name[0].isdigit() or _HEX.fullmatch(name):
        name = f"#{name}"
    from html import unescape  # its tables take as long to load as ten rules

    return unescape(unescape(f"&{name};"))


def _shown(meaning: str) -> str:
    return meaning if meaning.strip() else "a no-break space"
