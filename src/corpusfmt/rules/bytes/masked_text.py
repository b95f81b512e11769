r"""Text that is replaced by a mask.

### What it does

Reports masks in place of words, numbers or letters:

- runs of `@` (`@@@`, `@ @ @`)
- tokens of language models and anonymizers (`[MASK]`, `<unk>`, `[PERSON_1]`, `PERSON_1`,
  `<|endoftext|>`)
- numbers whose digits are masked (`#.# percent`, `## years`)
- black bars (`███`)
- gaps in a sentence, written as underscores
- with severity info, words of four and more X (`XXXX`), and notes such as `[REDACTED]`, which occur
  in published documents as well

At most 20 masks of a file are listed; one more finding contains the number of the others. Swear
words with stars in place of letters are not reported.

### Why

The words were removed: by the publisher of a dataset who may not publish the whole text, or by a
program that prepares it for a language model. The rest is not the article.

### Fix

There is none: get the article again.

### Example

```article
# Ferry Runs Again



The ferry sailed @ @ @ @ @ @ and the \[MASK\] said nothing for ## years.
```

```findings
5:18: warning: “@ @ @ @ @ @” is a mask
  expected: the text that it replaces
5:39: warning: “[MASK]” is a mask
  expected: the text that it replaces
5:64: warning: “##” is a mask
  expected: the text that it replaces
```

Use instead:

```article
# Ferry Runs Again



The ferry sailed with 61 passengers and the captain said nothing for 12 years.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from corpusfmt.lint import Context, Finding, Findings, quoted
from corpusfmt.rules._shared.expressions import any_of
from corpusfmt.rules._shared.shape import has_number_sign
from corpusfmt.rules._shared.word_lists import list_pattern, read_list
from corpusfmt.text.pattern_set import LETTER, OTHER
from corpusfmt.text.patterns import matches_at, regex

SEVERITY = "warning"

_NAMES = list_pattern("mask_tokens").replace("_", r"\\?_")
_TOKEN = rf"(?:\\?\|)?{_NAMES}(?:\\?_?[0-9]{{1,3}})?(?:\\?\|)?\\?[\]>](?!\()"
_MASKS = {
    "@": r"@(?:@{2,}|(?: @){2,}|(?:entity[0-9]{1,4}|placeholder|USER)(?!\w)|(?:MASK|NAME|URL)@)",
    "|": rf"\|{{2,3}}(?:{_NAMES}|EMAIL_ADDRESS|PHONE_NUMBER|IP_ADDRESS)\|{{2,3}}",
    "[": rf"\[(?:{_TOKEN}|email[ \u00a0]protected\\?\])",
    "<": f"<(?:{_TOKEN}|(?:user|url|hashtag|number)\\\\?>)",
    "#": r"#(?<=[\w$€£] #)#{0,3}(?:(?:[.,]#{1,4})+|(?<=##)(?=[ %-][^\W\d_]))",
    "_": r"_(?<=[^\W_] _)_{2,}(?=[ ,.][^\W_])",
    "\\": r"\\_(?<=[^\W_] \\_)(?:\\_){2,}(?=[ ,.][^\W_])",
    "█": "█{2,}",
    "■": "■{3,}",
    "▇": "▇{2,}",
}
"""The first characters of masks, each with the pattern: one that starts with it is found fast."""

_NUMBERED = regex(rf"(?<![\w\[<@./-])(?=[^\W\d_a-z]){_NAMES}\\?_[0-9]{{1,3}}(?![\w\]>(/-]|\.\w)")
_UNDERSCORE_BEFORE_NUMBER = regex(r"[A-ZÀ-Я]\\?_[0-9]")
_WORDS = read_list("redaction_words")
_REDACTIONS = any_of([*_WORDS, *map(str.capitalize, _WORDS), *map(str.upper, _WORDS)])
_REDACTED = regex(rf"\[(?:[^\W\d_]{{2,15}} )?{_REDACTIONS}(?: [^\W\d_]{{2,15}})?\\?\](?!\()")
_CROSSES = regex(r"X(?<![\w@#/.:$-]X)X{3,}(?![\w@/-]|[.:]\w)")
_CROSS = "XXXX"
"""What may be a mask, and occurs in sound texts, too."""

_MOST = 20

_Mask = tuple[int, int, bool]
"""The span of a mask, and whether it is uncertain."""


def prefilter() -> tuple[str, ...]:
    return (
        "<(?:user|url|hashtag|number)",
        r"@@@|@ @ @|@entity[0-9]|@placeholder|@(?:USER|MASK@|NAME@|URL@)|\[email",
        rf"[\[<](?:\\?\|)?{_NAMES}",
        r"\|\|[A-Z]+[_|]",
        rf" #{{1,4}}[.,]#| ##{{1,3}}[ %-]{LETTER}",
        r" ___| \\_\\_\\_|██|■■■|▇▇",
        rf"{_NAMES}\\?_[0-9]|XXXX|\[(?:{OTHER}|[A-Za-z ])*{_REDACTIONS}",
    )


def check(context: Context) -> Findings:
    """Yield a finding for each mask, and one for all that are more than are listed."""
    masks = _find_masks(context)
    for mask in masks[:_MOST]:
        yield _find(context, mask)
    rest = masks[_MOST:]
    if rest:
        start, end, _ = rest[0]
        is_uncertain = all(is_uncertain for *_, is_uncertain in rest)
        noun = "mask" if len(rest) == 1 else "masks"
        message = f"{len(rest):,} more {noun} in the text"
        yield context.finding((start, end), message, is_uncertain=is_uncertain)


def _find_masks(context: Context) -> list[_Mask]:
    """Return the masks of a text in their order."""
    text, end = context.text, context.body_end
    masks: list[_Mask] = []
    firsts = _MASKS.keys() & context.signs
    if "#" in firsts and not context.memo(has_number_sign):  # as in most
        firsts.discard("#")
    for first in firsts:
        masks += _masks(matches_at(first, _compiled(_MASKS[first]), text, end))
    if "_" in firsts and _UNDERSCORE_BEFORE_NUMBER.search(text, 0, end) is not None:
        masks += _masks(_NUMBERED.finditer(text, 0, end))
    if "[" in firsts:
        masks += _masks(matches_at("[", _REDACTED, text, end), is_uncertain=True)
    if _CROSS in text:
        masks += _masks(_CROSSES.finditer(text, 0, end), is_uncertain=True)
    return sorted(masks)


def _masks(found: Iterable[re.Match[str]], *, is_uncertain: bool = False) -> Iterator[_Mask]:
    for match in found:
        yield (*match.span(), is_uncertain)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return regex(pattern)


def _find(context: Context, mask: _Mask) -> Finding:
    start, end, is_uncertain = mask
    shown = quoted(context.text[start:end].replace("\\", ""))
    fact = "may be a mask" if is_uncertain else "is a mask"
    message = f"{shown} {fact}"
    expected = "the text that it replaces"
    return context.finding((start, end), message, expected, is_uncertain=is_uncertain)
