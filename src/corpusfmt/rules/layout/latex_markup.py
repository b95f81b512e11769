r"""LaTeX command or formula left as text.

### What it does

Reports commands such as `\emph{words}`, `\begin{itemize}` or `\alpha`, formulas such as `$x_1^2$`
and `$$\sum_i x_i$$`, and references such as `Fig.~3`. Sums of money such as `$5 or $10` are not
formulas. Accents such as `\'{o}` and `k\"opfte` and quotation marks such as ` ``words'' ` are
reported, too. In each block, there is one finding for each kind. Articles about code are skipped.

A reader of Markdown takes `\"` for a quotation mark. So quotation marks inside of words are taken
for accents where a block has no others.

### Why

On the page, a program rendered the formula. Readers of the text see its commands.

### Fix

There is none: no plain text is certainly the right one for a formula.

### Example

```article
# Ferry Runs Again



The ferry needs \textbf{61} passengers, or $n_1 + n_2$.
```

```findings
5:17: warning: LaTeX command “\textbf{61}” left as text
  expected: the text that it shows
5:44: warning: LaTeX formula “$n_1 + n_2$” left as text
  expected: the text that it shows
```

As text:

```article
# Ferry Runs Again



The ferry needs **61** passengers, or the sum of both.
```
"""

from __future__ import annotations

from unicodedata import normalize

from corpusfmt.lint import Block, Context, Findings, quoted
from corpusfmt.rules._shared.code import is_about_code
from corpusfmt.rules._shared.passages import (
    PATH,
    outside_urls,
    remains,
    visible_signs,
)
from corpusfmt.rules._shared.word_lists import list_pattern
from corpusfmt.text.pattern_set import LETTER
from corpusfmt.text.patterns import regex

SEVERITY = "warning"
NEEDS = ("$", "\\", "~", "`", "{", "&", "a quotation mark in a word", "not canonical")

_PATTERN = outside_urls(
    rf"{PATH}"
    r"|(?P<formula>\$\$(?=\s*\w\s*\$|[^$\r\n]{0,400}?[\\^_=+<>*/{}])[^$\r\n]{1,400}\$\$"
    r"|(?<![\w$])\$(?=[^\s$])(?=[^$\r\n]{0,200}?(?:[\\^]|_\{|\w_\w))"
    r"[^$\r\n]{1,200}(?<!\s)\$(?![\w$])|\$\\[a-z]{2,12}\$)"
    r"|(?P<command>\\[A-Za-z]{2,24}\*?(?:\[[^\[\]\r\n]{0,80}\])?\{[^{}\r\n]{0,200}\}?"
    rf"|(?<![\w\\])\\{list_pattern('latex_commands')}(?![A-Za-z]))"
    r"|(?P<accent>(?<=[^\W\d_])\\[\"^~][aeiouncAEIOUNC](?=[^\W\d_])|['`^\"~]\{\\?[A-Za-z]\})"
    r"|(?P<quotes>(?<![`\w])``(?=[^\s`])[^`\n]{1,400}?'')"
    r"|(?P<tie>(?<!\w)(?:Figs?|Eqs?|Secs?|Tabs?|Refs?|No|Dr|Mr|Mrs|Prof|pp?)\.~(?=[\w\\]))"
)
_KINDS = {
    "formula": ("LaTeX formula", "LaTeX formulas"),
    "command": ("LaTeX command", "LaTeX commands"),
    "accent": ("LaTeX accent", "LaTeX accents"),
    "quotes": ("LaTeX quotation marks", "pairs of LaTeX quotation marks"),
    "tie": ("LaTeX space", "LaTeX spaces"),
}
_UMLAUT = regex(r'"(?<=[^\W\d_]")[aouAOU](?=[^\W\d_])')
_LIKELY_UMLAUT = regex(r'"(?<=[^\W\d_]"|\\")[aouAOU](?=[^\W\d_])')
_DIAERESIS = "\u0308"

_FIRST = frozenset("\\$~`{")
_NEEDLES = ("\\", "$", "~", "``", "'{", "`{", '"{', "^{")


def prefilter() -> tuple[str, ...]:
    word = rf"(?:[0-9_]|{LETTER})"
    return (
        r"\\[A-Za-z\"^~]",
        rf"{LETTER}\"[aouAOU]{LETTER}",
        rf"\$(?:\$|[^$\n]*(?:[\\^]|_\{{|{word}_{word}))",
        r"\.~|``|['`^\"~]\{",
    )


def applies(context: Context) -> bool:
    if context.memo(_umlauts):
        return True
    if _FIRST.isdisjoint(context.signs) and "&" not in context.signs:  # as in most
        return False
    return not _FIRST.isdisjoint(context.memo(visible_signs))


def check(context: Context) -> Findings:
    """Yield a finding for each block and kind of markup."""
    if context.memo(is_about_code):
        return
    for found in remains(context, _PATTERN, *_NEEDLES, prefilter=prefilter):
        message = f"{found.describe(*_KINDS[found.kind])} left as text"
        yield context.finding(found.span, message, "the text that it shows")
    for block, umlaut in context.memo(_umlauts):
        written = f'"{umlaut}'
        message = f"LaTeX accent {quoted(written)} left as text"
        letter = normalize("NFC", umlaut + _DIAERESIS)
        yield context.finding(context.span(block), message, letter)


def _umlauts(context: Context) -> list[tuple[Block, str]]:
    r"""Return the blocks in which each quotation mark is before a vowel and inside a word.

    So it is in ``k\"opfte``, whose backslash Markdown takes for an escape. Each block is with the
    first such vowel.
    """
    if _LIKELY_UMLAUT.search(context.text) is None:
        return []
    found: list[tuple[Block, str]] = []
    for block in context.blocks:
        marks = _UMLAUT.findall(block.text)
        if marks and len(marks) == block.text.count('"'):
            found.append((block, marks[0][1:]))
    return found
