"""Mark of a news agency in the text.

### What it does

Reports the lines that agencies send with an article for its editors, at the start or the end of the
body: `ENDS`, `-30-`, `MORE TO COME`, `(MORE)`, `BC-Ferry`, `EDS: updates throughout`, the initials
of editors (`dpa abc xyz n1 de`, `abc/def/gh`), and who reported and edited it (`(Reporting by Ada
Brook; Editing by Tom Reed)`).

### Why

They are for the newsroom, and no part of what readers saw.

### Fix

The fix removes the block. It is unsafe: the line may belong to the article.

### Example

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

The next one sails on Friday.

MORE TO COME
```

```findings
9:1: warning: “MORE TO COME” is the mark of an agency
  expected: the article without it
```

Use instead:

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

The next one sails on Friday.
```
"""

from __future__ import annotations

from corpusfmt.lint import Context, Findings, Fix, quoted
from corpusfmt.rules._shared.block_edits import leave_out
from corpusfmt.rules._shared.blocks import short_texts
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "unsafe"
WHY = "the line may belong to the article"

_AT_THE_START, _AT_THE_END = 2, 3
_MARK = regex(
    r"\W{0,3}(?:(?:THE )?ENDS?|MORE TO (?:COME|FOLLOW)|MORE FOLLOWS|MORE|30|FULL STORY TO FOLLOW"
    r"|STORY TO FOLLOW|WRITETHRU|URGENT|FLASH|ALERT|ADVISORY|EMBARGOED.{0,60})\W{0,3}"
    r"|#{3,5}|/(?:dpa|afp|apa|sda|tt|ntb|stt)"
    r"|(?:BC|AM|PM)-[A-Z]\w+.{0,60}|EDS?[:.].{0,80}"
    r"|[a-z]{2,3}(?:[-/][a-z]{2,4}){1,4}(?:/[a-z]{2,4})?|Enditem|ENDITEM|_{3,5}"
    r"|AP-[A-Z]{2}-\d\d-\d\d-\d\d.{0,20}|# ?dpa-Notizblock|dpa-infocom.{0,40}"
    r"|(?:dpa|afp|apa|sda)(?:[ /][a-z]{1,4}){1,4}(?: [a-z]{1,2}\d)?(?: [a-z]{2,3}){0,3}"
)
_STAFF = regex(
    r"\(?(?:Reporting|Additional reporting|Writing|Compiled|Edited|Reported) by .{3,300}\)"
    r"|-{1,2}\s?With assistance from .{3,200}|To contact the (?:reporters?|editors?) .{3,200}"
)
_LONGEST = 350
_PLAIN = regex(r"(?i)30|more|urgent|flash|alert|advisory|\W+")
"""What is a mark only with signs around it."""


def check(context: Context) -> Findings:
    """Yield a finding for each mark at the start or the end of the body."""
    count = len(context.texts)
    last = range(max(0, count - _AT_THE_END), count)
    numbers = {number for number, text in context.memo(short_texts) if _is_mark(text)}
    numbers.intersection_update((*range(_AT_THE_START), *last))
    for number in last:
        text = context.texts[number]
        if len(text) <= _LONGEST and _STAFF.fullmatch(text):
            numbers.add(number)
    for number in sorted(numbers):
        block = context.block(number)
        if block.type in ("paragraph", "heading"):
            edits = leave_out(context, block, block)
            fix = Fix("remove the block", edits, False, WHY) if edits else None
            message = f"{quoted(block.text)} is the mark of an agency"
            span = context.span(block)
            yield context.finding(span, message, "the article without it", fix=fix)


def _is_mark(text: str) -> bool:
    if _MARK.fullmatch(text) is None:
        return False
    return text[0] == "#" or _PLAIN.fullmatch(text) is None
