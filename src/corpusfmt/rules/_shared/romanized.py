"""Names in Greek and Cyrillic letters as hosts have them: in Latin letters, by one of many rules.

Rules for writing in Latin letters differ in a few letters: `й` is `i`, `j` or `y`, and `х` is `h`,
`kh` or `x`. Both the name and the host are written with one letter for all of these.
"""

from __future__ import annotations

import unicodedata

_LATIN = str.maketrans(
    dict(
        zip(
            "абвгґдеєжзиіїйклмнопрстуфхцчшщыэюя" + "јљњћђџў",
            (
                *("a", "b", "v", "g", "g", "d", "e", "ie", "zh", "z", "i", "i", "i", "i", "k", "l"),
                *("m", "n", "o", "p", "r", "s", "t", "u", "f", "h", "c", "ch", "sh", "shch", "i"),
                *("e", "iu", "ia", "i", "li", "ni", "c", "d", "dz", "u"),
            ),
            strict=True,
        )
    )
    | dict(
        zip(
            "αβγδεζηθικλμνξοπρσςτυφχψω",
            (
                *("a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "ks", "o", "p"),
                *("r", "s", "s", "t", "i", "f", "h", "ps", "o"),
            ),
            strict=True,
        )
    )
    | dict.fromkeys("ъь", "")
)
_DIGRAPHS = (("ου", "u"), ("μπ", "b"), ("ντ", "d"), ("αι", "e"), ("ει", "i"), ("οι", "i"))
_VARIANTS = (
    *(("shch", "s"), ("sch", "s"), ("kh", "h"), ("sh", "s"), ("ch", "c"), ("zh", "z"), ("ts", "c")),
    *(("tz", "c"), ("ou", "u"), ("ph", "f"), ("th", "t"), ("ks", "x"), ("x", "h"), ("w", "v")),
    *(("j", "i"), ("y", "i"), ("q", "k"), ("b", "v"), ("ii", "i"), ("ai", "e"), ("ei", "i")),
)
_FEWEST = 6
"""The fewest letters of a name that is not the same by chance."""


def spells(name: str, label: str) -> bool:
    """Return whether a name in Greek or Cyrillic, or after an elided article, is that of a host."""
    words = name.lower().replace("’", "'").removeprefix("l'")
    if words.isascii() and "'" not in name and "’" not in name:  # as most
        return False
    letters = "".join(filter(str.isalnum, unicodedata.normalize("NFD", words.replace("й", "и"))))
    if len(letters) < _FEWEST:
        return False
    return letters == label or (not letters.isascii() and _fold(_romanize(letters)) == _fold(label))


def _romanize(letters: str) -> str:
    for pair, latin in _DIGRAPHS:
        letters = letters.replace(pair, latin)
    return letters.translate(_LATIN)


def _fold(label: str) -> str:
    for variant, letter in _VARIANTS:
        label = label.replace(variant, letter)
    return label
