"""What a text quotes or reports: a page says of itself what an article quotes."""

from __future__ import annotations

from collections.abc import Sequence

from corpusfmt.rules._shared.page_notices import simplify
from corpusfmt.rules._shared.page_terms import reports
from corpusfmt.rules._shared.prose import is_dense
from corpusfmt.text.patterns import regex

QUOTED = regex(
    r"“(?<=\s“)[^”\n]*”|„(?<=\s„)[^“”\n]*[“”]|«(?<=\s«)[^»\n]*»|「(?<=\S「)[^」\n]*」"
    r"|\"(?<=\s\")\w[^\"\n]*\"(?=[\s.,]|\Z)"
)
"""What a text quotes.

Each starts with a certain character, which is found several times as fast.
"""

_QUOTATION_MARKS = '"“„«「'
_PARAGRAPH, _DENSE_PARAGRAPH = 60, 30
"""The fewest characters of a paragraph that reports, and of one in Chinese, Japanese or Korean."""


def unquoted(text: str) -> str:
    """Return a text without what it quotes."""
    if any(map(text.__contains__, _QUOTATION_MARKS)):
        return QUOTED.sub(" ", f" {text}")
    return text


def is_reported(phrase: str, texts: Sequence[str]) -> bool:
    """Return whether all of the blocks with a phrase are long, and report what someone says."""
    own = [text for text in texts if phrase in simplify(text)]
    return bool(own) and all(map(is_report, own))


def is_report(text: str) -> bool:
    """Return whether a paragraph has a word for what someone says."""
    fewest = _DENSE_PARAGRAPH if is_dense(text) else _PARAGRAPH
    return len(text) >= fewest and reports(text)


def has_report(texts: Sequence[str]) -> bool:
    """Return whether one of some texts reports what someone says, as articles do."""
    return any(map(reports, texts))


def is_subject(phrase: str, title: str) -> bool:
    """Return whether a title quotes a phrase, as that of an article about it does."""
    return any(phrase in simplify(quoted) for quoted in QUOTED.findall(f" {title}"))
