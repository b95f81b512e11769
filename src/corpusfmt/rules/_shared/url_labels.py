"""Labels "Original url:" that give the article no URL."""

from __future__ import annotations

from typing import NamedTuple

from corpusfmt.lint import Context
from corpusfmt.text.patterns import regex

_LABEL = regex(r"[Oo][Rr](?i:iginal\s+url)(?:[^\S\n]|\*\*)*:")
_ADDRESS = regex(r"[\s*\[<]*(?i:https?://|www\.)")
_MARKS = " \t#>*_+•—-"
_LABEL_END = regex(r":(?<=[lL* \t\xa0]:)")
_FARTHEST = 20
"""The longest distance of a label from the start of its line: a bound on lines of labels."""


class MisplacedLabel(NamedTuple):
    """The span of a label, and whether a URL follows it."""

    span: tuple[int, int]
    has_url: bool


def misplaced_labels(context: Context) -> list[MisplacedLabel]:
    """Return the labels that are where that of a URL would be, and give the article none."""
    text, end = context.reading.prepared, context.body_end
    if (
        not _is_likely(text, end) or "original" not in text[:end].lower()
    ):  # cheaper than the pattern
        return []
    has_own = context.reading.url_token is not None
    labels = []
    for match in _LABEL.finditer(text, 0, end):
        has_url = _ADDRESS.match(text, match.end()) is not None
        is_label = _begins_line(text, match.start())
        if not is_label and not has_own:
            is_label = has_url or _follows_marks(text, match.start())
        if is_label:
            labels.append(MisplacedLabel(match.span(), has_url))
    return labels


def _is_likely(text: str, end: int) -> bool:
    """Return whether a colon follows the end of a label: one character is found quickly."""
    for match in _LABEL_END.finditer(text, 0, end):
        place = match.start()
        if _ends_in_url(text[max(0, place - _FARTHEST) : place]):
            return True
    return False


def _ends_in_url(text: str) -> bool:
    text = text.rstrip("* \t\xa0")
    return text[-3:].lower() == "url" or not text or text[-1].isspace()


def _begins_line(text: str, start: int) -> bool:
    """Whether a label begins its line, perhaps in bold."""
    return _is_line_start(
        text[max(0, start - _FARTHEST) : start].removesuffix("**").rstrip(" \t"), start
    )


def _follows_marks(text: str, start: int) -> bool:
    """Return whether only marks of an item, a quote or a heading precede a label in its line."""
    return _is_line_start(text[max(0, start - _FARTHEST) : start].rstrip(_MARKS), start)


def _is_line_start(before: str, start: int) -> bool:
    return before.endswith("\n") or (not before and start <= _FARTHEST)
