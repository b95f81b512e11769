"""Label of a picture that is not in the text.

### What it does

Reports the labels that sites print with a picture, in about 25 languages, if they are in the body:
at the start of a block (`Image caption The clock was hung`), or, as the label of a caption, after
the last sentence of a paragraph. The rule also reports the counters of a gallery: `Image 3 of 10`,
alone or before a caption, `3 of 10 |` before a caption, and `3 of 10` on a line of its own. Alone
in a block, it reports a label, with the caption below it, a note in the place of a credit (`File
photo`, `Symbolbild`), and the name of a picture file, such as `clock_2.jpg`. A label with a credit
is reported by `stranded-credit` if it names an agency or the makers of the picture.

### Why

The picture is missing, and its label is read as words of the article.

### Fix

There is none. Move a credit to its place after the gap, and decide whether to keep the caption.

### Example

```article
# Harbour Gets a Tide Clock



The tide clock was hung on Monday.

Image caption The clock strikes noon
```

```findings
7:1: warning: “Image caption” is the label of a picture
  expected: no label, and a credit only below the gap
```

Use instead:

```article
# Harbour Gets a Tide Clock



The tide clock was hung on Monday.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from corpusfmt.lint import Context, Finding, Findings, quoted
from corpusfmt.rules._shared.blocks import HEAD, ends, lower_heads
from corpusfmt.rules._shared.phrase_expressions import (
    BLANK,
    START,
    has_any_of,
    starts_with,
)
from corpusfmt.rules._shared.prose import STOPS
from corpusfmt.rules._shared.running_heads import numbered_texts, running_heads
from corpusfmt.rules._shared.stranded_credits import stranded_credits
from corpusfmt.rules._shared.word_lists import list_pattern, read_list
from corpusfmt.text.patterns import regex

SEVERITY = "warning"

_LONGEST_END, _LONGEST_NOTE, _LONGEST_CAPTION = 90, 60, 160
_MARKS = " ()[]（）【】.。:：*_–—-"
_SENTENCE_ENDS = frozenset(".!?")
_INNER = regex(r"[.!?”\"»]\s")
_PICTURES = (
    r"(?:image|photo|picture|slide|fotos?|bild|imagen|imagem|immagine|afbeelding|zdjęcie|obrázek"
    r"|kuva|billede|bilde|fotoğraf|resim|kép|ảnh|hình|gambar|фото|изображение|фотография|снимок"
    r"|εικόνα|φωτογραφία|صورة|תמונה|图片|图|圖片|写真|画像|사진)"
)
_WORD_OF = r"\s(?:of|von|de|di|van|sur|av|af|z|ze|iz|из|από|من|מתוך)\s"
_PLACE, _COUNT = r"(?P<place>[1-9]\d{0,2})", r"(?P<count>[1-9]\d{0,2})(?!\d)"
_LABELLED = regex(
    rf"[\[(]?{_PICTURES}\s?{_PLACE}(?:\s?/\s?|{_WORD_OF}){_COUNT}[\])]?"
    r"(?=\s*$|\s*[:.–—|-]?\s+\S)",
    re.IGNORECASE,
)
_BARE = regex(rf"[\[(]?{_PLACE}{_WORD_OF}{_COUNT}[\])]?(?=$|\s\|\s)")
_SLASHED = regex(rf"[\[(]?{_PLACE}\s?/\s?{_COUNT}[\])]?(?=\s+[^\W\d_])")
_FILE = regex(r"[\w.()%-]{1,120}\.(?:jpe?g|png|gif|webp|tiff?|bmp)", re.IGNORECASE)
_ENDS_OF_FILES = frozenset("gGfFpP")
_EXPECTED = "no label, and a credit only below the gap"
_AFTER = r"(?:\s*[,:：،]\s*|\s+)(?=\S)"


def prefilter() -> tuple[str, ...]:
    of = _WORD_OF.replace(r"\s", f"{BLANK}+")
    return (
        *has_any_of(_labels()),
        *starts_with(read_list("picture_notes"), "[^A-Za-z0-9]*$"),
        f"(?i){START}{_PICTURES}{BLANK}?[1-9]",
        f"(?i){START}{of}[1-9]",
        f"(?i){START}[1-9]{of}[1-9]",
        f"{START}1[0-9]? ?/ ?[1-9]",
        r"(?i)\.(?:jpe?g|png|gif|webp|tiff?|bmp)[^A-Za-z0-9\n]*$",
    )


def check(context: Context) -> Findings:
    """Yield a finding for each label, in the order of the text."""
    document = context.reading.document
    for field in ("caption", "credit"):
        match = _at_start().match(document[field]) if field in document else None
        if match is not None:
            message = f"{quoted(match[1])} is the label of a picture"
            yield context.finding(context.place(f"/{field}"), message, _EXPECTED)
    labelled = set(_labelled(context))
    numbers = labelled.union(_open(context))
    if numbers:
        numbers.difference_update(context.memo(stranded_credits))
    for number in sorted(numbers):
        finding = _find(context, number, may_be_at_start=number in labelled)
        if finding is not None:
            yield finding
    yield from _notes(context)
    yield from _counters(context)
    yield from _files(context)


def _files(context: Context) -> Findings:
    """Yield a finding for each paragraph that is the name of a picture file."""
    for number, end in enumerate(context.memo(ends)):
        if end in _ENDS_OF_FILES and context.types[number] == "paragraph":
            text = context.texts[number]
            if _FILE.fullmatch(text) is not None:
                message = f"{quoted(text)} is the name of a picture file"
                yield context.finding(context.span(context.block(number)), message, _EXPECTED)


def _notes(context: Context) -> Findings:
    """Yield a finding for each block that is a label, or a note in the place of a credit.

    A label alone has the caption below it, where that is no sentence.
    """
    found = context.memo(lower_heads)
    if _keys_of_notes().isdisjoint(found):  # as in most articles
        return
    for number, head in enumerate(found):
        text = context.texts[number]
        if head not in _keys_of_notes() or len(text) > _LONGEST_NOTE:
            continue
        words = text.lower().strip(_MARKS)
        if context.types[number] != "paragraph" or words not in _all_notes():
            continue
        block = context.span(context.block(number))
        message = f"{quoted(text)} is the label of a picture"
        if words in _labels() and _is_caption(context, number + 1):
            block = block[0], context.span(context.block(number + 1))[1]
        yield context.finding(block, message, _EXPECTED)


def _is_caption(context: Context, number: int) -> bool:
    """Return whether a block below a label may be its caption: it is short, and no sentence."""
    text = "".join(context.texts[number : number + 1])
    return 0 < len(text) <= _LONGEST_CAPTION and context.memo(ends)[number] not in STOPS


@cache
def _all_notes() -> frozenset[str]:
    return frozenset((*read_list("picture_notes"), *_labels()))


@cache
def _keys_of_notes() -> frozenset[str]:
    """Return the first characters of the notes, as blocks may have them with marks around."""
    found = {note[:HEAD] for note in _all_notes()}
    marked = (mark + head[: HEAD - 1] for mark in "([【（" for head in found)
    return frozenset(found.union(marked))


def _counters(context: Context) -> Findings:
    """Yield a finding for each line that counts the pictures of a gallery."""
    slashed = _slashed(context)
    for number, text in context.memo(numbered_texts):
        match = _BARE.match(text) or _LABELLED.match(text) or slashed.get(number)
        if match is None or int(match["place"]) > int(match["count"]):
            continue
        if context.types[number] == "paragraph" and number not in context.memo(running_heads):
            start, end = context.span(context.block(number))
            shown = match[0].strip()
            place = context.text.find(shown, start, end)
            span = (start, end) if place < 0 else (place, place + len(shown))
            message = f"{quoted(shown)} counts the pictures of a gallery"
            yield context.finding(span, message, _EXPECTED)


def _slashed(context: Context) -> dict[int, re.Match[str]]:
    """Return the matches of “1/9” before captions, if the next one has the next number."""
    numbered = context.memo(numbered_texts)
    pairs = ((number, _SLASHED.match(text)) for number, text in numbered)
    found = {number: match for number, match in pairs if match is not None}
    following = {(int(match["place"]) + 1, match["count"]) for match in found.values()}
    places = {(int(match["place"]), match["count"]) for match in found.values()}
    if places.isdisjoint(following):  # as in most articles
        return {}
    return {
        number: match
        for number, match in found.items()
        if (int(match["place"]), match["count"]) in following
        or (int(match["place"]) + 1, match["count"]) in places
    }


@cache
def _labels() -> tuple[str, ...]:
    return (*read_list("picture_caption_labels"), *read_list("picture_source_labels"))


def _labelled(context: Context) -> Iterator[int]:
    """Yield the numbers of the blocks that may begin with a label."""
    found = context.memo(lower_heads)
    if _keys().isdisjoint(found):  # as in most articles
        return
    for number, head in enumerate(found):
        if head in _keys():
            yield number


def _open(context: Context) -> Iterator[int]:
    """Yield the numbers of the blocks without a final full stop in which a sentence ends."""
    for number, end in enumerate(context.memo(ends)):
        if end and end not in STOPS:
            text = context.texts[number]
            if text[-2:-1] in _SENTENCE_ENDS:  # as quotations do: no label follows
                continue
            if _INNER.search(text[-_LONGEST_END:]) is not None:
                yield number


@cache
def _keys() -> frozenset[str]:
    return frozenset(label[:HEAD] for label in _labels())


@cache
def _at_start() -> re.Pattern[str]:
    return regex(rf"(?i)({'|'.join(_labels())}){_AFTER}")


@cache
def _at_end() -> re.Pattern[str]:
    labels = list_pattern("picture_caption_labels")
    return regex(rf"(?i)(?<=[.!?”\"»])\s({labels}){_AFTER}[^.!?]+$")


def _find(context: Context, number: int, *, may_be_at_start: bool) -> Finding | None:
    text = context.texts[number]
    match = _at_start().match(text) if may_be_at_start else None
    match = match or _at_end().search(text[-_LONGEST_END:])
    if match is None:
        return None
    start, end = context.span(context.block(number))
    message = f"{quoted(match[1])} is the label of a picture"
    place = context.text.find(match[1], start, end)
    span = (start, end) if place < 0 else (place, place + len(match[1]))
    return context.finding(span, message, _EXPECTED)
