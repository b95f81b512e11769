"""File names made from data, so that every file system accepts them.

``safe_name`` works on each component of a path:

- a control character, and each of ``< > : " | ? *``, becomes ``%`` and two hexadecimal digits, as
  in ``a%3Ab`` for ``a:b``; so does a dot or a space at the end of a folder name,
- the first letter of a name that Windows reserves for a device (``CON``, ``nul.txt``, ``com1``) is
  escaped too, and that of a folder that programs trust (``.git``, ``.corpusfmt``),
- a ``%`` before the digits of such an escape becomes ``%25``, so that two names never become one,
- a component that is too long (255 bytes with its ending) is cut, and ends in ``~`` and 16 digits
  of its SHA-256.
"""

from __future__ import annotations

import re

from corpusfmt.text.patterns import regex

_LONGEST_NAME = 255  # bytes
_LONGEST_ENDING = len(".jsonl")
_DIGEST_DIGITS = 16

_FORBIDDEN = regex(r'[\x00-\x1f\x7f-\x9f<>:"|?*]')
_FORBIDDEN_AT_END = regex(r"[. ]\Z")
_DEVICE = regex(r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³]) *(?:\..*)?", re.I | re.S)
_TOOL = regex(r"\.git|git~\d+|\.corpusfmt", re.IGNORECASE)

_CONTROLS = (*range(0x20), *range(0x7F, 0xA0))
_ESCAPED = frozenset(map(chr, _CONTROLS)) | frozenset('<>:"|?*%. CcPpAaNnLlGg')
"""Every character that is ever escaped."""

_CODES = "|".join(sorted(f"{ord(character):02X}" for character in _ESCAPED))
_LOOKS_ESCAPED = regex(f"%(?=(?:{_CODES}))")


def is_tool_folder(name: str) -> bool:
    """Return whether a program runs or trusts the files in folders of this name."""
    return _TOOL.fullmatch(name) is not None


def safe_name(path: str) -> str:
    """Return a path with "/" and without an ending, with a safe name for every component."""
    *folders, name = path.split("/")
    components: list[str] = []
    for folder in folders:
        escaped = _escape(folder, is_folder=True)
        components.append(_shorten(escaped, folder, _LONGEST_NAME))
    escaped = _escape(name, is_folder=False)
    components.append(_shorten(escaped, name, _LONGEST_NAME - _LONGEST_ENDING))
    return "/".join(components)


def _escape(component: str, *, is_folder: bool) -> str:
    unambiguous = _LOOKS_ESCAPED.sub("%25", component)
    escaped = _FORBIDDEN.sub(_escape_match, unambiguous)
    if is_folder:
        escaped = _FORBIDDEN_AT_END.sub(_escape_match, escaped)
    if _DEVICE.fullmatch(component) or (is_folder and is_tool_folder(component)):
        return f"%{ord(component[0]):02X}{escaped[1:]}"
    return escaped


def _escape_match(match: re.Match[str]) -> str:
    return f"%{ord(match[0]):02X}"


def _shorten(escaped: str, component: str, limit: int) -> str:
    data = escaped.encode("utf-8", "surrogatepass")
    if len(data) <= limit:
        return escaped
    from hashlib import sha256

    digest = sha256(component.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST_DIGITS]
    kept = data[: limit - _DIGEST_DIGITS - 1].decode("utf-8", "ignore")
    return f"{kept}~{digest}"
