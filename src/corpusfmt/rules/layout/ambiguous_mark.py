r"""Character that is read as text, but may be markup.

### What it does

Reports a character that would be markup in another place, and that canonical text has to escape:

- the marker of a block where no block can start: `- # Ferry`, `> - a`, or a line that contains only
  the marker;
- a marker in `<u>` and `</u>`, which are not part of the document: `<u>#</u> Ferry`, `<u>-</u> a`,
  `<u>Related:</u> [Salt](#)`.

A character with a backslash before it, or written as a reference, is not reported, and neither is
the hyphen before a sentence that is read as dialogue. The label
`Original url:` is reported by `misplaced-url`, and the first line of another article by
`several-articles`.

### Why

In canonical text, such a character has a backslash before it, which states that it is text. So the
text would no longer show that there was a choice.

### Fix

There is none, and `corpusfmt fmt` does not rewrite such a file. If the character is text, use
`corpusfmt fmt --unsafe-fixes`: it escapes the character, and prints the finding a last time.

### Example

```article
# Ferry Runs Again



<u>#</u> The Winter Without a Ferry

- - The ferry to Skerry
```

```findings
5:1: warning: “#” is read as text, but may be markup
  expected: a backslash before it if it is text
7:1: warning: “-” is read as text, but may be markup
  expected: a backslash before it if it is text
```

Use instead:

```article
# Ferry Runs Again



### The Winter Without a Ferry

- The ferry to Skerry
```
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from corpusfmt.lint import Block, Context, Findings, quoted
from corpusfmt.rules._shared.articles_in_text import later_articles
from corpusfmt.rules._shared.url_labels import misplaced_labels
from corpusfmt.syntax.writer.blocks import write_block
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.patterns import regex

if TYPE_CHECKING:
    from corpusfmt.model.document import Block as BodyBlock

SEVERITY = "warning"
BLOCKS_REWRITING = "guess"
NEEDS = ("not canonical",)

_ESCAPE = regex(r"\\[!-/:-@\[-`{-~]|&#?[0-9A-Za-z]{1,32};")
_GUARD = regex(
    r"^\ *+(?:(?:>|-|\#{1,6}|[0-9]{1,9}\.)\ +)*[*_\[]*+"
    r"(?:[0-9]{1,9}(?=\\[.)])|(?i:original[^\S\n]+url[^\S\n]*+)(?=\\:))?"
    r"(?P<escape>\\[\#>+~=.):-]|\\!(?=\[)|\\`(?=\\`\\`)|&\#x?[0-9A-F]{1,7};"
    r"|\\\*(?=\s|$)|\\[*_](?=(?:\\[*_]){2,99}$))",
    re.MULTILINE | re.VERBOSE,
)
"""The start of a line in canonical text whose first character is escaped."""

_UNDERLINE = regex(r"</?u>")
_ABOVE = "# A\n\n\n\nA.\n\n"
"""What a block is read below, so that it is no part of the header."""


class _Piece(NamedTuple):
    """A paragraph of the intro or a block of the body: as read, as written, and its span.

    ``is_dialogue`` is whether it begins with a hyphen that the reader takes for a dash.
    """

    node: BodyBlock
    written: str
    span: tuple[int, int]
    is_dialogue: bool = False


def check(context: Context) -> Findings:
    """Yield a finding for each block with such a character, at the first of them."""
    is_underlined = "<u>" in context.text or "</u>" in context.text
    if not is_underlined and _GUARD.search(context.canonical) is None:
        return
    reported = {label.span[0] for label in context.memo(misplaced_labels)}
    reported.update(start for start, _ in context.memo(later_articles))
    for piece in _pieces(context):
        mark = "" if piece.span[0] in reported else _unread_mark(context, piece)
        if mark:
            message = f"{quoted(mark)} is read as text, but may be markup"
            expected = "a backslash before it if it is text"
            yield context.finding(piece.span, message, expected)


def _pieces(context: Context) -> Iterator[_Piece]:
    """Yield the paragraphs of the intro, and the blocks of the body that have a content."""
    for number, content in enumerate(context.reading.document.get("intro", ())):
        span = context.place(f"/intro/{number}")
        yield _Piece({"type": "paragraph", "content": content}, context.text[slice(*span)], span)
    for block in context.blocks:
        if "content" in block.node:
            yield _Piece(block.node, str(block.token), context.span(block), _is_dialogue(block))


def _is_dialogue(block: Block) -> bool:
    is_item = block.token.type == "ITEM"
    return is_item and block.type == "paragraph" and block.text.startswith("- ")


def _unread_mark(context: Context, piece: _Piece) -> str:
    """Return the first mark of a block that only its canonical text escapes, or nothing."""
    written = write_block(piece.node)
    escaped = _characters(_ESCAPE.findall(piece.written))
    marks = _characters(_GUARD.findall(written)) - escaped
    if piece.is_dialogue:
        marks["-"] -= 1
        marks += Counter()  # drops what is left of none
    if not marks and _UNDERLINE.search(piece.written) is not None:
        marks = _characters(_ESCAPE.findall(written)) - escaped
        if marks and not _has_unread_marks(context, piece):
            return ""
    return next(iter(marks), "")


def _characters(escapes: list[str]) -> Counter[str]:
    """Return how often each character is escaped."""
    from html import unescape  # its tables take as long to load as ten rules

    return Counter([unescape(escape).removeprefix("\\") for escape in escapes])


def _has_unread_marks(context: Context, piece: _Piece) -> bool:
    """Return whether a block is read otherwise without its underlines."""
    text = _UNDERLINE.sub("", piece.written.strip())
    body = context.reading.read(_ABOVE + text)["body"][1:]
    if len(body) != 1 or "content" not in body[0] or "content" not in piece.node:
        return True
    return body[0]["type"] != piece.node["type"] or body[0]["content"] != piece.node["content"]
