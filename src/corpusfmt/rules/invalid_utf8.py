"""Bytes that are not UTF-8.

An article is UTF-8 text. A byte sequence that is not is found with its offset in bytes, its line and its column (in
characters, each sequence before it counted as one), and with the encoding that the file most likely has. No fix is
offered: which characters were meant is for the one who knows where the file came from. Convert it first, for example
with ``iconv -f windows-1252 -t utf-8``.

A file that is UTF-16 or UTF-32 is one finding, at its start.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.diagnostic import Finding, Severity
from corpusfmt.subject import Subject

LEVEL = 1
SEVERITY: Severity = "error"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding for each bad sequence."""
    likely = subject.decoded.encoding
    if likely and likely.startswith(("utf-16", "utf-32")):
        yield Finding("invalid-utf8", f"the file is {likely.upper()}, not UTF-8", 0, 0, "UTF-8 text", byte_offset=0)
        return
    for fault in subject.decoded.faults:
        shown = " ".join(f"{byte:02X}" for byte in fault.raw)
        yield Finding(
            "invalid-utf8",
            f"bytes {shown} at offset {fault.offset} are not UTF-8" + _meaning(fault.raw, likely),
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
        character = raw.decode(likely)
    except (UnicodeDecodeError, LookupError):
        return ""
    return f"; in {likely} they are “{character}”" if character.isprintable() else ""


def _expected(likely: str | None) -> str:
    if likely is None:
        return "UTF-8 text"
    return (
        "UTF-8 text; most of the file is, so it is likely damaged"
        if likely == "utf-8"
        else (f"UTF-8 text; the file is most likely {likely}")
    )
