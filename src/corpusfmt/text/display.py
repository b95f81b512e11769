"""Any text on one line, and nothing in it that drives a terminal."""

COLOURS = {"error": "31", "warning": "33", "info": "36"}
"""The colours of severities, as codes of terminals."""
BOLD, DIM = "1", "2"


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


def count(number: int, one: str, many: str | None = None) -> str:
    """A number and its noun: ``1 file``, ``2 files``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def shown_path(path: str) -> str:
    """A path as it is printed: on one line, whatever its name holds."""
    return printable(path) or "''"


def painted(text: str, code: str, colour: bool) -> str:
    """Return text in a colour of terminals, or as it is."""
    return f"\x1b[{code}m{text}\x1b[0m" if colour and text.strip() else text
