"""Line about the source or the author below the article.

### What it does

Reports one of the last blocks that names the source of the text (`Source: Skerry Radio`), or
describes the author (`Ana Lind is a reporter for …`), in about 25 languages. A line that consists
of a label and the URL of the article is reported by `unlabelled-url`.

### Why

Such lines are about the article, and not part of it. The maintainers of a corpus decide whether it
keeps them, so the severity is info.

### Fix

There is none.

### Example

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.

Source: Skerry Radio
```

```findings
7:1: info: a line about the source or the author
```

An article without such a line:

```article
# Ferry Runs Again



The ferry to Skerry sailed on Monday.
```
"""

from __future__ import annotations

import re
from functools import cache

from corpusfmt.lint import Context, Findings
from corpusfmt.rules._shared.last_urls import unlabelled_url
from corpusfmt.rules._shared.phrase_expressions import has_any_of, starts_with
from corpusfmt.rules._shared.word_lists import read_list
from corpusfmt.text.patterns import regex

SEVERITY = "info"

_LAST = 3
_KEY = 2
"""How many characters of a text are looked up before its phrases, none of which is shorter."""
_LONGEST_SOURCE, _LONGEST_BIOGRAPHY = 160, 400


def prefilter() -> tuple[str, ...]:
    return (*starts_with(_sources()), *has_any_of(read_list("biography_phrases")))


def check(context: Context) -> Findings:
    """Yield a finding for each such line among the last blocks."""
    count = len(context.texts)
    for number in range(max(1, count - _LAST), count):
        if context.types[number] in ("paragraph", "item") and _is_about(context.texts[number]):
            if number == count - 1 and context.memo(unlabelled_url) is not None:
                continue  # the URL of the article, which is reported
            yield context.finding(
                context.span(context.block(number)), "a line about the source or the author"
            )


def _is_about(text: str) -> bool:
    if len(text) > _LONGEST_BIOGRAPHY:
        return False
    folded = text.lower()
    if len(text) <= _LONGEST_SOURCE and _begins_as_source(folded.lstrip("*([（［")):
        return True
    for word in _first_words().intersection(folded.split()):
        if _biographies()[word].search(folded) is not None:
            return True
    return False


def _begins_as_source(text: str) -> bool:
    return text[:_KEY] in _source_keys() and text.startswith(_sources())


@cache
def _source_keys() -> frozenset[str]:
    return frozenset(phrase[:_KEY] for phrase in _sources())


@cache
def _sources() -> tuple[str, ...]:
    return read_list("source_phrases")


@cache
def _first_words() -> frozenset[str]:
    return frozenset(_biographies())


@cache
def _biographies() -> dict[str, re.Pattern[str]]:
    """Return a pattern of the phrases with a first word, for each of these words."""
    phrases: dict[str, list[str]] = {}
    for phrase in read_list("biography_phrases"):
        phrases.setdefault(phrase.partition(" ")[0], []).append(re.escape(phrase))
    return {word: regex("|".join(entries)) for word, entries in phrases.items()}
