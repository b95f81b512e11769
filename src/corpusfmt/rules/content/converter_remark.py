r"""Line that a converter or a language model wrote into the text.

### What it does

Reports:

- marks between pages: `--- end of page=3 ---`, `{4}------------`, `===START PAGE 1===`,
  `[Page 12]`, `-- 2 of 9 --`, `[MISSING_PAGE_FAIL:3]`
- placeholders of a picture, a table or a formula: `==> picture [216 x 114] intentionally
  omitted <==`, `----- Start of picture text -----`, `[Page 1 Picture 3.jpeg]`,
  `_page_0_Picture_0.jpeg`, `[cid:image001.png@01D7]`, `[IMAGE]`
- comments in Markdown: `[comment]: <> (words)`, `[//]: # (words)`
- names in place of marks: `ASTERISKASTERISK`
- sentences of a language model about its task at the start of a block: `Here is the
  extracted text`, `The image does not contain any text`, `As an AI language model`

Articles about programs and about artificial intelligence are skipped.

### Why

The line is about the conversion, not about the news. It often shows that a picture, a page or a
table is missing, and sometimes that a program made up what follows.

### Fix

There is none: what was there must be looked up on the page.

### Example

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

--- end of page=1 ---

The image does not contain any visible text.
```

```findings
7:1: warning: “--- end of page=1 ---” is a remark of a converter
  expected: the article without it
9:1: warning: “The image does not contain any visible text” is a remark of a converter
  expected: the article without it
```

Use instead:

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from corpusfmt.lint import Context, Findings, quoted
from corpusfmt.rules._shared.blocks import lower_heads
from corpusfmt.rules._shared.code import is_about_code
from corpusfmt.rules._shared.passages import has_any
from corpusfmt.text.patterns import regex

SEVERITY = "warning"

_ADJACENT = ("---", "==", "}-", "[//", "[:", "]:", "___", "[.]", "[__")
"""Characters of the remarks that are adjacent in a text without its letters, digits and spaces."""

_HEADS = frozenset(
    (
        *(
            "[pag",
            "[mis",
            "[ima",
            "[pic",
            "[tab",
            "[fig",
            "aste",
            "unde",
            "here",
            "sure",
            "cert",
            "of c",
        ),
        *("okay", "i'm ", "i’m ", "i am", "i ca", "as a"),
    )
)
"""The first characters, in lower case, of blocks that may be remarks, if nothing else shows it."""

_ARTICLES = frozenset(("the ", "this"))
_OF_TASKS = tuple(
    f"{article} {noun} "
    for article in ("The", "This")
    for noun in ("image", "provided", "page", "document", "text", "scan", "transcription")
)
"""What other blocks begin with that are remarks of a language model."""

_PAGES = (
    r"-{2,6} ?(?:end of )?page(?:\.page\\?_number)?\W{0,2}=?\W?[0-9]{1,4} ?-{2,6}"
    r"|\{[0-9]{1,4}\}-{5,}"
    r"|={2,6} ?(?:start |end )?(?:of )?page\W{0,2}[0-9]{1,4} ?={2,6}|-- [0-9]{1,4} of [0-9]{1,4} --"
    r"|\\?\[page[ _-]?(?:[0-9]{1,4}|break)\\?\]|-{2,6} ?page break ?-{2,6}"
    r"|\\?\[missing\\?_page(?:\\?_(?:fail|empty|post))?(?:: ?[0-9]{1,4})?\\?\]"
    r"|==warning: truncated because of repetitions=="
)
_PICTURES = (
    r"=+> ?picture \\?\[[^\]\n]{3,24}\] intentionally omitted ?<=+"
    r"|-{3,6} (?:start|end) of picture text -{3,6}"
    r"|\\?\[page [0-9]{1,4} (?:picture|figure|table) [0-9]{1,4}(?:\.\w{3,4})?\\?\]"
    r"|_page_[0-9]{1,4}_(?:picture|figure|table)_[0-9]{1,4}\.\w{3,4}"
    r"|\\?\[cid:[^\]\s]{3,80}\]"
    r"|(?m:^)\\?\[(?:image|picture|table|figure)(?:[ _-]?[0-9]{1,3})?\\?\](?m:$)"
    r"|(?m:^)\\?\[image: ?[^\]\n]{1,80}\](?m:$)"
)
_COMMENTS = r"\\?\[(?:comment|//)\\?\]: ?\\?(?:<\\?>|\#) ?\([^\n]{0,120}\)?"
_NAMES = r"(?-i:(?:ASTERISK|UNDERSCORE){2,})"
_TASK = r"(?:image|picture|page|document|text|scan|screenshot|pdf)"
_START = r"[^\w\n]{0,3}(?:(?:sure|certainly|of course|okay|i'm sorry|i am sorry)[!,.:]? )?"
_MODEL = (
    rf"{_START}(?:"
    rf"here(?:'s| is| are) (?:the|a|your) (?:\w+ ){{0,2}}(?:extracted|transcribed|converted"
    rf"|formatted|cleaned(?:-up)?|markdown) (?:text|content|version|transcription|document)\b"
    rf"[^\n.]{{0,60}}"
    rf"|here(?:'s| is) (?:the|a) (?:\w+ )?(?:transcription|transcript) of the {_TASK}"
    rf"[^\n.]{{0,60}}"
    rf"|(?:the|this) (?:provided )?{_TASK}(?: provided)? (?:does not|doesn't) (?:appear to )?"
    rf"contain any (?:visible |readable |legible )?(?:text|content|words|data)\b[^\n.]{{0,60}}"
    rf"|(?:the|this) (?:provided )?{_TASK}(?: provided)? appears to be (?:a )?"
    rf"(?:blank|empty)\b"
    rf"|the (?:text|transcription) (?:in|of|from) the (?:provided )?image (?:is|reads)"
    rf"[^\n]{{0,20}}:"
    rf"|as an ai (?:language )?model\b[^\n.]{{0,40}}|i(?:'m| am) an ai (?:language )?model\b"
    rf"|i (?:can't|cannot|can not|am unable to|'m unable to) (?:assist with (?:that|this)"
    rf"|(?:transcribe|extract|see|view|access) (?:the|this|any) (?:text|image|picture|page"
    rf"|document|file|pdf))"
    rf"[^\n.]{{0,40}})"
)
_FIRST = r"(?=[-{=\\\[_])"
"""What signs begin with, or else dozens of beginnings are tried at each character."""

_SIGNS = regex(rf"(?i){_FIRST}(?:{_PAGES}|{_PICTURES}|{_COMMENTS})")
_AT_START = regex(rf"(?i)(?:{_PAGES}|{_PICTURES}|{_NAMES}|{_MODEL})")
_OF_PROGRAMS = regex(
    r"(?i)\b(?:chatbots?|chatgpt|openai|artificial intelligence|large language|generative|gemini"
    r"|copilot|künstlichen? intelligenz|intelligence artificielle|inteligencia artificial)\b"
)


def prefilter() -> tuple[str, ...]:
    return (
        r"(?i)-- ?(?:[0-9]|page|end|start)|\}-----|==|_page_",
        r"(?i)\[(?:page|missing|image|picture|table|figure|cid:|comment|//)",
        "(?:ASTERISK|UNDERSCORE){2}",
        "(?i)(?:extracted|transcribed|converted|formatted|cleaned(?:-up)?|markdown)"
        " (?:text|content|version|transcription|document)",
        f"(?i)(?:transcription|transcript) of the {_TASK}",
        "(?i)contain any (?:visible |readable |legible )?(?:text|content|words|data)",
        "(?i)appears to be (?:a )?(?:blank|empty)",
        "(?i)(?:text|transcription) (?:in|of|from) the (?:provided )?image (?:is|reads)",
        "(?i)(?:as|am|.m) an ai (?:language )?model|assist with (?:that|this)",
        "(?i)(?:not|.t|to) (?:transcribe|extract|see|view|access) (?:the|this|any)"
        " (?:text|image|picture|page|document|file|pdf)",
    )


def applies(context: Context) -> bool:
    if has_any(context.rare, _ADJACENT):
        return True
    found = context.memo(lower_heads)
    return not (_HEADS.isdisjoint(found) and _ARTICLES.isdisjoint(found))


def check(context: Context) -> Findings:
    """Yield a finding for each remark with signs, and for each block that begins as one."""
    spans = list(_with_signs(context))
    starts = {start for start, _ in spans}
    spans += [span for span in _at_starts(context) if span[0] not in starts]
    if not spans or context.memo(is_about_code) or _OF_PROGRAMS.search(context.text) is not None:
        return
    for start, end in sorted(spans):
        message = f"{quoted(context.text[start:end])} is a remark of a converter"
        yield context.finding((start, end), message, "the article without it")


def _with_signs(context: Context) -> Iterator[tuple[int, int]]:
    """Yield the spans of the remarks that have signs an article hardly has."""
    if has_any(context.rare, _ADJACENT):
        for match in _SIGNS.finditer(context.text, 0, context.body_end):
            yield match.start(), match.start() + len(match[0].rstrip())


def _at_starts(context: Context) -> Iterator[tuple[int, int]]:
    """Yield the spans of the remarks that blocks begin with."""
    for number, head in enumerate(context.memo(lower_heads)):
        text = context.texts[number]
        if head not in _HEADS and not text.startswith(_OF_TASKS):
            continue
        match = _AT_START.match(text.replace("’", "'"))
        if match is not None:
            start, end = context.span(context.block(number))
            words = text[: match.end()].strip(' "“*>')
            place = context.text.find(words, start, end)
            yield (start, end) if place < 0 else (place, place + len(words))
