"""Title that is cut off.

### What it does

Reports a title that ends with a comma or an opening bracket, with `[…]`, or with a word at which no
headline ends: an article, a conjunction or the like, such as `the`, `und` or `del`, in about 30
languages. A title that ends in the middle of a word is reported if the URL of the article has all
of its words and more, or if there is an ellipsis and the text has the whole word.

Any other title that ends with an ellipsis is reported with severity info, since headlines can end
with one on purpose.

### Why

Some sites cut long titles in lists and in the data for search engines. Converters lose the end of a
headline of several lines, or write it as the first line of the body.

### Fix

There is none: the rest is not known, or it is in the body and must be added to the title by hand.

### Example

```article
# Harbour Gets a New Clock for the

Old Tower



The clock was hung on Monday, and it was slow by Tuesday. The harbour master and the council of the
town are not in a hurry to repair it, for it is the only clock on the island that is ever right.
```

```findings
1:1: warning: the title is cut off after “the”
  expected: the whole title in one line
```

Use instead:

```article
# Harbour Gets a New Clock for the Old Tower



The clock was hung on Monday, and it was slow by Tuesday. The harbour master and the council of the
town are not in a hurry to repair it, for it is the only clock on the island that is ever right.
```
"""

from __future__ import annotations

import re

from corpusfmt.lint import Context, Findings, quoted
from corpusfmt.rules._shared.blocks import whole_text
from corpusfmt.rules._shared.open_words import ends_open
from corpusfmt.rules._shared.slugs import fold, slug_of, words_of

SEVERITY = "warning"

_CUT = tuple(",([{،、，（")
_ELLIPSIS = ("…", "...")
_OMISSION = ("[…]", "[...]", "(…)", "(...)")
_FEWEST_WORDS = 4
_FEWEST_LETTERS = 2
_EXPECTED = "the whole title in one line"


def check(context: Context) -> Findings:
    """Yield a finding for a title that ends in the middle of a sentence."""
    title = context.reading.document.get("title", "").rstrip()
    words = title.split()
    if len(words) < _FEWEST_WORDS:
        return
    last = words[-1]
    is_cut = title.endswith((*_CUT, *_OMISSION)) or _is_open(context, last)
    is_cut = is_cut or _goes_on_in_url(title, context.reading.document.get("url", ""))
    if is_cut or title.endswith(_ELLIPSIS):
        is_certain = is_cut or _is_half_word(context, last)
        message = f"the title is cut off after {quoted(last)}"
        if not is_certain:
            message = "the title ends with an ellipsis, and may be cut off"
        place = context.place("/title")
        yield context.finding(
            place, message, _EXPECTED, pointer="/title", is_uncertain=not is_certain
        )


def _is_open(context: Context, last: str) -> bool:
    """Return whether a title that ends with a word goes on after it."""
    word = last.lower() if last.istitle() and len(last) > 1 else last
    return ends_open(context, word, "title_open_words")


def _is_half_word(context: Context, last: str) -> bool:
    """Return whether the article has a word only with more letters than before the ellipsis."""
    half = re.escape(last.rstrip(".…").lower())
    if len(half) < _FEWEST_LETTERS or not half.isalpha():
        return False
    found = re.findall(rf"(?<!\w){half}\w*", context.memo(whole_text).lower())
    return bool(found) and half not in found


def _goes_on_in_url(title: str, url: str) -> bool:
    """Return whether a URL has all words of a title and more, which an ellipsis replaces.

    The last word may be cut, too.
    """
    whole = title.rstrip(".… ")
    has_ellipsis = title.endswith(_ELLIPSIS)
    if not has_ellipsis and not whole[-1:].isalpha():
        return False
    words = _long_words(whole)
    count = len(words)
    slug = slug_of(url) if count >= _FEWEST_WORDS and words[0] in fold(url) else []
    if len(slug) <= count or slug[: count - 1] != words[:-1]:
        return False
    following = slug[count - 1]
    return has_ellipsis if following == words[-1] else following.startswith(words[-1])


def _long_words(text: str) -> list[str]:
    """Return the words of more than two letters, as `slug_of` does."""
    return [word for word in words_of(text) if len(word) > 2 and word.isalpha()]
