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
from functools import cache

from corpusfmt.lint.context import HEAD, Block, Option, Subject, find, quoted
from corpusfmt.model.diagnostic import Finding, Severity
from corpusfmt.rules._shared.block_edits import leave_out
from corpusfmt.rules._shared.phrases import BEGINNINGS, CHANNELS, ENDINGS, LABELS, OPENERS, WHOLE
from corpusfmt.text.edits import Fix

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
_KEY = HEAD
"""How many characters are looked up before anything else is done with a block."""

_TAIL = 60

_OPENING = ("", "[", "(", "» ")
"""The marks that a phrase may have before it; quotation marks are left out, which begin what people say."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each block that is boilerplate, in the order of the text."""
    texts, sizes, own = subject.texts, subject.sizes, subject.option(PHRASES)
    found = [
        number
        for number in _edges(len(texts))
        if sizes[number] <= _LONGEST and texts[number][-_TAIL:].rstrip(_MARKS)[-_KEY:].lower() in _ENDING_KEYS
    ]
    if found:
        found = [number for number in found if _ends_so(texts[number])]
    if not _KEYS.isdisjoint(subject.heads):
        known = [number for number, head in enumerate(subject.heads) if head in _KEYS]
        candidates = [number for number in known if sizes[number] <= _LONGEST]
        found += [number for number in candidates if _is_boilerplate(subject.types[number], texts[number])]
        if len(candidates) >= _FEWEST_LABELS:
            found += _labels([(number, texts[number]) for number in candidates])
    if own:
        phrases = tuple(phrase.casefold() for phrase in own)
        found += [number for number, text in enumerate(texts) if text.casefold().startswith(phrases)]
    for number in sorted(set(found)) if found else ():
        yield _find(subject, subject.blocks[number])


@cache
def _edges(count: int) -> tuple[int, ...]:
    """The numbers of the blocks at the start and the end of an article of so many."""
    numbers = range(count)
    return tuple(sorted({*numbers[:_AT_THE_START], *numbers[-_AT_THE_END:]}))


def _labels(candidates: list[tuple[int, str]]) -> Iterator[int]:
    """Yield the numbers of the labels of buttons that stand in a row and say enough different things."""
    row: dict[int, str] = {}
    for number, text in candidates:
        if len(text) > _LONGEST_LABEL or _words(text) not in LABELS:
            continue
        if row and number - 1 not in row:
            yield from row if _are_buttons(row) else ()
            row = {}
        row[number] = _words(text)
    yield from row if _are_buttons(row) else ()


def _are_buttons(row: dict[int, str]) -> bool:
    return len(set(row.values())) >= _FEWEST_LABELS


def _is_boilerplate(type_: str, text: str) -> bool:
    if type_ not in ("paragraph", "heading", "item"):
        return False
    words = _words(text)
    if words in WHOLE:
        return type_ != "heading" or " " in words
    return words.startswith(_BEGINNINGS.get(words[:_KEY], ())) or _is_call(words)


def _is_call(words: str) -> bool:
    """Whether a text calls the reader to a channel."""
    is_opened = len(words) <= _LONGEST_CALL and words.startswith(_OPENERS.get(words[:_KEY], ()))
    return is_opened and any(channel in words for channel in CHANNELS)


def _ends_so(text: str) -> bool:
    end = text[-_TAIL:].rstrip(_MARKS)
    return end.lower().endswith(ENDINGS)


def _words(text: str) -> str:
    """What a block says, in lower case and without the marks around it."""
    return text.lower().replace("\xa0", " ").strip(_MARKS)


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
