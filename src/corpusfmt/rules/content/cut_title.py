"""Title that is cut off.

### What it does

Reports a title that ends with a comma or with `[…]`, that has a bracket which is not closed, or
that ends with a word at which no headline ends: an article, a conjunction or the like, such as
`the`, `und` or `del`, in about 30 languages. A title that ends in the middle of a word is reported
if the URL of the article has all of its words and more, or if there is an ellipsis and the text has
the whole word.

Any other title that ends with an ellipsis is reported with severity info, since headlines can end
with one on purpose, and so is a title after which the URL has more words: some sites write more
into the URL than into the title. A title that is only the last words of the URL, as where what
precedes a colon was taken for the name of the site, is reported, with severity info if fewer than
five long words are missing.

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
from functools import cache

from corpusfmt.lint import Context, Findings, quoted
from corpusfmt.rules._shared.blocks import whole_text
from corpusfmt.rules._shared.open_words import ends_open
from corpusfmt.rules._shared.slugs import fold, slug_of, words_of
from corpusfmt.rules._shared.url_words import url_words
from corpusfmt.text.named_tuples import NamedTuple

SEVERITY = "warning"

_CUT = tuple(",([{،、，（")
_BRACKETS = (("(", ")"), ("[", "]"))
_ELLIPSIS = ("…", "...")
_OMISSION = ("[…]", "[...]", "(…)", "(...)")
_FEWEST_WORDS, _FEWEST_LONG = 3, 4
"""The fewest words of a title that breaks off, and long ones where the URL shows that."""
_FEWEST_LETTERS = 2
_EXPECTED = "the whole title in one line"


class _Rest(NamedTuple):
    """What a URL has after the words of a title, and how many long ones of it precede that."""

    length: int
    words: list[str]
    is_half: bool
    """Whether the title has only the beginning of the word that precedes."""


def check(context: Context) -> Findings:
    """Yield a finding for a title that ends in the middle of a sentence."""
    title = context.reading.document.get("title", "").rstrip()
    if " " not in title:
        return
    last = title[title.rindex(" ") + 1 :]
    words = _long_words(title)
    slug = _slug(words, context.reading.document.get("url", ""))
    rest = _rest_in_url(title, words, slug)
    is_certain = _is_cut(context, title, last, rest)
    message = f"the title is cut off after {quoted(last)}" if is_certain else _doubt(title, rest)
    if not message:
        start = _start_in_url(words, slug)
        if start:
            is_certain = len(start) > _FEWEST_LONG
            lost = "the title has lost" if is_certain else "the title may have lost"
            message = f"the URL begins with {quoted(' '.join(start))}, which {lost}"
    if message:
        place = context.place("/title")
        yield context.finding(
            place, message, _EXPECTED, pointer="/title", is_uncertain=not is_certain
        )


def _is_cut(context: Context, title: str, last: str, rest: _Rest | None) -> bool:
    """Return whether a title is cut off for certain, after the last word."""
    if title.count(" ") + 1 < _FEWEST_WORDS:
        return False
    if title.endswith((*_CUT, *_OMISSION)) or _is_open(context, last) or _has_open_bracket(title):
        return True
    has_ellipsis = title.endswith(_ELLIPSIS)
    if rest is not None and rest.length >= _FEWEST_LONG and (rest.is_half or has_ellipsis):
        return True
    return has_ellipsis and _is_half_word(context, last)


def _has_open_bracket(title: str) -> bool:
    """Return whether a bracket is opened in a title and not closed, after other words."""
    for first, last in _BRACKETS:
        place = title.rfind(first)
        if place > 0 and title[place + 1].isalnum() and title.find(last, place) < 0:
            return True
    return False


def _doubt(title: str, rest: _Rest | None) -> str:
    """Return what shows that a title may be cut off; empty if nothing does."""
    if title.endswith(_ELLIPSIS):
        return "the title ends with an ellipsis, and may be cut off"
    if rest is None or rest.is_half or _usual_words().issuperset(rest.words):
        return ""
    return f"the URL goes on with {quoted(' '.join(rest.words))}, and the title may be cut off"


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


def _slug(words: list[str], url: str) -> list[str]:
    """Return the words of a URL that may have the first or the last one of a title's, or none."""
    if len(words) < _FEWEST_WORDS:
        return []
    folded = fold(url)
    return slug_of(url) if words[0] in folded or words[-1] in folded else []


def _rest_in_url(title: str, words: list[str], slug: list[str]) -> _Rest | None:
    """Return what a URL has after all words of a title, of which the last may be cut."""
    count = len(words)
    if len(slug) < count or not words or slug[: count - 1] != words[:-1]:
        return None
    last, whole_last = words[-1], slug[count - 1]
    is_half = whole_last != last
    if is_half and not (title.rstrip(".… ")[-1:].isalpha() and whole_last.startswith(last)):
        return None
    return _Rest(count, slug[count:], is_half) if len(slug) > count else None


def _start_in_url(words: list[str], slug: list[str]) -> list[str]:
    """Return what a URL has before all words of a title, if it ends with them."""
    count = len(slug) - len(words)
    return slug[:count] if count >= _FEWEST_WORDS and slug[count:] == words else []


@cache
def _usual_words() -> frozenset[str]:
    """Return the words that sites add to those of the title in a URL."""
    return url_words() | {"live", "update", "updates", "ticker", "liveticker", "blog", "article"}


def _long_words(text: str) -> list[str]:
    """Return the words of more than two letters, as `slug_of` does."""
    return [word for word in words_of(text) if len(word) > 2 and word.isalpha()]
