"""Article that has lost its apostrophes.

### What it does

Reports an article with words that have lost their apostrophe, with one finding for the file, at the
first of them. They are found in English, French, Italian, Catalan, Turkish and Ukrainian:

- a negation with a space in place of the apostrophe (`couldn t`), in any article
- other forms with a space (`it s`, `the harbour s plan`, `l eau`, `dell anno`, `Skerry nin`), in an
  article without an apostrophe inside a word, or with fewer than such words; except in English,
  there must be at least two of them
- forms without a space: `dont`, `theyre` and `countrys` in English; in the other languages, at
  least two words such as `aujourdhui`, `Türkiyede` and `звязок`, or `lentreprise` where the
  article has `entreprise` as well

English possessives without a space (`the harbours plan`) look like plurals, and are not reported;
`the countrys plan` is, since its plural is another.

### Why

A program removed the apostrophes, or the characters that it could not decode. The text is hard to
read, and programs count “couldn” and “t” as words.

### Fix

There is none: get the article again.

### Example

```article
# Ferry Runs Again



The captain couldn t wait. It s the harbour s fault, she said.
```

```findings
5:13: warning: apostrophes are lost: “couldn t”, “It s” and “harbour s”
  expected: couldn’t
```

Use instead:

```article
# Ferry Runs Again



The captain couldn’t wait. It’s the harbour’s fault, she said.
```
"""

from __future__ import annotations

import re
from functools import cache

from corpusfmt.lint import Context, Findings
from corpusfmt.rules._shared.damaged_words import name_words
from corpusfmt.rules._shared.expressions import WORD_END, WORD_START, any_of
from corpusfmt.rules._shared.word_lists import list_pattern, read_list
from corpusfmt.rules._shared.words import SAMPLE, is_english, is_in_ascii, sample_words_in_utf8
from corpusfmt.text.pattern_set import LETTER
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
SCOPE = "file"

_NEGATION = regex(r"n t\b(?<=[a-z]n t)")
_NEGATED = (
    "(?:could|would|should|did|does|do|is|was|were|are|has|have|had|ca|wo|ai|must|need|might)"
)
_VERBS = regex(rf"(?i:\b{_NEGATED})\Z")
_POSSESSIVE = regex(
    r"(?<![^\W_])[^\W\d_]{3,30} s"
    r"(?= (?!and |or |is |are |was |of |to |for |in |on |as )[^\W\d_]{2})"
)
_VOWEL = "aeiouyhàâäáèéêëìíîïòóôöùúûüœæ"
_ELIDED = regex(
    r"(?<![^\W_])(?i:[ldjmnstc]|qu|jusqu|lorsqu|puisqu|quelqu|presqu|dell|all|nell|dall|sull|quell"
    rf"|anch|cos|dov|tutt|aujourd) (?i:[{_VOWEL}][^\W\d_]{{2,}})"
)
_BEFORE_CAPITAL = regex(r"(?<![^\W_])(?:[ldjmn]|qu)[A-ZÀÂÉÈÊÎÔ][a-zà-ÿ]{2,}")
_JOINED = regex(rf"(?<![^\W_])(?:[ldjmns]|qu)([{_VOWEL}][^\W\d_]{{4,}})")
_SUFFIX = regex(
    r"(?<![^\W_])[A-ZÇĞİÖŞÜ][^\W_]+ (?:n[iıuü]n|[dt]eki|[dt]aki|nd[ea]n?|yl[ea])(?![^\W_])"
)
"""What is left of words of French, Italian and Catalan, and of Turkish names with an ending."""

_ROMANCE = frozenset(b"les est dans une della gli che di amb els".split())
_FRENCH = frozenset(b"dans une della gli".split())
_TURKISH = frozenset("ve bir bu için olarak".encode().split())
"""Frequent words of these languages, in UTF-8; the second set is in no others."""

_STEMS = "обєкт|субєкт|звяз|компютер|інтервю|премєр|здоровя|памят|пятниц|девят|деревян|імя"
_UKRAINIAN = regex(rf"(?<![^\W_])(?i:{_STEMS})[^\W\d_]*")
"""Words of Ukrainian that have lost their apostrophe."""

_SPACE = "[ \n\xa0]"

_ENGLISH_END = regex(r"(?i)(?:(?<=n)t|ve|re|ll|s|clock|(?<=they)d|(?<=you)d)\Z")
_ELISION = regex(r"(?i)\A(?:aujourd|jusqu|lorsqu|puisqu|quelqu|presqu|qu|[ldjmnstc])")
"""Where the apostrophe of a word is whose letters are joined without it."""

_ENGLISH, _OTHER = "lost_apostrophes_english", "lost_apostrophes_romance"
_OF_NAMES = "lost_apostrophes_turkish"
_LATER = (" dont ", "dnt ", "snt ")
"""What most of the texts have that have joined negations after the sample of their words."""
_AT_ONCE = 50
"""How many entries an expression has: with all of them, it takes a tenth of the pass."""

_LONGEST = 8
_FEWEST, _FEWEST_JOINED = 2, 3
_INSIDE = regex(r"[^\W_]['’ʼ‘](?=[^\W\d_])")
_APOSTROPHES = "'’ʼ‘"
_OTHER_CASES = frozenset("ſıİK")
"""Letters that a pattern takes for s, i and k, and ``str.lower`` for others or for two."""


def prefilter() -> tuple[str, ...]:
    words = sorted(map(bytes.decode, _FRENCH | _TURKISH | _words(_OTHER)))
    letters = [word for word in words if len(word) == 1]
    language = any_of(word for word in words if len(word) > 1)
    english = read_list(_ENGLISH)
    parts = [english[start : start + _AT_ONCE] for start in range(0, len(english), _AT_ONCE)]
    return (
        rf"(?i){_NEGATED}n t{WORD_END}",
        *[rf"(?i){WORD_START}{any_of(part)}{WORD_END}" for part in parts],
        rf"{LETTER} s {LETTER}",
        rf"(?i){_SPACE}{language}{_SPACE}",
        rf"(?i){_SPACE}{any_of(letters)}{_SPACE}",
        f"(?i)(?:{_STEMS})",
    )


def check(context: Context) -> Findings:
    """Yield one finding at most, at the first word that has lost its apostrophe."""
    text, end = context.text, context.body_end
    spans = _find_negations(text, end)
    if _has_apostrophes(context):
        spans = sorted({*spans, *_find_beside_others(context)})
    else:
        spans = sorted({*spans, *_find_others(context)})
    if "і" in context.signs and "є" in context.signs:
        spans += _find_ukrainian(text, end)
    if not spans:
        return
    expected = _with_apostrophe(text[slice(*spans[0])])
    message = name_words(text, spans, "an apostrophe is lost", "apostrophes are lost")
    yield context.finding(spans[0], message, expected)


def _with_apostrophe(word: str) -> str:
    """Return a word with the apostrophe that it has lost, which may have become a space."""
    if " " in word:
        return re.sub("n t$", "n’t", word).replace(" ", "’")
    if word.lower() in _joined_english():
        return _ENGLISH_END.sub(r"’\g<0>", word)
    return _ELISION.sub(r"\g<0>’", word)


@cache
def _joined_english() -> frozenset[str]:
    return frozenset(entry for entry in read_list(_ENGLISH) if " " not in entry)


def _has_apostrophes(context: Context) -> bool:
    """Return whether a text has an apostrophe inside a word: others can be quotation marks."""
    text, end = context.text, context.body_end
    for mark in context.signs.intersection(_APOSTROPHES):
        place = text.find(mark, 1, end - 1)
        while place > 0:
            if text[place - 1].isalnum() and text[place + 1].isalpha():
                return True
            place = text.find(mark, place + 1, end - 1)
    return False


def _find_beside_others(context: Context) -> list[tuple[int, int]]:
    """Return the words without apostrophe of a text that has kept some.

    They are more than those that are left: fewer may be those of a message that is quoted.
    """
    name = _ENGLISH if context.memo(is_english) else _OTHER
    if _words(name).isdisjoint(context.memo(sample_words_in_utf8)) and not _has_later(context):
        return []
    found = _find_others(context)
    left = sum(1 for _ in _INSIDE.finditer(context.text, 0, context.body_end))
    return found if len(found) >= max(_FEWEST_JOINED, left) else []


def _has_later(context: Context) -> bool:
    """Return whether a long text may have joined negations after the sample: a fast test."""
    text = context.text
    return len(text) > SAMPLE and any(text.find(part, SAMPLE) > 0 for part in _LATER)


def _find_ukrainian(text: str, end: int) -> list[tuple[int, int]]:
    """Return the words of a Ukrainian text that have lost their apostrophe, if there are two."""
    spans = [match.span() for match in _UKRAINIAN.finditer(text, 0, end)]
    return spans if len(spans) >= _FEWEST else []


def _find_negations(text: str, end: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for match in _NEGATION.finditer(text, 0, end):
        verb = _VERBS.search(text[max(0, match.start() - _LONGEST) : match.start()])
        if verb is not None:
            spans.append((match.start() - len(verb[0]), match.end()))
    return spans


def _find_others(context: Context) -> list[tuple[int, int]]:
    """Return the other words that have lost their apostrophe, in a text that has none left."""
    if not context.memo(is_in_ascii):
        return []
    # The first word is “#”, and the last one may be a part of a word.
    words = context.memo(sample_words_in_utf8)[1:-1]
    if context.memo(is_english):
        return _find_english(context, words)
    text, end = context.text, context.body_end
    if not _ROMANCE.isdisjoint(words):
        if _FRENCH.isdisjoint(words) and _words(_OTHER).isdisjoint(words):
            return []
        spans = _find_romance(context)
    elif not _TURKISH.isdisjoint(words):
        spans = [match.span() for match in _SUFFIX.finditer(text, 0, end)]
        if any(map(text.__contains__, _stems())):
            spans += [match.span() for match in _joined_turkish().finditer(text, 0, end)]
    else:
        return []
    return spans if len(spans) >= _FEWEST else []


def _find_romance(context: Context) -> list[tuple[int, int]]:
    """Return the words of a text in French, Italian or Catalan that have lost an apostrophe."""
    text, end = context.text, context.body_end
    spans = set(_find_entries(_OTHER, context))
    for pattern in (_ELIDED, _BEFORE_CAPITAL):
        spans.update(match.span() for match in pattern.finditer(text, 0, end))
    known = set(regex(r"[^\W\d_]{5,}").findall(text, 0, end))
    joined = [match.span() for match in _JOINED.finditer(text, 0, end) if match[1] in known]
    if len(joined) >= _FEWEST_JOINED:
        spans.update(joined)
    return _apart(sorted(spans))


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans that do not overlap one before them."""
    found: list[tuple[int, int]] = []
    for span in spans:
        if not found or span[0] >= found[-1][1]:
            found.append(span)
    return found


def _find_english(context: Context, words: list[bytes]) -> list[tuple[int, int]]:
    text, end = context.text, context.body_end
    spans: list[tuple[int, int]] = []
    if _has_later(context) or not _words(_ENGLISH).isdisjoint(words):
        spans = _find_entries(_ENGLISH, context)
    if b"s" in words:
        spans += [match.span() for match in _POSSESSIVE.finditer(text, 0, end)]
    return spans


def _find_entries(name: str, context: Context) -> list[tuple[int, int]]:
    """Return where a text has the entries of a list, in upper or lower case."""
    text, end = context.text, context.body_end
    lower = text.lower() if _OTHER_CASES.isdisjoint(context.signs) else text
    if lower is text or len(lower) != len(text):
        return [match.span() for match in _pattern(name).finditer(text, 0, end)]
    return [match.span() for match in _lower_pattern(name).finditer(lower, 0, end)]


@cache
def _stems() -> frozenset[str]:
    """Return the first letters of the Turkish words, of which a text has one: a fast test."""
    return frozenset(word[:5] for word in _turkish_names())


@cache
def _turkish_names() -> tuple[str, ...]:
    words = read_list(_OF_NAMES)
    return tuple(f"{'İ' if word[0] == 'i' else word[0].upper()}{word[1:]}" for word in words)


@cache
def _joined_turkish() -> re.Pattern[str]:
    return regex(rf"(?<!\w){any_of(_turkish_names())}(?!\w)")


@cache
def _words(name: str) -> frozenset[bytes]:
    """Return the rarer word of each entry of a list in UTF-8: a fast test."""
    rarer = -1 if name == _ENGLISH else 0
    return frozenset(entry.encode().split()[rarer] for entry in read_list(name))


@cache
def _lower_pattern(name: str) -> re.Pattern[str]:
    """Return the pattern of a list for a text in lower case, with the first letters first.

    It takes a fifth of the time of the pattern for upper and lower case.
    """
    rests: dict[str, list[str]] = {}
    for entry in read_list(name):
        rests.setdefault(entry[0], []).append(re.escape(entry[1:]))
    parts = [rf"{first}(?<![^\W_].)(?:{'|'.join(rest)})" for first, rest in rests.items()]
    return regex(rf"(?:{'|'.join(parts)})(?![\w-])")


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return regex(rf"(?<![^\W_])(?i:{list_pattern(name)})(?![\w-])")
