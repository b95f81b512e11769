r"""HTML character reference left in the text.

### What it does

Reports `&amp;`, `&nbsp;` or `&amp;#8217;` in the text of an article. The format reads these as
plain text, with or without a backslash before them. Only a numeric reference to a visible
character, such as `&#8217;`, is read as that character. Adjacent references are one finding.
References in URLs are not reported, and neither is `R&D;`, which is not a reference.

### Why

The text of the web page was escaped twice, or never unescaped. Readers see the reference, not the
character.

### Fix

The fix writes the character. It is safe if no field of the article changes. It is unsafe in an
article about HTML, and for angle brackets and spaces, where the reference may be intended, except
for a single no-break space between two words of the body.

### Example

```article
# Fish &amp; Chips on the Quay



The shop sells \&quot;the catch of the day\&quot;.
```

```findings
1:8: warning: HTML character reference “&amp;” in the text
  expected: &
5:16: warning: HTML character reference “&quot;” in the text
  expected: "
5:43: warning: HTML character reference “&quot;” in the text
  expected: "
```

Use instead:

```article
# Fish & Chips on the Quay



The shop sells "the catch of the day".
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import category, name

from corpusfmt.lint import Context, Edit, Finding, Findings, Fix, quoted
from corpusfmt.rules._shared.html import ADDRESS, is_about_html
from corpusfmt.rules._shared.safe_edits import only_repairs
from corpusfmt.syntax.escape import escape
from corpusfmt.syntax.inline import read_string
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "sometimes unsafe"
NEEDS = ("&",)
WHY_SAFE = "the reference has no other meaning"
WHY_UNSAFE = "the reference may be intended, or the text may be read differently"

_AMPERSAND = r"(?:&#0*+38;|&#[xX]0*+26;|(?:(?<!\\)\\)?&)"
_NAME = "(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31})"
_GATE = regex(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});")
_ONE = (
    rf"(?P<mark>{_AMPERSAND})"
    rf"(?:(?P<amps>(?>(?:amp;)+))(?>(?P<then>{_NAME};)?)|(?P<name>{_NAME};))|{ADDRESS}"
)
_SHORT = frozenset(
    {"ge;", "gt;", "le;", "lt;", "Mu;", "mu;", "ne;", "Nu;", "nu;", "Pi;", "pi;", "Xi;", "xi;"}
)
"""The names of two letters that HTML 4 had: “&lt;” is a reference, “B&in;” probably not."""

_ESCAPE = "\\"
_HARD_BLANK = "\xa0"
_FORMATS = frozenset({0xAD, *range(0x200B, 0x2010), 0x2060, 0xFEFF})
"""The invisible characters that pages write as references."""

_PUNCTUATION = ".,;:!?%€$£»”’)"


class _Reference(NamedTuple):
    """Adjacent references: their span, and the characters they mean."""

    start: int
    end: int
    meaning: str


def prefilter() -> tuple[str, ...]:
    return ("&[#A-Za-z][A-Za-z0-9]+;",)


def check(context: Context) -> Findings:
    """Yield a finding for each reference, or run of them, that stays as it is written."""
    text = context.text
    if _GATE.search(text) is None:
        return
    references = list(_references(text, are_read=True))
    if references:
        are_safe = _are_safe(context, references)
        for reference in references:
            yield _find(context, reference, are_safe)


def _find(context: Context, reference: _Reference, are_safe: bool) -> Finding:
    text, (start, end, meaning) = context.text, reference
    written = quoted(text[start:end].replace(_ESCAPE, ""))
    message = f"HTML character reference {written} in the text"
    if not all(map(_is_character, meaning)):
        expected = "the intended character; no character has this number"
        return context.finding((start, end), message, expected)
    safe = are_safe and _is_certain(text, reference) and not _is_space_in_header(context, reference)
    edits = (_edit(text, reference),)
    fix = Fix("write the character", edits, safe, WHY_SAFE if safe else WHY_UNSAFE)
    return context.finding((start, end), message, _shown(meaning), fix=fix)


def _is_character(meaning: str) -> bool:
    """Whether a reference means a character; HTML reads the number of none as U+FFFD."""
    return meaning != "\ufffd" and (
        meaning.isspace() or category(meaning) not in ("Cn", "Cs", "Cc")
    )


def _shown(meaning: str) -> str:
    """Return the characters that are meant, or the name of one that is invisible."""
    if meaning.isprintable() and meaning.strip():
        return meaning
    return ", ".join(map(_named, meaning))


def _named(character: str) -> str:
    return f"U+{ord(character):04X} ({name(character, 'control character').lower()})"


# --------------------------------------------------------------------------------------------------
# reading them


def _references(text: str, *, are_read: bool) -> Iterator[_Reference]:
    """Yield the references, adjacent ones as one.

    What the format itself reads is skipped.
    """
    last: _Reference | None = None
    for reference in filter(None, (_reference(match, are_read) for match in _matches(text))):
        if last is not None and last.end == reference.start:
            last = _Reference(last.start, reference.end, last.meaning + reference.meaning)
            continue
        if last is not None:
            yield last
        last = reference
    if last is not None:
        yield last


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Yield references and URLs in the lines that have an ampersand: few have."""
    start = text.find("&")
    while start >= 0:
        line = text.rfind("\n", 0, start) + 1
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield from re.compile(_ONE).finditer(text, line, end)
        start = text.find("&", end)


def _reference(match: re.Match[str], are_read: bool) -> _Reference | None:
    """Return the reference of a match.

    None for a URL, for an unknown name, and for what the format itself reads.
    """
    if match["mark"] is None or (are_read and match["mark"] == "&" and _is_read(match)):
        return None
    meaning = _meaning(match["then"] or match["name"] or "amp;")
    if meaning:
        return _Reference(match.start(), match.end(), meaning)
    return _Reference(match.start(), match.end("amps"), "&") if match["amps"] else None


def _is_read(match: re.Match[str]) -> bool:
    """Whether the format itself reads the reference: a numeric one to a visible character."""
    return bool(match["name"]) and match["name"][0] == "#" and read_string(match[0]) != match[0]


def _meaning(written: str) -> str:
    """Return the character of a name or number in HTML; empty where it has none."""
    from html import unescape  # its tables take longer to load than an article to check
    from html.entities import html5

    if written[0] == "#":
        meaning = unescape(f"&{written}")
        is_usual = meaning.isprintable() or meaning.isspace() or ord(meaning[0]) in _FORMATS
        return meaning if is_usual else ""
    return html5.get(written, "") if len(written) > 3 or written in _SHORT else ""


# --------------------------------------------------------------------------------------------------
# the fix


def _edit(text: str, reference: _Reference) -> Edit:
    start, end, meaning = reference
    character = " " if meaning in "\t\n" else meaning
    return Edit(start, end, escape(character, text[start - 1 : start], text[end : end + 1]))


def _are_safe(context: Context, references: list[_Reference]) -> bool:
    """Return whether replacing all references whose meaning is certain changes nothing else."""
    text = context.text
    edits = [_edit(text, reference) for reference in references if _is_certain(text, reference)]
    return bool(edits) and not is_about_html(text) and only_repairs(context.reading, edits, _repair)


def _repair(string: str) -> str:
    """Return a string of the document with the references replaced whose meaning is certain."""
    if "&" not in string:
        return string
    pieces, behind = list[str](), 0
    for reference in _references(string, are_read=False):
        if _is_certain(string, reference):
            pieces += (string[behind : reference.start], reference.meaning)
            behind = reference.end
    return "".join(pieces) + string[behind:]


def _is_certain(text: str, reference: _Reference) -> bool:
    """Return whether they mean visible characters, none of a tag, or one no-break space."""
    start, end, meaning = reference
    if meaning == _HARD_BLANK:
        return start > 0 and _is_visible(text[start - 1]) and _is_visible(text[end : end + 1])
    return meaning.isprintable() and not set(meaning) & set(" <>")


def _is_space_in_header(context: Context, reference: _Reference) -> bool:
    """Return whether a no-break space is in the title or another field before the body."""
    tokens = context.reading.body_tokens
    return reference.meaning == _HARD_BLANK and (
        not tokens or reference.start < tokens[0].start_pos
    )


def _is_visible(character: str) -> bool:
    return character.isalnum() or (character != "" and character in _PUNCTUATION)
