"""Word that has lost a ligature.

### What it does

Reports words that have lost `ff`, `fi`, `fl`, `ffi` or `ffl`, as a space (`of ce`, `con rmed`) or
without a trace (`nancial`, `ofcial`), and words that a space divides at these letters (`fi rst`,
`offi cer`), with one finding for the file, at the first such word. The rule knows frequent words of
English, German, French, Spanish, Italian, Portuguese and Dutch, and some of other languages. A
ligature that is lost without a trace is not reported if it is the only one.

Ligatures that are still in the text are reported by `ligature`.

### Why

Converters of PDF files lose a ligature if its font does not define which letters it replaces. A
search does not find the word.

### Fix

The fix writes the words. It is unsafe: another word may be meant.

### Example

```article
# Ferry Runs Again



The of ce con rmed that the rst ferry sailed on Monday.
```

```findings
5:5: warning: words that have lost a ligature: “of ce”, “con rmed” and “rst”
  expected: office
```

Use instead:

```article
# Ferry Runs Again



The office confirmed that the first ferry sailed on Monday.
```
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import islice

from corpusfmt.lint import Context, Edit, Finding, Findings, Fix
from corpusfmt.rules._shared.damaged_words import name_words
from corpusfmt.rules._shared.expressions import WORD_END, WORD_START
from corpusfmt.rules._shared.word_lists import read_list
from corpusfmt.rules._shared.words import (
    is_english,
    is_in_ascii,
    sample_words_in_utf8,
)
from corpusfmt.text.characters import runs_of_letters
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.pattern_set import LETTER
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "unsafe"
SCOPE = "file"
WHY = "another word may be meant"

_LIGATURE = regex("ff[il]?|fi|fl")
_FREQUENT, _LEAST_SPREAD = "fi", 1000
"""The most frequent ligature: most texts have it once in so many characters, or more often."""

_SIGNS = {
    " rst": regex(r"r(?<= r)st\b"),
    "of c": regex(r"f(?<=of) c[ei]"),
    "fi ": regex(r"fi (?<=[^-]fi )(?=[a-z]{2})"),
}
"""What most of the texts have that have some left."""

_LANGUAGES = frozenset(b"the der die les des el los il della dos een och og nie yang".split())
_SHORT = 1000
"""How many characters of a text are looked at whole."""

_PARTED = regex(r"[^\W\d_](?:fi|fl) | (?:ff|fi|fl|ffi|ffl) ")
"""A ligature that is kept before a space, which hardly any text has."""

_ITALIAN_AND = " ed"
"""How English words end that may be two Italian ones: “forti ed”, from “fortified”."""

_MOST, _AROUND = 10, 30
_SHORTEST = 3
"""The fewest letters of what is left of a word without a trace of the ligature."""

_ONE = "word that has lost a ligature"
_SEVERAL = "words that have lost a ligature"


class _Lost(NamedTuple):
    """A damaged word: its span, the whole word, and whether a space shows the place."""

    start: int
    end: int
    word: str
    has_space: bool


def prefilter() -> tuple[str, ...]:
    divided, joined = _damaged_forms()
    forms = sorted(form for form in (*divided, *joined) if _PARTED.search(form) is None)
    found = [rf"{LETTER}(?:fi|fl) {LETTER}", rf" (?:ff|fi|fl|ffi|ffl) {LETTER}"]
    # Hyperscan takes less time for many expressions than for one of all words.
    found += [rf"(?i){WORD_START}{form}{WORD_END}" for form in forms]
    return tuple(found)


def check(context: Context) -> Findings:
    """Yield one finding at most, at the first word."""
    text = context.text
    if not _is_likely(context):
        return
    forms = _likely_forms(runs_of_letters(text))
    if forms and not context.memo(is_english):
        forms = [form for form in forms if not form.endswith(_ITALIAN_AND)]
    if not forms:
        return
    words = list(_find_words(text, context.body_end, forms))
    if len(words) > 1 or any(word.has_space for word in words):
        yield _find(context, words)


def _find(context: Context, words: Sequence[_Lost]) -> Finding:
    text = context.text
    edits = tuple(Edit(_start(text, word), word.end, word.word) for word in words)
    fix = Fix("write the words", edits, False, WHY)
    spans = [(word.start, word.end) for word in words]
    message = name_words(text, spans, _ONE, _SEVERAL)
    return context.finding(spans[0], message, words[0].word, fix=fix)


def _start(text: str, word: _Lost) -> int:
    """Return where a word starts, with a space that is in the place of its first letters."""
    is_first_lost = text[word.start].lower() != word.word[0].lower()
    return word.start - (is_first_lost and text[word.start - 2 : word.start] == "  ")


def _is_likely(context: Context) -> bool:
    """Return whether a text may have lost ligatures: a fast test.

    The text is short, has signs of it, or has few or no frequent ligatures below its title.
    """
    text = context.text
    if len(text) <= _SHORT or any(map(_has_form, _signs(text))):
        return True
    end = context.body_end
    if text.count(_FREQUENT, text.find("\n"), end) * _LEAST_SPREAD > end:
        return False
    if not context.memo(is_in_ascii):
        return False
    if _LANGUAGES.isdisjoint(context.memo(sample_words_in_utf8)):
        return False
    return bool(_likely_forms(context.memo(sample_words_in_utf8)))


def _signs(text: str) -> Iterator[str]:
    """Yield the text around the first of each of the signs."""
    for part, sign in _SIGNS.items():
        if part not in text:
            continue
        for match in islice(sign.finditer(text), _MOST):
            yield text[max(0, match.start() - _AROUND) : match.end() + _AROUND]


def _has_form(text: str) -> bool:
    return bool(_likely_forms(runs_of_letters(text)))


def _likely_forms(words: Collection[bytes]) -> list[str]:
    """Return the damaged forms whose pieces are all among these words, which are in UTF-8."""
    telling = _telling_words().intersection(words)
    if not telling:
        return []
    known = frozenset(words)
    _, joined = _damaged_forms()
    by_last = _divided_by_last_word()
    forms: list[str] = []
    for word in map(bytes.decode, telling):
        if word in joined:
            forms.append(word)
        forms += [form for form in by_last.get(word, ()) if known.issuperset(form.encode().split())]
    return forms


def _find_words(text: str, end: int, forms: list[str]) -> Iterator[_Lost]:
    """Yield the damaged words of a text that are written as one of these forms."""
    divided, joined = _damaged_forms()
    longest = sorted(forms, key=len, reverse=True)
    pattern = re.compile(rf"(?<![^\W_])(?i:{'|'.join(longest)})(?![^\W_])")
    for match in pattern.finditer(text, 0, end):
        written = match[0]
        form = written.lower()
        if _is_alone(text, match) and (written == form or written[1:].islower()):
            word = divided.get(form) or joined[form]
            yield _Lost(*match.span(), _as(written, word), form in divided)


def _is_alone(text: str, match: re.Match[str]) -> bool:
    """Return whether no hyphen or full stop joins a word to another."""
    start, end = match.span()
    before, after = text[start - 1 : start], text[end : end + 1]
    return before not in ("-", ".", "'", "´", "`", "¨") and after not in ("-", "'", "’")


def _as(written: str, word: str) -> str:
    """Return a word with a capital if the damaged one has it."""
    return word.capitalize() if written[0].isupper() else word


@cache
def _damaged_forms() -> tuple[dict[str, str], dict[str, str]]:
    """Return how the words are written with a space in them, and without one."""
    divided: dict[str, str] = {}
    joined: dict[str, str] = {}
    words = read_list("ligature_words")
    for word in words:
        for match in _LIGATURE.finditer(word):
            first, ligature, second = word[: match.start()], match[0], word[match.end() :]
            for form in _divided(first, ligature, second):
                divided.setdefault(form, word)
            for form in _joined(first, ligature, second):
                joined.setdefault(form, word)
    for word in (*words, *read_list("words_without_ligature")):
        joined.pop(word, None)
    return divided, joined


@cache
def _telling_words() -> frozenset[bytes]:
    """Return the words of which each damaged form has one, in UTF-8."""
    return frozenset(map(str.encode, (*_damaged_forms()[1], *_divided_by_last_word())))


@cache
def _divided_by_last_word() -> dict[str, list[str]]:
    """Return the forms with a space, by their last word."""
    forms: dict[str, list[str]] = {}
    for form in _damaged_forms()[0]:
        forms.setdefault(form.rpartition(" ")[2], []).append(form)
    return forms


def _divided(first: str, ligature: str, second: str) -> Iterator[str]:
    """Yield the forms of a word in which a space is left."""
    if first and second:
        yield f"{first} {second}"
        yield f"{first} {ligature} {second}"
    if second and ligature != "ff":
        yield f"{first}{ligature} {second}"
    if first and len(second) > _SHORTEST:
        yield f"{first} {ligature}{second}"
    if len(ligature) == 3 and second:
        yield f"{first}f {second}"


def _joined(first: str, ligature: str, second: str) -> Iterator[str]:
    """Yield the forms of a word in which no trace is left."""
    forms = [first + second]
    if len(ligature) == 3:
        forms.append(f"{first}f{second}")
    for form in forms:
        if len(form) >= _SHORTEST and second:
            yield form
