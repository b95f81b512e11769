"""Texts as XML."""

from __future__ import annotations

from corpusfmt.convert.format import ConversionError
from corpusfmt.convert.html_inline import escape_text, escape_value
from corpusfmt.text.patterns import regex

_NOT_XML = regex("[\ufffe\uffff]")
"""The characters that a document can contain, and XML cannot."""


def element(name: str, text: str, **attributes: str | None) -> str:
    """Return an element that contains a text, with those attributes that are not None."""
    return f"{start_tag(name, **attributes)}{escape_text(text)}</{name}>"


def start_tag(name: str, **attributes: str | None) -> str:
    """Return the tag that begins an element, with those attributes that are not None."""
    written = [
        f' {key.replace("_", "-")}="{escape_value(value)}"'
        for key, value in attributes.items()
        if value is not None
    ]
    return f"<{name}{''.join(written)}>"


def encode_xml(text: str) -> bytes:
    """Return XML in UTF-8; raise ConversionError for a character that XML cannot contain."""
    invalid = _NOT_XML.search(text)
    if invalid is not None:
        raise ConversionError(f"contains U+{ord(invalid[0]):04X}, which XML cannot contain")
    return text.encode()
