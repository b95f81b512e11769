"""Letters separated by spaces.

### What it does

Reports the following, with one finding for each line:

- Chinese, Japanese and Korean text with a space after each character, and other spaces between such
  characters in an article that has such text. Single spaces are not reported otherwise: they occur
  between names and in headlines.
- Chinese and Japanese text that is cut into words, with spaces before its punctuation.
- A line in another script in which nearly all letters are separated (`H A R B O U R`).
- A word of five letters or more in a sentence (`not today, but t o m o r r o w`): typesetters space
  out words for emphasis. Letters in alphabetical order are taken for a list, and not reported.

### Why

Converters of PDF files write a space where letters are spaced out, and tokenizers write one after
each word. A search finds no word in such a text.

### Fix

The fix removes the spaces. It is unsafe: a few of them may be intended. There is none where the
first or the last letter may be a word of its own, such as “a”, unless the article has the whole
word elsewhere, and none for Korean, in which the spaces between the words are among the others.

### Example

```article
# 港口恢复渡轮



斯 凯 瑞 的 渡 轮 周 一 恢 复 航 行 。 船 上 有 61 名 乘 客 。
```

```findings
5:2: warning: letters separated by spaces: “斯 凯 瑞 的 渡 轮 周 一 恢 复 航 行 。 船 上 有”
  expected: 斯凯瑞的渡轮周一恢复航行。船上有
```

Use instead:

```article
# 港口恢复渡轮



斯凯瑞的渡轮周一恢复航行。船上有 61 名乘客。
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise, repeat

from corpusfmt.lint import Context, Edit, Finding, Findings, Fix, quoted
from corpusfmt.rules._shared.blocks import sizes
from corpusfmt.rules._shared.open_words import ends_open, languages
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "unsafe"
WHY = "a space may be intended"

_FREQUENT = frozenset("的。の다")
_DENSE = "[\u3001-\u303f\u3041-\u30ff\u3400-\u9fff\uff01-\uff65]"
_HANGUL = "[\uac00-\ud7a3]"
_RUN = f"[ \u3000](?<={_DENSE}.)(?:{_DENSE}[ \u3000]){{3,}}(?={_DENSE})"
_HANGUL_RUN = f" (?<={_HANGUL} )(?:{_HANGUL} ){{6,}}(?={_HANGUL})"
_CUT = f" (?<={_DENSE} )(?:[，。、](?= |\n|\\Z)|[はがをにのでともへ的了在是] (?={_DENSE}))"
"""Punctuation and particles that a tokenizer has cut off."""

_SPACE = f"[ \u3000](?<={_DENSE}.)[ \u3000]*(?={_DENSE})"
_HANGUL_SPACE = f" (?<={_HANGUL} ) *(?={_HANGUL})"
_SENTENCE = regex("[，。、]")
_APART = regex(r"(?<![^\W_])[^\W\d_\u1100-\uffff](?: {1,3}[^\W\d_\u1100-\uffff]){5,}(?![^\W_])")
_SHARE = 3
"""A line whose letters are separated has a space for so many characters at least."""

_SHORTEST, _LONGEST = 11, 2000
_FEW = 3
_FOUR_SPACES = "    "
_LETTER = r"[^\W\d_\u1100-\u11ff\u2e80-\uffff]"
_WORD_APART = regex(
    rf"(?<![\w.])(?<![\d}}\]@=+] ){_LETTER}(?: {_LETTER}){{4,}}(?![^\W_]|[.’'] ?{_LETTER})"
    r"(?! ?[\d=+{\[@])"
)
"""A word, not part of a formula or of an address that is hidden from programs."""


def check(context: Context) -> Findings:
    """Yield a finding for each line with separated letters."""
    if not _FREQUENT.isdisjoint(context.signs):
        dense = list(_find_dense(context))
        if dense:
            yield from dense
            return
    has_word = _has_spaced_word(context)
    if not has_word and (context.is_canonical or "  " not in context.text):
        return
    last = 0
    for start, line in _spaced_lines(context):
        run = _separated(line)
        if run is not None:
            has_fix = "  " in run[0] or not _may_have_neighbour(context, run[0])
            yield _find_apart(context, start + run.start(), run[0], has_fix=has_fix)
            last = start + len(line)
    if has_word:
        yield from _find_words(context, last)


def _separated(line: str) -> re.Match[str] | None:
    """Return the first separated letters of a line, unless they are a list."""
    run = _APART.search(line)
    return None if run is None or _is_list(run[0]) else run


def _find_words(context: Context, start: int) -> Findings:
    """Yield a finding for each word in a sentence whose letters are separated."""
    for word in _WORD_APART.finditer(context.text, start, context.body_end):
        if not _is_list(word[0]):
            is_certain = not _may_have_neighbour(context, word[0])
            yield _find_apart(context, word.start(), word[0], has_fix=is_certain)


def _may_have_neighbour(context: Context, run: str) -> bool:
    """Return whether the first or the last letter of a run may be a word of its own.

    That is a word of one letter in a language of the article, unless the article has the letters
    elsewhere as one word.
    """
    if run.replace(" ", "").lower() in context.text.lower():
        return False
    words = [word for word in _join(run).split() if len(word) > 1]
    edges = {word[0] for word in words} | {word[-1] for word in words}
    return any(_may_be_word(context, letter) for letter in edges)


def _may_be_word(context: Context, letter: str) -> bool:
    is_pronoun = letter == "I" and "en" in context.memo(languages)
    return is_pronoun or ends_open(context, letter.lower())


def _has_spaced_word(context: Context) -> bool:
    """Return whether every second character is a space, four times: a fast test."""
    if not any(map(str.isalpha, context.signs)):  # a letter is a byte, and bytes are cut faster
        data = context.utf8
        return _FOUR_SPACES.encode() in data[::2] or _FOUR_SPACES.encode() in data[1::2]
    text = context.text
    return _FOUR_SPACES in text[::2] or _FOUR_SPACES in text[1::2]


def _find_dense(context: Context) -> Findings:
    """Yield a finding for each line of a text whose characters are separated."""
    text, end = context.text, context.body_end
    hangul = _compiled(_HANGUL_RUN).search(text, 0, end) is not None
    if not hangul and not _is_dense_damaged(text, end):
        return
    space = _compiled(_HANGUL_SPACE if hangul else _SPACE)
    run = _compiled(_HANGUL_RUN if hangul else _RUN)
    for start, last in _lines(text, end):
        has_run = run.search(text, start, last) is not None
        if has_run or (not hangul and _SENTENCE.search(text, start, last) is not None):
            spans = [match.span() for match in space.finditer(text, start, last)]
            if spans:
                yield _find(context, spans, start, last, has_fix=not hangul)


def _lines(text: str, end: int) -> Iterator[tuple[int, int]]:
    """Yield the span of each line before an offset, without its line break."""
    start = 0
    while start < end:
        last = text.find("\n", start, end)
        last = end if last < 0 else last
        yield start, last
        start = last + 1


def _is_dense_damaged(text: str, end: int) -> bool:
    if _compiled(_RUN).search(text, 0, end) is not None:
        return True
    return sum(1 for _ in _compiled(_CUT).finditer(text, 0, end)) >= _FEW


def _find(
    context: Context, spans: list[tuple[int, int]], start: int, end: int, *, has_fix: bool
) -> Finding:
    text = context.text
    edits = tuple(Edit(*span, "") for span in spans)
    first, last = spans[0]
    for span in spans:
        if span[0] - last > _FEW:
            break
        last = span[1]
    shown = text[max(start, first - 1) : min(end, last + 1)]
    fix = Fix("remove the spaces", edits, False, WHY) if has_fix else None
    message = f"letters separated by spaces: {quoted(shown)}"
    expected = "".join(shown.split()) if has_fix else "the letters of each word together"
    return context.finding((first, last), message, expected, fix=fix)


def _spaced_lines(context: Context) -> Iterator[tuple[int, str]]:
    """Yield the title and the blocks of which a third is spaces, each with its offset."""
    text = context.text
    title = text[: text.find("\n")] if "\n" in text else text
    if len(title) < _LONGEST and title.count(" ") * _SHARE > len(title) >= _SHORTEST:
        yield 0, title
    counts = map(str.count, context.texts, repeat(" "))
    for number, (count, length) in enumerate(zip(counts, context.memo(sizes), strict=True)):
        if count * _SHARE > length >= _SHORTEST:
            start, end = context.span(context.block(number))
            yield start, text[start : min(end, start + _LONGEST)]


def _is_list(run: str) -> bool:
    """Return whether the letters are a list, such as those of the alphabet, or one letter."""
    letters = run.split()
    return letters == sorted(letters)


def _find_apart(context: Context, start: int, run: str, *, has_fix: bool = True) -> Finding:
    joined = _join(run)
    end = start + len(run)
    fix = Fix("remove the spaces", (Edit(start, end, joined),), False, WHY) if has_fix else None
    message = f"letters separated by spaces: {quoted(run)}"
    expected = joined if has_fix else f"{joined}, or two words"
    return context.finding((start, end), message, expected, fix=fix)


def _join(run: str) -> str:
    """Return separated letters as words: two spaces or a capital after a small letter part them."""
    words = re.sub(" {2,}", "\n", run).replace(" ", "").replace("\n", " ")
    joined = words[:1]
    for before, letter in pairwise(words):
        joined += f" {letter}" if before.islower() and letter.isupper() else letter
    return joined


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Return a compiled pattern: large classes take milliseconds, so only when first needed."""
    return regex(pattern)
