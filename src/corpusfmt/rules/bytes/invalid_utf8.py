r"""Bytes that are not UTF-8.

### What it does

Reports a file that is not UTF-8, with one finding at the first invalid byte sequence. The finding
contains the offset in bytes, the number of invalid sequences, their lines, and the most likely
encoding, and shows the text at that byte in this encoding. Other rules check the file as well. If
the whole file is valid in the likely encoding, they check the text decoded from it.

If most of the file is UTF-8 and some bytes are in another encoding, there is one finding for each
line that has such bytes, with the character that each of them is in that encoding. Do not convert
such a file as a whole: this would damage the text that is UTF-8.

### Why

An article is UTF-8 text. Tools that expect UTF-8 fail on such a file, or replace the characters
that they cannot decode.

### Fix

The fix rewrites the file as UTF-8. There is one only if the whole file is valid in the likely
encoding, the decoded text looks like a language, and no other encoding gives a text that is as
plausible. It is unsafe, since the encoding is a guess: look at `corpusfmt check --diff
--unsafe-fixes` first. If there is no fix, convert the file with a tool such as `iconv -f
windows-1252 -t utf-8`.

### Example

```article bytes
# Caf\xe9 Lumen Reopens



The caf\xe9 on Quay Street opened its doors again on Friday.
```

```findings
1:6: error: byte E9 at offset 5 is not valid UTF-8, the first of 2 invalid sequences in lines 1 and 5; the file is most likely windows-1252
  expected: UTF-8 text; decoded as windows-1252, the text here is “# Café Lumen Reopens”
```

As UTF-8:

```article bytes
# Caf\xc3\xa9 Lumen Reopens



The caf\xc3\xa9 on Quay Street opened its doors again on Friday.
```
"""

from __future__ import annotations

from collections.abc import Sequence

from corpusfmt.lint import Context, Finding, Findings, Fix
from corpusfmt.text.decode import ByteProblem
from corpusfmt.text.display import printable
from corpusfmt.text.mixed_encodings import ForeignBytes, find_mixed
from corpusfmt.text.patterns import regex
from corpusfmt.text.reencoding import decode_wholly, place_in

SEVERITY = "error"
FIX = "unsafe"
BLOCKS_READING = "bytes"
BLOCKS_REWRITING = "always"
NEEDS = ("not text",)
WHY = "the encoding is a guess"

_LINE_END = regex(rb"\r\n|\r|\n")
_NAMED = 5
"""How many lines are named by their numbers."""

_BEFORE, _AFTER = 20, 40
"""How much of the line is shown before and after the first place."""


def check(context: Context) -> Findings:
    """Yield one finding for a file that is not UTF-8, at the first place that is not."""
    encoding = context.decoded.encoding
    fix = None
    if encoding is not None and context.is_reencodable:
        fix = Fix(f"rewrite the file from {encoding} as UTF-8", (), False, WHY, encoding)
    if encoding is not None and encoding.startswith(("utf-16", "utf-32")):
        message = f"the file is {encoding.upper()}, not UTF-8"
        yield context.finding((0, 0), message, "UTF-8 text", fix=fix, byte_offset=0)
        return
    faults = context.decoded.problems
    if not faults:
        return
    mixed = find_mixed(context.data, faults) if encoding == "utf-8" else None
    if mixed is not None:
        for foreign in mixed.lines:
            yield _find_foreign(context, foreign, mixed.encoding)
        return
    first = faults[0]
    start = first.start
    if context.foreign is not None:
        start = place_in(context.data, context.foreign, first.offset)
    message = _message(context.data, faults, encoding)
    expected = _expected(context.data, first.offset, encoding)
    yield context.finding((start, start + 1), message, expected, fix=fix, byte_offset=first.offset)


def _find_foreign(context: Context, foreign: Sequence[ForeignBytes], encoding: str) -> Finding:
    """Return the finding for the bytes of a line that are in another encoding."""
    problem = foreign[0].problem
    shown = ", ".join(map(_shown, foreign[:_NAMED]))
    if len(foreign) > _NAMED:
        shown += ", …"
    count = len(foreign)
    bytes_are = "1 byte sequence is" if count == 1 else f"{count:,} byte sequences are"
    message = f"{bytes_are} not valid UTF-8 in this line; in {encoding}, {shown}"
    expected = f"UTF-8 text, with the characters that these bytes are in {encoding}"
    span = problem.start, problem.start + 1
    return context.finding(span, message, expected, byte_offset=problem.offset)


def _shown(one: ForeignBytes) -> str:
    return f"{_hex(one.problem.raw)} (column {one.problem.column}) is {one.characters}"


def _hex(raw: bytes) -> str:
    return " ".join(f"{byte:02X}" for byte in raw)


def _message(data: bytes, faults: Sequence[ByteProblem], encoding: str | None) -> str:
    first = faults[0]
    shown = _hex(first.raw)
    byte_is = "byte {} at offset {} is" if len(first.raw) == 1 else "bytes {} at offset {} are"
    message = f"{byte_is.format(shown, first.offset)} not valid UTF-8"
    if len(faults) > 1:
        message += f", the first of {len(faults):,} invalid sequences in {_lines(data)}"
    if encoding in (None, "utf-8"):
        return message
    return f"{message}; the file is most likely {encoding}"


def _lines(data: bytes) -> str:
    """Return the lines that are not UTF-8, by their numbers."""
    lines = [number for number, line in enumerate(_LINE_END.split(data), 1) if not _is_utf8(line)]
    if len(lines) == 1:
        return f"line {lines[0]}"
    if len(lines) <= _NAMED:
        return f"lines {', '.join(map(str, lines[:-1]))} and {lines[-1]}"
    return f"{len(lines):,} lines ({', '.join(map(str, lines[:_NAMED]))}, …)"


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _expected(data: bytes, offset: int, encoding: str | None) -> str:
    if encoding is None:
        return "UTF-8 text"
    if encoding == "utf-8":
        return "UTF-8 text; most of the file is UTF-8, so these bytes are probably damaged"
    text = decode_wholly(data, encoding)
    if text is None:
        return f"UTF-8 text; some bytes are invalid in {encoding} too"
    around = printable(_around(text, place_in(data, encoding, offset)))
    return f"UTF-8 text; decoded as {encoding}, the text here is “{around}”"


def _around(text: str, place: int) -> str:
    """Return the text around a place in its line."""
    first = text.rfind("\n", 0, place) + 1
    last = text.find("\n", place)
    last = len(text) if last < 0 else last
    start, end = max(first, place - _BEFORE), min(last, place + _AFTER)
    return ("…" if start > first else "") + text[start:end].rstrip() + ("…" if end < last else "")
