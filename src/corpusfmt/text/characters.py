"""The characters of a text beside those that most of it is made of."""

from __future__ import annotations

from collections.abc import Iterable

from corpusfmt.text.patterns import regex

# As in ``string``, which compiles a pattern when it is imported.
LOWER_CASE = "abcdefghijklmnopqrstuvwxyz"
LETTERS = LOWER_CASE + LOWER_CASE.upper()
DIGITS = "0123456789"

_ORDINARY = f"{LETTERS}{DIGITS} \n".encode()
_ASCII = bytes(range(0x80))
_WORDS = frozenset(f"{LETTERS}{DIGITS}_".encode())
_APART = bytes(byte if byte >= 0x80 or byte in _WORDS else 0x20 for byte in range(0x100))
"""Spaces in place of what is ASCII and no part of a word."""
_LOWER_APART = _APART.lower()
_LETTERS_APART = bytes(0x20 if byte in b"0123456789_" else byte for byte in _LOWER_APART)

_NO_LETTER = regex(r"\W")
_FEW_CAPITALS = 8
"""How many letters are replaced one by one faster than all are put in lower case."""

_UNEVEN = frozenset("İΣ")
"""The letters of which the lower case is two characters, or has two forms."""


def rare_characters(text: str | bytes) -> str:
    """Return a text, or one in UTF-8, without ASCII letters, digits, spaces and line feeds.

    To look for a character in what is left takes a tenth of the time; characters that are adjacent
    in the text are adjacent there.
    """
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    return data.translate(None, _ORDINARY).decode("utf-8", "surrogatepass")


def places_of(character: str, text: str, end: int | None = None) -> list[int]:
    """Return where a text has a character, up to an end: faster than a pattern if it is rare."""
    end = len(text) if end is None else end
    places: list[int] = []
    place = text.find(character, 0, end)
    while place >= 0:
        places.append(place)
        place = text.find(character, place + 1, end)
    return places


def lower_words(text: str) -> list[bytes]:
    r"""Return the runs of letters, digits and underscores, as ``\w+`` has them, in lower case.

    They are in UTF-8: to cut bytes takes less than half the time of the pattern.
    """
    return words_in_lower_case(text if text.isascii() else text.lower())


def words_in_lower_case(text: str) -> list[bytes]:
    """Return the words of `lower_words` of a text that is in lower case, or in ASCII."""
    if text.isascii():
        return text.encode().translate(_LOWER_APART).split()
    return _without_signs(text).translate(_APART).split()


def runs_of_letters(text: str) -> list[bytes]:
    """Return the words of a text without the digits and underscores that `lower_words` has."""
    return _without_signs(text.lower()).translate(_LETTERS_APART).split()


def lower_by_signs(text: str, signs: Iterable[str]) -> str:
    """Return a text in lower case; ``signs`` has its characters that are not in ASCII.

    To put bytes in lower case, and to replace the other letters one by one, takes a third of the
    time of ``str.lower``, where these are few.
    """
    if text.isascii():
        return text.lower()
    capitals = [sign for sign in filter(str.istitle, signs) if not sign.isascii()]
    if len(capitals) > _FEW_CAPITALS or not _UNEVEN.isdisjoint(capitals):
        return text.lower()
    lower = text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")
    for capital in capitals:
        lower = lower.replace(capital, capital.lower())
    return lower


def words_of_lines(text: str) -> list[list[bytes]]:
    """Return the words of `words_in_lower_case` of each line: a short one alone takes longer."""
    lines = _without_signs(text).split(b"\n")
    return [line.translate(_LOWER_APART).split() for line in lines]


def _without_signs(text: str) -> bytes:
    """Return a text in UTF-8, with spaces for what is beyond ASCII and no part of a word."""
    data = text.encode("utf-8", "surrogatepass")
    if data.isascii():
        return data
    others = data.translate(None, _ASCII).decode("utf-8", "surrogatepass")
    for sign in set(_NO_LETTER.findall(others)):
        data = data.replace(sign.encode("utf-8", "surrogatepass"), b" ")
    return data
