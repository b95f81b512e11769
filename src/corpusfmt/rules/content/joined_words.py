"""Words of a sentence without any spaces between them.

### What it does

Reports a word of 30 letters or more that contains three different words that only stand before
others, such as articles and prepositions of a language of the article. In languages that write
compounds as one word (German, Dutch, Finnish, Turkish and the like), it has 50 letters or more.
URLs, addresses and tags (`#SaveTheFerry`) are not reported.

### Why

Some PDF files have no spaces: the distances between the letters show where words end. A converter
that does not measure them writes a heading or a line as one word.

### Fix

There is none: where the words end is not certain.

### Example

```article
# Ferry Runs Again



The plan shows Thecostsoftheferryforthewinterandthespring on its first page.
```

```findings
5:16: warning: words without spaces: “Thecostsoftheferryforthewinterandthespring”
  expected: a space between two words
```

Use instead:

```article
# Ferry Runs Again



The plan shows the costs of the ferry for the winter and the spring on its first page.
```
"""

from __future__ import annotations

from corpusfmt.lint import Context, Findings, quoted
from corpusfmt.rules._shared.blocks import whole_text
from corpusfmt.rules._shared.open_words import ends_open, languages
from corpusfmt.rules._shared.shape import shape
from corpusfmt.text.patterns import regex

SEVERITY = "warning"

_SHORTEST, _SHORTEST_COMPOUND = 30, 50
_RUN = b"a" * 22
"""What the shape of such a word has in ASCII, even with a letter beyond ASCII in it."""

_CYRILLIC = "о"
_LETTERS = r"[^\W\d_\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]"
_WORD = regex(rf"(?<![\w/#@.:=&%?-]){_LETTERS}{{30,400}}(?![\w/@=&%])")
_REPEATED = regex(r"(\w)\1\1\1")
_COMPOUNDS = frozenset(
    (
        *("de", "nl", "af", "fy", "lb", "sv", "da", "nb", "nn", "no", "is", "fo", "fi", "et", "hu"),
        *("tr", "az", "kk", "ky", "uz", "tk", "eu", "kl", "se", "ta", "te", "kn", "ml", "ka"),
    )
)
"""Languages that write compounds, or what other languages have as several words, as one."""

_FEWEST, _LONGEST_OPEN = 3, 6


def prefilter() -> tuple[str, ...]:
    return ("[a-z]{22}", "[\u0400-\u04ff]{30}")


def applies(context: Context) -> bool:
    if _RUN in context.memo(shape):
        return True
    return (
        _CYRILLIC in context.signs and max(map(len, context.memo(whole_text).split())) >= _SHORTEST
    )


def check(context: Context) -> Findings:
    """Yield a finding for each word that several words were joined to."""
    text, end = context.text, context.body_end
    words = [word for word in context.memo(whole_text).split() if len(word) >= _SHORTEST]
    for word in dict.fromkeys(words):
        match = _WORD.search(word)
        if match is None or _REPEATED.search(word) is not None:
            continue
        place = text.find(match[0], 0, end)
        if place >= 0 and _has_open_words(context, match[0].lower()):
            message = f"words without spaces: {quoted(match[0])}"
            span = place, place + len(match[0])
            yield context.finding(span, message, "a space between two words")


def _has_open_words(context: Context, word: str) -> bool:
    """Return whether enough words that others follow are inside of a long word."""
    is_compounding = not _COMPOUNDS.isdisjoint(context.memo(languages))
    if is_compounding and len(word) < _SHORTEST_COMPOUND:
        return False
    found: set[str] = set()
    for start in range(1, len(word)):
        for end in range(start + 2, min(start + _LONGEST_OPEN, len(word)) + 1):
            if ends_open(context, word[start:end]):
                found.add(word[start:end])
        if len(found) >= _FEWEST:
            return True
    return False
