"""Link that leads nowhere: to `#`, to nothing, or to an empty page.

### What it does

Reports links to `#`, to nothing, to `about:blank`, and to the hosts that are reserved for examples
(`example.com`, `example.org`, `example.net`). The rule is off by default, since the
template of the format writes `#` for the link of every name. Links to scripts are reported by
`script-link`.

### Why

Templates write such a link where they do not know the target, and web pages write it for buttons.
In a graph of the links of a corpus, all of these links lead to the same page, which does not exist.

### Fix

There is none: the target is not known.

### Example

```article
# Ferry Runs Again

By [Ana Lind](#)



The ferry to Skerry sailed on Monday, says the [timetable](about:blank).
```

```findings
3:15: info: the link “Ana Lind” leads nowhere: its URL is “#”
  expected: a URL that leads to a page, or the words without a link
7:60: info: the link “timetable” leads nowhere: its URL is “about:blank”
  expected: a URL that leads to a page, or the words without a link
```

Links that lead somewhere:

```article
# Ferry Runs Again

By [Ana Lind](https://skerrynews.example/ana-lind)



The ferry to Skerry sailed on Monday, says the [timetable](https://skerrynews.example/timetable).
```
"""

from __future__ import annotations

from corpusfmt.lint import Context, Findings, quoted
from corpusfmt.rules._shared.urls import Address, addresses_in, find_links, is_placeholder
from corpusfmt.text.patterns import regex

SEVERITY = "info"
IS_ON = False

_OF_EXAMPLES = regex(r"(?i)https?://(?:[\w-]{1,63}\.)?example\.(?:com|org|net|edu)(?![\w.-])")
"""The hosts that RFC 2606 reserves for examples: no page is there."""

_MAY_BE = regex(r"\]\((?:(?!<?https?:)|<?https?://(?:[\w-]{1,63}\.)?example\.)")
_EXPECTED = "a URL that leads to a page, or the words without a link"
_LONGEST = 200


def check(context: Context) -> Findings:
    """Yield a finding for each link whose URL is a placeholder."""
    if "]" not in context.text or _MAY_BE.search(context.text) is None:
        return
    found = [address for address in find_links(context.text) if _is_placeholder(address.value)]
    known = addresses_in(context.reading.document) if found else frozenset()
    for address in found:
        if address.value in known:
            yield context.finding(_span(address), _message(context.text, address), _EXPECTED)


def _is_placeholder(address: str) -> bool:
    if _OF_EXAMPLES.match(address) is not None:
        return True
    return is_placeholder(address) and not address.lower().startswith("javascript:")


def _span(address: Address) -> tuple[int, int]:
    """Return the span of the URL, or of the parentheses where it is empty."""
    return (
        (address.start, address.end)
        if address.start < address.end
        else (address.start - 1, address.end + 1)
    )


def _message(text: str, address: Address) -> str:
    before = text[max(0, address.start - _LONGEST) : address.start - 2]
    link = f"the link {quoted(before.rpartition('[')[2])}" if "[" in before else "the link"
    return f"{link} leads nowhere: " + (
        f"its URL is {quoted(address.value)}" if address.value else "it has no URL"
    )
