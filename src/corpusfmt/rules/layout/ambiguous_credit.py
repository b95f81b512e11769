"""A credit that is taken for one by a guess.

After the gap a line may be the picture's credit or the first paragraph. A credit in bold is certain, and so is one that
is known by its words (an agency, names with a slash between them). Others are taken for one by their form: a caption
and its credit run together on one line, a heading that names an agency, a short word in capitals. `corpusfmt fmt`
leaves the file alone; where the credit is right, `corpusfmt fmt --unsafe-fixes` writes it in bold, which makes it
certain.

```article
# Ferry Runs Again



The ferry leaves Skerry on Monday. Ida Holm

The first ferry since October sailed on Monday with 61 passengers.
```

```findings
5:36: warning: “Ida Holm” is taken for the credit
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

from collections.abc import Iterator

from corpusfmt.lint.context import Subject, find, quoted
from corpusfmt.model.diagnostic import Finding, Severity
from corpusfmt.rules import Blocks

LEVEL = 2
SEVERITY: Severity = "warning"
NEEDS = ("credit",)
BLOCKS_REWRITING: Blocks = "guess"

_GUESSES = {
    "CREDIT_RUN_ON": "run_on_credit",
    "CREDIT_HEADED": "headed_credit",
    "CREDIT_GUESSED": "guessed_credit",
}


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding at most: at the line after the gap."""
    token, credit = subject.after_gap, subject.reading.document.get("credit")
    if token is not None and token.type in _GUESSES and credit is not None:
        span = token.match.span(_GUESSES[token.type])
        shown = quoted(credit)
        expected = f"**{shown[1:-1]}**, if it is one"
        if token.type == "CREDIT_RUN_ON":
            expected += "; else the stars around what is"
        yield find("ambiguous-credit", f"{shown} is taken for the credit", span, expected)
