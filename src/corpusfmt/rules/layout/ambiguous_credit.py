"""Line that is read as a credit, but may not be one.

### What it does

Reports the line after the gap (the three blank lines before the body) if it is read as a credit
only because of its form: a caption and its credit joined on one line, a heading that names an
agency, a short word in capitals. A credit in bold is not reported, and neither is one that its
words show (an agency, names with a slash between them).

### Why

The line after the gap may be the credit of the picture, or the first paragraph.

### Fix

There is none, and `corpusfmt fmt` does not rewrite such a file. If the credit is right, `corpusfmt
fmt --unsafe-fixes` writes it in bold, so that it is no longer a guess.

### Example

```article
# Ferry Runs Again



The ferry leaves Skerry on Monday. Ida Holm

The first ferry since October sailed on Monday with 61 passengers.
```

```findings
5:36: warning: “Ida Holm” is read as the credit, but may not be one
  expected: the credit in bold: **Ida Holm**, or another part of the line
```

Use instead:

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
        message = f"{shown} is read as the credit, but may not be one"
        expected = f"the credit in bold: **{shown[1:-1]}**"
        if token.type == "CREDIT_RUN_ON":
            expected += ", or another part of the line"
        yield context.finding(span, message, expected)
