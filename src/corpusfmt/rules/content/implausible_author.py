"""Author that cannot be one.

### What it does

Reports a name of the byline that is not the name of a person or an organization:

- the words of a form or a template (`Please Enter Your Name Here`, `admin`, `undefined`);
- an e-mail address, a handle or a URL;
- a date;
- several names in one: more than eight words, with commas and most in capitals;
- a sentence: more than eight other words, or a question mark or an exclamation mark at the end.

### Why

Scrapers take what the page has in the place of the author. In a corpus, such a name is counted as
an author.

### Fix

There is none: the right name is not known.

### Example

```article
# Ferry Runs Again

By Please Enter Your Name Here

March 14, 2023



The first ferry since October sailed on Monday with 61 passengers.
```

```findings
3:4: warning: “Please Enter Your Name Here” is a placeholder
  expected: the name of an author
```

Use instead:

```article
# Ferry Runs Again

By Ana Lind

March 14, 2023



The first ferry since October sailed on Monday with 61 passengers.
```
"""

from __future__ import annotations

from functools import cache

from corpusfmt.lint import Context, Findings, quoted
from corpusfmt.rules._shared.word_lists import read_list
from corpusfmt.syntax.dates import read_date_line
from corpusfmt.text.patterns import regex

SEVERITY = "warning"

_MOST_WORDS = 8
_SHARE_OF_CAPITALS = 0.7
_CONTACT = regex(r"\S@\S|(?:\A|\s)@\w|://|\bwww\.")
_PHRASES = ("enter your", "your name", "name here", "author name", "{{", "[[")
_PAGE_WORDS = regex(
    r"(?i)\A(?:follow|suivre|folgen|seguir|contact|email|e-mail|view|more (?:from|by)) \S"
    r"|\b(?:hours?|minutes?|days?) ago\b|\bon (?:twitter|facebook|instagram|linkedin)\Z"
)
"""What a page prints around the name of an author."""

_EXPECTED = "the name of an author"


def applies(context: Context) -> bool:
    return "byline" in context.reading.document


def check(context: Context) -> Findings:
    """Yield a finding for each author that is something else."""
    for number, author in enumerate(context.reading.document.get("byline", ())):
        name = author["name"]
        fact = _fact(name)
        if fact is not None:
            pointer = f"/byline/{number}"
            message = f"{quoted(name)} is {fact}"
            yield context.finding(context.place(pointer), message, _EXPECTED, pointer=pointer)


@cache
def _placeholders() -> frozenset[str]:
    return frozenset(read_list("author_placeholders"))


def _fact(name: str) -> str | None:
    """Return what a name is that is not one, or None."""
    folded = name.casefold().strip(" .!:_-[](){}<>")
    if folded in _placeholders() or any(part in folded for part in _PHRASES):
        return "a placeholder"
    if _PAGE_WORDS.search(name):
        return "a name with words of the page"
    if _CONTACT.search(name):
        return "an address, not a name"
    if read_date_line(name) is not None:
        return "a date"
    if len(name.split()) > _MOST_WORDS:
        return "more than one name" if _is_list(name) else "a sentence"
    return "a sentence" if name.endswith(("?", "!", "？", "！")) else None


def _is_list(name: str) -> bool:
    """Return whether words are names with commas: most begin with a capital."""
    words = name.split()
    capitals = sum(word[0].isupper() for word in words)
    return "," in name and capitals > _SHARE_OF_CAPITALS * len(words)
