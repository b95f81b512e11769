"""Labels "Original url:" that give the article no URL."""

from __future__ import annotations

from corpusfmt.lint import Context
from corpusfmt.text.named_tuples import NamedTuple
from corpusfmt.text.pattern_set import OTHER
from corpusfmt.text.patterns import regex

_LABEL = regex(r"[Oo][Rr](?i:iginal\s+url)(?:[^\S\n]|\*\*)*:")
_ADDRESS = regex(r"[\s*\[<]*(?i:https?://|www\.)")
_MARKS = " \t#>*_+•—-"
_FARTHEST = 20
"""The longest distance of a label from the start of its line: a bound on lines of labels."""


def begins_with_url_label(text: str) -> bool:
    """Return whether a text begins with the label of the URL of an article."""
    return _LABEL.match(text) is not None


class MisplacedLabel(NamedTuple):
    """The span of a label, and whether a URL follows it."""

    span: tuple[int, int]
    has_url: bool


def misplaced_labels(context: Context) -> list[MisplacedLabel]:
    """Return the labels that are where that of a URL would be, and give the article none."""
    if b"url" not in context.body_utf8.lower():  # as in most
        return []
    text, end = context.reading.prepared, context.body_end
    if "original" not in text[:end].lower():
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


def misplaced_label_expressions() -> tuple[str, ...]:
    """Return expressions that a text with a misplaced label matches.

    The last label of a canonical text matches none: it is at the start of a line after an empty
    one, and nothing but a URL follows it.
    """
    space = rf"(?:[\x00-\x20\x7f]|{OTHER})"
    original = "[Oo][Rr][Ii][Gg][Ii][Nn][Aa][Ll]"
    label = rf"{original}{space}+[Uu][Rr][Ll](?:{space}|\*)*:{space}*"
    return (
        rf"[^\n](?:\n[ \t\r]*)?{original}{space}+[Uu][Rr][Ll]",
        rf"{original}{space}*[\n\r]{space}*[Uu][Rr][Ll]",
        rf"{label}[!-~]+{space}+[!-~]",
        rf"{label}[!-~]*[\x00-\x20\x7f]*{OTHER}",
        rf"{label}(?:[!-/:;=-@\[-`{{-~]|[0-9A-Za-z][!-~]*[<>]|\Z)",
        rf"{label}<(?:[ >]|[^>]*(?:<|>[!-~]|\Z))",
    )


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
