r"""Text that is replaced by a mask.

### What it does

Reports masks in place of words, numbers or letters:

- runs of `@` (`@@@`, `@ @ @`)
- tokens of language models and anonymizers (`[MASK]`, `<unk>`, `[PERSON_1]`, `<|endoftext|>`)
- numbers whose digits are masked (`#.# percent`, `## years`)
- black bars (`███`)
- gaps in a sentence, written as underscores

At most 20 masks of a file are listed; one more finding contains the number of the others. Swear
words with stars in place of letters are not reported, and neither is `[REDACTED]`, which occurs in
published documents.

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
from functools import cache

from corpusfmt.lint import Context, Finding, Findings, quoted
from corpusfmt.rules._shared.shape import has_number_sign
from corpusfmt.rules._shared.word_lists import list_pattern
from corpusfmt.text.pattern_set import LETTER
from corpusfmt.text.patterns import matches_at, regex

SEVERITY = "warning"

_NAMES = list_pattern("mask_tokens")
_TOKEN = rf"(?:\\?\|)?{_NAMES}(?:\\?_?[0-9]{{1,3}})?(?:\\?\|)?\\?[\]>](?!\()"
_MASKS = {
    "@": r"@(?:@{2,}|(?: @){2,}|(?:entity[0-9]{1,4}|placeholder|USER)(?!\w))",
    "|": rf"\|{{2,3}}(?:{_NAMES}|EMAIL_ADDRESS|PHONE_NUMBER|IP_ADDRESS)\|{{2,3}}",
    "[": rf"\[(?:{_TOKEN}|email[ \u00a0]protected\\?\])",
    "<": f"<{_TOKEN}",
    "#": r"#(?<=[\w$€£] #)#{0,3}(?:(?:[.,]#{1,4})+|(?<=##)(?=[ %-][^\W\d_]))",
    "_": r"_(?<=[^\W_] _)_{2,}(?=[ ,.][^\W_])",
    "\\": r"\\_(?<=[^\W_] \\_)(?:\\_){2,}(?=[ ,.][^\W_])",
    "█": "█{2,}",
    "■": "■{3,}",
    "▇": "▇{2,}",
}
"""The first characters of masks, each with the pattern: one that starts with it is found fast."""

_MOST = 20


def prefilter() -> tuple[str, ...]:
    return (
        rf"@@@|@ @ @|@entity[0-9]|@placeholder|@USER|\[email|[\[<](?:\\?\|)?{_NAMES}",
        r"\|\|[A-Z]+[_|]",
        rf" #{{1,4}}[.,]#| ##{{1,3}}[ %-]{LETTER}",
        r" ___| \\_\\_\\_|██|■■■|▇▇",
    )


def check(context: Context) -> Findings:
    """Yield a finding for each mask, and one for all that are more than are listed."""
    spans = _find_masks(context)
    for span in spans[:_MOST]:
        yield _find(context, span)
    others = len(spans) - _MOST
    if others > 0:
        masks = "mask" if others == 1 else "masks"
        yield context.finding(spans[_MOST], f"{others:,} more {masks} in the text")


def _find_masks(context: Context) -> list[tuple[int, int]]:
    text, end = context.text, context.body_end
    spans: list[tuple[int, int]] = []
    firsts = _MASKS.keys() & context.signs
    if "#" in firsts and not context.memo(has_number_sign):  # as in most
        firsts.discard("#")
    for first in firsts:
        spans += [match.span() for match in matches_at(first, _compiled(_MASKS[first]), text, end)]
    return sorted(spans)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return regex(pattern)


def _find(context: Context, span: tuple[int, int]) -> Finding:
    shown = quoted(context.text[span[0] : span[1]].replace("\\", ""))
    return context.finding(span, f"{shown} is a mask", "the text that it replaces")
