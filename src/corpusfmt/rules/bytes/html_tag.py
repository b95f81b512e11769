r"""HTML tag or comment left in the text.

### What it does

Reports HTML tags and comments such as `<p>`, `</div>`, `<br>`, `<span class="note">` or `<!-- more
-->`, with or without a backslash before them, or with references (`&#60;p&#62;`). Only tags with
the name of an HTML element, and those of word processors (`<o:p>`), are reported. A name that could
be a placeholder, such as `<title>` or `<time>`, is reported only with attributes or with its end
tag. A URL in angle brackets is not a tag, in the text or in a link: `[Salt](<p>)`. `<u>` and `</u>`
are part of the format. Articles about HTML are skipped. An article is about HTML if it has tags in
quotation marks (`the "<p>"`), before or after a word such as “tag” (`the <p> tag`), or in a list
(`<p>, <div> and <span>`), or if it uses most of them like words, between spaces and without an end
tag.

### Why

Readers see the tags, and a program that reads the text counts them as words.

### Fix

The fix removes a tag that only sets a style, and a block tag such as `<p>` at the start or end of a
line. It replaces a `<br>` between words with a space if there is none. In the header, it replaces a
`<br>` only after the names of a byline: with a comma if other names follow, otherwise with a line
end. It is safe for `<span>`, `<font>` and the like if no field of the article changes, and unsafe
for other tags, whose meaning is lost. There is no fix for the content of `<script>`.

### Example

```article
# Ferry Runs Again



<p>The ferry to Skerry sailed <span class="day">on Monday</span>.
```

```findings
5:1: warning: HTML tag “<p>” in the text
  expected: the text without it
5:31: warning: HTML tag “<span class="day">” in the text
  expected: the text without it
5:58: warning: HTML tag “</span>” in the text
  expected: the text without it
```

Use instead:

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpusfmt.lint import Context, Edit, Finding, Findings, Fix, quoted
from corpusfmt.rules._shared.breaks_in_bylines import in_place_of_break
from corpusfmt.rules._shared.code import is_about_code
from corpusfmt.rules._shared.expressions import any_of
from corpusfmt.rules._shared.html import is_about_html
from corpusfmt.rules._shared.named_tags import INLINE, are_named
from corpusfmt.rules._shared.prose import between
from corpusfmt.rules._shared.safe_edits import only_repairs
from corpusfmt.text.pattern_set import OTHER
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
FIX = "sometimes unsafe"
WHY_SAFE = "the tag only sets a style, and no field changes"
WHY_UNSAFE = "its meaning is lost, or the text may be read differently"

_END = r"(?:\s*+/?+|\s[^<>]*=[^<>]*+)\\?>"
_TAG = regex(
    rf"<(?:(?P<slash>/?+)(?P<name>[A-Za-z][A-Za-z0-9]*+(?::[A-Za-z][A-Za-z0-9]*+)?)"
    rf"(?P<attributes>{_END})"
    r"|!(?P<comment>--(?=[^<>]*--\\?>)|(?:--)?\\?\[(?:if\s|endif)|(?:DOCTYPE|doctype)\s)[^<>]*+>)"
)
_REFERRED = regex(
    r"&#60;(?P<slash>/?+)(?P<name>[A-Za-z][A-Za-z0-9]*+)(?P<attributes>\s*+/?+)"
    r"(?:&#62;|>)(?P<comment>(?!))?"
)
"""A tag in a name of a byline, where canonical text may have references."""

_LOOKS = regex(rf"</?+(?:span|font|small|big|nobr|SPAN|FONT|SMALL|BIG|NOBR){_END}")


def _names(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


_ALONE = _names(
    "b big blockquote br center dd div dl dt em figcaption figure font h1 h2 h3 h4 h5 h6 hr i",
    "iframe img li nobr ol p noscript pre script small span strike strong style sub sup table",
    "tbody td tfoot th thead tr tt ul wbr",
)
"""Elements whose tags are nothing else, even without attributes."""

_ELEMENTS = _ALONE | _names(
    "a abbr acronym address area article aside audio base bdi bdo body button canvas caption",
    "cite code col colgroup data datalist del details dfn dialog embed fieldset footer form",
    "head header hgroup html input ins kbd label legend link main map mark menu meta meter",
    "nav object optgroup option output param picture progress q rp rt ruby s samp section",
    "select source summary svg template textarea time title track u var video",
)
_PREFIXES = _names("fb m o st1 v w xml parastyle charstyle ctypeface csize cfont ccolor")
"""The prefixes of elements that word processors, layout programs and networks add: `<o:p>`."""

_NO_SPACE_BEFORE = ".,;:!?…)]»”’、。，；：！？」』）"
_READ = ("<u>", "</u>")

_LONGEST = 300
"""How far before the rest of a tag its start is searched for."""

_TORN_END = regex(
    r"/(?:(?<=[^</\\]/)(?:p|div|span|strong|em|li|ul|ol|td|tr|h[1-6])\\?>"
    r"|(?<=</)(?:p|div|span|strong|em|li|ul|ol|td|tr|h[1-6])(?=[\s.,]|\Z))"
)
_ATTRIBUTE = regex(
    r"=\"(?:(?<=\bhref=\")|(?<=\bsrc=\")|(?<=\bclass=\")|(?<=\bstyle=\")"
    r"|(?<=\btarget=\")|(?<=\brel=\"))[^\"<>\n]{0,300}+\""
)
_KEPT = _names("script style noscript sub sup iframe img video audio svg object embed")
"""Elements that are not removed: their tags have a meaning, or something between them."""


def prefilter() -> tuple[str, ...]:
    names = any_of(sorted(_ELEMENTS))
    return (
        rf"(?i)</?{names}(?:[\s\x1c-\x1f/>\\]|{OTHER})",
        r"<!(?:--|DOCTYPE|doctype)|<!\\?\[|&#60;",
        r"(?i)</?(?:xml[ >]|(?:fb|m|o|st1|v|w|xml|parastyle|charstyle|c[a-z]+):[a-z])",
        r"/(?:p|div|span|strong|em|li|ul|ol|td|tr|h[1-6])\\?>",
        r"</(?:p|div|span|strong|em|li|ul|ol|td|tr|h[1-6])(?:[ \n.,]|$)",
        r"(?:href|src|class|style|target|rel)=\"",
    )


def applies(context: Context) -> bool:
    signs = context.signs
    if not signs.isdisjoint("<>&") or ("=" in signs and '="' in context.text):
        return True
    return _is_likely(context.text[context.body_end :])


def check(context: Context) -> Findings:
    """Yield a finding for each tag and comment."""
    text = context.text
    tags = _tags(text) if _is_likely(text) else []
    if tags and not is_about_html(text) and not are_named(text, tags):
        are_safe = _are_safe(context, tags)
        for tag in tags:
            yield _find(context, tag, are_safe)
    yield from _find_torn(context)


def _find_torn(context: Context) -> Findings:
    """Yield a finding for each tag that has lost its first character, and each attribute."""
    text = context.text
    matches: list[re.Match[str]] = []
    # With a combining stroke, “<” and “>” are other characters.
    if text.count("<") - text.count("<\u0338") != text.count(">") - text.count(">\u0338"):
        matches += _TORN_END.finditer(text, 0, context.body_end)
    if '="' in text:
        matches += _ATTRIBUTE.finditer(text, 0, context.body_end)
    for match in matches:
        line = text[max(0, match.start() - _LONGEST) : match.start()].removesuffix("<")
        is_inside = line.rfind("<") > line.rfind(">") or line.rfind("[") > line.rfind("]")
        if not is_inside and not is_about_html(text) and not context.memo(is_about_code):
            message = f"rest of an HTML tag {quoted(match[0])} in the text"
            yield context.finding(match.span(), message, "the text without it")


def _is_likely(text: str) -> bool:
    """Return whether angle brackets are around anything but URLs of the web."""
    start = text.find("<")
    while start >= 0 and text.startswith("<http", start):
        start = text.find("<", start + 1)
    return start >= 0 or "&#60;" in text


def _tags(text: str) -> list[re.Match[str]]:
    matches = list(_matches(text))
    ended = {match["name"].lower() for match in matches if match["slash"]}
    return [match for match in matches if _is_tag(match, ended)]


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Yield what has the form of a tag.

    To find a character first is ten times faster than a search for the pattern.
    """
    start = text.find("<")
    while start >= 0:
        match = _TAG.match(text, start)
        if match is not None:
            yield match
        start = text.find("<", start + 1 if match is None else match.end())
    if "&#60;" in text:
        yield from _REFERRED.finditer(text)


def _is_tag(match: re.Match[str], ended: set[str]) -> bool:
    """Whether a tag is one of HTML, and is not one that the format reads, and not a placeholder."""
    if match["comment"]:
        return True
    name = match["name"].lower()
    if ":" in name or name == "xml":
        return name.partition(":")[0] in _PREFIXES
    if name not in _ELEMENTS or (match[0] in _READ and not _is_escaped(match)):
        return False
    if _is_destination(match) or match.string.startswith("\u0338", match.end()):  # "≯" in NFC
        return False
    return name in _ALONE or name in ended or "=" in match["attributes"]


def _is_destination(match: re.Match[str]) -> bool:
    """Return whether the angle brackets are around the URL of a link or a picture."""
    text = match.string
    return text.startswith("](", match.start() - 2) and text.startswith(")", match.end())


def _find(context: Context, tag: re.Match[str], are_safe: bool) -> Finding:
    message = f"HTML {_kind(tag)} {quoted(tag[0])} in the text"
    fix = _fix(tag, safe=are_safe and _is_look(tag))
    if fix is not None and fix.edits[0].text and _joins_lines_of_header(context, tag):
        fix = None  # they would be read as one
    return context.finding(tag.span(), message, "the text without it", fix=fix)


def _joins_lines_of_header(context: Context, tag: re.Match[str]) -> bool:
    """Return whether a break is in the header, and not after names."""
    gap = context.reading.gap
    if gap is None or tag.start() >= gap.start_pos:
        return False
    return in_place_of_break(context.text, tag.start() - _is_escaped(tag), tag.end()) is None


def _kind(tag: re.Match[str]) -> str:
    if tag["name"]:
        return "tag"
    return "comment" if tag["comment"] == "--" else "document type"


def _fix(tag: re.Match[str], *, safe: bool) -> Fix | None:
    edit = _edit(tag)
    if edit is None:
        return None
    return Fix("remove the tag", (edit,), safe, WHY_SAFE if safe else WHY_UNSAFE)


def _is_look(tag: re.Match[str]) -> bool:
    return _LOOKS.fullmatch(tag[0]) is not None


def _is_escaped(tag: re.Match[str]) -> bool:
    """Return whether the tag is escaped, by a backslash that is not escaped itself."""
    text, start = tag.string, tag.start()
    return text[start - 1 : start] == "\\" and text[start - 2 : start - 1] != "\\"


# --------------------------------------------------------------------------------------------------
# the fix


def _edit(tag: re.Match[str]) -> Edit | None:
    """Return what to write for a tag; None where that is not known."""
    text, end = tag.string, tag.end()
    start = tag.start() - _is_escaped(tag)
    name = (tag["name"] or "").lower()
    if name in _KEPT:
        return None
    begins, ends = text[max(0, start - 1) : start] in ("", "\n"), text[end : end + 1] in ("", "\n")
    if begins and ends:
        return _line_edit(text, start, end)
    if begins or ends or name in INLINE or tag["comment"]:
        return Edit(start, end, "")
    if name != "br":
        return None
    instead = in_place_of_break(text, start, end)
    if instead is None:
        instead = _space_for_break(text[start - 1], text[end])
    return Edit(start, end, instead)


def _space_for_break(before: str, after: str) -> str:
    """Return a space, unless there is one, a sign follows, or the script has none between words."""
    if before.isspace() or after.isspace() or after in _NO_SPACE_BEFORE:
        return ""
    return between(before, after)


def _line_edit(text: str, start: int, end: int) -> Edit | None:
    """Remove a line with the blank line below it, since two blank lines would be a gap."""
    return Edit(start, end + 2, "") if text.startswith("\n\n", end) else None


def _are_safe(context: Context, tags: list[re.Match[str]]) -> bool:
    """Return whether removing all tags that only set a style changes nothing else."""
    edits = [edit for tag in tags if _is_look(tag) and (edit := _edit(tag))]
    return bool(edits) and only_repairs(context.reading, edits, _repair)


def _repair(string: str) -> str:
    return _LOOKS.sub("", string) if "<" in string else string
