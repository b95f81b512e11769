r"""Text that is not in Unicode normalization form C.

### What it does

Reports text that is not in NFC, with one finding for the file, at the first character that changes.

### Why

A word with a composed accent and the same word with a combining accent look the same, but do not
compare equal. Canonical text is NFC.

### Fix

The fix normalizes the text to NFC, as `corpusfmt fmt` does.

### Example

```article escaped
# Cafe\u0301 Lumen Reopens



The cafe\u0301 on Quay Street opened its doors again on Friday.
```

```findings
1:6: warning: U+0065 U+0301 is not in NFC
  expected: U+00E9
```

Composed:

```article escaped
# Caf\u00e9 Lumen Reopens



The caf\u00e9 on Quay Street opened its doors again on Friday.
```
"""

from __future__ import annotations

from unicodedata import combining, is_normalized, normalize

from corpusfmt.lint import Context, Edit, Findings, Fix

SEVERITY = "warning"
FIX = "safe"
SCOPE = "file"
NEEDS = ("not canonical",)
WHY = "the two forms are canonically equivalent"
OF_FORM = True

_LONGEST = 16
"""The most characters of one cluster that are shown: some texts pile up hundreds of accents."""


def applies(context: Context) -> bool:
    # Canonical text is NFC: to compare it is many times faster than to look at each character.
    return not context.text.isascii() and not context.is_canonical


def check(context: Context) -> Findings:
    """Yield one finding for a text that is not NFC, at the first character that changes."""
    if is_normalized("NFC", context.text):
        return
    offset = 0
    for line in context.text.split("\n"):
        if not is_normalized("NFC", line):
            start, end = _cluster(line)
            written = line[start:end]
            message, expected = (
                f"{_codes(written)} is not in NFC",
                _codes(normalize("NFC", written)),
            )
            yield context.finding(
                (offset + start, offset + end), message, expected, fix=_fix(context)
            )
            return
        offset += len(line) + 1


def _fix(context: Context) -> Fix | None:
    """Return the fix, unless composing changes the reading (U+003E U+0338 ends no URL then)."""
    composed = normalize("NFC", context.text)
    if context.reading.read(composed) != context.reading.document:
        return None
    return Fix("normalize the text to NFC", (Edit(0, len(context.text), composed),), True, WHY)


def _cluster(line: str) -> tuple[int, int]:
    """Return the span of the first character that changes, with what composes with it."""
    composed = normalize("NFC", line)
    start = 0
    for ours, theirs in zip(line, composed, strict=False):
        if ours != theirs:
            break
        start += 1
    end = start + 1
    while end < len(line) and end - start < _LONGEST and _joins(line[start:end], line[end]):
        end += 1
    return start, end


def _joins(before: str, character: str) -> bool:
    """Return whether a character joins the preceding one: a combining mark, or a part of Hangul."""
    return bool(combining(character)) or len(normalize("NFC", before + character)) <= len(
        normalize("NFC", before)
    )


def _codes(text: str) -> str:
    return " ".join(f"U+{ord(character):04X}" for character in text)
