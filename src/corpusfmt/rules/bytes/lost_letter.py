"""Article that has lost its letters with accents.

### What it does

Reports an article whose letters with accents are gone, with one finding for the file, at the first
word. There are two kinds:

- the letters were dropped: three words or more are what is left of frequent words of the language
  (`Brgermeister` and `wrde` in German, `prsident` in French), and no letter has an accent
- in Russian, `й` is written as `и` (`городскои`): two words or more end in letters that no word
  ends in, and the text has no `й`

It knows German, French, Spanish, Portuguese, Swedish, Polish, Hungarian and Russian. Texts that are
written without accents, such as `fuer` or `apres`, are not reported.

### Why

A program wrote the text in ASCII and dropped all other letters, or a PDF file has the breve of a
letter apart from it. A search does not find the words.

### Fix

There is none: get the article again.

### Example

```article
# Fhre wieder da



Der Brgermeister dankte den Helfern: Ohne sie wrde die Fhre nicht fahren, man knnte nur warten.
```

```findings
5:5: warning: letters are lost: “Brgermeister”, “wrde” and “knnte”
  expected: the letters that the words had
```

Use instead:

```article
# Fähre wieder da



Der Bürgermeister dankte den Helfern: Ohne sie würde die Fähre nicht fahren, man könnte nur warten.
```
"""

from __future__ import annotations

from functools import cache

from corpusfmt.lint import Context, Findings
from corpusfmt.rules._shared.damaged_words import name_words
from corpusfmt.rules._shared.expressions import any_of
from corpusfmt.rules._shared.open_words import languages
from corpusfmt.rules._shared.word_lists import read_list
from corpusfmt.rules._shared.words import sample_words_in_utf8
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
SCOPE = "file"

_LIST = "words_without_letters"
_ACCENTED = frozenset("äöüßéèêëàâçîôûáíóúñãõåąćęłńśźżőű")
"""Letters of which an article in one of the languages has some."""

_FEWEST, _FEWEST_RUSSIAN = 3, 2
_RUSSIAN = regex(r"(?<![^\W_])[а-яА-Я]*(?:ыи|ск[ио]и|нои)(?![^\W_])")
"""Words that end in letters of which the last one was й."""
_EXPECTED = "the letters that the words had"


def prefilter() -> tuple[str, ...]:
    words = list(map(bytes.decode, sorted(_words())))
    return (rf"(?i) {any_of(words)}[ \n.,;:!?)]", "ыи|скии|скои|нои")


def applies(context: Context) -> bool:
    signs = context.signs
    return signs.isdisjoint(_ACCENTED) and ("й" not in signs or "и" not in signs)


def check(context: Context) -> Findings:
    """Yield one finding at most, at the first word that has lost a letter."""
    if "и" in context.signs:
        spans = _find_russian(context)
    else:
        spans = _find_dropped(context)
    if spans:
        one, several = "a letter is lost", "letters are lost"
        message = name_words(context.text, spans, one, several)
        yield context.finding(spans[0], message, _EXPECTED)


def _find_russian(context: Context) -> list[tuple[int, int]]:
    """Return the words of a Russian text that have lost the breve of their last letter."""
    if "й" in context.signs or "ы" not in context.signs:
        return []
    spans = [match.span() for match in _RUSSIAN.finditer(context.text, 0, context.body_end)]
    return spans if len(spans) >= _FEWEST_RUSSIAN else []


def _find_dropped(context: Context) -> list[tuple[int, int]]:
    """Return the words of a text that have lost a letter, if they are enough."""
    if not context.signs.isdisjoint(_ACCENTED):
        return []
    found = _words().keys() & set(context.memo(sample_words_in_utf8))
    if len(found) < _FEWEST - 1:  # some words have a comma after them
        return []
    own = context.memo(languages)
    pattern = regex(rf"(?<= )(?i:{any_of(map(bytes.decode, sorted(_words())))})(?=[ \n.,;:!?)])")
    spans: list[tuple[int, int]] = []
    words: set[bytes] = set()
    for match in pattern.finditer(context.text, 0, context.body_end):
        word = match[0].lower().encode()
        if not own.isdisjoint(_words().get(word, frozenset())):
            spans.append(match.span())
            words.add(word)
    return spans if len(words) >= _FEWEST else []


@cache
def _words() -> dict[bytes, frozenset[str]]:
    """Return the languages of each word of the list, which is in UTF-8."""
    found: dict[bytes, frozenset[str]] = {}
    for line in read_list(_LIST):
        language, _, words = line.partition(": ")
        for word in words.encode().split():
            found[word] = found.get(word, frozenset()) | {language}
    return found
