"""Line that is read as a credit or a paragraph, but may be the other.

### What it does

Reports the line after the gap (the three blank lines before the body) if it is read as a credit
only because of its form:

- names of people alone, or a few capital letters;
- names or an agency after a caption on the same line, if the caption may end elsewhere;
- a heading that names an agency.

A credit in bold is not reported, and neither is one with words that only credits have: an agency, a
label such as “Photo:”, names with a slash between them. If such words follow a caption that does
not end with a full stop, they are reported with severity info: they are certainly a credit, but
where it begins is a guess.

The rule also reports a first paragraph that is not read as a credit only because there is no gap
before it, or because of its marks or tags, as in `<u>AP</u>`.

### Why

The line after the gap may be the credit of the picture, or the first paragraph. In canonical text,
such a credit is in bold, and such a paragraph is escaped. So the text would no longer show that
there was a choice.

### Fix

There is none, and `corpusfmt fmt` does not rewrite such a file. If the line is read correctly, use
`corpusfmt fmt --unsafe-fixes`: it writes the canonical text, in which the line has only one
reading, and prints the finding a last time.

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

from corpusfmt.lint import Context, Finding, Findings, quoted
from corpusfmt.syntax.credit import CreditLine
from corpusfmt.syntax.credit_patterns import is_certain, matches, without_brackets
from corpusfmt.syntax.credit_words import kinds_of, words_of
from corpusfmt.syntax.writer.body import needs_guard
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
BLOCKS_REWRITING = "guess"
NEEDS = ("not canonical",)
PROBLEM = "credit"

_GUARD = regex(r"[\s#*_\[]*&#[0-9]{1,7};")


def check(context: Context) -> Findings:
    """Yield one finding at most: at the credit, or at a paragraph that may be one."""
    found = context.reading.found_credit
    if found is not None and found.grade == "guessed":
        yield _guessed(context, found)
    elif _lacks_escape(context):
        yield _unread(context)


def _unread(context: Context) -> Finding:
    block = context.block(0)
    message = f"{quoted(block.text)} is read as a paragraph, but may be a credit"
    expected = "three blank lines before a credit"
    if context.reading.gap is not None:
        expected = "the credit in bold, without other marks or tags"
    return context.finding(context.span(block), message, expected)


def _guessed(context: Context, found: CreditLine) -> Finding:
    shown = quoted(found.credit)
    expected = f"the credit in bold: **{shown[1:-1]}**"
    message = f"{shown} is read as the credit, but may not be one"
    if found.caption is None:
        return context.finding(context.credit_span(), message, expected)
    expected += ", or another part of the line"
    is_credit = _shows_credit(found.credit)
    if is_credit:
        message = f"{shown} is read as the credit, but it may begin elsewhere"
    return context.finding(context.credit_span(), message, expected, is_uncertain=is_credit)


def _shows_credit(credit: str) -> bool:
    """Return whether the words of a credit after a caption show that it is one."""
    kinds = without_brackets(kinds_of(words_of(credit)).strip("-"))
    return is_certain(kinds) or matches(kinds, "made")


def _lacks_escape(context: Context) -> bool:
    """Return whether canonical text would escape the first block, and the text does not."""
    reading = context.reading
    if not reading.body_tokens:
        return False
    return needs_guard(reading.document) and _GUARD.match(reading.body_tokens[0]) is None
