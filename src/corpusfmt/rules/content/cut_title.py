"""Title that is cut off.

### What it does

Reports a title that ends with a comma or an opening bracket, or with a word that ends no headline:
an article, a conjunction or a preposition of origin, such as `the`, `und` or `del`. A title that
ends in an ellipsis or in the middle of a word is reported if the URL of the article has all of its
words and more.

### Why

A headline over several lines loses its end, or leaves it as the first line of the body.

### Fix

There is none: the rest is not known, or it is in the body and must be put behind the title by hand.

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

from functools import cache

from corpusfmt.lint import Context, Findings, quoted
from corpusfmt.rules._shared.slugs import fold, slug_of, words_of
from corpusfmt.rules._shared.word_lists import read_list

SEVERITY = "warning"

_CUT = tuple(",([{،、，（")
_FEWEST_WORDS = 4


@cache
def _open_words() -> frozenset[str]:
    return frozenset(read_list("title_open_words"))


def check(context: Context) -> Findings:
    """Yield a finding for a title that ends in the middle of a sentence."""
    title = context.reading.document.get("title", "").rstrip()
    words = title.split()
    if len(words) < _FEWEST_WORDS:
        return
    last = words[-1]
    is_cut = title.endswith(_CUT) or last in _open_words()
    if is_cut or _goes_on_in_url(title, context.reading.document.get("url", "")):
        message = f"the title is cut off after {quoted(last)}"
        expected = "the whole title in one line"
        yield context.finding(context.place("/title"), message, expected, pointer="/title")


def _goes_on_in_url(title: str, url: str) -> bool:
    """Return whether a URL has all words of a title and more, which an ellipsis stands for.

    The last word may be cut, too.
    """
    whole = title.rstrip(".… ")
    has_ellipsis = title.endswith(("…", "..."))
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
