"""Letter of another language in place of one that old encodings do not have.

### What it does

Reports an article in

- Romanian with `ş` and `ţ`, which have a cedilla, in place of `ș` and `ț`, which have a comma,
- Persian or Urdu with the letters `ي` and `ك` of Arabic in place of `ی` and `ک`,

if two frequent words of the language or more are written so. There is one finding, at the first of
these words. Names of other languages alone, such as `Eskişehir`, are not reported.

### Why

Encodings and keyboards older than Unicode have only one of the two letters, which look nearly
alike. A search for one of them does not find the other, and programs count one word as two.

### Fix

The fix replaces the letters in the text. It is unsafe, since names of other languages have them,
too.

### Example

```article
# Feribotul pleacă din nou



Feribotul a plecat luni, şi preşedintele a spus că toţi pasagerii sunt bine.
```

```findings
5:26: warning: 3 letters that are not of Romanian, from “şi” on
  expected: și
```

Use instead:

```article
# Feribotul pleacă din nou



Feribotul a plecat luni, și președintele a spus că toți pasagerii sunt bine.
```
"""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter

from corpusfmt.lint import Context, Edit, Findings, Fix, quoted
from corpusfmt.text.characters import places_of
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "unsafe"
SCOPE = "file"
NEEDS = ("not ASCII",)
WHY = "names of other languages have these letters, too"


class _Language(NamedTuple):
    """A language, its letters by those that are written for them, and words written so."""

    name: str
    letters: Mapping[str, str]
    words: str


_LANGUAGES = (
    _Language(
        "Romanian",
        {"ş": "ș", "ţ": "ț", "Ş": "Ș", "Ţ": "Ț"},
        "[şŞ]i|aceşt[iea]|aceeaşi|acelaşi|aşa|toţi|faţă|viaţ[aă]|deşi|totuşi|însuşi"
        r"|ţar[aăi]\w*|preşedinte\w*|poliţ\w+|naţional\w*|staţi\w+|oraş\w*|ştiri\w*|şase|şapte|şef\w*"
        r"|informaţi\w+|situaţi\w+|preţ\w*|instituţi\w+|părinţi\w*|bărbaţi\w*|şco\w+|justiţi\w+|piaţ\w+"
        r"|atenţi\w+|soluţi\w+|declaraţi\w+|condiţi\w+|acţiun\w+|cetăţen\w+",
    ),
    _Language(
        "Persian",
        {"ي": "ی", "ك": "ک"},
        "كه|يك|مي(?:‌[\u0600-\u06ff]+)?|براي|[\u0600-\u06ff]{2,}‌هاي|كشور|يكي|نيز|ايران"
        "|كرده|شوراي|كنند|همچنين|ديگر|نيست|بيش",
    ),
    _Language(
        "Urdu",
        {"ي": "ی", "ك": "ک"},
        "كے|كہ|كہا|كيے|كيں|ميں|ہيں|نہيں|تھيں|انہيں|يہ|ليے|ديے|جيسے|سكتے|كرنے|ديتے|كہتے",
    ),
)
_FEWEST = 2
_PERSIAN = frozenset("پچژگیک")
"""Letters that an article in Persian or Urdu has, and one in Arabic has not."""


def applies(context: Context) -> bool:
    signs = context.signs
    if "ţ" in signs or "ş" in signs:
        return "ğ" not in signs and "ı" not in signs  # which Turkish has
    has_arabic = "ي" in signs or "ك" in signs
    return has_arabic and len(_PERSIAN & signs) >= _FEWEST


def check(context: Context) -> Findings:
    """Yield one finding at most, for all letters of a language."""
    signs = context.signs
    for language in _LANGUAGES:
        if signs.isdisjoint(language.letters):
            continue
        pattern = regex(rf"(?<![^\W\d_])(?:{language.words})(?![^\W\d_])")
        found = [
            match
            for match in pattern.finditer(context.text, 0, context.body_end)
            if not frozenset(match[0]).isdisjoint(language.letters)
        ]
        if len({match[0] for match in found}) < _FEWEST:
            continue
        edits = tuple(_edits(context, language.letters))
        word = found[0][0]
        message = f"{len(edits):,} letters that are not of {language.name}, from {quoted(word)} on"
        meant = "".join(language.letters.get(letter, letter) for letter in word)
        fix = Fix("replace the letters", edits, False, WHY)
        yield context.finding(found[0].span(), message, meant, fix=fix)
        return


def _edits(context: Context, letters: Mapping[str, str]) -> list[Edit]:
    """Return the edits that replace all letters of a text, in their order."""
    edits = [
        Edit(place, place + 1, right)
        for letter, right in letters.items()
        for place in places_of(letter, context.text, context.body_end)
    ]
    return sorted(edits, key=attrgetter("start"))
