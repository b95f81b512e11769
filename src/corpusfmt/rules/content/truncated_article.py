"""Article that is cut off before its end.

### What it does

Reports a body that ends with one of these:

- a count of missing characters, or `[…]`
- “Read more” or “Continue reading”, as a block or after an ellipsis
- an ellipsis after a word that does not end a sentence, or in a body of at most three blocks
- a word that does not end a sentence, or a comma
- `(more)`, `(continued)` or the like, in about 30 languages
- any word, where the page asks to sign in or to subscribe

A last paragraph that has no full stop at its end, but a complete sentence before it or 100
characters, is reported with severity info if the article has at least four other paragraphs and all
of them end with a full stop. So is one that ends with an ellipsis, if no other one does.

A word does not end a sentence if it is an article, a preposition or the like, or if it is frequent
in the article and never occurs before punctuation.

### Why

News services and feeds send only the start of an article, and show with an ellipsis or a label that
the rest is missing. A page may also be saved before it was fully loaded.

### Fix

There is none: get the whole article again.

### Example

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday for the first time since October, wi… [+1234 chars]
```

```findings
5:76: warning: the article is cut off at “[+1234 chars]”
  expected: the rest of the article
```

Use instead:

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday for the first time since October, with 61 passengers and four cows on board, and
all of the winter’s mail.
```
"""

from __future__ import annotations

from corpusfmt.lint import Block, Context, Finding, Findings, quoted
from corpusfmt.rules._shared.blocks import ends, sizes
from corpusfmt.rules._shared.credit_labels import has_picture_label
from corpusfmt.rules._shared.cut_marks import TAIL, TYPES, cut_mark
from corpusfmt.rules._shared.open_words import ends_open
from corpusfmt.rules._shared.page_kinds import WALLS, page_signs
from corpusfmt.rules._shared.prose import CLOSING, STOPS, always_joins
from corpusfmt.rules._shared.unfinished import LONG
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
PLACE_IS_SIGN = True

_FEW = 3
"""The most blocks of a summary."""
_SHORTEST = 40
"""The fewest characters of a paragraph that is not cut, but short."""
_PROSE, _FEWEST, _TAIL_OF_CREDIT = 60, 4, 60
"""The fewest characters of a paragraph, and how many show how those of an article end."""
_SENTENCE = regex(r"[^\W\d_]{2}[.!?][\"”’»)]? [^\W_a-z]|[。！？]")
_WINDOW = 50_000
_ELLIPSIS = regex(r"(?<![.…!?])(?:…|\.\.\.)$")
_ENDS_OPEN = regex(r"(?:…|\.\.\.)[\"”’»)]{0,2}$")
_COMMAS = ",،、，"
_INNER = (", ", ". ", "? ", "! ")
"""Punctuation that shows that a paragraph is of sentences."""
_WORD = regex(r"[^\W\d_]{1,40}$")
_BUTTON = regex(
    r"(?i)[.!?…:][\"”’»)]{0,2}\s\W{0,3}(?:(?:learn|find out|discover|see|show|view|watch) more"
    r"|(?:en savoir|voir) plus|(?:saber|ver|conocer|descubre) más|(?:saiba|saber|ver) mais"
    r"|(?:scopri|per saperne) di più|meer weten|vis mer|visa mer)$"
)
"""The words of a button after a whole sentence: the article is not cut off there."""


def check(context: Context) -> Findings:
    """Yield one finding at most: at the first mark of the cut, or at the last word."""
    marked = context.memo(cut_mark)
    if marked is not None:
        yield _find(context, context.block(marked.number), marked.mark)
        return
    last = len(context.texts) - 1
    if last < 0 or context.types[last] not in TYPES:
        return
    text = context.texts[last].rstrip()
    if _has_end(text):  # as in most
        return
    cut = _cut(context, text)
    if cut:
        yield _find(context, context.block(last), cut)
    elif _is_unlike_others(context, text) and not _is_note(context, last):
        word = text[-TAIL:].rsplit(maxsplit=1)[-1]
        message = f"the article ends with {quoted(word)} and no full stop, and may be cut off"
        start, end = context.span(context.block(last))
        place = max(start, end - len(word)), end
        yield context.finding(place, message, "the rest of the article", is_uncertain=True)
    elif _trails_off(context, text):
        _, end = context.span(context.block(last))
        mark = "…" if text[-1] == "…" else "..."
        message = f"the article ends with {quoted(mark)}, and may be cut off"
        place = end - len(mark), end
        yield context.finding(place, message, "the rest of the article", is_uncertain=True)


def _has_end(text: str) -> bool:
    """Return whether a text ends with a full stop, the URL of the article, or a button."""
    if text[-1:] in STOPS and not text.endswith(("…", "...")):
        return True
    is_url = any("://" in word for word in text.rsplit(maxsplit=1)[-1:])
    return is_url or _BUTTON.search(text[-TAIL:]) is not None


def _cut(context: Context, text: str) -> str:
    """Return the last word of a paragraph that ends in mid-sentence; empty where it does not."""
    ellipsis = _ELLIPSIS.search(text[-TAIL:])
    if ellipsis is not None:
        return _cut_at_ellipsis(context, text, ellipsis[0])
    if len(text) < _SHORTEST or not _breaks_off(context, text):
        return ""
    return text[-TAIL:].rsplit(maxsplit=1)[-1]


def _breaks_off(context: Context, text: str) -> bool:
    """Return whether a paragraph ends with a comma or inside a sentence, or a wall cut it off."""
    wall = _wall(context)
    if wall and wall in text.lower().replace("’", "'"):  # “… a subscriber? Log in”
        return False
    if wall and text[-1].isalnum():
        return True
    if not any(mark in text for mark in _INNER):
        return False
    if text[-1] in _COMMAS:
        return True
    return text[-1].isalnum() and _ends_no_sentence(context, text)


def _is_unlike_others(context: Context, text: str) -> bool:
    """Return whether the last of many paragraphs alone ends inside a sentence."""
    return _is_open_prose(text) and _are_others_whole(context)


def _trails_off(context: Context, text: str) -> bool:
    """Return whether the last of many paragraphs, and no other, ends with an ellipsis."""
    if len(text) < _PROSE or _ELLIPSIS.search(text[-TAIL:]) is None or not text[0].isalnum():
        return False
    others = context.texts[:-1]
    return _are_others_whole(context) and not any(map(_ENDS_OPEN.search, others))


def _is_open_prose(text: str) -> bool:
    """Return whether a paragraph of sentences ends with a word, and not as a credit does."""
    if len(text) < _PROSE or not text[-1].isalnum():
        return False
    is_long = len(text) >= LONG and text.rsplit(maxsplit=1)[-1].isalpha()
    if not is_long and _SENTENCE.search(text) is None:
        return False
    tail = text[-_TAIL_OF_CREDIT:]
    return ":" not in tail and "@" not in tail and not has_picture_label(text)


def _are_others_whole(context: Context) -> bool:
    """Return whether there are enough longer paragraphs before the last, all with an end."""
    count = 0
    for size, end in zip(context.memo(sizes)[:-1], context.memo(ends)[:-1], strict=True):
        if size < _PROSE:
            continue
        if end not in STOPS and end not in CLOSING:
            return False
        count += 1
    return count >= _FEWEST


def _is_note(context: Context, number: int) -> bool:
    """Return whether a block is marked as a whole, such as a note in italics."""
    node = context.reading.document["body"][number]
    return "content" in node and any(
        "em" in part or "strong" in part for part in node["content"][:1]
    )


def _wall(context: Context) -> str:
    """Return the words, in lower case, by which the page asks readers to pay or to sign in."""
    signs = context.memo(page_signs)
    return signs.text if signs is not None and signs.kind in WALLS else ""


def _cut_at_ellipsis(context: Context, text: str, ellipsis: str) -> str:
    """Return the ellipsis at the end of a paragraph where it marks a cut; otherwise nothing."""
    before = text.removesuffix(ellipsis)
    is_summary = len(context.texts) <= _FEW and before[-1:].isalpha()
    return ellipsis if is_summary or _ends_no_sentence(context, before) else ""


def _ends_no_sentence(context: Context, text: str) -> bool:
    match = _WORD.search(text[-TAIL:])
    if match is None:
        return False
    return ends_open(context, match[0]) or always_joins(context.text[:_WINDOW], match[0])


def _find(context: Context, block: Block, mark: str) -> Finding:
    start, end = context.span(block)
    place = max(start, end - len(mark)), end
    return context.finding(
        place, f"the article is cut off at {quoted(mark)}", "the rest of the article"
    )
