r"""Shortcode, BBCode or template code that was not replaced.

### What it does

Reports code that a publishing system replaces when it shows a page:

- shortcodes: `[caption id="a1"]`, `[/caption]`, `[gallery ids=1,2]`, `[[nid:4711]]`
- BBCode: `[b]words[/b]`, `[url=https://…]`
- code of templates: `{{< figure src=… >}}`, `{{ page.title }}`, `{% include … %}`, `<%= … %>`,
  `${name}`, `<?php … ?>`, `%%name%%`, and slots for adverts: `[ad_1]`, `[NEWSLETTER_WIDGET]`
- scripts, styles and data of the page: `function(){…`, `.box { margin: 0; }`, `{"@type": …`
- plug-ins: `{loadposition adverts}`, `{youtube}x8Kq{/youtube}`
- code of word processors: `HYPERLINK "https://…"`, `{\rtf1`, `\par`
  `[if !supportLists]`, `Normal 0 false false false EN-US X-NONE`, `Error! Bookmark not defined.`
- headers of mail (`Content-Type: text/plain`), times of subtitles (`00:01:02,500 --> …`), slots of
  programs (`%1$s`, `%(name)s`), and objects of PDF files (`obj << /Type /Page`)
- errors and formulas of a table: `#NAME?`, `#REF!`, `=HYPERLINK(…)`
- values that were written as text: `[object Object]`, and `NaN` or `null` for a whole paragraph
- marks of datasets: `@highlight` in a line of its own
- messages of programs: `Warning: … in /var/www/page.php on line 12`, `Traceback (most recent call
  last)`

Words in square brackets, as in quotations, are not reported. In each block, there is one finding
for each kind. Articles about code are skipped.

### Why

The text was taken from the publishing system before it replaced the code. Readers see the code in
place of what the page shows.

### Fix

There is none: only the publishing system knows what replaces the code.

### Example

```article
# Ferry Runs Again



[caption id="attachment_12" width="300"]The ferry at the pier.[/caption]
```

```findings
5:1: warning: 2 shortcodes, the first “[caption id="attachment_12" width="300"]” in the text
  expected: what the page shows in its place
```

Without the code:

```article
# Ferry Runs Again



The ferry at the pier.
```
"""

from __future__ import annotations

from functools import cache

from corpusfmt.lint import Context, Findings
from corpusfmt.rules._shared.blocks import HEAD, heads
from corpusfmt.rules._shared.code import is_about_code
from corpusfmt.rules._shared.passages import has_any, outside_urls, remains, visible_signs
from corpusfmt.rules._shared.shape import has_small_after_stop
from corpusfmt.rules._shared.word_lists import list_pattern, read_list
from corpusfmt.text.pattern_set import OTHER
from corpusfmt.text.patterns import regex

SEVERITY = "warning"

_VALUE = r"(?:[\"“”'‘’][^\"“”\]\n]*+[\"“”'‘’]|[^\s\]\"“”]++)"
_EMPTY = "NaN|nan|null|NULL|undefined|#N/A"
_PLUGINS = "loadposition|loadmodule|modulepos|module|jcomments|jathumbnail"
_TAGS = "b|i|u|s|quote|code|center|size|color|font|img|url|list|spoiler"
_PATTERN = outside_urls(
    rf"(?P<bbcode>\[(?P<tag>{_TAGS})(?:=[^\]\n]{{1,200}})?\](?=[^\n]{{0,400}}?\[/(?P=tag)\])"
    rf"|\[(?:url|img|size|color|quote)=[^\]\n]{{1,200}}\]|\[/(?:{_TAGS})\])"
    rf"|(?P<shortcode>\[(?:{list_pattern('shortcodes')}|(?:vc|et_pb|fusion|wp|su|av)_\w++)"
    r"(?:[\s=:][^\]\n]{0,300})?/?\]"
    r"|\[[a-z][\w-]{1,40}(?:\s[\w-]{1,30}=[\"“”'‘’][^\]\n]{0,300}"
    rf"|(?:\s[\w-]{{1,30}}={_VALUE}){{2,}}\s?/?)\]"
    r"|\[/(?!(?:sarcasm|irony|joke|rant)\])[a-z][\w-]{2,40}\]"
    r"|\[(?:video|image|audio|embed|youtube|vimeo|tweet|photo|img)\s?:\s?https?://[^\]\s]{1,300}\]"
    rf"|\[ad[_-]?\d{{1,2}}\]|\[(?!{list_pattern('mask_tokens')}(?:_[0-9]{{1,3}})?\])"
    r"[A-Z]{2,}(?:_[A-Z0-9]{1,20}){1,5}\](?!\()|(?<![<\w])!--\s?/?wp:\w+"
    r"|\[\[(?:\{|nid:|file:|asset:|embed)[^\n]{0,400}?\]\])"
    r"|(?P<template>\{\{[^{}\n|]{1,300}(?:\|\s?\w++[^{}\n=]{0,60})?\}\}|\{%[^%\n]{1,300}%\}"
    r"|<%[^%\n]{1,300}%>|\$\{[\w.]{1,60}\}|<\?(?:php|xml\s|=)[^\n]{0,300}?\?>"
    r"|%%[A-Za-z][\w-]{1,40}%%|\[object\s(?:Object|HTML\w+)\]|<!\[CDATA\[|\]\]>"
    rf"|\A(?:{_EMPTY})\Z|(?:\A|(?<=\n))@highlight(?=\n|\Z)|\{{(?P<plugin>[a-z]{{3,20}})\}}[^{{}}\n]{{0,200}}\{{/(?P=plugin)\}}"
    rf"|\{{(?:mosimage|mospagebreak|(?:{_PLUGINS})\s[^{{}}\n]{{1,100}})\}})"
    r"|(?P<office>\bHYPERLINK\s{1,2}(?:\\[a-z]\s)?[\"“”][^\"“”\n]{1,300}[\"“”]"
    r"|\{\\rtf1(?:\\\w+)*|\\(?:pard?|fs\d{2}|cf\d)(?!\w)"
    r"|\bNormal\s0\s(?:\d{1,2}\s)?false\b[\w\s-]{0,80}X-NONE(?:\sMicrosoft\w+)?"
    r"|\[if\s!?(?:support\w{1,20}|gte|mso|vml)[^\]\n]{0,40}\]|\[endif\]"
    rf"|{list_pattern('office_errors')})"
    r"|(?P<time>\b\d\d:\d\d:\d\d[,.]\d{3} ?--> ?\d\d:\d\d:\d\d[,.]\d{3})"
    r"|(?P<mail>(?m:^)(?:Content-(?:Type|Transfer-Encoding|Disposition)|MIME-Version): ?[\w\"]\S+"
    r"|-{5} ?(?:Original Message|Forwarded message|Ursprüngliche Nachricht|Message d['’]origine"
    r"|Mensaje original|Mensagem original|Messaggio originale|Oorspronkelijk bericht) ?-{5})"
    r"|(?P<format>%[1-9]\$[sd](?!\w)|%\([a-z_]{2,30}\)[sd](?!\w))"
    r"|(?P<pdf>\bobj\s?<<\s?/\w+|/Type\s?/(?:Page|Font|Catalog|XObject)\b)"
    r"|(?P<cell>#(?:NAME\?|REF!|VALUE!|DIV/0!)|(?<!\w)=HYPERLINK\()"
    r"|(?P<error>\bin\s/[\w./-]{3,120}\.php(?:\son\sline|:)\s?\d+"
    r"|\bTraceback \(most recent call last\))"
    r"|(?P<script>\bfunction\s?\w*\([\w\s,]{0,80}\)\s?\{|@media\s?[^{}\n]{1,80}\{"
    r"|\b(?:window|document)\.[a-z]\w+(?:\.\w+){0,5}\s?(?:[=(\[]|!=)|\bgoogletag\.\w+"
    r"|\{\s?[\"“”]@?\w+[\"“”]\s?:\s?[\"“”\[{0-9tfn]|\w\.push\([{\[]"
    r"|[.#][a-z][\w-]{1,60}\s?\{\s?[a-z-]{2,30}\s?:[^{}\n]{1,300}\}"
    r"|\{\s?[a-z-]{2,30}\s?:\s?[^{}\s;][^{};\n]{0,80};)"
)
_KINDS = {
    "shortcode": ("shortcode", "shortcodes"),
    "bbcode": ("BBCode", "tags of BBCode"),
    "template": ("template code", "pieces of template code"),
    "script": ("page code", "pieces of page code"),
    "time": ("time of a subtitle", "times of subtitles"),
    "mail": ("header of a mail", "headers of a mail"),
    "format": ("slot of a program", "slots of a program"),
    "pdf": ("code of a PDF file", "pieces of code of a PDF file"),
    "office": ("code of a word processor", "pieces of code of a word processor"),
    "cell": ("content of a table cell", "contents of table cells"),
    "error": ("message of a program:", "messages of a program"),
}
_OBJECTS = ("window.", "document.", "googletag.", ".php")
_LINK = "HYPERLINK"
_CELLS = ("#NAME?", "#REF!", "#VALUE!", "#DIV/0!", "#N/A")
_OFFICE = ("X-NONE", "[if ", "[endif]")
_OTHERS = ("-->", "Content-", "MIME-Version", "%1$", "%2$", "%(", "obj", "/Type", "-----")
_VALUES = ("NaN", "nan", "null", "NULL", "undefined")
_NEEDLES = (
    *("[", "{", "<", "\\", "%%", "!--", *_OBJECTS, "Traceback (", _LINK),
    *(*_CELLS, *_VALUES, "@highlight", *_OFFICE, *_OTHERS, "! "),
)
_RARE = ("-->", "%$", "%()", "-:/", "--:", "-----")
"""Signs that are adjacent in a text without its letters, digits and spaces."""

_CELL = regex("#[NRVD](?:AME|EF!|ALUE|IV/|/A)")
_HEADS = frozenset(value[:HEAD] for value in (*_VALUES, "@highlight"))
_FIRST = frozenset("[{<%\\")
_PROGRAMMERS = regex(
    r"`|(?<![\w./-])(?:HTML5?|CSS3?|PHP|JSON|JavaScript|jQuery|Python|Java|APIs?|source code)(?!\w)"
)


def prefilter() -> tuple[str, ...]:
    blank = rf"(?:[ \t\n]|{OTHER})?"
    return (
        r"\{",
        r"\[/[a-z]|\[\[(?:nid:|file:|asset:|embed)|\[object",
        rf"\[{list_pattern('shortcodes')}(?:[ \t\n=:/\]]|{OTHER})",
        r"\[(?:vc|et_pb|fusion|wp|su|av)_",
        r"\[[a-z][^\[\]]*=",
        rf"\[(?:video|image|audio|embed|youtube|vimeo|tweet|photo|img){blank}:{blank}http",
        *(r"\[ad[_-]?[0-9]", r"\[[A-Z]+_", rf"!--{blank}/?wp:"),
        r"<(?:!\[CDATA|%|\?php|\?xml|\?=)",
        *(r"\]\]>", r"%%[A-Za-z]", r"\.php", r"Traceback \("),
        rf"#(?:NAME|REF|VALUE|DIV)|{_LINK}|\\(?:par|fs[0-9]|cf[0-9])|^(?:{_EMPTY})$|^@highlight",
        r"X-NONE|\[if !?[a-z]|\[endif\]|-->|(?:Content-[TD]|MIME-V)[a-zA-Z-]+:|-----",
        r"%[1-9]\$[sd]|%\([a-z_]+\)|obj[ \n]?<<|/Type ?/",
        list_pattern("office_errors"),
        *(r"window\.[a-z]", r"document\.[a-z]", r"googletag\.", r"\.push\("),
    )


def applies(context: Context) -> bool:
    has_sign = not _FIRST.isdisjoint(context.memo(visible_signs))
    return has_sign or "!--" in context.rare or _names_object(context) or _has_others(context)


def _names_object(context: Context) -> bool:
    """Return whether a text has a name of an object of scripts, or of a program."""
    return context.memo(has_small_after_stop) and has_any(context.text, _OBJECTS)


def _has_others(context: Context) -> bool:
    """Return whether a text may have code of a word processor or a table, or an empty value."""
    text, signs = context.text, context.signs
    if not signs.isdisjoint("!>%-") and _has_rare(context):
        return True
    if _CELL.search(text) is not None:
        return True
    return _LINK.encode() in context.utf8 or not _HEADS.isdisjoint(context.memo(heads))


def _has_rare(context: Context) -> bool:
    """Return whether a text has signs of a subtitle, a mail, a slot of a program or an error."""
    rare = context.rare
    if has_any(rare, _RARE):
        return True
    if "!" in rare and has_any(context.text, _errors()):
        return True
    if "-:" in rare and "MIME-Version:" in context.text:
        return True
    return "--" in rare and _OFFICE[0] in context.text


@cache
def _errors() -> tuple[str, ...]:
    return tuple(dict.fromkeys(entry.partition(" ")[0] for entry in read_list("office_errors")))


def _names_code(context: Context) -> bool:
    """Return whether an article names a language of programmers: it may quote a script."""
    return _PROGRAMMERS.search(context.text) is not None


def check(context: Context) -> Findings:
    """Yield a finding for each block and kind of code."""
    for found in remains(context, _PATTERN, *_NEEDLES, prefilter=prefilter):
        is_about = _names_code if found.kind == "script" else is_about_code
        if not context.memo(is_about):
            message = f"{found.describe(*_KINDS[found.kind])} in the text"
            yield context.finding(found.span, message, "what the page shows in its place")
