"""Names that come from data, as names that every file system takes.

``safe_name`` works on each part of a path:

- a control character, and each of ``< > : " | ? *``, becomes ``%`` and two hexadecimal digits, as in ``a%3Ab`` for
  ``a:b``; so does a dot or a space at the end of a part that is a folder,
- the first letter of a name that Windows keeps for a device (``CON``, ``nul.txt``, ``com1``) is written like that, and
  that of a folder that programs believe (``.git``, ``.corpusfmt``),
- a ``%`` before the digits of one of these becomes ``%25``, so that two names never become one,
- a part that is too long (255 bytes with its ending) is cut, and ends in ``~`` and 16 digits of its SHA-256.
"""

from __future__ import annotations

import re
from hashlib import sha256

_LONGEST, _ENDING = 255, 6  # bytes; the longest ending is ".jsonl"
_DIGITS = 16

_CHARACTERS = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"|?*]')
_LAST = re.compile(r"[. ]\Z")
_DEVICE = re.compile(r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³]) *(?:\..*)?", re.I | re.S)
_TOOL = re.compile(r"\.git|git~\d+|\.corpusfmt", re.IGNORECASE)

_ESCAPED = (
    frozenset(map(chr, range(0x20))) | frozenset(map(chr, range(0x7F, 0xA0))) | frozenset('<>:"|?*%. CcPpAaNnLlGg')
)
"""Every character that is ever escaped."""

_LOOKS_ESCAPED = re.compile(f"%(?=(?:{'|'.join(sorted(f'{ord(each):02X}' for each in _ESCAPED))}))")


def safe_name(path: str) -> str:
    """Return a path without an ending, whose parts are separated by "/", with every part a safe name."""
    *folders, name = path.split("/")
    parts = [_shorten(_escape(folder, is_folder=True), folder, _LONGEST) for folder in folders]
    parts.append(_shorten(_escape(name, is_folder=False), name, _LONGEST - _ENDING))
    return "/".join(parts)


def _escape(part: str, *, is_folder: bool) -> str:
    marked = _LOOKS_ESCAPED.sub("%25", part)
    escaped = _CHARACTERS.sub(_code, marked)
    if is_folder:
        escaped = _LAST.sub(_code, escaped)
    if _DEVICE.fullmatch(part) or (is_folder and _TOOL.fullmatch(part)):
        return f"%{ord(part[0]):02X}{escaped[1:]}"
    return escaped


def _code(match: re.Match[str]) -> str:
    return f"%{ord(match[0]):02X}"


def _shorten(escaped: str, part: str, longest: int) -> str:
    data = escaped.encode("utf-8", "surrogatepass")
    if len(data) <= longest:
        return escaped
    digest = sha256(part.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
    kept = data[: longest - _DIGITS - 1].decode("utf-8", "ignore")
    return f"{kept}~{digest}"
