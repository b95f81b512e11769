"""Line that is read as a credit by a guess.

### What it does

Reports a line after the gap that is read as a credit because of its form: a caption and its credit
joined on one line, a heading that names an agency, a short word in capitals. A credit in bold is
certain, and so is one that is known by its words (an agency, names with a slash between them).

### Why

After the gap a line may be the credit of the picture or the first paragraph.

### Fix

`corpusfmt fmt` does not rewrite the file. Where the credit is right, `corpusfmt fmt --unsafe-fixes`
writes it in bold, which makes it certain.

### Example

```article
# Ferry Runs Again



The ferry leaves Skerry on Monday. Ida Holm

The first ferry since October sailed on Monday with 61 passengers.
```

```findings
5:36: warning: “Ida Holm” is read as the credit
  expected: **Ida Holm**, if it is one; else the stars around what is
```

Settled:

```article
# Ferry Runs Again



The ferry leaves Skerry on Monday. **Ida Holm**

The first ferry since October sailed on Monday with 61 passengers.
```
"""

from __future__ import annotations

from corpusfmt.lint import Context, Findings, quoted

SEVERITY = "warning"
BLOCKS_REWRITING = "guess"

_GUESSES = {
    "CREDIT_RUN_ON": "run_on_credit",
    "CREDIT_HEADED": "headed_credit",
    "CREDIT_GUESSED": "guessed_credit",
}


def applies(context: Context) -> bool:
    return "credit" in context.reading.document


def check(context: Context) -> Findings:
    """Yield one finding at most: at the line after the gap."""
    token, credit = context.after_gap, context.reading.document.get("credit")
    if token is not None and token.type in _GUESSES and credit is not None:
        span = token.match.span(_GUESSES[token.type])
        shown = quoted(credit)
        expected = f"**{shown[1:-1]}**, if it is one"
        if token.type == "CREDIT_RUN_ON":
            expected += "; else the stars around what is"
        yield context.finding(span, f"{shown} is read as the credit", expected)
