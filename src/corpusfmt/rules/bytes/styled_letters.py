r"""Latin letters of another style in place of ordinary ones.

### What it does

Reports, with one finding for each kind, at the first word:

- words in mathematical letters (`𝐛𝐨𝐥𝐝`, `𝘪𝘵𝘢𝘭𝘪𝘤`, `𝚌𝚘𝚍𝚎`) or in letters in circles and squares
  (`ⓝⓔⓦⓢ`, `🅽🅴🆆🆂`), of three letters or more, or of two if there are several
- words and numbers of two full-width characters or more (`Ｎｅｗｓ`, `２０２３`) in a text that is
  not Chinese, Japanese or Korean, where such characters are usual

Letters of a formula (`𝑥 = 𝑚𝑐`), names of functions, words of fewer than five letters in a text with
single letters of formulas, up to four letters in circles (`ⓐⓑⓒ`), squares of chess, and flags are
not reported. Words that are all between quotation marks are reported with severity info: a post or
a name may be meant to look so.

### Why

Authors of posts and headlines choose such letters for their look, and programs for East Asian
languages write full-width ones. A search does not find the words, and a model reads them as other
characters.

### Fix

The fix writes ordinary letters and digits. It is safe if no field of the article changes otherwise.

### Example

```article escaped
# Ferry Runs Again



The \U0001d5f3\U0001d5f2\U0001d5ff\U0001d5ff\U0001d606 sailed in \uff12\uff10\uff12\uff13.
```

```findings
5:5: warning: 1 word in letters of another style: “𝗳𝗲𝗿𝗿𝘆”
  expected: ferry
5:21: warning: 1 word or number in full-width characters: “２０２３”
  expected: 2023
```

Use instead:

```article
# Ferry Runs Again



The ferry sailed in 2023.
```
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from unicodedata import normalize

from corpusfmt.lint import Context, Edit, Finding, Findings, Fix, quoted
from corpusfmt.rules._shared.safe_edits import only_repairs
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "sometimes unsafe"
NEEDS = ("not ASCII",)
WHY_SAFE = "the letters are certain"
WHY_UNSAFE = "the text would be read differently"

_MATH = (
    "\u210a-\u210e\u2110-\u2113\u211b-\u211d\u2115\u2119-\u211a\u2102\u2124\u2128\u212c-\u212d"
    "\u212f-\u2131\u2133-\u2134\U0001d400-\U0001d6a3\U0001d7ce-\U0001d7ff"
)
_FRAMED = "\u24b6-\u24e9\U0001f130-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189"
_STYLED = f"[{_MATH}{_FRAMED}]"
_ACCENTED = rf"{_STYLED}[\u0300-\u036f]{{0,2}}"
_WORD = regex(rf"{_ACCENTED}(?:['’\-]?[À-ɏḀ-ỿ]{{0,2}}{_ACCENTED})+")
"""A word, perhaps with ordinary letters that have accents: the styles have none."""

_FEWEST = 3
"""The fewest letters of a word that is alone: two may be a product."""
_LONG = 5
"""The fewest letters of a word that is no part of a formula."""
_FORMULA = regex(r"[=+×÷·^_<>≤≥∈∑∫√/|{}]")
_SINGLE = regex(rf"(?<![{_MATH}\w\u0300-\u036f])[{_MATH}](?![{_MATH}\w\u0300-\u036f])")
_ENUMERATED = regex(f"[{_FRAMED}]{{2,4}}")
"""A few letters in circles or squares: signs of a list, of routes, or of a brand."""
_FUNCTIONS = frozenset(
    [
        *("sin", "cos", "tan", "log", "exp", "lim", "max", "min", "sup", "inf", "det", "dim"),
        *("ker", "arg", "mod", "gcd", "prob", "var", "cov"),
    ]
)
_AROUND = 2
"""How many characters before and after a word show whether it is a part of a formula."""

_WIDE = regex(r"[Ａ-Ｚａ-ｚ０-９](?:[，．：－]?[Ａ-Ｚａ-ｚ０-９])+")
_WIDE_SIGNS = frozenset(
    map(chr, (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)))
)
_STYLED_SIGNS = frozenset(
    list(map(chr, range(0x1D400, 0x1D800)))
    + list(map(chr, (*range(0x24B6, 0x24EA), *range(0x1F130, 0x1F18A))))
)
_DENSE = regex("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]")
_SHARE_OF_DENSE = 0.02
"""The share of East Asian characters from which a text is Chinese, Japanese or Korean."""

_PAIRS = (("“", "”"), ("«", "»"), ("„", "“"), ("‘", "’"), ("「", "」"), ("『", "』"))
_NEGATIVE = {
    **{chr(0x1F150 + number): chr(65 + number) for number in range(26)},
    **{chr(0x1F170 + number): chr(65 + number) for number in range(26)},
}
"""Letters in filled circles and squares, which NFKC leaves as they are."""

_TO_LETTERS = str.maketrans(_NEGATIVE)


class _Kind(NamedTuple):
    """A kind of words: its name for one and for several, and its pattern."""

    one: str
    several: str
    pattern: re.Pattern[str]


_IN_STYLE = _Kind("word in letters of another style", "words in letters of another style", _WORD)
_IN_WIDTH = _Kind(
    "word or number in full-width characters", "words and numbers in full-width characters", _WIDE
)


def prefilter() -> tuple[str, ...]:
    return (
        f"{_STYLED}(?:['’\\-]|[\u00c0-\u1eff])*{_STYLED}|[Ａ-Ｚａ-ｚ０-９][，．：－]?[Ａ-Ｚａ-ｚ０-９]",
    )


def applies(context: Context) -> bool:
    signs = context.signs
    return not (_STYLED_SIGNS.isdisjoint(signs) and _WIDE_SIGNS.isdisjoint(signs))


def check(context: Context) -> Findings:
    """Yield a finding for each kind, at the first word."""
    text, end = context.text, context.body_end
    found = [match for match in _WORD.finditer(text, 0, end) if not _is_formula(match)]
    words = [match.span() for match in found]
    if any(map(_is_long, words)) or (_are_of_text(found) and not _has_single(text)):
        yield _find(context, _IN_STYLE, words)
    if not _WIDE_SIGNS.isdisjoint(context.signs) and not _is_dense(text):
        wide = [match.span() for match in _WIDE.finditer(text, 0, end)]
        if wide:
            yield _find(context, _IN_WIDTH, wide)


def _is_long(word: tuple[int, int]) -> bool:
    return word[1] - word[0] >= _LONG


def _are_of_text(found: list[re.Match[str]]) -> bool:
    """Return whether short words may be of a text, not of a formula or an enumeration.

    One has three letters or more, or two are side by side.
    """
    words = [match for match in found if not _is_mixed(_letters(match[0]))]
    if any(match.end() - match.start() >= _FEWEST for match in words):
        return True
    return any(right.start() - left.end() == 1 for left, right in pairwise(words))


def _is_mixed(word: str) -> bool:
    """Return whether a word has letters and digits, as a square of chess does."""
    return any(map(str.isdigit, word)) and not word.isdigit()


def _has_single(text: str) -> bool:
    """Return whether a text has a letter of a formula alone: then short words are formulas."""
    return _SINGLE.search(text) is not None


def _is_formula(match: re.Match[str]) -> bool:
    """Return whether a word is beside a sign of a formula."""
    text, (start, end) = match.string, match.span()
    if end - start >= _LONG:
        return False
    if text[end : end + 1] == "(" or _letters(match[0]).lower() in _FUNCTIONS:
        return True
    if _ENUMERATED.fullmatch(match[0]) is not None:
        return True
    around = text[max(0, start - _AROUND) : start] + text[end : end + _AROUND]
    return _FORMULA.search(around) is not None


def _is_dense(text: str) -> bool:
    """Return whether a text is Chinese, Japanese or Korean, or partly so."""
    return sum(1 for _ in _DENSE.finditer(text)) > _SHARE_OF_DENSE * len(text)


def _find(context: Context, kind: _Kind, words: list[tuple[int, int]]) -> Finding:
    text = context.text
    edits = tuple([Edit(start, end, _letters(text[start:end])) for start, end in words])
    start, end = words[0]
    count = len(words)
    name = kind.one if count == 1 else kind.several
    first = "" if count == 1 else ", the first one here"
    message = f"{count:,} {name}{first}: {quoted(text[start:end])}"
    safe = only_repairs(context.reading, edits, _repair_of(text, words))
    fix = Fix("write ordinary letters", edits, safe, WHY_SAFE if safe else WHY_UNSAFE)
    expected = _letters(text[start:end])
    is_quoted = all(_is_in_quotes(text, *word) for word in words)
    return context.finding((start, end), message, expected, fix=fix, is_uncertain=is_quoted)


def _is_in_quotes(text: str, start: int, end: int) -> bool:
    """Return whether a word is quoted, as a post or a name that is meant to look so."""
    line, stop = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    before, after = text[line:start], text[end : stop if stop > 0 else len(text)]
    return any(
        before.rfind(mark) > before.rfind(close) and close in after for mark, close in _PAIRS
    )


def _repair_of(text: str, words: list[tuple[int, int]]) -> Callable[[str], str]:
    """Return a function that writes ordinary letters for these words, wherever they are."""
    found = sorted({text[start:end] for start, end in words}, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, found)))

    def repair(string: str) -> str:
        return pattern.sub(lambda match: _letters(match[0]), string)

    return repair


def _letters(word: str) -> str:
    return normalize("NFKC", word.translate(_TO_LETTERS))
