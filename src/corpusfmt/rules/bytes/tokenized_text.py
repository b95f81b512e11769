r"""Text that a tokenizer has cut into words.

### What it does

Reports a text that has signs of a tokenizer, with one finding for the file, at the first sign:

- brackets and hyphens that are written as words (`-LRB-`, `@-@`)
- contractions separated from their words (`did n't`, `he 's`, `l' homme`)
- ` `` ` and `''` for quotation marks
- spaces before commas and full stops, in most places
- markers of subword tokens (`re@@ read`, `▁the`, `play ##ing`)

A few spaces before punctuation are reported by `space-before-punctuation`. The spaces that French
has before `;`, `:`, `!` and `?` are not a sign.

### Why

The text was prepared for a language model or a parser. Readers see spaces and markers that the
article does not have, and a search does not find its words.

### Fix

There is none: get the article again, or use a detokenizer.

### Example

```article
# Ferry Runs Again



The captain -LRB- a former cook -RRB- did n't wait , she said .
```

```findings
5:13: warning: the text is tokenized: “-LRB-”, “-RRB-”, “did n't” and 2 more signs
  expected: the text as it was written
```

Use instead:

```article
# Ferry Runs Again



The captain (a former cook) didn't wait, she said.
```
"""

from __future__ import annotations

from corpusfmt.lint import Context, Findings, quoted
from corpusfmt.rules._shared.tokenized import SIGN, SPACED_STOP, find_signs

SEVERITY = "warning"
SCOPE = "file"
PROBLEM = "space before punctuation"

_SHOWN = 3
_BEFORE = 20


def prefilter() -> tuple[str, ...]:
    return (SPACED_STOP, *SIGN)


def check(context: Context) -> Findings:
    """Yield one finding at most, at the first sign."""
    spans = context.memo(find_signs).spans
    if not spans:
        return
    shown: list[str] = []
    for start, end in spans[:_SHOWN]:
        shown.append(quoted(_show(context.text, start, end)))
    more = len(spans) - len(shown)
    message = f"the text is tokenized: {', '.join(shown)}"
    if more:
        signs = "sign" if more == 1 else "signs"
        message += f" and {more:,} more {signs}"
    yield context.finding(spans[0], message, "the text as it was written")


def _show(text: str, start: int, end: int) -> str:
    """Return a sign, with the words around it that it was cut from."""
    before = text[max(0, start - _BEFORE) : start].rpartition("\n")[2]
    if text[start] == "-":
        return text[start:end]
    return " ".join((before + text[start:end]).split()[-2:])
