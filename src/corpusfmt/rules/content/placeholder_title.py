"""Title that a program writes where it has none.

### What it does

Reports a title that is a placeholder, such as `Untitled` or `null`, a URL, the name of a file
(`ferry.html`) or the last part of a URL (`ferry-runs-again-to-skerry`).

### Why

All articles with a placeholder have the same title, so they seem to be the same article where
articles are listed or compared by title.

### Fix

There is none: the right title is not known.

### Example

```article
# Untitled



The first ferry since October sailed on Monday with 61 passengers.
```

```findings
1:1: warning: the title is a placeholder: “Untitled”
  expected: the title of the article
```

Use instead:

```article
# Ferry Runs Again



The first ferry since October sailed on Monday with 61 passengers.
```
"""

from __future__ import annotations

from functools import cache

from corpusfmt.lint import Context, Findings, quoted
from corpusfmt.rules._shared.boilerplate_phrases import is_whole_block
from corpusfmt.rules._shared.word_lists import read_list
from corpusfmt.syntax.dates import read_date_line
from corpusfmt.text.patterns import regex

SEVERITY = "warning"

_URLS = ("http://", "https://", "www.")
_HOST = regex(r"(?:[a-z0-9-]+\.)+(?:com|org|net|info|news|(?!js|ts|py)[a-z]{2}|example)")
_DOCUMENT = regex(r".*[^.\s]\.(?:html?|php|aspx?|pdf|docx?|odt|rtf|indd|qxd)|microsoft word - .+")
_FILE = regex(
    r"[\w-]+\.(?:html?|php|aspx?|jsp|pdf|docx?|txt|md|xml|json|cms|jpe?g|png|gif|webp|mp[34]|wav|mov)"
)
_SLUG = regex(r"[a-z0-9]+(?:-[a-z0-9]+){3,}")
_FEWEST_IN_SLOGAN, _SHARE_IN_SLOGAN = 4, 0.7
"""How many words of websites a slogan has at least, and which share of its words they are."""

_EXPECTED = "the title of the article"


def check(context: Context) -> Findings:
    """Yield a finding for a title that is a placeholder or a URL."""
    title = context.reading.document.get("title", "")
    fact = _fact(title.strip().lower()) or _fact_of_file(title.strip())
    if fact is not None:
        message = f"the title is {fact}: {quoted(title)}"
        yield context.finding(context.place("/title"), message, _EXPECTED, pointer="/title")


def _fact(title: str) -> str | None:
    """Return what a title is that is not one, or None."""
    if " " not in title and title.startswith(_URLS):
        return "a URL"
    if _HOST.fullmatch(title):
        return "the name of a host"
    words = title.strip(" .:…[](){}<>-")
    if words in _placeholders():
        return "a placeholder"
    if words in _sections():
        return "the name of a section"
    if " " in words and is_whole_block(words):
        return "a button or a label of the page"
    return "the slogan of a website" if _is_slogan(words) else _fact_of_whole(title)


def _is_slogan(title: str) -> bool:
    """Return whether a title has little but the words with which websites describe themselves."""
    if len(_slogan_words().intersection(title.split())) < 2:  # as most
        return False
    words = title.replace(",", " ").replace(":", " ").split()
    known = sum(map(_slogan_words().__contains__, words))
    return known >= _FEWEST_IN_SLOGAN and known >= _SHARE_IN_SLOGAN * len(words)


def _fact_of_whole(title: str) -> str | None:
    """Return what a title is, if it is the name of a file, perhaps with spaces, or a date."""
    if _DOCUMENT.fullmatch(title):
        return "the name of a file"
    is_date = title[-1:].isdigit() and read_date_line(title) is not None
    return "a date" if is_date else None


def _fact_of_file(title: str) -> str | None:
    """Return what a title without spaces is, if it is the name of a file or a part of a URL."""
    if " " in title:
        return None
    if _FILE.fullmatch(title):
        return "the name of a file"
    return "a part of a URL" if _SLUG.fullmatch(title) else None


@cache
def _sections() -> frozenset[str]:
    """Return the names of sections, with those that pages print in the place of an author."""
    return frozenset((*read_list("title_sections"), *read_list("author_sections")))


@cache
def _placeholders() -> frozenset[str]:
    return frozenset(read_list("title_placeholders"))


@cache
def _slogan_words() -> frozenset[str]:
    return frozenset(read_list("words_of_websites"))
