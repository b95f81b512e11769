"""Tracking parameter in a URL.

### What it does

Reports `utm_source=rss`, `fbclid=…` and the like in the article's URL and in those of links and
images, with one finding for each URL. Only parameters whose names have no other use are reported. A
few other parameters are reported if their value is `rss`, such as `ref=rss`.

### Why

Feeds, newsletters and social networks add these parameters. The page is the same without them, but
the same article is then in a corpus under several URLs. Some parameters identify a reader.

### Fix

The fix removes these parameters. It is safe for links. It is unsafe for the article's own URL:
other data about the corpus may use the URL as it was collected.

### Example

```article
# Ferry Runs Again



The first ferry since October sailed on Monday with 61 passengers.

Original url:

<https://skerrynews.example/ferry?page=2&utm_source=rss&utm_medium=feed>
```

```findings
9:42: warning: the URL has the tracking parameters utm_source and utm_medium
  expected: https://skerrynews.example/ferry?page=2
```

Use instead:

```article
# Ferry Runs Again



The first ferry since October sailed on Monday with 61 passengers.

Original url:

<https://skerrynews.example/ferry?page=2>
```
"""

from __future__ import annotations

from corpusfmt.lint import Context, Edit, Findings, Fix, Option
from corpusfmt.rules._shared.tracking import Sifted, sift
from corpusfmt.rules._shared.urls import Address, addresses_in, all_addresses, is_plain
from corpusfmt.syntax.escape import write_url
from corpusfmt.syntax.writer import write_document
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "sometimes unsafe"
NEEDS = ("=",)
WHY_SAFE = "the link leads to the same page"
WHY_ODD = "the URL has unusual characters"
WHY_UNSAFE = "other data may use the URL as it was collected"

_MORE = Option("names", (), "more names of tracking parameters, such as source", pattern=r"\S+")
OPTIONS = (_MORE,)

_VALUE = regex(r"[^&#\s<>)\]]*+")


def check(context: Context) -> Findings:
    """Yield a finding for each URL of the document that has such parameters."""
    more = frozenset(map(str.lower, context.option(_MORE)))
    found: list[tuple[Address, Sifted]] = []
    for address in all_addresses(context.text, context.reading):
        sifted = sift(address.value, more)
        if sifted.names:
            found.append((address, sifted))
    if not found:
        return
    known = addresses_in(context.reading.document)
    behind = 0
    for address, sifted in sorted(found, key=lambda pair: pair[0].start):
        if address.value in known and address.start >= behind:  # none within another
            behind = address.end
            parameters = "parameter" if len(sifted.names) == 1 else "parameters"
            message = f"the URL has the tracking {parameters} {_listed(sifted.names)}"
            span = _span(context.text, address, sifted.names[0])
            fix = _fix(address, sifted.address)
            yield context.finding(span, message, sifted.address, fix=fix)


def _span(text: str, address: Address, name: str) -> tuple[int, int]:
    """Return where the first of the parameters occurs.

    The whole URL, where it is written otherwise than it is read.
    """
    start = text.find(name + "=", address.start, address.end)
    value = _VALUE.match(text, start, address.end) if start >= 0 else None
    return value.span() if value else (address.start, address.end)


def _listed(names: list[str]) -> str:
    *most, last = dict.fromkeys(names)
    return f"{', '.join(most)} and {last}" if most else last


def _fix(address: Address, sifted: str) -> Fix:
    """Return what is left of the URL, written as its place requires."""
    title = "remove the tracking parameters"
    if address.kind == "own":
        own = write_document({"url": sifted}).partition("\n\n")[2].rstrip("\n")
        return Fix(title, (Edit(address.start, address.end, own),), False, WHY_UNSAFE)
    written = write_url(sifted) if address.kind == "link" else f"<{sifted}>"
    edits = (Edit(address.start, address.end, written),)
    if not is_plain(address.value) or "(" in address.value:
        return Fix(title, edits, False, WHY_ODD)
    return Fix(title, edits, True, WHY_SAFE)
