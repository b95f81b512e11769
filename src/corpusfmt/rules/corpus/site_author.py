"""Author that all articles of a host have, and that is not a person.

### What it does

Reports an author if all articles of a host have this author and no other, if there are at least
five such articles with different titles, and if the author reads like the name of the website or a
slogan: it is an agency, or the name of the host, or does not have the form of a person’s name. The
host is that of the article's own URL. There is one finding for a host, at its first article.

### Why

Some sites print their name or a slogan where the author would be. In a corpus, it is counted as an
author.

### Fix

There is none: who wrote the articles is not known.

### Example

```corpus
==> a.txt <==
# Ferry Runs Again

By Your Island News

March 14, 2023



The ferry to Skerry sailed on Monday.

Original url:

<https://skerrynews.example/ferry>
==> b.txt <==
# Bakery Closes

By Your Island News

March 15, 2023



The bakery on Quay Street closed on Friday.

Original url:

<https://skerrynews.example/bakery>
==> c.txt <==
# School Gets a Roof

By Your Island News

March 16, 2023



The school's new roof was finished on Thursday.

Original url:

<https://skerrynews.example/roof>
==> d.txt <==
# Lighthouse Sold

By Your Island News

March 17, 2023



The lighthouse was sold for one krone.

Original url:

<https://skerrynews.example/lighthouse>
==> e.txt <==
# Mayor Resigns

By Your Island News

March 18, 2023



The mayor resigned after nine years.

Original url:

<https://skerrynews.example/mayor>
```

```findings
a.txt:3:4: warning: “Your Island News” is the author of all 5 articles of skerrynews.example
  expected: the name of a person
```

An author of fewer articles is not reported:

```corpus
==> a.txt <==
# Ferry Runs Again

By Your Island News

March 14, 2023



The ferry to Skerry sailed on Monday.

Original url:

<https://skerrynews.example/ferry>
==> b.txt <==
# Bakery Closes

By Ana Lind

March 15, 2023



The bakery on Quay Street closed on Friday.

Original url:

<https://skerrynews.example/bakery>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.lint import Context, Corpus, CorpusFinding, Entry, Group, Option, Row, quoted
from corpusfmt.rules._shared.digests import digest, folded
from corpusfmt.syntax.byline_persons import is_person
from corpusfmt.syntax.credit_lists import agencies

SEVERITY = "warning"

ARTICLES = Option("articles", 5, "the fewest articles that must have the author", 2)
OPTIONS = (ARTICLES,)

_EXPECTED = "the name of a person"


def collect(context: Context) -> tuple[str, bytes] | None:
    """Return the only author of an article, and the digest of its title.

    The author is an empty string if there are several; an article without any is not looked at.
    """
    authors = context.reading.document.get("byline", [])
    if not authors or not context.host:
        return None
    title = digest(folded(context.reading.document.get("title", "")))
    return authors[0]["name"] if len(authors) == 1 else "", title


def rows(entry: Entry, _: Corpus) -> Iterator[Row]:
    """Yield the row of an article: its host, with the digest of its title after its author."""
    author, title = entry.fact
    yield Row(entry.host, entry.number, value=f"{author}\0{title.hex()}")


def find(corpus: Corpus, group: Group) -> Iterator[CorpusFinding]:
    """Yield a finding for a host whose articles all have one author, if that is no person."""
    host = str(group.key)
    if group.size < max(2, corpus.option(ARTICLES)):
        return
    authors: set[str] = set()
    first = 0
    for value in group.values():
        authors.add(str(value.value).partition("\0")[0])
        first = min(first or value.first, value.first)
        if len(authors) > 1:
            return
    [name] = authors
    if _is_of_site(name, host):
        message = f"{quoted(name)} is the author of all {group.rows:,} articles of {host}"
        yield CorpusFinding(first, message, _EXPECTED, "/byline/0")


def _is_of_site(name: str, host: str) -> bool:
    """Return whether a name is an agency, that of the host, or of words that persons do not have."""
    letters = "".join(filter(str.isalnum, name.casefold()))
    if not name:
        return False
    if name in agencies() or (letters and letters in host.replace("-", "").replace(".", "")):
        return True
    has_case = name[:1].lower() != name[:1].upper()
    return has_case and " " in name and not is_person(name)
