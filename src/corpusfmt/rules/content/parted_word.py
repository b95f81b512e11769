"""Words that are cut into pieces by spaces, dashes or marks of bold text.

### What it does

Reports a line in which

- four words or more are separated from their capitals (`The F erry in the H arbour`),
- three words or more are divided by a dash and a space (`the har— bour`), as by a hyphen at the end
  of a line that was read as a dash,
- a word has its letters in several runs of bold text (`**FER** **R** **Y**`).

`A` and `I` are not counted, nor is a capital that is a word of a language of the article, such as
`V` in Czech, or one before a word such as `and`.

### Why

Converters of PDF files write a space where the distance between two letters is wide, as it is after
some capitals, and mark each piece of a line that is printed on its own. Programs that recognize
printed text take a hyphen for a dash.

### Fix

There is none: a program cannot tell all such words from a letter and a word.

### Example

```article
# Ferry Runs Again



The F erry of the D uke sailed from the H arbour to the N orth in the M orning sun.
```

```findings
5:5: warning: capitals are separated from their words: “F erry”, “D uke” and 3 more
  expected: Ferry
```

Use instead:

```article
# Ferry Runs Again



The Ferry of the Duke sailed from the Harbour to the North in the Morning sun.
```
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from corpusfmt.lint import Context, Finding, Findings, quoted
from corpusfmt.rules._shared.open_words import ends_open
from corpusfmt.rules._shared.shape import shape
from corpusfmt.text.characters import places_of
from corpusfmt.text.pattern_set import LETTER
from corpusfmt.text.patterns import regex

SEVERITY = "warning"

_BOLD_IN_RARE = "*" * 10
_CAPITAL_IN_SHAPE = b" A aa"
_CAPITAL = regex(r"([B-HJ-Z])(?<![\w.&'’/-].) ([a-z]{2}[^\W\d_]{1,28})(?![\w.])")
"""A capital and the rest of its word. A and I are words in too many languages.

What is not before it is looked at last, since a pattern that begins with a class is found fast.
"""

_FIRST_HALF, _SECOND_HALF = regex(r"(?<![\w—–-])[^\W\d_]{2,30}\Z"), regex(r" ([^\W\d_]{2,30})")
_BOLD = regex(r"\*\*[^\W\d_]{1,8}\*\* \*\*[^\W\d_]{1,2}\*\*(?: \*\*[^\W\d_]{1,12}\*\*)+")
_FEWEST_CAPITALS, _FEWEST_DASHES, _AROUND, _SHOWN = 4, 3, 40, 2
_FEWEST_LETTERS = 3
"""How many letters the words of a line begin with: a list has the same one again and again."""

_DASHES = "—–"

_Pieces = tuple[int, int, str]
"""The span of the pieces of a word, and the word."""


def prefilter() -> tuple[str, ...]:
    other = "\u0080-\U0010ffff"
    capital = "[B-HJ-Z] [a-z][a-z]"
    dash = f"{LETTER}[—–] [a-z{other}]"
    return (
        rf"{capital}(?:[^\n]*[^A-Za-z0-9_.&'/-]{capital}){{{_FEWEST_CAPITALS - 1}}}",
        rf"{dash}(?:[^\n]*{dash}){{{_FEWEST_DASHES - 1}}}",
        rf"\*\* \*\*{LETTER}{{1,2}}\*\*",
    )


def applies(context: Context) -> bool:
    if _BOLD_IN_RARE in context.rare or _has_dashes(context):
        return True
    return context.memo(shape).count(_CAPITAL_IN_SHAPE) >= _FEWEST_CAPITALS


def _has_dashes(context: Context) -> bool:
    """Return whether enough dashes have a space after them and none before: a fast test."""
    for dash in _DASHES:
        if context.rare.count(dash) >= _FEWEST_DASHES:
            alone = context.text.count(f"{dash} ") - context.text.count(f" {dash} ")
            if alone >= _FEWEST_DASHES:
                return True
    return False


def check(context: Context) -> Findings:
    """Yield a finding for each line with such words, and for each run of bold letters."""
    if _BOLD_IN_RARE in context.rare:
        for match in _BOLD.finditer(context.text, 0, context.body_end):
            message = f"a word is in pieces of bold text: {quoted(match[0])}"
            word = match[0].replace("*", "").replace(" ", "")
            yield context.finding(match.span(), message, word)
    if context.memo(shape).count(_CAPITAL_IN_SHAPE) >= _FEWEST_CAPITALS:
        what = "capitals are separated from their words"
        yield from _find_in_lines(context, list(_capitals(context)), _FEWEST_CAPITALS, what)
    if _has_dashes(context):
        what = "words are divided by dashes"
        yield from _find_in_lines(context, list(_dashes(context)), _FEWEST_DASHES, what)


def _capitals(context: Context) -> Iterator[_Pieces]:
    """Yield the capitals that are no words, and the rests of words after them."""
    for match in _CAPITAL.finditer(context.text, 0, context.body_end):
        letter, rest = match.groups()
        is_word = ends_open(context, letter.lower()) or ends_open(context, rest)
        if rest.islower() and not is_word:
            yield match.start(), match.end(), letter + rest


def _dashes(context: Context) -> Iterator[_Pieces]:
    """Yield the words in lower case with a dash at the end of the first half."""
    text = context.text
    for dash in _DASHES:
        for place in places_of(dash, text, context.body_end):
            first = _FIRST_HALF.search(text[max(0, place - _AROUND) : place])
            second = _SECOND_HALF.match(text, place + 1)
            if first is not None and second is not None and second[1].islower():
                yield place - len(first[0]), second.end(), first[0] + second[1]


def _find_in_lines(
    context: Context, pieces: Sequence[_Pieces], fewest: int, what: str
) -> Iterator[Finding]:
    """Yield a finding for each line with enough such words, at the first one."""
    if len(pieces) < fewest:  # as in nearly all texts
        return
    text = context.text

    def line(piece: _Pieces) -> int:
        return text.rfind("\n", 0, piece[0])

    for _, group in groupby(pieces, line):
        words = list(group)
        if len({word[0] for _, _, word in words}) >= _FEWEST_LETTERS and len(words) >= fewest:
            shown = [quoted(text[start:end]) for start, end, _ in words[:_SHOWN]]
            more = f" and {len(words) - _SHOWN} more" if len(words) > _SHOWN else ""
            start, end, word = words[0]
            yield context.finding((start, end), f"{what}: {', '.join(shown)}{more}", word)
