r"""Brackets that have lost their text.

### What it does

Reports:

- brackets around nothing but spaces, commas or semicolons: `()`, `( , )`, `[ ]`, `（）`
- a label with nothing after it in brackets: `(Tel.: )`, `(see )`
- an opening bracket before a comma or semicolon: `(, Norland)`
- quotation marks around nothing: `“”`, `«»`, `《》`
- an opening bracket at the end of a block, or a closing bracket at the start of one

Brackets after the name of a function (`print()`), articles about code, boxes to tick (`[ ] Yes`)
and faces (`:(`) are not reported, nor are brackets between quotation marks (`“()”`), which the text
is about, and `[ ]` beside a changed letter (`[T]he`), where it marks an omission. An author with
empty brackets is reported by `implausible-author`.

### Why

Scrapers remove links, pictures, numbers of phones and words in other scripts, and leave the
brackets around them. Converters write a link in the middle of a sentence as a paragraph of its own.

### Fix

The fix removes brackets around nothing, and the space before them. It is unsafe: the text that they
had is missing. There is none for the others.

### Example

```article
# Ferry Runs Again



The ferry to Skerry () sailed on Monday. Call the harbour (Tel.: ) for a ticket.
```

```findings
5:21: warning: the brackets “()” are empty
  expected: the text that they had
5:59: warning: the brackets “(Tel.: )” have a label and nothing else
  expected: the text that they had
```

Use instead:

```article
# Ferry Runs Again



The ferry to Skerry (Merrow) sailed on Monday. Call the harbour (Tel.: 555 0134) for a ticket.
```
"""

from __future__ import annotations

import re
from itertools import chain

from corpusfmt.lint import Context, Edit, Finding, Findings, Fix, quoted
from corpusfmt.rules._shared.blocks import SHORT, ends, heads
from corpusfmt.rules._shared.code import is_about_code
from corpusfmt.rules._shared.expressions import TEXT_START
from corpusfmt.rules._shared.passages import (
    Remains,
    has_any,
    outside_urls,
    remains,
    visible_signs,
    visible_text,
)
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "unsafe"
WHY = "the text that the brackets had is missing"

_SPACE = " \u00a0"
_FILLER = f"[{_SPACE},;/&|]"
_WIDE_FILLER = "[ \u00a0，、,]"
_BEFORE = r"(?<![\w)\]}>$.:;=^-])"
"""What brackets do not follow: the name of a function, the eyes of a face."""
_WORDS = "see|via|from|by|at|siehe|vgl\\.|voir|ver|véase|vea|vedi|da|zie|zob\\.|см\\.|par|por|von"
_PATTERN = outside_urls(
    rf"(?P<empty>{_BEFORE}\({_FILLER}{{0,12}}\)"
    rf"|(?<![\w)\]}}>$.=])\[{_FILLER}{{0,12}}\](?![(:\w])"
    rf"|（{_WIDE_FILLER}{{0,8}}）|【{_WIDE_FILLER}{{0,8}}】)"
    rf"|(?P<quotes>(?<![\w.,!?…])(?:“[{_SPACE}]?”|«[{_SPACE}\u202f]{{0,2}}»|„[{_SPACE}]?“)(?!\w)"
    "|《》|「」|『』)"
    rf"|(?P<label>\((?:[^\W\d_]{{2,15}}\.?(?:[{_SPACE}]?:[{_SPACE}]|:)|(?i:{_WORDS})[{_SPACE}])\)"
    r"|（[^\W\d_]{1,8}[：:][ \u3000]?）)"
    rf"|(?P<comma>{_BEFORE}\([{_SPACE}]?[,;](?=[{_SPACE}][^\W_])|（[，；、](?=[^\W_]))"
)
_NEEDLES = ("()", "( ", "(\u00a0", "(,", "(;", "(/", "[]", "[ ", "[\u00a0", "[,", "（", "【")
_NEEDLES_OF_LABELS = (":)", ": )", ":\u00a0)", " )", "\u00a0)")
_EMPTY_QUOTES = {
    "“": ("“”", "“ ”", "“\u00a0”"),
    "«": ("«»", "« »", "«\u00a0»", "«\u202f»", "«  »", "«\u00a0 »"),
    "„": ("„“", "„ “", "„\u00a0“"),
    "《": ("《》",),
    "「": ("「」",),
    "『": ("『』",),
}
"""Quotation marks around nothing, by the first one."""
_QUOTES = tuple(chain.from_iterable(_EMPTY_QUOTES.values()))
_QUOTED = frozenset(_EMPTY_QUOTES)
_SIGNS = frozenset("([（【])）】") | _QUOTED
_AFTER_OPENING = frozenset(f"{_SPACE},;/&|)]")
_BEFORE_CLOSING = frozenset(f"{_SPACE}:")
_BOX = regex(r"[(\[][ \u00a0][)\]]\s")
"""A box to tick, at the start of a block: then the others in it are boxes, too."""
_BOXES = frozenset(("[ ]", "( )", "[\u00a0]", "(\u00a0)"))
_OPENING_QUOTES, _CLOSING_QUOTES = frozenset("“‘«„「\"'"), frozenset("”’»“」\"'")
_CHANGED = regex(r"\[[^\W\d_]\][a-z]")
"""A letter that is changed in a quotation, as lawyers do, who mark an omission by “[ ]”."""
_SEVERAL = 2

_OPENING, _CLOSING = frozenset("([（【"), frozenset(")]）】")
_CUT_OPEN = regex(r"(?<![^\w ,;»”\"])[ \u00a0]?[(\[（【]\s*\Z")
_CUT_CLOSED = regex(r"[)\]）】](?:[ ,;.]{1,2}[^\W\d_]|[，。；])")
_CLOSED_BELOW = regex(r"[^()\[\]（）【】]{0,200}[)\]）】]")
"""A text that closes a bracket which it does not open."""
_FACE_SCRIPTS = regex("[\u0400-\u04ff]")
"""Letters of languages that write a face as brackets alone."""

_EXPECTED = "the text that they had"
_FACTS = {
    "empty": "are empty",
    "label": "have a label and nothing else",
}


def prefilter() -> tuple[str, ...]:
    wide = "(?:[ ,]|\u00a0|，|、)*"
    return (
        "\\((?:[ ,;/&|]|\u00a0)*\\)",
        "\\[\\\\?(?:[ ,;/&|]|\u00a0)*\\\\?\\]",
        f"（{wide}）|【{wide}】|（[，；、]|[：:][ \u3000]?）",
        "“(?: |\u00a0)?”|«(?: |\u00a0|\u202f)*»|„(?: |\u00a0)?“|《》|「」|『』",
        "\\((?: |\u00a0)?[,;]|:(?: |\u00a0)?\\)|(?: |\u00a0)\\)",
        f"{TEXT_START}\\\\?[)\\]）】]",
        "\\\\?[(\\[（【][ *_]*$",
    )


def applies(context: Context) -> bool:
    return not _SIGNS.isdisjoint(context.signs)


def check(context: Context) -> Findings:
    """Yield a finding for each pair of brackets, and for those at an edge of a block."""
    found = list(_find_cut(context))
    if _may_have_pair(context):
        needles = (*_NEEDLES, *_NEEDLES_OF_LABELS, *_QUOTES)
        for remain in remains(context, _PATTERN, *needles, prefilter=prefilter):
            found += [_find(context, remain, match) for match in _without_boxes(remain)]
    if found and not context.memo(is_about_code):
        yield from found


def _may_have_pair(context: Context) -> bool:
    """Return whether a bracket is beside something that is rarely beside one: a fast test."""
    text, signs = context.memo(visible_text), context.memo(visible_signs)
    if "（" in signs or "【" in signs:
        return True
    for mark in _QUOTED.intersection(signs):
        if has_any(text, _EMPTY_QUOTES[mark]):
            return True
    return any(opening in signs and _is_before_rare(text, opening) for opening in "([") or any(
        closing in signs and _is_behind_rare(text, closing) for closing in ")]"
    )


def _is_before_rare(text: str, opening: str) -> bool:
    return not _AFTER_OPENING.isdisjoint([part[:1] for part in text.split(opening)[1:]])


def _is_behind_rare(text: str, closing: str) -> bool:
    return not _BEFORE_CLOSING.isdisjoint([part[-1:] for part in text.split(closing)[:-1]])


def _without_boxes(remain: Remains) -> list[re.Match[str]]:
    """Return the matches without code and boxes to tick, at the start or in a short text."""
    text = remain.passage.text
    boxes = [match for match in remain.matches if match[0] in _BOXES]
    values = [match for match in boxes if text.startswith(": ", match.start() - 2)]
    left_out: list[re.Match[str]] = []
    if len(values) > _SEVERAL:  # `{ list: [ ] list: [ ] …` is code
        left_out = values
    elif _has_boxes(text, len(boxes)):
        left_out = boxes
    return [match for match in remain.matches if match not in left_out and not _is_meant(match)]


def _has_boxes(text: str, number: int) -> bool:
    """Return whether a text has boxes to tick: it starts with one, or is short and has several."""
    return (number >= _SEVERAL and len(text) <= SHORT) or _BOX.match(text) is not None


def _is_meant(match: re.Match[str]) -> bool:
    """Return whether brackets are quoted themselves, or mark an omission beside other changes."""
    text, (start, end) = match.string, match.span()
    if text[start - 1 : start] in _OPENING_QUOTES and text[end : end + 1] in _CLOSING_QUOTES:
        return start > 0 and end < len(text)
    return match[0][0] == "[" and _CHANGED.search(text) is not None


def _find(context: Context, remain: Remains, match: re.Match[str]) -> Finding:
    span = remain.passage.span(*match.span())
    if remain.kind == "comma":
        message = f"{quoted(match[0])}: the text before the comma is missing"
        return context.finding(span, message, _EXPECTED)
    if remain.kind == "quotes":
        return context.finding(span, f"the quotation marks {match[0]} are empty", _EXPECTED)
    message = f"the brackets {quoted(match[0])} {_FACTS[remain.kind]}"
    fix = _removal(remain, match) if remain.kind == "empty" else None
    return context.finding(span, message, _EXPECTED, fix=fix)


def _removal(remain: Remains, match: re.Match[str]) -> Fix | None:
    """Return the fix that removes brackets and the space before them, or after them at a start."""
    text, (start, end) = remain.passage.text, match.span()
    if text[:start].strip():
        start -= text[start - 1] in _SPACE
    else:
        end += text[end : end + 1] == " "
    if not text[:start].strip() and not text[end:].strip():
        return None
    edit = Edit(*remain.passage.span(start, end), "")
    return Fix("remove the brackets", (edit,), False, WHY)


def _find_cut(context: Context) -> Findings:
    """Yield a finding for each block that is cut at a bracket, which ends or starts it."""
    texts = context.texts
    if not _OPENING.isdisjoint(context.memo(ends)):
        for number, end in enumerate(context.memo(ends)):
            if end in _OPENING and _is_cut_open(texts[number]):
                _, stop = context.span(context.block(number))
                is_below = any(map(_CLOSED_BELOW.match, texts[number + 1 : number + 2]))
                fact = "is in the next paragraph" if is_below else "is missing"
                message = f"the text after the bracket {quoted(end)} {fact}"
                expected = "the text and its closing bracket"
                yield context.finding((stop - 1, stop), message, expected)
    if _CLOSING.isdisjoint(context.signs):
        return
    for number, head in enumerate(context.memo(heads)):
        if head[:1] in _CLOSING and _CUT_CLOSED.match(texts[number]) is not None:
            start, _ = context.span(context.block(number))
            message = f"the text before the bracket {quoted(head[0])} is missing"
            expected = "the text and its opening bracket"
            yield context.finding((start, start + 1), message, expected)


def _is_cut_open(text: str) -> bool:
    """Return whether a text ends with a bracket that is no part of a face."""
    if _FACE_SCRIPTS.search(text) is not None and text.endswith("("):
        return False
    return _CUT_OPEN.search(text) is not None
