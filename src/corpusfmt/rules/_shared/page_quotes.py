"""What a text quotes or reports: a page says of itself what an article quotes."""

from __future__ import annotations

from collections.abc import Sequence

from corpusfmt.rules._shared.page_notices import simplify
from corpusfmt.rules._shared.page_terms import reports
from corpusfmt.text.patterns import regex

QUOTED = regex(
    r"“(?<=\s“)[^”\n]*”|„(?<=\s„)[^“”\n]*[“”]|«(?<=\s«)[^»\n]*»|「(?<=\S「)[^」\n]*」"
    r"|\"(?<=\s\")\w[^\"\n]*\"(?=[\s.,]|\Z)"
)
"""What a text quotes.

Each starts with a certain character, which is found several times as fast.
"""

_QUOTATION_MARKS = '"“„«「'
_PARAGRAPH = 60
"""The fewest characters of a paragraph that reports."""


def unquoted(text: str) -> str:
    """Return a text without what it quotes."""
    if any(map(text.__contains__, _QUOTATION_MARKS)):
        return QUOTED.sub(" ", f" {text}")
    return text


def is_reported(phrase: str, texts: Sequence[str]) -> bool:
    """Return whether all of the blocks with a phrase are long, and report what someone says."""
    own = [text for text in texts if phrase in simplify(text)]
    return bool(own) and all(len(text) >= _PARAGRAPH and reports(text) for text in own)


def is_subject(phrase: str, title: str) -> bool:
    """Return whether a title quotes a phrase, as that of an article about it does."""
    return any(phrase in simplify(quoted) for quoted in QUOTED.findall(f" {title}"))
