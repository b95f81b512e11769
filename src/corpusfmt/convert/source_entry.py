"""The ``source`` of a document: where it was read from."""

from __future__ import annotations

import re

from corpusfmt.files.read import sha256
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.patterns import regex

if TYPE_CHECKING:
    from corpusfmt.model.document import SourceEntry

_NOT_IN_JSON = regex("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")
"""The characters of a path that are escaped in a document."""

_UNDECODABLE_BYTES = range(0xDC80, 0xDD00)
"""The surrogates for the bytes of a file name that is not UTF-8."""


def make_source(
    data: bytes, path: str, place: SourceEntry | None = None, *, digest: str | None = None
) -> SourceEntry:
    """Return the ``source`` of what is read from bytes; ``place`` says where in the file it is.

    ``digest`` is that of the file, if the bytes are a part of it.
    """
    source: SourceEntry = {"path": _escape_path(path), "sha256": digest or sha256(data)}
    if place is not None:
        source = {**source, **place}
    if "member" in source:
        source["member"] = _escape_path(source["member"])
    return source


def _escape_path(path: str) -> str:
    r"""Return a path as a document can contain it, with escapes such as ``\xff`` for a byte."""
    if path.isascii() and path.isprintable():
        return path
    return _NOT_IN_JSON.sub(_escape, path)


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code in _UNDECODABLE_BYTES:
        code -= 0xDC00
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
