r"""Reading of a Japanese or Chinese character that has run into the text.

### What it does

Reports what is left of ruby text (furigana, bopomofo), which a page prints small above a word:

- a reading after each single character: `港(みなと)町(まち)`, `渡（わた）し終（お）えて着（つ）く`
- a reading inside two words that go on: `再（ふたた）び動（うご）き出した`
- a reading after a common word, which no reader needs: `東京（とうきょう）`; one of three
  characters or more also without brackets: `東京とうきょう`
- the notation of Aozora Bunko and of novels: `港町《みなとまち》`, `｜港町《みなとまち》`
- bopomofo after a character: `港(ㄍㄤˇ)`

One reading in parentheses after a name or a rare word is usual in print, and is not reported. In
each block, there is one finding.

### Why

The readings are between the characters of a word. So a search does not find the word, and a program
that splits the text into words counts the readings as words.

### Fix

The fix removes the readings. It is unsafe, since a reading can show how a name is pronounced.

### Example

```article
# 渡船再開



港(みなと)町(まち)の渡(わた)し船が出た。
```

```findings
5:2: warning: 3 readings run into the text, the first “(みなと)”
  expected: the text without them
```

Without them:

```article
# 渡船再開



港町の渡し船が出た。
```
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from corpusfmt.lint import Context, Findings, Fix
from corpusfmt.rules._shared.passages import Remains, remains, visible_signs
from corpusfmt.rules._shared.word_lists import read_list
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "unsafe"
NEEDS = ("&", "not ASCII")
WHY = "a reading can show how a name is pronounced"

_KANJI = "[々〆\u3400-\u9fff]"
_KANA = "[ぁ-ゖァ-ヺー]"
_AND = "とやかの、・，さち氏君様"
_ENDINGS = frozenset("いうえきけぎぐげしすせじずつてねびぶべみむめりるれろ")
"""Kana that verbs and adjectives go on with after a reading, and no particle or title is."""

_FAR, _FEWEST, _LONG_READING = 5, 2, 3
_READINGS = frozenset(map(chr, (*range(0x3041, 0x30FB), *range(0x3105, 0x3130))))
"""The characters of readings: kana and bopomofo."""

_NAMES = ("reading run into the text", "readings run into the text")


@cache
def _entries() -> tuple[tuple[str, str], ...]:
    """Return the common words with their readings."""
    entries = map(str.split, read_list("ruby_words"))
    return tuple([(word, reading) for word, reading in entries])


@cache
def _common() -> str:
    """Return the pattern of the readings of common words, in brackets behind them or without.

    The words are grouped by their last characters, or else all are tried in every place.
    """
    groups: dict[str, list[str]] = {}
    for word, reading in _entries():
        groups.setdefault(word[-1], []).append(rf"(?<={word})[(（]{reading}[)）]")
    for word, reading in _entries():
        if len(word) > 1 and len(reading) >= _LONG_READING:
            groups[word[-1]].append(_without_brackets(word, reading))
    parts = [rf"(?<={last})(?:{'|'.join(group)})" for last, group in groups.items()]
    return rf"(?<=[{''.join(groups)}])(?:{'|'.join(parts)})"


def _without_brackets(word: str, reading: str) -> str:
    """Return the pattern of a longer reading directly after a common word of several characters.

    No text has a word and its own reading in a row.
    """
    return rf"(?<={word})[ 　]?{reading}(?:(?<= {reading}) )?"


@cache
def _needles() -> tuple[str, ...]:
    """Return strings of which a text with readings has one."""
    readings = [reading for _, reading in _entries()]
    return "(", "（", "《", *[one for one in readings if len(one) >= _LONG_READING]


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of readings, whose classes take milliseconds to compile.

    It looks first for a character that a match can begin with, after one that has a reading, which
    takes a tenth of the time.
    """
    firsts = "".join(sorted({needle[0] for needle in _needles()}))
    lasts = "".join(sorted({word[-1] for word, _ in _entries()}))
    return regex(
        rf"(?=[ 　{firsts}])(?<=[々〆\u3400-\u9fff{lasts}])"
        rf"(?:(?P<aozora>(?<={_KANJI})《{_KANA}{{1,12}}》)"
        rf"|(?P<bopomofo>(?<={_KANJI})[(（][ㄅ-ㄯˊˇˋ˙]{{1,5}}[)）])"
        rf"|(?P<each>(?<=[^\u3400-\u9fff々]{_KANJI})[(（]{_KANA}{{1,6}}[)）]"
        rf"|(?<=\A{_KANJI})[(（]{_KANA}{{1,6}}[)）])"
        rf"|(?P<common>{_common()}))"
    )


def prefilter() -> tuple[str, ...]:
    entries = list(map(str.split, read_list("ruby_words")))
    long = [f"{word[-1]} ?{reading[:_LONG_READING]}" for word, reading in entries if len(word) > 1]
    return ("[(（《][ぁ-ヺーㄅ-ㄯˊˇˋ˙]", "|".join(sorted(set(long))))


def applies(context: Context) -> bool:
    return not _READINGS.isdisjoint(context.memo(visible_signs))


def check(context: Context) -> Findings:
    """Yield a finding for each block with readings."""
    for found in remains(context, _pattern(), *_needles(), prefilter=prefilter):
        if found.kind != "each" or _is_each(found) or _has_endings(found) or _has_common(found):
            edits = tuple(map(found.removal, found.matches))
            fix = Fix("remove the readings", edits, False, WHY)
            message = found.describe(*_NAMES)
            yield context.finding(found.span, message, "the text without them", fix=fix)


def _has_endings(found: Remains) -> bool:
    """Return whether words go on after two readings at least, as those of verbs do."""
    text = found.passage.text
    ended = [match for match in found.matches if text[match.end() : match.end() + 1] in _ENDINGS]
    return len(ended) >= _FEWEST


def _has_common(found: Remains) -> bool:
    """Return whether one of the readings is that of a word which every reader can read."""
    text, pattern = found.passage.text, regex(_common())
    return any(pattern.match(text, match.start()) is not None for match in found.matches)


def _is_each(found: Remains) -> bool:
    """Return whether each character has its own reading, not each word of a list.

    Two readings are enough if there is one character between them, else it takes three.
    """
    near = 0
    for left, right in pairwise(found.matches):
        between = found.passage.text[left.end() : min(right.start(), left.end() + _FAR)]
        if len(between) == 1:
            return True
        near += len(between) < _FAR and between[0] not in _AND
    return near >= _FEWEST
