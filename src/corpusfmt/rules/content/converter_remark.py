r"""Line that a converter or a language model wrote into the text.

### What it does

Reports:

- marks between pages: `--- end of page=3 ---`, `{4}------------`, `===START PAGE 1===`,
  `[Page 12]`, `-- 2 of 9 --`
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

There is none: what the line stands for must be looked up on the page.

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

from corpusfmt.lint import Context, Findings, quoted
from corpusfmt.rules._shared.code import is_about_code
from corpusfmt.rules._shared.passages import has_any
from corpusfmt.text.patterns import regex

SEVERITY = "warning"

_ADJACENT = ("---", "==", "}-", "[//", "[:", "]:", "___", "[.]")
"""Characters of the remarks that are adjacent in a text without its letters, digits and spaces."""

_STARTS = tuple(
    """[Page|[page|[PAGE|[IMAGE|[Image|[image|[PICTURE|[Picture|[TABLE|[Table|[FIGURE|[Figure
|ASTERISK|UNDERSCORE|Here's |Here’s |Here is the|Here are |Sure|Certainly|Of course|Okay|I'm |I’m
|I am |I can|As an AI|The image|This image|The provided|This page|The page|The document
|This document|The text |The transcription|The scan|“As an AI""".replace("\n", "").split("|")
)
"""What blocks begin with that are remarks, if nothing else shows it."""

_PAGES = (
    r"-{2,6} ?(?:end of )?page\W{0,2}=?\W?[0-9]{1,4} ?-{2,6}|\{[0-9]{1,4}\}-{5,}"
    r"|={2,6} ?(?:start |end )?(?:of )?page\W{0,2}[0-9]{1,4} ?={2,6}|-- [0-9]{1,4} of [0-9]{1,4} --"
    r"|\\?\[page[ _-]?(?:[0-9]{1,4}|break)\\?\]|-{2,6} ?page break ?-{2,6}"
)
_PICTURES = (
    r"=+> ?picture \\?\[[^\]\n]{3,24}\] intentionally omitted ?<=+"
    r"|-{3,6} (?:start|end) of picture text -{3,6}"
    r"|\\?\[page [0-9]{1,4} (?:picture|figure|table) [0-9]{1,4}(?:\.\w{3,4})?\\?\]"
    r"|_page_[0-9]{1,4}_(?:picture|figure|table)_[0-9]{1,4}\.\w{3,4}"
    r"|\\?\[cid:[^\]\s]{3,80}\]"
    r"|(?m:^)\\?\[(?:image|picture|table|figure)(?:[ _-]?[0-9]{1,3})?\\?\](?m:$)"
)
_COMMENTS = r"\\?\[(?:comment|//)\\?\]: ?\\?(?:<\\?>|\#) ?\([^\n]{0,120}\)?"
_NAMES = r"(?-i:(?:ASTERISK|UNDERSCORE){2,})"
_TASK = r"(?:image|picture|page|document|text|scan|screenshot|pdf)"
_START = r"(?m:^)[^\w\n]{0,3}(?:(?:sure|certainly|of course|okay|i'm sorry|i am sorry)[!,.:]? )?"
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
_PATTERN = regex(rf"(?i)(?:{_PAGES}|{_PICTURES}|{_COMMENTS}|{_NAMES}|{_MODEL})")
_OF_PROGRAMS = regex(
    r"(?i)\b(?:chatbots?|chatgpt|openai|artificial intelligence|large language|generative|gemini"
    r"|copilot|künstlichen? intelligenz|intelligence artificielle|inteligencia artificial)\b"
)


def applies(context: Context) -> bool:
    if has_any(context.rare, _ADJACENT):
        return True
    return any(text.startswith(_STARTS) for text in context.texts)


def check(context: Context) -> Findings:
    """Yield a finding for each remark, in the order of the text."""
    text = context.text.replace("’", "'")
    for match in _PATTERN.finditer(text, 0, context.body_end):
        if context.memo(is_about_code) or _OF_PROGRAMS.search(text) is not None:
            return
        start = match.start() + len(match[0]) - len(match[0].lstrip('> *"“'))
        shown = context.text[start : match.end()].rstrip()
        message = f"{quoted(shown)} is a remark of a converter"
        yield context.finding((start, start + len(shown)), message, "the article without it")
