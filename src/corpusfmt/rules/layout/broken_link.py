r"""Link that is not read as one, or half of a link.

### What it does

Reports:

- a link with a space or a line end where none is allowed: `[words] (https://…)`, `[words](https://a
  b)`
- a link with a title: `[words](https://… "Title")`
- a link without one of its brackets: `[words](https://…`, `[words(https://…)`, one with the
  brackets swapped: `(words)[https://…]`, and a URL in angle brackets without its end
- the second half of a link at the start of a paragraph: `(https://…) said so`
- the rest of an image: `![words]`, and an image between two letters: `the![words](https://…)ferry`
- a reference link and the line with its URL: `[words][1]`, `[1]: https://…`; without such a line,
  only links of at least two words

Escaped ones are reported too: readers see the same characters. In each block, there is one finding
for each kind. Articles about code are skipped.

### Why

Readers see brackets and a URL in place of a link, and a program that collects links misses it.

### Fix

The fix writes the link if both its words and its URL are in the text. It is unsafe, since a title
is lost, and a space may be in place of a lost character. There is no fix for halves of links and
for reference links.

### Example

```article
# Ferry Runs Again



The ferry to Skerry sailed, says the [timetable] (https://skerrynews.example/times).
```

```findings
5:38: warning: link that is not read as one: “[timetable] (https://skerrynews.example/times)”
  expected: [words](URL)
```

As a link:

```article
# Ferry Runs Again



The ferry to Skerry sailed, says the [timetable](https://skerrynews.example/times).
```
"""

from __future__ import annotations

import re

from corpusfmt.lint import Context, Edit, Finding, Findings, Fix, quoted
from corpusfmt.rules._shared.code import is_about_code
from corpusfmt.rules._shared.passages import Remains, remains, visible_signs, visible_text
from corpusfmt.syntax.escape import write_url
from corpusfmt.text.edits import apply
from corpusfmt.text.patterns import has_match_at, regex

SEVERITY = "warning"
FIX = "unsafe"
NEEDS = ("[", "]", "<", "&", "\n(http")
WHY = "a title is lost, or the text may not be a link"

_WORDS = r"\[[^\[\]\n]{1,200}\]"
_WEB = r"(?:https?://|www\.|mailto:)"
_TITLE = r"(?:\s++[\"“”'][^\"“”\n]{0,200}[\"“”'])?"
_PATTERN = regex(
    rf"(?P<link>{_WORDS}\s?\(\s?<?{_WEB}[^\s()<>]++>?{_TITLE}\s?\))"
    rf"|(?P<relative>{_WORDS}\(/\w[^\s()<>]*+\s++[\"“”'][^\"“”\n]{{0,200}}[\"“”']\s?\))"
    rf"|(?P<half>{_WORDS}\s?\(\s?<?(?:{_WEB}|(?<=\]\()/\w)[^()\n]{{0,200}}+\)?"
    rf"|(?<=\S)\]\({_WEB}[^\s()]*+\)?"
    r"|(?<=\w)\]\((?=\Z|\n)|<https?://[^\s<>]++(?=\s|\Z)"
    r"|\[[^\[\]\n]{1,80}\n?[^\[\]\n]{0,80}\]\((?=[/.\w-]*\n)"
    rf"|\([^()\[\]\n]{{1,200}}\)\[\s?{_WEB}[^\s\[\]]*+\]?|(?<!!)\[[^\[\]()\n]{{1,120}}\({_WEB}[^\s()]*+\)?"
    rf"|\A\({_WEB}[^\s()]++\)(?=\s*[^\W\d_]))"
    r"|(?P<image>!\[[^\[\]\n]{0,200}\](?![(\w])|!\[[^\[\]()\n]{0,200}\(https?://[^\s()]*+\)?"
    r"|!\[[^\[\]\n]{0,200}\]\([^()\[\]\n]{0,300}+\)?)"
    rf"|(?P<definition>(?m:^)\[(?:[0-9]{{1,3}}|[a-z][\w-]{{0,30}})\]:\s<?{_WEB}\S++)"
    r"|(?P<reference>(?<!\])\[(?=[^\[\]\n]{0,99}[^\W\d_]{2})[^\[\]\n^]{2,120}\]"
    r"\s?\[(?:[0-9]{1,3}|[a-z][\w-]{0,30})?\](?![\[(]))"
)
_KINDS = {
    "link": ("link that is not read as one:", "links that are not read as such"),
    "relative": ("link that is not read as one:", "links that are not read as such"),
    "half": ("half of a link:", "halves of links"),
    "image": ("rest of an image:", "rests of images"),
    "definition": ("URL of a link by reference:", "URLs of links by reference"),
    "reference": ("link by reference:", "links by reference"),
}
_TWO_WORDS = regex(
    r"\[(?!.*(?:needed|\?|citation|sic|note)\b)[^\W\d_]{2,}(?: [^\W_]+)+\]\[[0-9]{1,3}\]"
)
_LINK = regex(rf"\[([^\[\]\n]*)\]\s?\(\s?<?({_WEB}[^\s()<>]*)")
_IMAGE_IN_RARE = "!["
_INSIDE = regex(
    r"\\?!(?:(?<=[^\W_]!)|(?<=[^\W_]\\!))\[[^\[\]\n]{0,200}\]\(https?://[^\s()]{1,300}\)(?=[^\W_])"
)
_BRACKETS = frozenset("[]<")
_URL_FIRST = "\n(http"
"""How a block begins if only the URL of its link is left."""

_GATE = regex(r"\](?:\s?\(\s?(?:<?(?:http|www|mailto)|/|[\w./-]*\n|\Z)|:\s<?http|\s?\[)")


def applies(context: Context) -> bool:
    if _IMAGE_IN_RARE in context.rare:
        return True
    return _URL_FIRST in context.text or _has_brackets(context)


def _has_brackets(context: Context) -> bool:
    """Return whether a text may have the brackets of a link or an image."""
    signs = context.signs
    if _BRACKETS.isdisjoint(signs) and "&" not in signs:  # as in most
        return False
    signs, text = context.memo(visible_signs), context.memo(visible_text)
    if "<" in signs and "<http" in text:
        return True
    if "[" not in signs and "]" not in signs:
        return False
    if "(http" in text or ")[" in text:
        return True
    if "]" not in signs:
        return "![" in text
    return _has_image(context, text) or has_match_at("]", _GATE, text)


def _has_image(context: Context, text: str) -> bool:
    """Return whether the source or its visible text has the start of an image."""
    return "!" in context.text and ("![" in text or "![" in context.text)


def check(context: Context) -> Findings:
    """Yield a finding for each block and kind of broken link."""
    for found in remains(context, _PATTERN, "]", "[", "<http", "(http"):
        if _is_likely(context, found) and not context.memo(is_about_code):
            yield _find(context, found)
    if _IMAGE_IN_RARE in context.rare:
        yield from _find_inside(context)


def _find_inside(context: Context) -> Findings:
    """Yield a finding for each image inside a sentence, of which the format reads a link."""
    for match in _INSIDE.finditer(context.text, 0, context.body_end):
        message = f"image inside a sentence: {quoted(match[0])}"
        yield context.finding(match.span(), message, "the image between two paragraphs")


def _is_likely(context: Context, found: Remains) -> bool:
    """Return whether words and a reference are a link: it is defined, or they are a name or so.

    `[citation needed][1]` is a note and a footnote mark.
    """
    if found.kind != "reference" or "]: http" in context.text or "]: <http" in context.text:
        return True
    return any(_TWO_WORDS.match(match[0]) is not None for match in found.matches)


def _are_links(context: Context, found: Remains, edits: list[Edit]) -> bool:
    """Return whether the links are read as such where they are: not in a title or another link."""
    written = apply(context.text, edits)
    if written == context.text:  # in a URL with control characters
        return False
    fixed = Context(written, date_orders=context.reading.orders)
    text = visible_text(fixed)
    is_kept = fixed.text == fixed.canonical or visible_text(Context(fixed.canonical)) == text
    before = context.memo(visible_text)
    openings = list(map(_opening, found.matches))
    return is_kept and all(text.count(one) < before.count(one) for one in openings)


def _opening(match: re.Match[str]) -> str:
    """Return the start of a link, up to its URL."""
    parts = _LINK.match(match[0])
    return match[0] if parts is None else match[0][: parts.start(2)]


def _find(context: Context, found: Remains) -> Finding:
    message = found.describe(*_KINDS[found.kind])
    edits = [_edit(found, match) for match in found.matches] if found.kind == "link" else []
    if edits and not _are_links(context, found, edits):
        edits = []
    fix = Fix("write the link", tuple(edits), False, WHY) if edits else None
    return context.finding(found.span, message, "[words](URL)", fix=fix)


def _edit(found: Remains, match: re.Match[str]) -> Edit:
    parts = _LINK.match(match[0])
    words, url = (parts[1], parts[2]) if parts else ("", "")
    start, end = found.passage.span(*match.span())
    return Edit(start, end, f"[{words.strip()}]({write_url(url)})")
