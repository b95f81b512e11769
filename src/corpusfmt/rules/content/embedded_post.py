"""A post of a social network that was embedded in the page, or what its embedding left, in the text.

What others wrote elsewhere is not the article's own text, and a reader of the corpus cannot tell it from that: the
author, the handle and the date stand behind it in the same paragraph. Found is a paragraph or an item that ends in an
author with his handle and a date, that holds the address of a picture of such a post (`pic.twitter.com/…`), or is what
the network shows in its place (`View this post on Instagram`).

The fix makes it a quote, as which it is part of the format. It is unsafe: it may be better to leave it out.

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

Back on board at last! pic.twitter.com/x1y2z3 — Skerry Ferries (@skerryferries) March 14, 2023
```

```findings
7:1: warning: the paragraph is an embedded post
  expected: a quote (>), or the article without it
```

As a quote:

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

> Back on board at last! — Skerry Ferries (@skerryferries) March 14, 2023
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpusfmt.lint.context import HEAD, Block, Subject, find
from corpusfmt.model.diagnostic import Finding, Severity
from corpusfmt.text.edits import Edit, Fix

LEVEL = 4
SEVERITY: Severity = "warning"
WHY = "it may be better to leave it out"

_FARTHEST = 120
"""How far from the end of a post its author stands, at most."""

_SIGNED = r"\S\s?\(@\w{1,30}\)\s(?:on\s)?[^()@]{0,25}\b20[0-9]{2}[^\w()]{0,3}$"
_PICTURE = r"\bpic\.(?:twitter|x)\.com/\w{4}"
_PICTURE_HOSTS = ("pic.twitter.com", "pic.x.com")
_PLACEHOLDERS = (
    "View this post on Instagram",
    "View this profile on Instagram",
    "Sieh dir diesen Beitrag auf Instagram an",
    "Voir cette publication sur Instagram",
    "Ver esta publicación en Instagram",
    "Visualizza questo post su Instagram",
    "Ver essa foto no Instagram",
    "Dit bericht op Instagram bekijken",
    "Wyświetl ten post na Instagramie",
    "Посмотреть эту публикацию в Instagram",
    "Переглянути цей допис в Instagram",
    "Bu gönderiyi Instagram'da gör",
    "Lihat postingan ini di Instagram",
    "Visa detta inlägg på Instagram",
    "Vis dette innlegget på Instagram",
    "Vis dette opslag på Instagram",
    "Näytä tämä julkaisu Instagramissa",
    "この投稿をInstagramで見る",
    "Instagram에서 이 게시물 보기",
    "Xem bài viết này trên Instagram",
    "在 Instagram 查看这篇帖子",
    "عرض هذا المنشور على Instagram",
)
_KEYS = frozenset(phrase[:HEAD] for phrase in _PLACEHOLDERS)
_SHARED = (
    "A post shared by",
    "A post by",
    "Ein Beitrag geteilt von",
    "Une publication partagée par",
    "Una publicación compartida",
    "Un post condiviso da",
    "Um post compartilhado por",
    "Een bericht gedeeld door",
    "Post udostępniony przez",
    "Публикация от",
    "Допис, поширений",
    "Sebuah kiriman dibagikan oleh",
    "Ett inlägg delat av",
    "Et innlegg delt av",
    "Et opslag delt af",
)
"""What begins the signature of a post that has a handle in it."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each paragraph and item that is an embedded post."""
    for block in _candidates(subject):
        if block.type in ("paragraph", "item") and _is_post(block.text):
            yield _find(subject, block)


def _candidates(subject: Subject) -> tuple[Block, ...]:
    """The blocks that may be posts. To find one character is ten times faster than to find a word."""
    said = subject.said
    may_be = ("@" in said and "(@" in said) or _has_picture(said) or not _KEYS.isdisjoint(subject.heads)
    return subject.blocks if may_be else ()


def _has_picture(said: str) -> bool:
    """Whether a slash stands behind a host that pictures of posts have."""
    place = said.find("/")
    while place >= 0:
        if said.endswith(_PICTURE_HOSTS, 0, place):
            return True
        place = said.find("/", place + 1)
    return False


def _is_post(text: str) -> bool:
    if "(@" in text and (text.startswith(_SHARED) or re.search(_SIGNED, text[-_FARTHEST:])):
        return True
    return text.startswith(_PLACEHOLDERS) or ("pic." in text and re.search(_PICTURE, text) is not None)


def _find(subject: Subject, block: Block) -> Finding:
    start, end = subject.span(block)
    fix = Fix("make it a quote", _quoting(subject.text, start, end), False, WHY) if subject.is_text else None
    message = f"the {block.type} is an embedded post"
    return find("embedded-post", message, (start, end), "a quote (>), or the article without it", fix=fix)


def _quoting(text: str, start: int, end: int) -> tuple[Edit, ...]:
    """A mark before each line."""
    starts = [start, *(start + match.end() for match in re.finditer("\n", text[start:end]))]
    return tuple(Edit(line, line, "> ") for line in starts)
