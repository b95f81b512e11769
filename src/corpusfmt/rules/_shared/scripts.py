"""The script that an article is written in."""

from __future__ import annotations

import re
from functools import cache

from corpusfmt.lint import Context
from corpusfmt.text.patterns import regex

_SCRIPTS = {
    "Japanese": "[\u3040-\u30ff]",
    "Korean": "[\uac00-\ud7a3]",
    "Chinese": "[\u4e00-\u9fff]",
    "Thai": "[\u0e00-\u0e7f]",
    "Arabic": "[\u0600-\u06ff]",
    "Hebrew": "[\u0590-\u05ff]",
    "Devanagari": "[\u0900-\u097f]",
    "Bengali": "[\u0980-\u09ff]",
    "Greek": "[\u0370-\u03ff]",
    "Cyrillic": "[\u0400-\u04ff]",
    "Latin": "[A-Za-zÀ-ɏ]",
}
_SAMPLE = 2_000
"""How many characters of the body are read."""

_MOST_OF_SCRIPT = 0.4
"""The share of the letters that must be of a script."""


def script_of(context: Context) -> str | None:
    """Return the name of the first script that has enough of the letters of the body, or None."""
    text = " ".join(context.texts)[:_SAMPLE]
    letters = sum(map(str.isalpha, text))
    for name, pattern in _patterns():
        if letters and len(pattern.findall(text)) >= _MOST_OF_SCRIPT * letters:
            return name
    return None


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    return [(name, regex(pattern)) for name, pattern in _SCRIPTS.items()]
