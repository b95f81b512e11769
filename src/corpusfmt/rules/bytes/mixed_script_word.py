r"""Word with letters of another script that look alike.

### What it does

Reports words in which Cyrillic, Greek and Latin letters that look alike are mixed (`Mосква` with a
Latin `M`), with one finding for the file, at the first of them. A word is reported if it is
entirely in one script after the letters of the other are replaced by those that look the same. If
at least five words mix letters of two scripts in other ways (`тrước`), they are reported as well.

Names and terms that mix scripts on purpose are not reported: names with letters that do not look
alike (`Яndex`), names with an ending in the other script (`iPhoneа`), and symbols of science
(`TNFα`, `ΔNp63`, `kΩ`). Short words, and words with such an ending, are reported only if another
word is reported, and no word of the article is in the other script alone.

### Why

Such letters come from wrong keyboards, from text recognition, and from authors who hide words from
filters. The word looks right, but a search does not find it.

### Fix

The fix replaces the letters. It is unsafe: an article about such words may contain them on purpose.
There is none if words mix scripts in other ways as well: then a letter may be in place of any
letter that it resembles, such as `н` in place of `h`.

### Example

```article escaped
# Ferry Runs Again



The f\u0435rry sailed on M\u043enday.
```

```findings
5:5: warning: words that mix Latin and Cyrillic letters: “fеrry” and 1 more
  expected: ferry, in Latin letters only
```

Use instead:

```article
# Ferry Runs Again



The ferry sailed on Monday.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from corpusfmt.lint import Context, Edit, Findings, Fix, quoted
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "unsafe"
SCOPE = "file"
NEEDS = ("not ASCII",)
WHY = "the letters may be intended"

_CYRILLIC = ("аеорсухіѕјһԁАВЕКМНОРСТУХІЅЈ", "aeopcyxisjhdABEKMHOPCTYXISJ")
_GREEK = ("οΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oABEZHIKMNOPTYX")
"""Letters that look the same, first in the other script, then in Latin."""

_TO_LATIN = str.maketrans(_CYRILLIC[0] + _GREEK[0], _CYRILLIC[1] + _GREEK[1])
_TO_CYRILLIC = str.maketrans("aeopcyxijABEKMHOPCTYXIJ", "аеорсухіјАВЕКМНОРСТУХІЈ")
_TO_GREEK = str.maketrans(_GREEK[1] + "xvpuak", _GREEK[0] + "χνρυακ")

_LATIN_LETTER = "[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]"
_OTHER_LETTER = "[\u0370-\u03ff\u0400-\u052f]"
_MIXED = regex(f"{_LATIN_LETTER}(?:(?<={_OTHER_LETTER}.)|(?={_OTHER_LETTER}))")
_WORD = regex(r"[^\W\d_]+")
_SCRIPTS = {"L": "Latin", "C": "Cyrillic", "G": "Greek"}
_OTHER_LETTERS = frozenset(map(chr, range(0x370, 0x530)))
"""The first bytes of Greek and Cyrillic letters in UTF-16: one byte is found very fast."""

_SHORTEST, _SHORTEST_GREEK = 3, 4
_FEWEST_OTHERS = 5


class _Mixed(NamedTuple):
    """A word that mixes scripts: its span, its scripts, and how it is meant, if that is certain."""

    start: int
    end: int
    scripts: str
    meant: str


def prefilter() -> tuple[str, ...]:
    return (_OTHER_LETTER,)


def applies(context: Context) -> bool:
    return not _OTHER_LETTERS.isdisjoint(context.signs)


def check(context: Context) -> Findings:
    """Yield one finding at most, at the first word."""
    text = context.text
    if _MIXED.search(text) is None:
        return
    words = list(_find_words(text, context.body_end))
    certain = [word for word in words if word.meant]
    is_disguised = len(words) - len(certain) >= _FEWEST_OTHERS
    if not is_disguised:
        certain = sorted([*certain, *_find_others(text, context.body_end, certain)])
        words = certain
    if not words:
        return
    first = words[0]
    edits = () if is_disguised else tuple(_edits(certain))
    fix = Fix("replace the letters", edits, False, WHY) if edits else None
    message = _message(text, words)
    expected = "letters of one script" if is_disguised else _expected(first)
    yield context.finding((first.start, first.end), message, expected, fix=fix)


def _edits(words: list[_Mixed]) -> Iterator[Edit]:
    for word in words:
        yield Edit(word.start, word.end, word.meant)


def _message(text: str, words: list[_Mixed]) -> str:
    first = words[0]
    scripts = dict.fromkeys(first.scripts)
    names = " and ".join(_SCRIPTS[script] for script in scripts if script)
    shown = quoted(text[first.start : first.end])
    if len(words) == 1:
        return f"word that mixes {names} letters: {shown}"
    return f"words that mix {names} letters: {shown} and {len(words) - 1:,} more"


def _expected(word: _Mixed) -> str:
    return f"{word.meant}, in {_SCRIPTS[_script(word.meant[0])]} letters only"


def _find_words(text: str, end: int) -> Iterator[_Mixed]:
    """Yield the words that mix scripts by mistake, or in a way that no name does."""
    for match in _WORD.finditer(text, 0, end):
        word = match[0]
        if word.isascii() or _MIXED.search(word) is None:
            continue
        scripts = "".join(map(_script, word))
        meant = _meant(word, scripts)
        if meant or _alternates(scripts):
            yield _Mixed(match.start(), match.end(), scripts, meant)


def _find_others(text: str, end: int, certain: list[_Mixed]) -> list[_Mixed]:
    """Return the words that mix scripts as well, in a text that has others and only Latin words.

    In other texts, they may be a Latin name with a Cyrillic or Greek ending.
    """
    known = {word.start for word in certain}
    found: list[_Mixed] = []
    for match in _WORD.finditer(text, 0, end) if certain else ():
        word = match[0]
        if word.isascii() or match.start() in known:
            continue
        scripts = "".join(map(_script, word))
        if len(word) > 1 and "L" not in scripts and scripts:
            return []
        latin = _written_in("L", word, _TO_LATIN) if len(set(scripts)) > 1 else ""
        if latin:
            found.append(_Mixed(match.start(), match.end(), scripts, latin))
    return found


def _script(letter: str) -> str:
    """Return the script of a letter: L, C, G, or nothing for another."""
    code = ord(letter)
    if 0x400 <= code < 0x530:
        return "C"
    if 0x370 <= code < 0x400:
        return "G"
    return "L" if code < 0x250 or 0x1E00 <= code < 0x1F00 else ""


def _meant(word: str, scripts: str) -> str:
    """Return a word in letters of one script; empty where this is not certain."""
    if len(word) < _SHORTEST or len(set(scripts)) != 2 or len(scripts) != len(word):
        return ""
    if _is_ending(scripts):
        return ""
    latin = _written_in("L", word, _TO_LATIN)
    if "G" not in scripts:
        foreign = _written_in("C", word, _TO_CYRILLIC)
    elif len(word) < _SHORTEST_GREEK:
        foreign = ""
    else:
        foreign = _written_in("G", word, _TO_GREEK)
    is_mostly_latin = 2 * scripts.count("L") >= len(scripts)
    return latin if latin and (is_mostly_latin or not foreign) else foreign


def _written_in(script: str, word: str, letters: dict[int, int]) -> str:
    """Return a word with its letters replaced; empty if others than those of a script are left."""
    written = word.translate(letters)
    return written if set(map(_script, written)) == {script} else ""


def _is_ending(scripts: str) -> bool:
    """Return whether a short Cyrillic or Greek ending follows a Latin name."""
    stem = scripts.rstrip("CG")
    return set(stem) == {"L"} and 1 <= len(scripts) - len(stem) <= 3 and len(stem) >= 2


def _alternates(scripts: str) -> bool:
    """Return whether the script changes at least twice."""
    changes = 0
    for script, following in pairwise(scripts):
        changes += script != following
    return changes > 1
