"""Any text on one line, and nothing in it that drives a terminal."""


def printable(text: str) -> str:
    """The text on one line; what cannot be seen, and what could drive a terminal, is printed as an escape."""
    return text if text.isprintable() else "".join(map(_glyph, text))


def _glyph(character: str) -> str:
    code = ord(character)
    if character.isprintable():
        return character
    if 0xDC80 <= code <= 0xDCFF:  # a byte of a file name that is not UTF-8
        return f"\\x{code - 0xDC00:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
