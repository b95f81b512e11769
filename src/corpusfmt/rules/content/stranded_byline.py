"""Byline in the body of the article.

### What it does

Reports a paragraph that contains only a label (`By`, `Von`, `Par`, `Por`, `Автор:`, `記者` …) and
names. Names without a label are not reported: any two words may be a name. Several bylines with
different names are not reported either: each belongs to a section.

### Why

The byline belongs below the title. Scrapers often leave it in the text, where it is read as a
paragraph, and the article has no author, or a wrong one.

### Fix

The fix moves the byline below the title if the article has none there, and removes it if the byline
there has the same names. It is unsafe: the names may be the authors of a section. There is no fix
if a date is next to the names.

### Example

```article
# Ferry Runs Again

March 14, 2023



By Ana Lind and Per Okland

The ferry to Skerry sailed on Monday.
```

```findings
7:1: warning: “By Ana Lind and Per Okland” is a byline in the body
  expected: the byline below the title, where there is none
```

Use instead:

```article
# Ferry Runs Again

By Ana Lind and Per Okland

March 14, 2023



The ferry to Skerry sailed on Monday.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from corpusfmt.lint import Block, Context, Finding, Findings, Fix, quoted
from corpusfmt.rules._shared.articles_in_text import later_articles
from corpusfmt.rules._shared.block_edits import leave_out, move_up
from corpusfmt.rules._shared.blocks import short_texts
from corpusfmt.rules._shared.word_lists import list_pattern, read_list
from corpusfmt.syntax.dates import MONTHS

SEVERITY = "warning"
FIX = "unsafe"
WHY = "the names may be the authors of a section"

_LABELS = list_pattern("byline_labels", r"\s")
_WITH_COLON = list_pattern("byline_labels_with_colon")
_LABEL = (
    rf"(?i)(?:--?|[–—])?\s*(?:(?P<word>{_LABELS})(?P<colon>\s?:)?\s"
    rf"|{_WITH_COLON}\s?[:：]\s?|tác giả\s)"
)
_OTHER_STARTS = ("--", "– ", "— ", "記者", "记者", "作者", "撰文", "文/", "文／", "文：", "文:")


def _find_keys() -> Iterator[str]:
    yield from _OTHER_STARTS
    for label in (*read_list("byline_labels"), *read_list("byline_labels_with_colon")):
        yield from (label[:2], label[:2].title(), label[:2].upper())


_KEYS = frozenset(_find_keys())
"""What the first two characters of a byline are."""

_IDEOGRAPHS = (
    r"(?:記者|记者|作者|撰文|文)\s?[:：/／]\s?[\u4e00-\u9fff]{2,4}(?:\s?[/／、]\s?\S{2,12})?"
    r"|(?:記者|记者)[\u4e00-\u9fff]{2,4}\s?[/／]\s?\S{2,12}"
)
_BEHIND = (
    r"(?is)(?:\s*[:|,–—-]\s*|\s+on\s+)[^|:]{0,20}\b(?:19|20)[0-9]{2}\b.*|\s+(?:follow\b|@\w).*"
)
_DIGIT = re.compile("[0-9]")
_BETWEEN = r"\s*(?:\n|,\s*(?:and\s)?|[/|&]|\s(?:and|und|et|y|e|en|og|och|i)\s)\s*"
_WORD = r"[^\W\d_][^\W\d_.'’`-]*(?:[.'’`-]+[^\W\d_]+)*\.?"
_PARTICLE_WORDS = "al bin da de del den der di do dos du el la le ten ter van von"
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_DAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
_NO_NAMES = frozenset(
    [*read_list("words_after_by"), *map(str.lower, MONTHS), *(f"{day}day" for day in _DAYS)]
)
"""Words that begin in upper case where a sentence or a headline begins with "By"."""


def check(context: Context) -> Findings:
    """Yield a finding for each paragraph that is nothing but a byline."""
    candidates = [number for number, text in context.memo(short_texts) if text[:2] in _KEYS]
    if not candidates or not context.reading.document.get("title"):
        return  # which is found, and without it nothing below is read as a byline
    if context.memo(later_articles):
        return  # it may be that of another article, which is found
    may_move = "byline" not in context.reading.document
    found: list[tuple[Block, tuple[str, ...]]] = []
    for block in map(context.block, candidates):
        names = _names(block.text) if block.type == "paragraph" else None
        if names is not None:
            found.append((block, names))
    if len({names for _, names in found}) > 1:
        return  # each is that of a part of the article
    for block, names in found:
        yield _find(context, block, names, may_move)
        may_move = False


def _names(text: str) -> tuple[str, ...] | None:
    """Return the names of a byline; None where the text is not one."""
    if re.fullmatch(_IDEOGRAPHS, text):
        return (text,)
    label = re.match(_LABEL, text)
    if label is None:
        return None
    names = tuple(re.split(_BETWEEN, re.sub(_BEHIND, "", text[label.end() :]).strip()))
    fewest = 2 if label["word"] and not label["colon"] else 1
    for name in names:
        if not _is_name(name, fewest):
            return None
        fewest = 1
    return names


def _is_name(name: str, fewest: int) -> bool:
    words = [word for word in name.split() if word not in _PARTICLES]
    return fewest <= len(words) <= 4 and all(map(_may_be_of_a_name, words))


def _may_be_of_a_name(word: str) -> bool:
    is_word = re.fullmatch(_WORD, word) is not None and word.lower() not in _NO_NAMES
    return is_word and (word[0].isupper() or word[0].lower() == word[0].upper())


def _find(context: Context, block: Block, names: tuple[str, ...], may_move: bool) -> Finding:
    known = [author["name"] for author in context.reading.document.get("byline", ())]
    expected = "the byline below the title, where there is none"
    if known:
        expected = f"bylines only below the title, where there is {quoted(', '.join(known))}"
    message = f"{quoted(block.text)} is a byline in the body"
    fix = _fix(context, block, names, known, may_move)
    return context.finding(context.span(block), message, expected, fix=fix)


def _fix(
    context: Context, block: Block, names: tuple[str, ...], known: list[str], may_move: bool
) -> Fix | None:
    if _DIGIT.search(block.text):
        return None
    if _folded(names) <= _folded(known):
        title = "remove the byline"
        edits = leave_out(context, block, block)
    elif may_move:
        title = "move the byline below the title"
        edits = move_up(context, block, "byline", f"By {', '.join(names)}")
    else:
        return None
    return Fix(title, edits, False, WHY) if edits else None


def _folded(names: Iterable[str]) -> set[str]:
    return set(map(str.casefold, names))
