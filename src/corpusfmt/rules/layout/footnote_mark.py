r"""Footnote mark left as text.

### What it does

Reports Markdown footnote marks, such as `[^1]` and `[^note]`, with one finding for each block. All
other footnote marks are one finding for the file: numbers and lower-case letters in brackets
directly after a full stop or a comma (`.[1]`, `,[a]`), labelled ones (`[note 1]`), and raised ones
(`sailed^1`). Raised numbers (`.¹`), and numbers glued to a full stop (`sailed.1 It`,
`sailed.(1) It`), are reported if they count from 1 on, at least to 2. Numbers in brackets in other
places are reported if the article has a list of notes that begins with `[1]`, or the marks `[1]`
and `[2]` without a space before them, or at least two that count on after words (`ferry[7]`).
Articles about code are skipped.

### Why

On the page, the mark is a link to its note. In the text, it is a number in the middle of a
sentence, and the note is a paragraph at the end.

### Fix

There is none: the notes may be an important part of the article.

### Example

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday,[^1] with 61 passengers.

[^1]: The first one since October.
```

```findings
5:38: warning: footnote mark “[^1]” left as text
  expected: the text without it
7:1: warning: footnote mark “[^1]:” left as text
  expected: the text without it
```

Without the marks:

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday, the first one since October, with 61 passengers.
```
"""

from __future__ import annotations

from itertools import chain

from corpusfmt.lint import Context, Finding, Findings
from corpusfmt.rules._shared.code import is_about_code
from corpusfmt.rules._shared.passages import (
    Remains,
    has_any,
    outside_urls,
    remains,
    visible_signs,
    visible_text,
)
from corpusfmt.rules._shared.shape import shape
from corpusfmt.text.pattern_set import SPACE
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
_AFTER = r"(?:(?<=[^\W\d_][.,;!?…])|(?<=[.,;!?…][\"”’»)])|(?<=[。，！？、]))"
_MARK = r"\[(?:[0-9]{1,3}|[a-z])\]"
_LABELLED = r"\[(?:note|notes|nb|n) [0-9a-z]{1,3}\]"
_RAISED = (
    r"(?:(?<=[^\W\d_]{3})|(?<=[^\W\d_][.,;!?…\"”’»)]))\^(?:[0-9]{1,3}|\[[0-9]{1,3}\])(?![\w^])"
)
_GLUED = regex(rf"{_AFTER}{_MARK}(?![(:\w])|(?<=\S){_LABELLED}|{_RAISED}")
_PATTERN = outside_urls(
    r"(?P<caret>\[\^[^\s\[\]^]{1,30}\]:?|\A\^(?:\s[a-z]){1,6}(?=\s[A-ZÀ-Þ“\"]))"
    rf"|(?P<glued>{_GLUED.pattern})"
    r"|(?P<number>(?<=[\w.,;:!?)。，”’»\"'\]])[ ]?\[(?:(?:note|nb) )?[0-9]{1,3}\](?![(:\w]))"
)
_BRACKET = regex(r"\[(?:\^|(?:n[a-z]{0,4} )?[0-9a-z]{1,3}\])")
_CARET = regex(r"\^\[?[0-9]{1,3}")
"""What begins a mark, found fast: the first character is always the same."""
_BRACKETS = frozenset("[^&")
"""The signs of a text of which one may be in a mark, if it is canonical."""

_CARETS = ("[^", "^ a ")
"""What Markdown has, and a list of notes in a wiki."""

_NAMES = ("footnote mark", "footnote marks")
_EXPECTED = "the text without it"
_NOTE = regex(r"\[(?<![^\n]\[)([0-9]{1,3})\]:?\s\S")
_BEFORE = r"[\w.,;:!?)”’»\"'\]]"
_FIRST = regex(rf"\[(?:(?<={_BEFORE}\[)|(?<={_BEFORE} \[))1\](?![(:\w])")
_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED_FIRST = "¹"
_COUNTED = outside_urls(
    r"(?P<plain>(?<=[^\W\d_]{5}[.!?])(?:[0-9]{1,2}|\([0-9]{1,2}\))(?=\s{1,2}[A-ZÀ-ÞА-Я“\"]|\s*\Z))"
    rf"|(?P<raised>(?<=[^\W\d_][.,;!?”’»)])[{_DIGITS[1:]}][{_DIGITS}]?(?![\w{_DIGITS}]))"
)
"""Numbers that are marks if they count from 1 on."""

_PLAIN_FIRST, _PLAIN_SECOND = (".1 ", ".1\n", ".(1) ", ".(1)\n"), (".2", ".(2)")
"""What a text has whose marks are plain numbers: found fast."""

_NUMBER = regex(r"\.(?<=[^\W\d_]{5}\.)(?:[0-9]{1,2}|\([0-9]{1,2}\))(?=\s)")
"""A plain number: the pattern starts with a certain character, which is found fast."""

_NUMBERS = (
    regex(r"[.!?](?<=[^\W\d_]{5}[.!?])\(?([0-9]{1,2})(?=\)?(?:\s|\Z))"),
    regex(rf"([{_DIGITS[1:]}](?<=[^\W\d_][.,;!?”’»)].)[{_DIGITS}]?)"),
)
"""All plain and all raised numbers, and those in URLs: found fast, as the first is a stop."""

_FEWEST_NUMBERS, _AFTER_STOP = 2, (b"aa.0 A", b"aa.00 A")
"""The fewest marks that count from 1 on, and what the shape of a text has at others."""

_DIGIT_AFTER_STOP = b"a.0"
"""What all of these have, which is found faster."""

_TO_ASCII = str.maketrans(_DIGITS, "0123456789")
_INNER = regex(r"\[(?:(?<=[^\W\d_]{3}\[)|(?<=[12][0-9]{3}\[))([0-9]{1,3})\](?![(:\w])")
"""Marks after words and years, without a space: of a part of a text, they need not begin with 1."""
_FIRST_TWO = regex(r"\[(?<=[\w.,;:!?)。，”’»\"'\]]\[)((?:(?:note|nb) )?[12])\](?![(:\w])")
"""Patterns that start with a certain character, which is found several times as fast."""


def prefilter() -> tuple[str, ...]:
    return (
        r"\[(?:\^|(?:note|notes|nb|n) |[a-z]\]|[0-9]{1,3}\])",
        r"\^\[?[0-9]|\^ a ",
        rf"\.(?:[0-9]{{1,2}}|\([0-9]{{1,2}}\)){SPACE}[A-Z]|\.(?:1|\(1\)){SPACE}|¹",
    )


def applies(context: Context) -> bool:
    signs, text = context.signs, context.text
    if _RAISED_FIRST in signs:
        return True
    kinds = context.memo(shape)
    has_numbers = kinds.count(_DIGIT_AFTER_STOP) >= _FEWEST_NUMBERS
    if has_numbers and sum(map(kinds.count, _AFTER_STOP)) >= _FEWEST_NUMBERS:
        return True
    if has_any(text, _PLAIN_FIRST) and has_any(text, _PLAIN_SECOND):
        return True
    if _BRACKETS.isdisjoint(signs) and context.is_canonical:
        return False
    signs = context.memo(visible_signs)
    return "[" in signs or "^" in signs


def check(context: Context) -> Findings:
    """Yield a finding for each block with marks in Markdown, and one for all others."""
    text = context.memo(visible_text)
    if _counts(text) and not context.memo(is_about_code):
        counted = remains(context, _COUNTED, *_DIGITS, ".", "!", "?")
        yield _find_marks(context, list(counted))
        return
    yield from _find_others(context, text)


def _find_others(context: Context, text: str) -> Findings:
    """Yield the findings for marks in Markdown, and for those behind words and in brackets."""
    has_notes = _has_notes(text)
    has_marks = has_notes or _has_glued(text)
    has_carets = has_any(text, _CARETS)
    if not (has_marks or has_carets) or context.memo(is_about_code):
        return
    marks: list[Remains] = []
    for found in remains(context, _PATTERN, *(("[", "^") if has_marks else _CARETS)):
        if found.kind == "caret":
            message = f"{found.describe(*_NAMES)} left as text"
            yield context.finding(found.span, message, _EXPECTED)
        elif has_notes or found.kind == "glued":
            marks.append(found)
    if marks:
        yield _find_marks(context, marks)


def _counts(text: str) -> bool:
    """Return whether numbers after full stops count from 1 on, at least to 2, as marks do."""
    if _RAISED_FIRST not in text and _NUMBER.search(text) is None:
        return False
    if not any(_has_successors(pattern.findall(text)) for pattern in _NUMBERS):
        return False  # to skip the URLs, as below, takes a hundred times as long
    numbers: dict[str, list[int]] = {"plain": [], "raised": []}
    for match in _COUNTED.finditer(text):
        if match.lastgroup is not None:
            number = match[0].strip("()").translate(_TO_ASCII)
            numbers[match.lastgroup].append(int(number))
    return any(map(_are_consecutive, numbers.values()))


def _has_successors(digits: list[str]) -> bool:
    """Return whether one of some numbers, which may be raised, is one more than another."""
    numbers = {int(number.translate(_TO_ASCII)) for number in digits}
    return not numbers.isdisjoint([number + 1 for number in numbers])


def _are_consecutive(numbers: list[int]) -> bool:
    """Return whether numbers count on by one: from 1 on, or three or more from any other."""
    if len(numbers) < _FEWEST_NUMBERS or numbers != list(
        range(numbers[0], numbers[0] + len(numbers))
    ):
        return False
    return numbers[0] == 1 or len(numbers) > _FEWEST_NUMBERS


def _find_marks(context: Context, marks: list[Remains]) -> Finding:
    """Return the finding for all marks of a file that are not in Markdown."""
    first = min(marks, key=lambda mark: mark.span)
    count = sum(len(mark.matches) for mark in marks)
    names = "footnote mark" if count == 1 else "footnote marks"
    message = f"{count} {names} left as text, from “{first.matches[0][0].strip()}” on"
    return context.finding(first.span, message, _EXPECTED)


def _has_glued(text: str) -> bool:
    """Return whether a text has a mark that is one wherever it is."""
    for match in chain(_BRACKET.finditer(text), _CARET.finditer(text)):
        if _GLUED.match(text, match.start()) is not None:
            return True
    return False


def _has_notes(text: str) -> bool:
    """Return whether a text has marks of notes from 1 on: with a list of notes, or two at least."""
    numbers = _NOTE.findall(text)
    if numbers[:1] == ["1"] and _FIRST.search(text) is not None:
        return True
    inner = list(map(int, _INNER.findall(text)))
    if len(inner) > 1 and inner == list(range(inner[0], inner[0] + len(inner))):
        return True
    marks = _FIRST_TWO.findall(text)
    return len(marks) > 1 and marks[0].endswith("1") and any(mark.endswith("2") for mark in marks)
