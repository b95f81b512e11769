r"""Bytes that are not UTF-8.

An article is UTF-8 text. Every byte sequence that is not is found, with its offset in bytes, its line and its column
(in characters, each sequence before it counted as one), and with the encoding that the file most likely has. No fix is
offered: which characters were meant is for the one who knows where the file came from. Convert it first, for example
with `iconv -f windows-1252 -t utf-8`.

A file that is UTF-16 or UTF-32 is one finding, at its start. What else is wrong with a file is found as well, as if it
had been converted.

```article bytes
# Caf\xe9 Lumen Reopens



The caf\xe9 on Quay Street opened its doors again on Friday.
```

```findings
1:6: error: byte E9 at offset 5 is not UTF-8; in windows-1252 it is “é”
  expected: UTF-8 text; the file is most likely windows-1252
5:8: error: byte E9 at offset 31 is not UTF-8; in windows-1252 it is “é”
  expected: UTF-8 text; the file is most likely windows-1252
```

The same in UTF-8 is clean:

```article bytes
# Caf\xc3\xa9 Lumen Reopens



The caf\xc3\xa9 on Quay Street opened its doors again on Friday.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.lint.context import NOT_UTF8, Subject
from corpusfmt.model.diagnostic import Finding, Severity
from corpusfmt.rules import Blocks

LEVEL = 1
SEVERITY: Severity = "error"
NEEDS = (NOT_UTF8,)
BLOCKS_REWRITING: Blocks = "always"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding for each bad sequence."""
    if subject.wide is not None:
        message = f"the file is {subject.wide.upper()}, not UTF-8"
        yield Finding("invalid-utf8", message, 0, 0, "UTF-8 text", byte_offset=0)
        return
    likely = subject.decoded.encoding
    for fault in subject.decoded.problems:
        shown = " ".join(f"{byte:02X}" for byte in fault.raw)
        one = len(fault.raw) == 1
        message = f"byte{'' if one else 's'} {shown} at offset {fault.offset} {'is' if one else 'are'} not UTF-8"
        meaning = _meaning(fault.raw, likely)
        yield Finding(
            "invalid-utf8",
            message + (f"; in {likely} {'it is' if one else 'they are'} “{meaning}”" if meaning else ""),
            fault.start,
            fault.start + 1,
            _expected(likely),
            byte_offset=fault.offset,
        )


def _meaning(raw: bytes, likely: str | None) -> str:
    """What the bytes say in the likely encoding, where that can be shown."""
    if likely is None or likely == "utf-8":
        return ""
    try:
        meaning = raw.decode(likely)
    except (UnicodeDecodeError, LookupError):
        return ""
    return meaning if meaning.isprintable() else ""


def _expected(likely: str | None) -> str:
    if likely is None:
        return "UTF-8 text"
    if likely == "utf-8":
        return "UTF-8 text; most of the file is, so it is likely damaged"
    return f"UTF-8 text; the file is most likely {likely}"
