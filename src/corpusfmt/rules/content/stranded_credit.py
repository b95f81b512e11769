"""Picture credit in the body of the article, alone or after its caption.

### What it does

Reports a paragraph that ends with a label and a few words (`Foto: Ida Holm/dpa`, `(Image credit:
Google)`) or with an agency in brackets without a full stop before it (`(AFP/Getty)`), or that
contains only names and an agency with a slash between them. A credit directly below an image is not
reported.

### Why

The credit of the lead picture is before the first paragraph of the body, and the credit of any
other picture is directly below its image. If the picture was lost, its caption and credit are left
in the text as a paragraph about a picture that is not there.

### Fix

The fix removes a paragraph that contains only a credit. It is unsafe: the picture may be somewhere
else in the article. A caption is never removed: its facts may be nowhere else.

### Example

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

The café on board is closed. Photo: Ida Holm / Norland Press
```

```findings
7:30: warning: “Photo: Ida Holm / Norland Press” is a picture credit in the body
  expected: the credit before the first paragraph, or directly below its image
```

Use instead:

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

![The café](#)
The café on board is closed. **Ida Holm / Norland Press**
```
"""

from __future__ import annotations

import re

from corpusfmt.lint import Block, Context, Finding, Findings, Fix, quoted
from corpusfmt.rules._shared.block_edits import leave_out
from corpusfmt.rules._shared.blocks import ends
from corpusfmt.rules._shared.word_lists import list_pattern, read_list

SEVERITY = "warning"
FIX = "unsafe"
WHY = "the picture may be elsewhere in the article"

_LONGEST = 400
_LONGEST_CREDIT = 90
_MOST_WORDS, _FEW = 10, 3

_PICTURE = list_pattern("picture_labels", r"\s")
_CREDIT = list_pattern("credit_words", r"\s")
_JOINER = list_pattern("credit_joiners", r"\s")
_LABEL = rf"(?:{_PICTURE}(?:\s{_JOINER})?|{_CREDIT})"
_AGENCY = list_pattern("credit_agencies")
_LABEL_BEFORE = rf"(?:^|(?<=[\s.,!?…|(（\[–—/-]))(?P<label>{_LABEL})\s?$"
_LONGEST_LABEL = 30
_LAST_WORDS = [
    entry
    for name in ("picture_labels", "credit_joiners", "credit_words")
    for entry in read_list(name)
]
_ENDINGS = frozenset(word[-2:].lower() for word in _LAST_WORDS)
"""The last letters of a label, two or one: looking them up is much faster than the pattern."""

_BRACKETED = (
    rf"\((?P<credit>(?:(?:Photo by|AP Photo|AFP Photo)\b|{_AGENCY}(?=[)/ ]))[^()\n]{{0,60}})\)$"
)
_SENTENCE_MARKS = '.!?…:;”"’»'
_PART = r"[^\n/.!?:;]{2,40}"
_SLASHED = rf"(?P<credit>(?:{_AGENCY}\s?/\s?{_PART}|{_PART}(?:/{_PART}){{0,2}}/\s?{_AGENCY}))$"
_GALLERY = frozenset({"photos", "images", "pictures", "fotos", "bilder"})
"""Labels that announce a gallery as often as they name a photographer."""

_SOURCES = rf"\b{_AGENCY}(?!\w)|[Cc]ourtesy|[Aa]rchiv|[Hh]andout|/"
_SENTENCE = re.compile(r"[^\W\d_]{3}[.!?]\s")


def check(context: Context) -> Findings:
    """Yield a finding for each paragraph that is a credit, or ends in one, at the credit."""
    types, texts = context.types, context.texts
    found = context.reading.found_credit
    is_reported = found is not None and found.grade == "possible"  # by possible-credit
    first = 1 if is_reported else 0
    for number in _candidates(texts, context.memo(ends)):
        is_below_image = number > 0 and types[number - 1] == "image"  # whose own credit it is
        if number < first or types[number] != "paragraph" or is_below_image:
            continue
        credit = _credit(texts[number])
        if credit is not None:
            yield _find(context, context.block(number), credit)


def _candidates(texts: list[str], ends: list[str]) -> list[int]:
    """Return the short texts with a colon, a slash or brackets near their end, as credits have."""
    return [
        number
        for number, text in enumerate(texts)
        if len(text) <= _LONGEST
        and (
            ":" in (tail := text[-_LONGEST_CREDIT:])
            or "/" in tail
            or ends[number] == ")"
            or (not tail.isascii() and ("：" in tail or "=" in tail))
        )
    ]


def _credit(text: str) -> str | None:
    """Return the credit at the end of a paragraph."""
    return _labelled(text) or _bracketed(text) or _slashed(text)


def _labelled(text: str) -> str | None:
    place = max(text.rfind(":"), text.rfind("：" if "：" in text else "="))
    if place < 0 or len(text) - place > _LONGEST_CREDIT:
        return None
    ending = text[max(0, place - 3) : place].rstrip().lower()[-2:]
    if ending not in _ENDINGS and ending[-1:] not in _ENDINGS:
        return None
    label = re.compile(_LABEL_BEFORE).search(text, max(0, place - _LONGEST_LABEL), place)
    names = text[place + 1 :].strip().rstrip(")]）").removesuffix(".")
    if label is None or not _names_a_source(label[1], names):
        return None
    return text[label.start() : text.rfind(names) + len(names)]


def _slashed(text: str) -> str | None:
    if "/" not in text or len(text) > _LONGEST_CREDIT:
        return None
    match = re.match(_SLASHED, text)
    return match["credit"] if match else None


def _names_a_source(label: str, names: str) -> bool:
    """Return whether what follows a label may name a source: few words, no number, no sentence."""
    words = names.split()
    if not 0 < len(words) <= _MOST_WORDS or any(map(str.isdigit, names)) or set(names) & set("?!"):
        return False
    has_source = re.search(_SOURCES, names) is not None
    if label.lower() in _GALLERY or _SENTENCE.search(names):
        return has_source
    if has_source or (len(words) <= _FEW and names[0].isupper()):
        return True
    return not any(word[0].islower() for word in words)


def _bracketed(text: str) -> str | None:
    """Return the agency in brackets at the end, as captions have it.

    Articles have it after a full stop.
    """
    place = text.rfind("(")
    if place < 0 or not text.endswith(")"):
        return None
    match = re.match(_BRACKETED, text[place:])
    if match is None:
        return None
    is_after_sentence = text[:place].rstrip()[-1:] in _SENTENCE_MARKS
    return None if is_after_sentence and "Photo" not in match["credit"] else match["credit"]


def _find(context: Context, block: Block, credit: str) -> Finding:
    start, end = context.span(block)
    place = context.text.rfind(credit, start, end)
    if place >= 0:
        start, end = place, place + len(credit)
    message = f"{quoted(credit)} is a picture credit in the body"
    is_after_gap = block.number == 0 and context.after_gap is not None
    if is_after_gap and "credit" not in context.reading.document:
        expected = "the credit in bold, so that it is read as one"
        return context.finding((start, end), message, expected)
    is_alone = len(credit) >= len(block.text) - 2  # but for a bracket or a full stop
    edits = leave_out(context, block, block) if is_alone else ()
    fix = Fix("remove the paragraph", edits, False, WHY) if edits else None
    expected = "the credit before the first paragraph, or directly below its image"
    return context.finding((start, end), message, expected, fix=fix)
