"""Control characters, and other characters that no text can hold.

A NUL, a C1 control or a lone surrogate is no part of a text: it is left over from another encoding (U+0093 is a
quotation mark of windows-1252) or from a broken conversion. No document can hold one, so ``corpusfmt fmt`` leaves a
file that has one as it is. U+0085, U+2028, U+2029 and U+FEFF inside the text, form feeds and vertical tabs are read as
blanks or passed over, and fmt leaves them out; they are no finding of this rule but for the layout.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import name

from corpusfmt.diagnostic import Finding, Severity
from corpusfmt.formatter import LOST_CONTROL
from corpusfmt.subject import Subject, find

LEVEL = 1
SEVERITY: Severity = "error"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each such character, with what windows-1252 would have it be."""
    for match in LOST_CONTROL.finditer(subject.text):
        yield find("control-character", _message(match), match.span(), "a character that can be seen")


def _message(match: re.Match[str]) -> str:
    code = ord(match[0])
    if 0xD800 <= code < 0xE000:
        return f"lone surrogate U+{code:04X}"
    return f"control character U+{code:04X}{_meaning(code)}"


def _meaning(code: int) -> str:
    try:
        meant = bytes([code]).decode("windows-1252") if code >= 0x80 else ""
    except UnicodeDecodeError:
        return ""
    return f"; in windows-1252 it would be “{meant}” ({name(meant).lower()})" if meant else ""
