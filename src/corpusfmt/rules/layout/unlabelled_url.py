"""URL at the end without the label `Original url:`.

### What it does

Reports a URL that is alone in the last block, or follows another label such as `Permalink:`. URLs
of videos, posts and other embedded content are not reported, nor is a URL after a line that ends
with a colon.

### Why

The label marks the URL of the article. Without the label, the URL is read as a paragraph, and the
article has no URL.

### Fix

The fix writes the label. It is safe if the URL contains two or more words of the title, or has a
label such as `Permalink:`. Otherwise it is unsafe: an article may end with a link to something
else.

### Example

```article
# Ferry Runs Again to Skerry



The first ferry since October sailed on Monday with 61 passengers.

https://skerrynews.example/ferry-runs-again
```

```findings
7:1: warning: the URL at the end has no label, and is read as a paragraph
  expected: “Original url:” and <https://skerrynews.example/ferry-runs-again>
```

Use instead:

```article
# Ferry Runs Again to Skerry



The first ferry since October sailed on Monday with 61 passengers.

Original url:

<https://skerrynews.example/ferry-runs-again>
```
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from corpusfmt.lint import Context, Edit, Findings, Fix
from corpusfmt.model.document import Document, LinkNode, Node
from corpusfmt.rules._shared.slugs import slug_of, spellings
from corpusfmt.rules._shared.urls import path_of
from corpusfmt.rules._shared.word_lists import read_list
from corpusfmt.syntax.date_order import host_of
from corpusfmt.syntax.writer import write_document
from corpusfmt.text.edits import apply
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "sometimes unsafe"
WHY_SAFE = "the URL has a similar label, or words of the title"
WHY_UNSAFE = "an article may end with a link to something else"
WHY_OTHER_DATE = "the host has another date-order, so the date changes"

_DATES: tuple[Literal["date", "updated"], ...] = ("date", "updated")

_ADDRESS = regex(
    r"(?>(?P<label>[^\n:]{1,40}[:：](?!//)[^\S\n]*+)?)<?(?P<address>https?://[^\s<>]++)>?",
    re.ASCII,
)
_CERTAIN = regex(
    r"(?:(?:article|canonical|full|original|page|source|story|web)[ _-]?)?(?:url|permalink)"
    r"|original(?: (?:article|link|page|post|source|story))?"
    r"|originally (?:published|appeared|posted)(?: (?:at|in|on))?"
)
_LONGEST_LABEL = 50
"""The characters of a text before a link that is too long for a label."""

_EMBEDDED = tuple(f".{host}" for host in read_list("embedding_hosts"))


class _Last(NamedTuple):
    """Return the URL that is the last block, and the label before it, in lower case.

    Empty where there is none.
    """

    address: str
    label: str


def applies(context: Context) -> bool:
    return "url" not in context.reading.document


def check(context: Context) -> Findings:
    """Yield one finding at most: for the last block."""
    document = context.reading.document
    body = document["body"]
    if "url" in document or len(body) < 2 or body[-1]["type"] != "paragraph":
        return
    last = _last(body[-1]["content"])
    if last is None:
        return
    is_certain = _is_certain(last, document.get("title", ""))
    if is_certain or (not last.label and _may_be_own(last.address, context.blocks[-2].text)):
        span = context.span(context.blocks[-1])
        label = f"is labelled {last.label}" if last.label else "has no label"
        message = f"the URL at the end {label}, and is read as a paragraph"
        fix = _fix(context, span, last.address, safe=is_certain)
        yield context.finding(span, message, f"“Original url:” and <{last.address}>", fix=fix)


def _last(content: Sequence[Node]) -> _Last | None:
    """Return the URL that a paragraph is: as text, a link, or a label and a link."""
    *before, node = content
    if node["type"] == "text" and not before:
        return _read_text(node["text"])
    if node["type"] != "link" or len(before) > 1:
        return None
    if not before:
        return _read_link("", node)
    label = before[0]
    return _read_link(label["text"], node) if label["type"] == "text" else None


def _read_text(text: str) -> _Last | None:
    """Return the URL that a text consists of, but for a label before it."""
    match = _ADDRESS.fullmatch(text)
    if match is None:
        return None
    label = f"“{match['label'].strip()}”" if match["label"] else ""
    return _Last(match["address"], label)


def _read_link(label: str, link: LinkNode) -> _Last | None:
    """Return the URL of a link that shows it, or whose text is a label of the article's URL."""
    shown, url = link["content"][0]["text"], link["url"]
    if shown in url and "." in shown:
        return _read_text(label + url) if len(label) < _LONGEST_LABEL else None
    is_label = not label and _CERTAIN.fullmatch(shown.lower().strip(" :"))
    if not is_label or not path_of(url):
        return None
    return _Last(url, f"“{shown}”")


def _is_certain(last: _Last, title: str) -> bool:
    """Return whether a URL is surely the article's: labelled, or with words of the title."""
    if _CERTAIN.fullmatch(last.label.lower().strip(" “”:：")):
        return True
    return len(spellings(title).intersection(slug_of(last.address))) >= 2


def _may_be_own(address: str, before: str) -> bool:
    """Return whether an unlabelled URL may be the article's, by host, path and context."""
    host = host_of(address)
    is_embedded = f".{host}".endswith(_EMBEDDED)
    announced = before.rstrip().endswith((":", "：")) or before.startswith(("http://", "https://"))
    return len(path_of(address)) > 1 and not is_embedded and not announced


def _fix(context: Context, span: tuple[int, int], address: str, *, safe: bool) -> Fix | None:
    edit = Edit(*span, write_document({"url": address}).rstrip("\n"))
    fixed = context.reading.read(apply(context.text, [edit]))
    document = context.reading.document
    wanted: Document = {**document, "body": document["body"][:-1], "url": address}
    for name in _DATES:
        if name in document and name in fixed:
            wanted[name] = fixed[name]
    if fixed != wanted:
        return None
    if any(document.get(name) != wanted.get(name) for name in _DATES):
        return Fix("write the label “Original url:”", (edit,), False, WHY_OTHER_DATE)
    return Fix("write the label “Original url:”", (edit,), safe, WHY_SAFE if safe else WHY_UNSAFE)
