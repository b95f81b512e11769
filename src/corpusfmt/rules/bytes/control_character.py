r"""Control characters and other characters that are not allowed in text.

### What it does

Reports NUL, C1 controls, lone surrogates and other characters that are not allowed in text. A run
of the same character is one finding. U+0085, U+2028, U+2029, form feeds, vertical tabs and U+001C
to U+001F are not reported: they are read as spaces, and `layout` reports them. U+FEFF inside the
text is reported by `invisible-character`.

### Why

Such a character comes from another encoding (byte 93 is a quotation mark in windows-1252) or from a
faulty conversion.

### Fix

There is none. `corpusfmt fmt` does not rewrite a file that contains such a character.

### Example

```article escaped
# Ferry Runs Again



The captain called the crossing \x93a little lively.\x94
```

```findings
5:33: error: control character U+0093; byte 93 is “ in windows-1252 (left double quotation mark)
  expected: “, or no character
5:50: error: control character U+0094; byte 94 is ” in windows-1252 (right double quotation mark)
  expected: ”, or no character
```

With quotation marks:

```article escaped
# Ferry Runs Again



The captain called the crossing \u201ca little lively.\u201d
```
"""

from __future__ import annotations

import re
from unicodedata import name

from corpusfmt.lint import Context, Findings
from corpusfmt.syntax.normal_form import LOST_CONTROL

SEVERITY = "error"
BLOCKS_READING = "text"
BLOCKS_REWRITING = "always"
NEEDS = ("not readable",)
OF_FORM = True

_RUN = rf"({LOST_CONTROL.pattern})(?>\1*)"


def check(context: Context) -> Findings:
    """Yield a finding for each run of such a character, with what windows-1252 would have it be."""
    if _is_as_read(context.text, context.reading.prepared):
        return
    for match in re.finditer(_RUN, context.text):
        meant = _meant(ord(match[1]))
        yield context.finding(match.span(), _message(match, meant), _expected(meant))


def _is_as_read(text: str, prepared: str) -> bool:
    """Return whether the reader, which replaces such characters, has replaced none."""
    if text == prepared:
        return True
    end = max(0, len(prepared) - 1)  # behind it are blanks, and what the reader took for blanks
    return text.startswith(prepared[:end]) and LOST_CONTROL.search(text, end) is None


def _message(match: re.Match[str], meant: str) -> str:
    code, count = ord(match[1]), len(match[0])
    kind = "lone surrogate" if 0xD800 <= code < 0xE000 else "control character"
    found = f"{kind} U+{code:04X}" if count == 1 else f"{count:,} {kind}s U+{code:04X}"
    return (
        f"{found}; byte {code:02X} is {meant} in windows-1252 ({name(meant).lower()})"
        if meant
        else found
    )


def _expected(meant: str) -> str:
    return f"{meant}, or no character" if meant else "no such character"


def _meant(code: int) -> str:
    """Return the character that a C1 control is in windows-1252; empty where there is none."""
    return bytes([code]).decode("windows-1252", "ignore") if 0x80 <= code < 0xA0 else ""
