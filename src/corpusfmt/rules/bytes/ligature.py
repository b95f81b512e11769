r"""Ligature in place of the letters of a word.

### What it does

Reports `ﬁ`, `ﬂ`, `ﬀ`, `ﬃ`, `ﬄ` and the other Latin and Armenian ligatures of Unicode, and the
presentation forms of Arabic letters, with one finding for each of these kinds, at the first one.
It also reports ligatures that became other letters: `Þ` and `ß` for `fi` and `fl` (`ofÞce`,
`ßight`), and in Arabic the article with its letters in the wrong order (`األمم` for `الأمم`), if
there are two of them.
Ligatures that are letters of a language (`æ`, `œ`) and Arabic signs for whole words (`ﷺ`, `﷼`) are
not reported.

### Why

Converters of PDF files write the shapes of letters instead of the letters. A search for “office”
does not find “oﬃce”.

### Fix

The fix writes the letters. It is safe for Latin and Armenian ligatures if no field of the article
changes otherwise. It is unsafe for Arabic forms, whose order may be wrong as well.

### Example

```article escaped
# E\ufb03cient Ferry



The o\ufb03ce on the \ufb01rst \ufb02oor was closed.
```

```findings
1:4: warning: 4 typographic ligatures, the first one here: “Eﬃcient”
  expected: Efficient
```

Use instead:

```article
# Efficient Ferry



The office on the first floor was closed.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from corpusfmt.lint import Context, Edit, Finding, Findings, Fix, quoted
from corpusfmt.rules._shared.passages import has_any
from corpusfmt.rules._shared.safe_edits import only_repairs
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "sometimes unsafe"
NEEDS = ("not ASCII",)
WHY_SAFE = "the letters are certain"
WHY_UNSAFE = "the letters may be in the wrong order, or the text may be read differently"

_LATIN = frozenset("ﬁﬂﬀﬃﬄﬅﬆﬓﬔﬕﬖﬗ")
_ARABIC = frozenset("\ufe8d\ufe8e\ufedf\ufee0")
"""Forms of alef and lam, of which any text in presentation forms has one."""
_SIGNS = _LATIN | _ARABIC | frozenset("Þßا")

_LONGEST = 30

_WRONG = regex("Þ(?<=[a-z]Þ)(?=[a-z])|ß(?<![^\\W\\d_]ß)(?=[a-z]{2})")
"""Letters in place of ligatures, where no word has them."""
_ALL_WRONG = regex("Þ(?=[a-z])|ß(?<![^\\W\\d_]ß)(?=[a-z])")
_MEANT = {"Þ": "fi", "ß": "fl"}
_SWAPPED = regex("(?<![\u0620-\u06ff])[وفبكل]?ا[اأإآ]ل(?=[\u0620-\u064a]{2})")
"""The article, of which a ligature of lam and alef is written as alef and lam."""
_SWAPPED_NEEDLES = ("األ", "اإل", "اآل", "اال")
_FEWEST_SWAPPED = 2


class _Kind(NamedTuple):
    """A kind of ligatures: its name, the pattern of one, and whether the letters are certain."""

    name: str
    pattern: str
    is_certain: bool


_LIGATURES = _Kind("typographic ligature", "[\ufb00-\ufb06\ufb13-\ufb17]", True)
_FORMS = _Kind(
    "presentation form",
    "[\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdc7\ufe70-\ufe74\ufe76-\ufefc]",
    False,
)


def prefilter() -> tuple[str, ...]:
    return (
        f"[{''.join(sorted(_LATIN | _ARABIC))}]",
        "[a-z]Þ[a-z]|ß[a-z][a-z]",
        "ا[اأإآ]ل",
    )


def applies(context: Context) -> bool:
    return not context.signs.isdisjoint(_SIGNS)


def check(context: Context) -> Findings:
    """Yield a finding for each kind, at the first of them."""
    if not _LATIN.isdisjoint(context.signs):
        yield _find(context, _LIGATURES)
    if not _ARABIC.isdisjoint(context.signs):
        yield _find(context, _FORMS)
    if not context.signs.isdisjoint(_MEANT):
        yield from _find_wrong(context)
    if "ا" in context.signs:
        yield from _find_swapped(context)


def _find_wrong(context: Context) -> Findings:
    """Yield one finding at most, at the first letter in place of a Latin ligature."""
    text, end = context.text, context.body_end
    first = _WRONG.search(text, 0, end)
    if first is None:
        return
    edits: list[Edit] = []
    for match in _ALL_WRONG.finditer(text, 0, end):
        edits.append(Edit(*match.span(), _MEANT[match[0]]))
    word = _word_around(text, first.start())
    meant = word.replace(first[0], _MEANT[first[0]])
    fix = Fix("write the letters", tuple(edits), False, WHY_UNSAFE)
    message = f"a letter is in place of a ligature in {quoted(word)}"
    yield context.finding(first.span(), message, meant, fix=fix)


def _find_swapped(context: Context) -> Findings:
    """Yield one finding at most, at the first Arabic article whose letters are swapped."""
    text, end = context.text, context.body_end
    if not has_any(text, _SWAPPED_NEEDLES):
        return
    spans = [match.span() for match in _SWAPPED.finditer(text, 0, end)]
    if len(spans) < _FEWEST_SWAPPED:
        return
    word = _word_around(text, spans[0][0])
    message = f"{len(spans):,} articles with swapped letters, the first one here: {quoted(word)}"
    yield context.finding(spans[0], message, "lam before the alef of the word")


def _find(context: Context, kind: _Kind) -> Finding:
    text = context.text
    edits = tuple(_edits(kind, text))
    first = edits[0]
    word = _word_around(text, first.start)
    count = len(edits)
    message = f"{kind.name} in {quoted(word)}"
    if count > 1:
        message = f"{count:,} {kind.name}s, the first one here: {quoted(word)}"

    def repair(string: str) -> str:
        return re.sub(kind.pattern, lambda match: _letters(match[0]), string)

    safe = kind.is_certain and only_repairs(context.reading, edits, repair)
    fix = Fix("write the letters", edits, safe, WHY_SAFE if safe else WHY_UNSAFE)
    expected = repair(word)
    return context.finding((first.start, first.end), message, expected, fix=fix)


def _edits(kind: _Kind, text: str) -> Iterator[Edit]:
    for match in re.finditer(kind.pattern, text):
        yield Edit(match.start(), match.end(), _letters(match[0]))


def _letters(character: str) -> str:
    return normalize("NFKC", character).strip()


def _word_around(text: str, place: int) -> str:
    """Return the word that a character belongs to."""
    before = re.search(r"\w*$", text[max(0, place - _LONGEST) : place])
    after = re.match(r"\w*", text[place : place + _LONGEST])
    return (before[0] if before else "") + (after[0] if after else "")
