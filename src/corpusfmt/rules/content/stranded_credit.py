"""Picture credit in the body of the article, alone or after its caption.

### What it does

Reports a paragraph that ends with a label and names (`Foto: Ida Holm/dpa`, `(Image credit:
Google)`) or with an agency in brackets without a full stop before it (`(AFP/Getty)`), or that
contains only names and an agency with a slash between them, or a short label and names (`Fot. Ida
Holm`), or a Chinese photographer (`新华社记者 张三 摄`), in the body or among the lines of the
header. A credit directly below an image is not reported.

### Why

The credit of the lead picture is before the first paragraph of the body, and the credit of any
other picture is directly below its image. If the picture was lost, its caption and credit are left
in the text, and are read as a paragraph of the article.

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

from corpusfmt.lint import Block, Context, Finding, Findings, Fix, quoted
from corpusfmt.rules._shared.block_edits import leave_out
from corpusfmt.rules._shared.intro_lines import IntroParagraph, intro_paragraphs
from corpusfmt.rules._shared.stranded_credits import credit_in, stranded_credits

SEVERITY = "warning"
FIX = "unsafe"
WHY = "the picture may be elsewhere in the article"
PROBLEM = "credit"


def check(context: Context) -> Findings:
    """Yield a finding for each paragraph that is a credit, or ends in one, at the credit."""
    for number, credit in context.memo(stranded_credits).items():
        yield _find(context, context.block(number), credit)
    for paragraph in intro_paragraphs(context):
        in_intro = credit_in(paragraph.text)
        if in_intro is not None:
            yield _find_in_intro(context, paragraph, in_intro)


def _find_in_intro(context: Context, paragraph: IntroParagraph, credit: str) -> Finding:
    start, end = context.place(paragraph.pointer)
    place = context.text.rfind(credit, start, end)
    if place >= 0:
        start, end = place, place + len(credit)
    message = f"{quoted(credit)} is a picture credit in the intro"
    expected = "the credit below the gap, before the first paragraph"
    return context.finding((start, end), message, expected, pointer=paragraph.pointer)


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
