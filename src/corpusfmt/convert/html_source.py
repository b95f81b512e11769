"""The bytes of a page in UTF-8."""

from __future__ import annotations

from corpusfmt.files.archives.http_body import charset_of
from corpusfmt.text.patterns import regex

_SCAN = 1024
"""The bytes in which HTML looks for the encoding."""

_META = regex(rb"(?i)<meta\b[^>]{0,300}\bcharset\s*=[^>]{0,60}>")
_SUPERSETS = {"gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "cp1252", "ascii": "cp1252"}
"""The encodings that browsers read for the names of smaller ones (WHATWG Encoding)."""


def prepare_source(data: bytes, encoding: str | None) -> bytes:
    """Return a page in UTF-8 if its encoding is known.

    The encoding is the one that the server names, or else the one in the ``<meta>`` of a page that
    is not UTF-8, if all of the page is in it.
    """
    return _to_utf8(data, encoding or _declared_encoding(data))


def _to_utf8(data: bytes, encoding: str | None) -> bytes:
    if encoding is None:
        return data
    try:
        return data.decode(encoding).encode()
    except (LookupError, ValueError):
        return data


def _declared_encoding(data: bytes) -> str | None:
    found = _META.search(data[:_SCAN])
    named = charset_of(found[0].decode("ascii", "replace")) if found else None
    if named is None or _is_utf8(data):
        return None
    return _SUPERSETS.get(named.lower(), named)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
