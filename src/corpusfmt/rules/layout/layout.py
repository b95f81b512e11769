r"""Text that is not canonical.

### What it does

Reports a file that is not canonical, with one finding at the first character that differs, and what
was expected there. The message then names the other lines that differ, by kind: blank lines,
spaces, escapes, marks (of a heading, a link, emphasis and so on), words (of a date, a byline or a
label), and lines that are joined, split or moved; and what is wrong at the end of the text. It does
not repeat what the rules of level 1 report (byte-order marks, carriage returns, control characters,
decomposed accents), nor what the safe fix of another rule makes canonical, such as that of
`date-form`.

### Why

Every document has one canonical text. If all files of a corpus are canonical, a diff in git shows
changes of the articles, and never changes of layout alone.

### Fix

The fix writes the whole canonical text, as `corpusfmt fmt` does. It is safe in most files, since
the document does not change. There are two exceptions:

- It is unsafe if part of the text was read by guessing (`ambiguous-date`, `ambiguous-credit`) or a
  URL was not read (`misplaced-url`): canonical text makes the guess permanent, and no rule reports
  it again. `corpusfmt fmt` does not rewrite such a file without `--unsafe-fixes`.
- It is unsafe if it escapes a character, such as a star in a title: the escape decides that the
  character is text. `corpusfmt fmt` rewrites such a file nevertheless: the document does not
  change, and the findings about that character are still reported.

A file that contains control characters or is not UTF-8 has no fix until these problems are fixed.

### Example

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.


**Related article**: [The Winter Without a Ferry](#)
```

```findings
7:1: warning: 2 blank lines; also marks in line 8
  expected: 1 blank line
```

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

**Related article**: [The Winter Without a Ferry](#)
```

```findings
7:18: warning: the line is not canonical
  expected: **Related article:** [The Winter Without a Ferry](#)
```

Use instead:

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

**Related article:** [The Winter Without a Ferry](#)
```
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice
from unicodedata import normalize

from corpusfmt.lint import Context, Edit, Findings, Fix
from corpusfmt.rules._shared.line_differences import describe_differences, line_differences
from corpusfmt.syntax.normal_form import LOST_CONTROL
from corpusfmt.text.invisible import describe, leading
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "sometimes unsafe"
SCOPE = "file"
APPLY_LAST = True
NEEDS = ("not canonical",)
WHY = "the document does not change"
OF_FORM = True

_LINE_END = regex("\r\n|\r|\n")
_PIECE = regex("[\\s\\S][^\0-\x7f]{0,99}")
_LONGEST = 80
_BEFORE = 30
"""How much of a long line is shown, and how much of that precedes the place where it differs."""

_GAP = 3
_AT_THE_END = " at the end of the text"


class _Difference(NamedTuple):
    """Where the text differs from the canonical one: line, columns, and what to report."""

    line: int
    start: int
    end: int
    message: str
    expected: str


def check(context: Context) -> Findings:
    """Yield one finding for a text that is not canonical."""
    if context.is_empty:
        return
    text, canonical = context.text, context.canonical
    repaired = _repaired(text)
    if repaired == canonical:
        return
    ours, theirs = repaired.split("\n"), canonical.split("\n")
    difference = _first_difference(ours, theirs)
    others = [describe_differences(line_differences(ours, theirs), difference.line)]
    if not difference.message.endswith(_AT_THE_END):
        others.append(_end_message(ours))
    described = "; ".join(filter(None, others))
    message = f"{difference.message}; also {described}" if described else difference.message
    fix = Fix("rewrite in canonical form", (_edit(text, canonical),), True, WHY)
    yield context.finding(_span(text, difference), message, difference.expected, fix=fix)


def _edit(text: str, canonical: str) -> Edit:
    """Return the edit that makes a text canonical, without what is equal before and after it."""
    start = _common(text, canonical)
    same = _common(text[start:][::-1], canonical[start:][::-1])
    return Edit(start, len(text) - same, canonical[start : len(canonical) - same])


# --------------------------------------------------------------------------------------------------
# what differs


def _first_difference(ours: Sequence[str], theirs: Sequence[str]) -> _Difference:
    """Return the first difference of the lines of two texts that differ.

    After its last line feed each has an empty line.
    """
    line = 0
    for our_line, their_line in zip(ours, theirs, strict=False):
        if our_line != their_line:
            break
        line += 1
    if line == len(ours):
        end = len(ours[-1])
        return _Difference(line - 1, end, end, f"no line feed{_AT_THE_END}", "a line feed")
    written = ours[line]
    wanted = theirs[line] if line < len(theirs) else ""
    if written.strip() and wanted.strip():
        return _line_difference(line, written, wanted)
    if not any(map(str.strip, ours[line:])):
        return _end_difference(ours, theirs)
    return _blank_difference(line, ours, theirs)


def _line_difference(line: int, written: str, wanted: str) -> _Difference:
    if written.rstrip() == wanted:
        message = f"{describe(written[len(wanted) :])} at the end of the line"
        expected = "no whitespace at the end of the line"
        return _Difference(line, len(wanted), len(written), message, expected)
    if written.lstrip() == wanted:
        indent = len(written) - len(wanted)
        message = f"{describe(written[:indent])} at the start of the line"
        return _Difference(line, 0, indent, message, "no whitespace at the start of the line")
    start = _common(written, wanted)
    ours, theirs = leading(written[start:]), leading(wanted[start:])
    end = start + len(ours)
    is_all = written[end : end + 1] == wanted[start + len(theirs) :][:1]
    if (ours or theirs) and is_all:  # to show these would show nothing
        found = describe(ours) if ours else "nothing"
        where = f"between “{written[:start][-1:]}” and “{written[end:][:1]}”"
        expected = describe(theirs) if theirs else "nothing"
        return _Difference(line, start, end, f"{found} {where}", expected)
    end = len(written) - _common(written[start:][::-1], wanted[start:][::-1])
    return _Difference(line, start, end, "the line is not canonical", _window(wanted, start))


def _end_difference(ours: Sequence[str], theirs: Sequence[str]) -> _Difference:
    last, surplus = len(theirs) - 1, len(ours) - len(theirs)
    found = _lines(surplus) if surplus else describe(ours[last])
    message = f"{found}{_AT_THE_END}"
    return _Difference(last, 0, len(ours[last]), message, "nothing after the last line")


def _end_message(lines: Sequence[str]) -> str:
    """Return what is wrong at the end of a text, whose last line is empty if a line feed ends it.

    It is empty where nothing is wrong.
    """
    if lines[-1].strip():
        return f"no line feed{_AT_THE_END}"
    surplus = next((n for n, line in enumerate(reversed(lines)) if line.strip()), 1) - 1
    return f"{_lines(surplus)}{_AT_THE_END}" if surplus else ""


def _blank_difference(line: int, ours: Sequence[str], theirs: Sequence[str]) -> _Difference:
    """Return the difference of two runs of blank lines: in their number, or in their whitespace."""
    first = line
    while first and not ours[first - 1].strip():
        first -= 1
    written, wanted = _count_blank(ours, first), _count_blank(theirs, first)
    if written == wanted:
        return _Difference(
            line, 0, len(ours[line]), f"{describe(ours[line])} in a blank line", "an empty line"
        )
    message, expected = _lines(written), _lines(wanted)
    if first == 0:
        message += " at the start of the text"
    if wanted == _GAP:
        expected += " (the gap before the body)"
    place = first + min(written, wanted)
    return _Difference(place, 0, 0, message, expected)


def _count_blank(lines: Sequence[str], first: int) -> int:
    """Return how many lines without text follow each other, from the first on."""
    last = first
    while last < len(lines) and not lines[last].strip():
        last += 1
    return last - first


def _lines(count: int) -> str:
    if count == 0:
        return "no blank line"
    return "1 blank line" if count == 1 else f"{count:,} blank lines"


def _common(one: str, other: str) -> int:
    """Return how many characters two strings have in common at their start."""
    return bisect_left(
        range(1, min(len(one), len(other)) + 1), True, key=lambda n: one[:n] != other[:n]
    )


def _window(line: str, place: int) -> str:
    """Return the line, or as much of a long one as shows the place."""
    first = max(0, min(place - _BEFORE, len(line) - _LONGEST))
    last = first + _LONGEST
    return ("…" if first else "") + line[first:last] + ("…" if last < len(line) else "")


# --------------------------------------------------------------------------------------------------
# where


def _repaired(text: str) -> str:
    """Return the text without what the rules of level 1 report in it; it has the same lines."""
    return _repaired_inside(text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))


def _repaired_inside(text: str) -> str:
    text = LOST_CONTROL.sub(lambda match: "\ufffd" if match[0] >= "\ud800" else "", text).replace(
        "\ufeff", ""
    )
    return text if text.isascii() else normalize("NFC", text)


def _span(text: str, difference: _Difference) -> tuple[int, int]:
    """Return the span of the difference in the text, whose lines may be longer than repaired."""
    first = len(text) - len(text.lstrip("\ufeff"))
    if difference.line:
        first = next(islice(_LINE_END.finditer(text), difference.line - 1, None)).end()
    following = _LINE_END.search(text, first)
    line = text[first : following.start() if following else len(text)]
    if _repaired_inside(line) == line:
        return first + difference.start, first + difference.end
    return first + _place_in(line, difference.start), first + _place_in(line, difference.end)


def _place_in(line: str, column: int) -> int:
    """Return how much of a line, once repaired, gives this many characters.

    No ASCII character composes with what follows it.
    """
    for piece in _PIECE.finditer(line):
        length = len(_repaired_inside(piece[0]))
        if column < length:
            within = bisect_left(
                range(len(piece[0])), column, key=lambda n: len(_repaired_inside(piece[0][:n]))
            )
            return piece.start() + within
        column -= length
    return len(line)
