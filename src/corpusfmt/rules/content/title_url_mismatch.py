"""URL that has no word in common with the title.

### What it does

Reports a URL that contains four words or more (`/first-ferry-runs-again`), none of which is in the
title. Words are compared without accents and endings, and `ü` as `u` or `ue`. Titles that are not
in Latin script are skipped.

### Why

The URL may belong to another article. But many publishers give a page a new title and keep its URL,
or write URLs for search engines, so most of these URLs are right. The severity is info, and the
rule is off by default.

### Fix

There is none.

### Example

```article
# Ferry Runs Again



The first ferry since October sailed on Monday with 61 passengers.

Original url:

<https://skerrynews.example/council-raises-library-opening-hours>
```

```findings
9:1: info: “council-raises-library-opening-hours” shares no word with the title
  expected: the URL of “Ferry Runs Again”
```

Use instead:

```article
# Ferry Runs Again



The first ferry since October sailed on Monday with 61 passengers.

Original url:

<https://skerrynews.example/first-ferry-runs-since-october>
```
"""

from __future__ import annotations

from corpusfmt.lint import Context, Findings, quoted
from corpusfmt.rules._shared.slugs import slug_of, spellings
from corpusfmt.rules._shared.urls import own_address

SEVERITY = "info"
IS_ON = False

_FEWEST = 4
_STEM = 4
"""How many letters two words must begin with in common."""


def check(context: Context) -> Findings:
    """Yield at most one finding: at the article's URL."""
    document = context.reading.document
    url, title = document.get("url", ""), document.get("title", "")
    if url.count("-") + url.count("_") < _FEWEST - 1:
        return
    path = url[url.find("/", len("https://")) :]
    if any(
        len(word) > _STEM and word in path for word in title.lower().split()
    ):  # as in most articles
        return
    slug, words = slug_of(url), spellings(title)
    if (
        len(slug) >= _FEWEST
        and len(words) >= _FEWEST - 1
        and _is_latin(title)
        and not _share(slug, words)
    ):
        message = f"{quoted('-'.join(slug))} shares no word with the title"
        own = own_address(context.reading.tokens[-1], url)
        yield context.finding((own.start, own.end), message, f"the URL of {quoted(title)}")


def _is_latin(title: str) -> bool:
    """Return whether all letters of a title are of the Latin script, or its accents."""
    for character in title:
        is_latin = character < "\u0250" or "\u1e00" <= character < "\u2100"
        if not is_latin and character.isalpha():
            return False
    return True


def _share(slug: list[str], words: frozenset[str]) -> bool:
    stems = {word[:_STEM] for word in words if len(word) > 2}
    joined = "".join(slug)
    return any(word[:_STEM] in stems for word in slug) or any(
        word in joined for word in words if len(word) > _STEM
    )
