"""Initial that is separated from its word, or lost.

### What it does

Reports a capital letter that is separated from the rest of its word:

- by a space at the start of a paragraph (`W hen`), if paragraphs often begin with this word or the
  article has the whole word elsewhere; at the start of the body, it is enough that the letter is
  not a word of the language and the rest of the word occurs nowhere else
- by a space after a full stop, if paragraphs often begin with this word
- by a line end or a blank line (`D` above `octors`), if the rest begins in lower case, or is in
  capitals at the start of the body

It also reports the first paragraph of the body, or the first long one below a few short ones, if it
begins with the rest (`octors`) of a word that paragraphs often begin with or that the article has
elsewhere. Words of one letter (`A ferry`, `I saw`, `O barco`) are not reported.

Any other such paragraph of a sentence or more that begins in lower case, and not with a URL, is
reported with severity info: its first letter or its first words may be lost, or the lower case may
be intended.

### Why

The initial is set as a large letter in print and on many pages, in an element of its own.
Converters write a space after it, put it in a paragraph of its own, or lose it with its picture.

### Fix

The fix joins the letter and its word. It is unsafe: the letter may be intended. There is none for a
letter that is lost.

### Example

```article
# Ferry Runs Again



W hen the ferry sailed, nobody was on the quay.
```

```findings
5:1: warning: the initial of “W hen” is separated from its word
  expected: When
```

Use instead:

```article
# Ferry Runs Again



When the ferry sailed, nobody was on the quay.
```
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from corpusfmt.lint import Context, Edit, Finding, Findings, Fix, quoted
from corpusfmt.rules._shared.blocks import heads
from corpusfmt.rules._shared.expressions import (
    TEXT_START,
    WORD_END,
    any_of,
    capital,
    lower_letter,
)
from corpusfmt.rules._shared.open_words import languages
from corpusfmt.rules._shared.shape import shape
from corpusfmt.rules._shared.single_letters import (
    ALONE,
    COMPOUNDS,
    FEW_LANGUAGES,
    NamesInSentences,
    may_be_word,
)
from corpusfmt.rules._shared.word_lists import read_list
from corpusfmt.text.pattern_set import LETTER
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "unsafe"
WHY = "the letter may be intended"

_START = regex(
    r"\n(?<=\n\n)(?P<mark>(?:#{1,6} |> )?[*_]{0,2})(?P<letter>[^\W\d_])(?:\\?[*_]){0,2}"
    r"(?P<space> |\n{1,4}(?:#{1,6} )?)(?P<rest>[^\W\d_]{1,30})(?!\w|['’](?!s\b)|\.\S|://)"
)
"""A letter at the start of a paragraph, and what follows it."""

_ALONE_AT_START = regex(r"(?m:^[^\W\d_][*_]{0,2}(?:\s|$))")
_IN_TEXT = regex(
    r"\. (?P<mark>)(?P<letter>[^\W\d_])(?P<space> )(?P<rest>[^\W\d_]{1,30})(?![\w'’.]|://)"
)
"""The same at the start of a sentence."""

_ALONE_IN_SHAPE = regex(rb"\. (?:A|[\xc3-\xf4][b\x80]+) ")
"""A capital that is alone after a full stop, or a letter that is not in ASCII: a fast test."""

_WORD = regex(r"[^\W\d_]+")
_FIRST = regex(r"[^\W\d_]{2,30}(?:(?=['’]s\b)|(?![\w'’@/-]|[.:]\S))")
_FEWEST = 4
"""The fewest letters of a word that has lost its initial, and is not in the list."""
_VIETNAMESE = frozenset(("vi",))
"""A language of short words, of which the rest may be another one, and a consonant none."""
_DATELINE = regex(r"(?: [A-Z]{2,20})*(?:,| ?[(（]| [—–-])")
_PROSE = 60
"""The fewest characters of a first paragraph that is no line of names or of a header."""
_FEWEST_WORDS = 3
"""The fewest words of a short text that may be the first half of a sentence."""
_MOST_ABOVE = 4
"""How many short blocks, as kickers and captions, may be above the first paragraph."""
_FEWEST_CAPITALS = 3
"""The fewest capitals after an initial: “A US airline” is sound."""

_MARKS = r"[*_\\]{0,4}"
"""An expression of marks behind an initial, escaped or not."""


def prefilter() -> tuple[str, ...]:
    mark = rf"{TEXT_START}(?:#{{1,6}} |> )?[*_]{{0,2}}"
    openers = read_list("opening_words")
    words = [opener for opener in openers if opener[0].upper() in ALONE]
    return (
        rf"{mark}{capital(but=ALONE - FEW_LANGUAGES.keys())}[*_\\]{{0,4}} {LETTER}",
        rf"{mark}{_any_parted(words, _MARKS + ' ')}{WORD_END}",
        rf"{mark}{capital()}[*_\\]{{0,4}}\n",
        rf"\. {_any_parted(openers, ' ')}{WORD_END}",
        rf"{TEXT_START}{lower_letter()}",
    )


def _any_parted(words: Sequence[str], space: str) -> str:
    """Return an expression that matches one of these words, its first letter parted from it."""
    rests: dict[str, set[str]] = {}
    for word in words:
        rests.setdefault(word[0].upper(), set()).update((word[1:], word[1:].upper()))
    parted: list[str] = []
    for letter, own in rests.items():
        parted.append(f"{letter}{space}{any_of(sorted(own))}")
    return f"(?:{'|'.join(parted)})"


def check(context: Context) -> Findings:
    """Yield a finding for each initial."""
    text, end = context.text, context.body_end
    tokens = context.reading.body_tokens
    if _may_start_with_letter(context):
        for match in _START.finditer(text, tokens[0].start_pos - 1 if tokens else end, end):
            if match["letter"].isupper() and _is_parted(context, match):
                yield _find(context, match)
    if _ALONE_IN_SHAPE.search(context.memo(shape)) is not None:
        for match in _IN_TEXT.finditer(text, 0, end):
            if match["letter"].isupper() and _is_opener(match):
                yield _find(context, match)
    yield from _find_lost(context)


def _may_start_with_letter(context: Context) -> bool:
    """Return whether a block may start with a letter that is alone: a fast test.

    In a canonical text each block has its own lines, and its text what it starts with.
    """
    if not context.is_canonical:
        return True
    return _ALONE_AT_START.search("\n".join(context.memo(heads))) is not None


def _is_parted(context: Context, match: re.Match[str]) -> bool:
    letter, rest = match["letter"], match["rest"]
    if match["space"] != " ":
        return rest[0].islower() or _is_of_capitals(context, match)
    if _is_opener(match):
        return True
    if rest in COMPOUNDS:
        return False
    if may_be_word(context, letter):
        return letter in FEW_LANGUAGES and _is_of_name(context, letter, rest)
    if rest.isupper() and len(rest) >= _FEWEST:
        return _is_known(context, letter, rest) or _is_of_dateline(context, match)
    return rest.islower() and _is_rest(context, letter + rest, rest)


def _is_known(context: Context, letter: str, rest: str) -> bool:
    """Return whether the text has a word, in capitals or not, with its initial elsewhere."""
    counts = context.memo(_count_words)
    return counts[letter + rest] > 0 or counts[letter + rest.lower()] > 0


def _is_of_capitals(context: Context, match: re.Match[str]) -> bool:
    """Return whether a letter alone at the start of the body is of a word in capitals below it."""
    letter, rest = match["letter"], match["rest"]
    if not rest.isupper() or len(rest) < _FEWEST_CAPITALS or rest[0] == letter:
        return False
    heads = {text[:2].rstrip("\n") for text in context.texts[: _MOST_ABOVE + 1]}
    return letter in heads and context.memo(_count_words)[rest] == 1


def _is_of_dateline(context: Context, match: re.Match[str]) -> bool:
    """Return whether capitals at the start of the body are those of a place in a dateline."""
    first = context.texts[0] if context.texts else ""
    if not first.startswith(f"{match['letter']} {match['rest']}"):
        return False
    is_only = context.memo(_count_words)[match["rest"]] == 1
    return is_only and _DATELINE.match(context.text, match.end("rest")) is not None


def _is_of_name(context: Context, letter: str, rest: str) -> bool:
    """Return whether a text has a whole word inside a sentence, as a name, and the rest nowhere."""
    if not rest.islower() or len(rest) < _FEWEST_CAPITALS:
        return False
    if not context.memo(NamesInSentences).has(letter + rest):  # as most
        return False
    return context.memo(_count_words)[rest] == 1


def _is_opener(match: re.Match[str]) -> bool:
    """Return whether a letter and a rest are a word that paragraphs often begin with."""
    letter, rest = match["letter"], match["rest"]
    fewest = _FEWEST_CAPITALS if letter in ALONE else 1
    if not rest.islower() and not (len(rest) >= fewest and rest.isupper()):
        return False
    return (letter + rest).lower() in _openers()


def _is_rest(context: Context, word: str, rest: str) -> bool:
    """Return whether the text nowhere else has the rest of a word, but has the whole word.

    The first paragraph of the body needs not have it: most of these initials are there.
    """
    first = context.texts[0] if context.texts else ""
    is_first = first.startswith(f"{word[0]} {rest}")
    if is_first and context.memo(languages) == _VIETNAMESE:
        return True
    counts = context.memo(_count_words)
    if counts[rest] != 1:
        return False
    if len(rest) > 1 and is_first:
        return True
    return counts[word] > 0 or counts[word.lower()] > 0


def _count_words(context: Context) -> Counter[str]:
    return Counter(_WORD.findall(context.text))


def _find(context: Context, match: re.Match[str]) -> Finding:
    start, end = match.start("letter"), match.end("rest")
    space = match.span("space")
    word = match["letter"] + match["rest"]
    shown = " ".join(context.text[start:end].split())
    fix = Fix("join the initial and its word", (Edit(*space, ""),), False, WHY)
    message = f"the initial of {quoted(shown)} is separated from its word"
    return context.finding((start, end), message, word, fix=fix)


def _find_lost(context: Context) -> Findings:
    """Yield a finding if the first paragraph of the body begins with the rest of a word."""
    number = _first_paragraph(context)
    text = context.texts[number] if number is not None else ""
    match = _FIRST.match(text) if text[:1].islower() else None
    if match is None or number is None:
        return
    rest = match[0]
    start, _ = context.span(context.block(number))
    place = (start, start + len(rest))
    is_only = context.memo(_count_words)[rest] == 1
    word = _whole_word(context.text, rest) if is_only else ""
    if word:
        yield context.finding(place, f"the first letter of {quoted(rest)} is lost", word)
    elif _may_lack_start(context, number, rest):
        message = f"the text begins with {quoted(rest)}, and may have lost what is before it"
        yield context.finding(place, message, "the whole word or sentence", is_uncertain=True)


def _first_paragraph(context: Context) -> int | None:
    """Return the number of the first paragraph; below a few short blocks, it is the first long one.

    A block that repeats the title is none. None if something else precedes the first one.
    """
    texts, types = context.texts, context.types
    if not texts:
        return None
    if types[0] == "paragraph" and texts[0][:1].islower():
        return 0
    title = context.reading.document.get("title", "")
    for number in range(min(len(texts), _MOST_ABOVE + 1)):
        if len(texts[number]) >= _PROSE and texts[number] != title:
            return number if types[number] == "paragraph" else None
    return None


def _may_lack_start(context: Context, number: int, word: str) -> bool:
    """Return whether a paragraph is prose that begins with a word in lower case by mistake."""
    if len(context.texts[number]) < _PROSE or not word.islower():
        return False
    title = context.reading.document.get("title", "")
    above = context.texts[number - 1] if number else ""
    if _breaks_off(above) and above not in title:
        return False
    return word not in _WORD.findall(title)


def _breaks_off(text: str) -> bool:
    """Return whether a short text may be the first half of a sentence."""
    words = text.split()
    return len(words) >= _FEWEST_WORDS and words[-1].isalpha() and words[-1].islower()


def _whole_word(text: str, rest: str) -> str:
    """Return a word that ends with a rest after one letter; empty where none is known."""
    if len(rest) >= _FEWEST:
        match = re.search(rf"(?<!\w)[^\W\d_]{rest}(?!\w)", text)
        if match is not None:
            return match[0].capitalize()
    for opener in read_list("opening_words"):
        if opener[1:] == rest and len(rest) > 1:
            return opener.capitalize()
    return ""


@cache
def _openers() -> frozenset[str]:
    return frozenset(read_list("opening_words"))
