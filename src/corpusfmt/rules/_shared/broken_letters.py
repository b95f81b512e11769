"""Letters whose parts are characters of their own, or in the wrong order."""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.lint import Context, Edit
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

_DOT = "\u0307"
_DOTTED = regex(rf"i{_DOT}(?![\u0300-\u036f])")
"""What programs make of the Turkish letter İ in lower case."""

_AM = regex("\u0e4d(?P<tone>[\u0e48-\u0e4b]?)\u0e32|\u0ecd(?P<lao>[\u0ec8-\u0ecb]?)\u0eb2")
"""The two parts of the Thai and the Lao vowel am, perhaps with a mark of the tone between them."""
_AM_SIGNS = frozenset("\u0e4d\u0ecd")

INDIC_VOWELS = (
    "\u093e-\u094c\u09be-\u09cc\u0a3e-\u0a4c\u0abe-\u0acc\u0b3e-\u0b4c\u0bbe-\u0bcc\u0c3e-\u0c4c"
    "\u0cbe-\u0ccc\u0d3e-\u0d4c\u102b-\u1032\u103b-\u103e\u17b6-\u17c5"
)
"""Signs of India, Burma and Cambodia for vowels and parts of letters, always after a consonant."""

_FIRST = regex(rf"[{INDIC_VOWELS}](?<![^\s(“‘\"'«].)[\u0900-\u0d7f\u1000-\u109f\u1780-\u17ff]*")
_FIRST_SIGNS = frozenset("ािীিাாிాిಾಿാിေျြាេ")
_FEWEST_FIRST = 2


class BrokenLetters(NamedTuple):
    """Broken letters of one kind: where they are, what they are, and the edits that are known."""

    spans: list[tuple[int, int]]
    name: str
    expected: str
    edits: tuple[Edit, ...]


def prefilter() -> tuple[str, ...]:
    """Return the expressions of which a text with broken letters matches one."""
    return (f"i{_DOT}|[\u0e4d\u0ecd]|(?:^|[ (“‘\"'«\xa0\t])[{INDIC_VOWELS}]",)


def may_be_broken(context: Context) -> bool:
    """Return whether a text has a character of which broken letters have one."""
    signs = context.signs
    return _DOT in signs or not signs.isdisjoint(_AM_SIGNS | _FIRST_SIGNS)


def broken_letters(context: Context) -> Iterator[BrokenLetters]:
    """Yield the broken letters of each kind, if there are any."""
    text, end, signs = context.text, context.body_end, context.signs
    if _DOT in signs:
        spans = [match.span() for match in _DOTTED.finditer(text, 0, end)]
        edits = tuple([Edit(*span, "i") for span in spans])
        yield BrokenLetters(spans, "“i” with a second dot", "i", edits)
    if not signs.isdisjoint(_AM_SIGNS):
        matches = list(_AM.finditer(text, 0, end))
        edits = tuple([Edit(*match.span(), _am(match[0])) for match in matches])
        yield BrokenLetters(
            [match.span() for match in matches], "vowel in two parts", "one character", edits
        )
    if not signs.isdisjoint(_FIRST_SIGNS):
        spans = [match.span() for match in _FIRST.finditer(text, 0, end)]
        if len(spans) >= _FEWEST_FIRST:
            yield BrokenLetters(spans, "word that begins with the sign of a vowel", "a letter", ())


def _am(parts: str) -> str:
    """Return the vowel am with the mark of its tone before it, as it is written."""
    whole = "\u0e33" if parts[-1] == "\u0e32" else "\u0eb3"
    return parts[1:-1] + whole
