"""A block that belongs to the page and not to the article: a button, a call, a notice.

Calls to subscribe, to share and to comment, notices of advertisements, cookies and copyright, and the words of players
and buttons are on all pages of a paper. In a corpus they are counted a thousand times. A block is one where it stands
for itself and all of it, or its beginning, is a known phrase of about 25 languages, or where it calls the reader and
names a channel (a newsletter, a network). The names of networks alone are found where three or more stand in
a row.

Related links (`**Read more:** [title](#)`) are part of the format, and no boilerplate.

The fix leaves the block out. It is unsafe: phrases are no proof.

The option `phrases` takes phrases of your own papers: a block that begins with one of them is found, in any case.

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

Sign up for our weekly newsletter, The Harbour.

The next one sails on Friday.

© 2023 Skerry News. All rights reserved.
```

```findings
7:1: warning: “Sign up for our weekly newsletter, The Harbour.” is part of the page, not of the article
  expected: the text of the article only
11:1: warning: “© 2023 Skerry News. All rights reserved.” is part of the page, not of the article
  expected: the text of the article only
```

Without them:

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

The next one sails on Friday.

**Read more:** [The Winter Without a Ferry](#)
```
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpusfmt.diagnostic import Finding, Fix, Severity
from corpusfmt.leaving import leave_out
from corpusfmt.phrases import BEGINNINGS, CHANNELS, ENDINGS, LABELS, OPENERS, WHOLE
from corpusfmt.subject import Block, Option, Subject, find, quoted

LEVEL = 4
SEVERITY: Severity = "warning"
WHY = "a phrase is no proof"

PHRASES: Option[tuple[str, ...]] = Option(
    "boilerplate", "phrases", (), "more beginnings of blocks that are boilerplate", pattern=r"[^\n]*\S[^\n]*"
)
OPTIONS = (PHRASES,)

_LONGEST = 250
"""A longer block that begins with a phrase says something of its own as well."""

_LONGEST_CALL = 160
_LONGEST_LABEL = 30
_FEWEST_LABELS = 3
_AT_THE_START, _AT_THE_END = 2, 4
"""How many blocks are looked at for endings."""

_MARKS = " \t\n\xa0[](){}<>«»‹›→➤►▶▼↓↑|:.…!。*•–—-\"“”„'"
_KEY = 4
"""How many characters are looked up before anything else is done with a block."""

_OPENING = ("", "[", "(", "» ")
"""The marks that a phrase may have before it; quotation marks are left out, which begin what people say."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each block that is boilerplate, in the order of the text."""
    blocks, own = subject.blocks, subject.option(PHRASES)
    candidates = [block for block in blocks if len(text := block.text) <= _LONGEST and text[:_KEY] in _KEYS]
    ends = [block for block in blocks[:_AT_THE_START] + blocks[-_AT_THE_END:] if len(block.text) <= _LONGEST]
    found = {block.number: block for block in ends if _ends_so(block.text)}
    found |= {block.number: block for block in candidates if _is_boilerplate(block)}
    if len(candidates) >= _FEWEST_LABELS:
        found |= {block.number: block for block in _labels(candidates)}
    if own:
        phrases = tuple(phrase.casefold() for phrase in own)
        found |= {block.number: block for block in blocks if block.text.casefold().startswith(phrases)}
    for number in sorted(found):
        yield _find(subject, found[number])


def _labels(candidates: list[Block]) -> Iterator[Block]:
    """Yield the labels of buttons that stand in a row and say enough different things."""
    row: list[Block] = []
    for block in candidates:
        if len(block.text) > _LONGEST_LABEL or _words(block) not in LABELS:
            continue
        if row and block.number != row[-1].number + 1:
            yield from row if _are_buttons(row) else ()
            row = []
        row.append(block)
    yield from row if _are_buttons(row) else ()


def _are_buttons(row: list[Block]) -> bool:
    return len(row) >= _FEWEST_LABELS and len(set(map(_words, row))) >= _FEWEST_LABELS


def _is_boilerplate(block: Block) -> bool:
    if block.type not in ("paragraph", "heading", "item"):
        return False
    words = _words(block)
    if words in WHOLE:
        return block.type != "heading" or " " in words
    return words.startswith(_BEGINNINGS.get(words[:_KEY], ())) or _is_call(words)


def _is_call(words: str) -> bool:
    """Whether a text calls the reader to a channel."""
    is_opened = len(words) <= _LONGEST_CALL and words.startswith(_OPENERS.get(words[:_KEY], ()))
    return is_opened and any(channel in words for channel in CHANNELS)


def _ends_so(text: str) -> bool:
    end = text[-60:].rstrip(_MARKS)
    return end[-_KEY:].lower() in _ENDING_KEYS and end.lower().endswith(ENDINGS)


def _words(block: Block) -> str:
    """What a block says, in lower case and without the marks around it."""
    return block.text.lower().replace("\xa0", " ").strip(_MARKS)


def _find(subject: Subject, block: Block) -> Finding:
    edits = leave_out(subject, block, block)
    fix = Fix("leave it out", edits, False, WHY) if edits else None
    message = f"{quoted(' '.join(block.text.split()))} is part of the page, not of the article"
    return find("boilerplate", message, subject.span(block), "the text of the article only", fix=fix)


def _by_key(phrases: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Phrases by their first characters."""
    table: dict[str, tuple[str, ...]] = {}
    for phrase in phrases:
        table[phrase[:_KEY]] = (*table.get(phrase[:_KEY], ()), phrase)
    return table


_BEGINNINGS, _OPENERS = _by_key(BEGINNINGS), _by_key(OPENERS)
_FIRST = {phrase[:_KEY] for phrase in (*WHOLE, *LABELS, *BEGINNINGS, *OPENERS)}
_CASES = {case for key in _FIRST for case in (key, key.upper(), key.capitalize(), key.title())}
_KEYS = frozenset((mark + key)[:_KEY] for mark in _OPENING for key in _CASES)
_ENDING_KEYS = frozenset(phrase[-_KEY:] for phrase in ENDINGS)
