"""Title of another article, without its link.

### What it does

Reports a paragraph that is a label of related links (`Read also:`, `Xem thêm:`, in about 60
languages) with text after it instead of a link. The label is followed by a colon, `|`, `>` or `]`,
unless it is a question (`Have you read?`), or has at least two words and is in capitals (`LEGGI
ANCHE`). A line with the link is reported, too, if it is read as text, for example because the title
is in bold, and so is one among the lines of the header.

A label of two words or more, and a colon, after a sentence inside a paragraph of 100 characters or
more (`… he said. Read more: The Winter Without a Ferry`) is reported as well; with severity info if
it is one word in capitals (`MORE:`). Words such as `See also` are not, which are references, too.

### Why

Pages put links to other articles between the paragraphs. Where a scraper kept the words and lost
the link, they are read as a sentence of the article. With its link, `**Related article:**
[title](#)` is part of the format.

### Fix

Where the link is there, the fix writes the line as a related link. It is unsafe: the line may be a
sentence of the article. Without the link there is none: remove the line, or write the title as a
link.

### Example

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

Les også: Vinteren uten ferge

The next one sails on Friday.
```

```findings
7:1: warning: “Les også:” is the label of a related link, and no link follows
  expected: **Les også:** [Vinteren uten ferge](#), or no such line
```

Use instead:

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

**Les også:** [Vinteren uten ferge](#)

The next one sails on Friday.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from operator import itemgetter
from unicodedata import normalize

from corpusfmt.lint import Context, Edit, Finding, Findings, Fix, quoted
from corpusfmt.rules._shared.blocks import HEAD, lower_heads
from corpusfmt.rules._shared.intro_lines import intro_paragraphs
from corpusfmt.rules._shared.phrase_expressions import BLANK, has_any_of, starts_with
from corpusfmt.rules._shared.run_in_labels import RunIn, labels_inside, run_in_labels
from corpusfmt.rules._shared.word_lists import list_pattern, read_list
from corpusfmt.syntax.inline import plain_text
from corpusfmt.syntax.writer import write_document
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.patterns import regex

if TYPE_CHECKING:
    from corpusfmt.model.document import LinkNode, Node, RelatedBlock, RelatedEntry

SEVERITY = "warning"
FIX = "unsafe"
WHY = "the line may be a sentence of the article"

_LONGEST = 250
_FIRST, _KEY, _START = itemgetter(slice(1)), itemgetter(slice(2)), itemgetter(slice(HEAD))
_FOLDED = frozenset("ıſK")
"""Letters that match one of ASCII if case is ignored, and are not equal to it in lower case."""

_OPENING = "([»>►▶•–-【▼■☞👉 "
_OPENINGS = frozenset(_OPENING)
_OPENING_OF_LABEL = "►▶▼■☞👉"


def prefilter() -> tuple[str, ...]:
    labels = starts_with(read_list("related_text_labels"), f"{BLANK}?[:：፡፦】\\]|>» ]")
    inside = has_any_of(labels_inside(), f"{BLANK}?[:：]")
    return (*labels, *starts_with(read_list("related_questions"), "[?？;]"), *inside)


def check(context: Context) -> Findings:
    """Yield a finding for each paragraph that is, or ends with, a label and another title."""
    yield from _find_in_intro(context)
    for found in run_in_labels(context):
        yield _find_inside(context, found)
    yield from _find_blocks(context)


def _find_inside(context: Context, found: RunIn) -> Finding:
    """Return a finding at a label that has run into a paragraph."""
    start, end = context.span(context.block(found.number))
    place = context.text.find(found.label, start, end)
    span = (start if place < 0 else place, end)
    message = f"{quoted(f'{found.label}:')} is the label of a related link, inside a paragraph"
    expected = "the paragraph without it"
    return context.finding(span, message, expected, is_uncertain=not found.is_certain)


def _find_blocks(context: Context) -> Findings:
    """Yield a finding for each paragraph that is a label and the title of another article."""
    found = context.memo(lower_heads)
    is_opened = not _OPENINGS.isdisjoint(map(_FIRST, found))
    is_folded = not _FOLDED.isdisjoint(context.signs)
    if not (is_opened or is_folded) and not _may_have_label(found):  # as in most
        return
    for number, head in enumerate(found):
        if not _may_be_label(head, is_folded=is_folded):
            continue
        text = context.texts[number]
        if context.types[number] != "paragraph" or len(text) > _LONGEST:
            continue
        match = _line().match(text) or _line_in_capitals().match(text)
        if match is not None and not _is_sentence(*match.groups()):
            yield _find(context, number, *match.groups())


def _find_in_intro(context: Context) -> Findings:
    """Yield a finding for each such paragraph among the lines of the header."""
    for paragraph in intro_paragraphs(context):
        text = paragraph.text
        if len(text) > _LONGEST or not _may_be_label(text[:HEAD].lower(), is_folded=False):
            continue
        match = _line().match(text) or _line_in_capitals().match(text)
        if match is not None and not _is_sentence(*match.groups()):
            label, title = match.groups()
            message = f"{quoted(f'{label}:')} is the label of a related link, in the intro"
            expected = f"**{label}:** [{title.strip()}](#) in the body, or no such line"
            place, pointer = context.place(paragraph.pointer), paragraph.pointer
            yield context.finding(place, message, expected, pointer=pointer)


def _find(context: Context, number: int, label: str, title: str) -> Finding:
    block = context.block(number)
    span = context.span(block)
    what = f"{quoted(f'{label}:')} is the label of a related link"
    content = block.node["content"] if block.node["type"] == "paragraph" else []
    links = [node for node in content if node["type"] == "link"]
    if not links:
        expected = f"**{label}:** [{title.strip()}](#), or no such line"
        return context.finding(span, f"{what}, and no link follows", expected)
    written = _write(label, links)
    fix = None
    if _has_nothing_else(content, label):
        fix = Fix("write it as a related link", (Edit(*span, written),), False, WHY)
    message = f"{what}, and the line is read as text"
    return context.finding(span, message, f"{written}, or no such line", fix=fix)


def _write(label: str, links: Iterable[LinkNode]) -> str:
    """Return a related block as the layout has it."""
    entries: list[RelatedEntry] = []
    for link in links:
        title = " ".join(plain_text(link["content"]).split())
        entries.append({"title": title, "url": link["url"]})
    related: RelatedBlock = {"type": "related", "label": label, "links": entries}
    return write_document({"body": [related]}).rstrip("\n")


def _has_nothing_else(content: Sequence[Node], label: str) -> bool:
    """Return whether a block has only a label, links, and signs between them."""
    others = plain_text([node for node in content if node["type"] != "link"])
    before, _, after = others.partition(label)
    return not any(map(str.isalnum, before + after))


def _may_be_label(head: str, *, is_folded: bool) -> bool:
    """Return whether a head may be the start of a label, with marks before it or without."""
    if head[:1] in _OPENINGS or is_folded:
        return head.lstrip(_OPENING)[:2] in _keys()
    return head in _starts() or head[:2] in _starts_of_short()


def _is_sentence(label: str, title: str) -> bool:
    """Return whether what follows a label of one word, such as “Watch”, is a sentence."""
    return " " not in label and title.rstrip().endswith(".")


@cache
def _all_labels() -> tuple[str, ...]:
    return (*read_list("related_text_labels"), *read_list("related_questions"))


@cache
def _keys() -> frozenset[str]:
    """Return the starts of the labels, of one character too: marks may be before a label."""
    labels = _all_labels()
    short = frozenset(label[: HEAD - 3] for label in labels)
    return short.union(label[: HEAD - 2] for label in labels)


def _may_have_label(heads: list[str]) -> bool:
    """Return whether one of these heads, which no mark begins, is the start of a label."""
    if not _starts().isdisjoint(map(_START, heads)):
        return True
    return not _starts_of_short().isdisjoint(map(_KEY, heads))


@cache
def _starts() -> frozenset[str]:
    labels = _all_labels()
    return frozenset(label[:HEAD] for label in labels if len(label) >= HEAD)


@cache
def _starts_of_short() -> frozenset[str]:
    """Return the starts of the labels that are shorter than a head."""
    labels = read_list("related_text_labels")
    return frozenset(label[:2] for label in labels if len(label) < HEAD)


@cache
def _line() -> re.Pattern[str]:
    labels = list_pattern("related_text_labels")
    questions = list_pattern("related_questions")
    label = rf"({labels}(?=\s?[:：፡፦】\]|>»])|{questions}(?=[?？;]))"
    return regex(rf"(?is)[{re.escape(_OPENING)}]*{label}\s?[:：፡፦】\]|>»?？;]\s*(\S.*)")


@cache
def _line_in_capitals() -> re.Pattern[str]:
    """Return a pattern of labels with no mark behind: of two words in capitals, or after ``▶``."""
    labels = read_list("related_text_labels")
    capitals = {normalize("NFC", label.upper()) for label in labels if " " in label}
    choice = _longest_first(capitals.difference(labels))
    any_label = _longest_first(labels)
    marked = rf"[{_OPENING_OF_LABEL}]\s?(?=(?i:{any_label})\s)"
    start = rf"(?:{marked}|[{re.escape(_OPENING)}]*(?=(?:{choice})\s))"
    return regex(rf"(?s){start}({choice}|(?i:{any_label}))\s+(?=[^\n]*[^\W\d_])(\S.*)")


def _longest_first(labels: Iterable[str]) -> str:
    """Return a pattern that matches the longest of the labels that a text begins with."""
    in_order = sorted(labels, key=lambda label: (-len(label), label))
    return f"(?:{'|'.join(map(re.escape, in_order))})"
