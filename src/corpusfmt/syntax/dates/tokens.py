"""The tokens of a line that may be a date: what each word, number and sign of it can mean."""

from __future__ import annotations

from corpusfmt.syntax.dates.words import (
    Vocabulary,
    date_vocabulary,
    fold,
    simplify,
    split_atoms,
)
from corpusfmt.text.named_tuples import NamedTuple

UNKNOWN = "x"
"""The class of a word that no date has."""

IGNORED = "fW"
"""The classes of words that do not change a date: joining words and weekdays."""

_NUMBERS = {1: ("N",), 2: ("N",), 4: ("Y",), 8: ("D",)}
_IGNORED_SIGNS = frozenset(",()[]|–_*;")
_KEPT_SIGNS = frozenset(".:/-+")


class Token(NamedTuple):
    """A word, phrase, number or sign, and its readings: see `words.Vocabulary`.

    The classes of numbers are N for one or two digits, Y for four, D for eight, and n.
    """

    text: str
    readings: tuple[str, ...]

    def is_native_year(self) -> bool:
        """Return whether this is a year in digits that are not ASCII."""
        return self.readings == _NUMBERS[4] and not self.text.isascii()


def split_tokens(line: str, vocabulary: Vocabulary | None = None) -> list[Token]:
    """Return the tokens of a line, without ignored signs and the full stops of abbreviations.

    A phrase that begins with a sign, such as the ending of an ordinal, follows a number.
    """
    vocabulary = vocabulary or date_vocabulary()
    atoms: list[str] = []
    for atom in split_atoms(simplify(line)):
        atoms.extend(vocabulary.split_unspaced(fold(atom)))
    tokens: list[Token] = []
    start = 0
    while start < len(atoms):
        end = _token_end(atoms, start, vocabulary)
        word = atoms[start:end]
        token = _token(word, tokens, vocabulary)
        if token is not None:
            tokens.append(token)
        start = end
        if end < len(atoms) and atoms[end] == "." and _drops_full_stop(word):
            start += 1
    return tokens


def _token_end(atoms: list[str], start: int, vocabulary: Vocabulary) -> int:
    """Return the end of the longest known phrase, full stops aside, or of one atom."""
    found = start + 1
    longest = vocabulary.longest.get(atoms[start])
    begins_phrase = atoms[start][0].isalnum() or (start > 0 and atoms[start - 1].isdecimal())
    if longest is None or not begins_phrase:
        return found
    key = atoms[start]
    count = 1
    for end in range(start + 1, len(atoms)):
        if atoms[end] == ".":
            continue
        key = f"{key} {atoms[end]}"
        count += 1
        if key in vocabulary.words:
            found = end + 1
        if count == longest:
            break
    return found


def _token(atoms: list[str], before: list[Token], vocabulary: Vocabulary) -> Token | None:
    """Return the token of a word, phrase, number or sign, or None if it is to be ignored."""
    text = " ".join(atoms)
    if text.isdecimal():
        return Token(text, _NUMBERS.get(len(text), ("n",)))
    if text in _KEPT_SIGNS:
        return Token(text, (text,))
    if text in _IGNORED_SIGNS:
        return None
    key = " ".join([atom for atom in atoms if atom != "."])
    readings = vocabulary.words.get(key, (UNKNOWN,))
    if "o" in readings:
        readings = _readings_of_ending(readings, before)
    return None if readings == ("f",) else Token(text, readings)


def _readings_of_ending(readings: tuple[str, ...], before: list[Token]) -> tuple[str, ...]:
    """Return what the ending of an ordinal can mean: ignored after a number, or another word."""
    if before and before[-1].readings == ("N",):
        return ("f",)
    return tuple([reading for reading in readings if reading != "o"]) or (UNKNOWN,)


def _drops_full_stop(word: list[str]) -> bool:
    """Return whether a full stop after a word is ignored: also after "thứ 7", unlike a number."""
    last = word[-1]
    if last.isdecimal():
        return len(word) > 1
    return last not in _IGNORED_SIGNS and last not in _KEPT_SIGNS
