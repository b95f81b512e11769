"""Credit that is a sentence or a date.

### What it does

Reports the line that is read as the credit of the picture if it is a date, or a sentence: it ends
with a full stop, has seven words or more, most of them in lower case, and no label such as
`Photo:`. In scripts without capitals, a sentence has ten words, or 25 characters where no spaces
are between words.

### Why

The first paragraph of the article, its intro or its date was written in bold below the gap. It is
then missing from the body, and a list of the makers of pictures has a sentence in it.

### Fix

There is none: write the line without `**` if it is a paragraph, or move the date below the title.

### Example

```article
# Ferry Runs Again



**The first ferry since October sailed on Monday.**

The next one sails on Friday.
```

```findings
5:1: warning: the credit is a sentence: “The first ferry since October sailed on Monday.”
  expected: who made the picture, or no credit
```

Without a credit:

```article
# Ferry Runs Again



The first ferry since October sailed on Monday.

The next one sails on Friday.
```
"""

from __future__ import annotations

from corpusfmt.lint import Context, Findings, quoted
from corpusfmt.rules._shared.credit_labels import has_credit_label, has_picture_label
from corpusfmt.rules._shared.prose import is_unspaced
from corpusfmt.syntax.dates import is_relative_date, read_date_line
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
NEEDS = ("a credit",)

_STOPS = tuple(".!?。！？।۔؟።")
_FEWEST_WORDS, _FEWEST_WITHOUT_CASE, _FEWEST_CHARACTERS = 7, 10, 25
_SMALL = 0.5
"""The share of the words of a sentence that are in lower case."""

_OF_MAKERS = regex(
    r"(?i)(?:\b(?:photos?|foto\w*|pictures?|images?|bild\w*|courtesy|copyright|credit|graphic"
    r"|illustration|screenshot|video)\b|©|\(c\)|/|\|)"
)
_EXPECTED = "who made the picture, or no credit"


def check(context: Context) -> Findings:
    """Yield a finding for a credit that names nobody."""
    credit = context.reading.document.get("credit", "")
    what = _what(credit) if credit else ""
    if what:
        message = f"the credit is {what}: {quoted(credit)}"
        yield context.finding(context.place("/credit"), message, _EXPECTED, pointer="/credit")


def _what(credit: str) -> str:
    date = read_date_line(credit)
    if is_relative_date(credit) or (date is not None and not date.unread):
        return "a date"
    if not credit.endswith(_STOPS) or _OF_MAKERS.search(credit) is not None:
        return ""
    if has_credit_label(credit) or has_picture_label(credit):
        return ""
    return "a sentence" if _is_sentence(credit) else ""


def _is_sentence(credit: str) -> bool:
    """Return whether a text that ends with a full stop has as many words as a sentence."""
    if is_unspaced(credit):
        return len(credit) >= _FEWEST_CHARACTERS
    words = credit.split()
    if credit.lower() == credit.upper():
        return len(words) >= _FEWEST_WITHOUT_CASE
    small = sum(map(str.islower, words))
    return len(words) >= _FEWEST_WORDS and small >= _SMALL * len(words)
