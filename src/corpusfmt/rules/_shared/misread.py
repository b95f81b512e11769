"""UTF-8 that was decoded as a code page of DOS, of an old Macintosh or of another region.

ftfy repairs few of these lines: it does not know cp850, and in the others it looks for frequent
letters. Here a line is repaired where its characters are, as bytes, what UTF-8 has for text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

_BOX = "".join(map(chr, range(0x2500, 0x25A0)))
"""Lines, corners and blocks, which half of the bytes beyond ASCII are in code pages of DOS."""

_GATES = {
    "cp437": ("ΓÇ", "Γé¼"),
    "cp850": ("ÔÇ", "Ôé¼"),
    "cp852": ("ÔÇ", "Ôé¼"),
    "mac-roman": ("√", "≈", "∆", "ƒ", "◊", "¬", "∞", "∂", "∑", "∏", "∫", "Œ±"),
    "windows-1250": (
        "Ă",
        "Ĺ",
        "ÂŁ",
        "Â˛",
        "Âł",
        "ĐŃ",
        "ŘŮ",
        "ŕ¸",
        "ŕ¤",
        "ă\x81",
        "ÎĎ",
        "×ś",
        "ěë",
        "ĺä",
    ),
    "windows-1253": ("ΞΟ±",),
    "windows-1256": ("ط§", "أ©"),
}
"""The code pages, in the order in which they are tried, and what shows them: a misread text has all
characters of one of these strings, or a line or block of `_BOX` in code pages of DOS.
"""

_LINES = frozenset(_BOX)
_DOS = frozenset({"cp437", "cp850", "cp852"})
_FIRST = _LINES.union(gate[0] for gates in _GATES.values() for gate in gates)
_DECODED = {"mac-roman": "mac_roman"}
"""The names of the code pages in Python that differ."""

_ALONE = {
    "cp437": f"[{_BOX}]{{second}}|Γ[Çüéåêö]{{second}}",
    "cp850": f"[{_BOX}]{{second}}|Ô[Çüéåêö]{{second}}",
    "cp852": f"[{_BOX}]{{second}}|Ô[Çüéćŕ]{{second}}",
    "mac-roman": "[√≈∆ƒ◊]{second}|¬(?:[£©®∞´†∑]|(?<![^\\W\\d_]¬)ª)",
    "windows-1250": r"(?<=[a-z])[ÂĂÄĹ]{second}|(?<!\w)Â[Ł©«»·](?=[\w\s])",
}
"""What is certain where it occurs once. Elsewhere, three characters of UTF-8 in a row are."""

_LATIN = "\xa0-\xac\xae-\u017f\u0192\u01a0\u01a1\u01af\u01b0\u0218-\u021b\u0259\u1e80-\u1ef9"
_MARKS = (
    "\u2010-\u2027\u202f-\u203a\u2044\u2060\u20a0-\u20bf\u2116\u2122\u2190-\u21ff\u2212"
    "\u25a0-\u27bf\ufeff"
)
_OTHERS = (
    "\u0386-\u03ce\u0401-\u045f\u0490-\u0493\u049a-\u04e9\u0591-\u05f4\u060c-\u06ff"
    "\u0901-\u0dff\u0e01-\u0e5b\u10d0-\u10ff\u3000-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff"
    "\uff01-\uff9f\U0001f000-\U0001faff"
)
_IS_TEXT = regex(f"[{_LATIN}{_MARKS}{_OTHERS}]+")
_LETTER_OF_OTHERS = regex("[\u0386-\u0dff\u0e01-\u10ff\u3040-\ud7a3]")
_IN_LATIN_WORD = regex("[A-Za-z]")
_DRAWN = regex(f"[{_BOX}]+")
_IN_WORD = regex(f"(?<=[A-Za-z0-9])[{_BOX}]|[{_BOX}]{{2,8}}[A-Za-z]")


class Misread(NamedTuple):
    """A line decoded again, and whether all of its characters beyond ASCII were bytes of it."""

    text: str
    encoding: str
    is_whole: bool


class _CodePage(NamedTuple):
    """How a code page shows UTF-8: what is certain, one or more characters, and the bytes."""

    certain: re.Pattern[str]
    run: re.Pattern[str]
    bytes: Mapping[int, int]


def code_pages(text: str, signs: frozenset[str]) -> list[str]:
    """Return the code pages of which a text has a sign that is certain, most likely first.

    ``signs`` are its characters that are not in ASCII.
    """
    if _FIRST.isdisjoint(signs):  # as in most texts
        return []
    has_lines = not _LINES.isdisjoint(signs)
    found: list[str] = []
    for name, gates in _GATES.items():
        is_likely = (has_lines and name in _DOS) or any(map(signs.issuperset, gates))
        if is_likely and _has_certain(text, _code_page(name)):
            found.append(name)
    return found


def decode_misread(line: str, names: Sequence[str]) -> Misread | None:
    """Return a line decoded again, with that of some code pages that decodes most of it."""
    best: Misread | None = None
    left = sum(map(_is_beyond_ascii, line))
    for name in names:
        text, rest = _decode(line, _code_page(name))
        if rest < left:
            best, left = Misread(text, name, rest == 0), rest
        elif best is not None and rest == left and text != best.text:
            best = best._replace(is_whole=False)  # which of the two it is, nobody knows
    return best


def _is_beyond_ascii(character: str) -> bool:
    return character > "\x7f"


def _has_certain(text: str, page: _CodePage) -> bool:
    """Return whether a text has a sign that is certain, and is no table made of lines."""
    for match in page.certain.finditer(text):
        is_drawn = _DRAWN.fullmatch(match[0]) and not _IN_WORD.match(text, match.start())
        if not is_drawn and _decoded(match[0], page) is not None:
            return True
    return False


def _decode(line: str, page: _CodePage) -> tuple[str, int]:
    """Return a line decoded again, and how many characters beyond ASCII it could not decode."""
    parts: list[str] = []
    done = rest = 0
    for start, end, decoded in _decoded_runs(line, page):
        before = line[done:start]
        rest += sum(map(_is_beyond_ascii, before))
        parts += (before, decoded)
        done = end
    rest += sum(map(_is_beyond_ascii, line[done:]))
    return "".join((*parts, line[done:])), rest


def _decoded_runs(line: str, page: _CodePage) -> Iterator[tuple[int, int, str]]:
    """Yield the runs of a line that are UTF-8: start, end, and the text that they are."""
    for match in page.run.finditer(line):
        decoded = _decoded(match[0], page)
        if decoded is not None and not _is_mixed(line, match, decoded):
            yield *match.span(), decoded


def _is_mixed(line: str, match: re.Match[str], decoded: str) -> bool:
    """Return whether a run would put letters of another script into a word of Latin letters."""
    if _LETTER_OF_OTHERS.search(decoded) is None:
        return False
    beside = line[max(match.start() - 1, 0) : match.start()] + line[match.end() : match.end() + 1]
    return len(decoded) < 3 and _IN_LATIN_WORD.search(beside) is not None


def _decoded(run: str, page: _CodePage) -> str | None:
    """Return what characters of a code page are as UTF-8, or None if that is not text."""
    try:
        decoded = run.translate(page.bytes).encode("latin-1").decode()
    except UnicodeError:
        return None
    return decoded if _IS_TEXT.fullmatch(decoded) is not None else None


@cache
def _code_page(name: str) -> _CodePage:
    """Return what is known of a code page; bytes without a character are C1 controls, as usual."""
    characters = [_character(byte, _DECODED.get(name, name)) for byte in range(0x80, 0x100)]
    second, two, three, four = (
        f"[{re.escape(''.join(characters[start - 0x80 : end - 0x80]))}]"
        for start, end in ((0x80, 0xC0), (0xC2, 0xE0), (0xE0, 0xF0), (0xF0, 0xF5))
    )
    one = f"(?:{two}{second}|{three}{second}{{2}}|{four}{second}{{3}})"
    alone = _ALONE.get(name, "").replace("{second}", second)
    certain = f"(?:{one}){{3}}" + (f"|{alone}" if alone else "")
    numbers = {ord(character): byte for byte, character in enumerate(characters, 0x80)}
    return _CodePage(regex(certain), regex(f"{one}+"), numbers)


def _character(byte: int, encoding: str) -> str:
    try:
        return bytes([byte]).decode(encoding)
    except UnicodeDecodeError:
        return chr(byte)
