"""What a text needs so that a rule can find something in it, as the module of the rule declares.

The table of the rules has it, too, so that a rule is not imported for a text that it finds nothing
in: to import all rules takes a third of the time of a run over one file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.patterns import regex

if TYPE_CHECKING:
    from corpusfmt.lint.context import Context

_QUOTED_INSIDE = regex(r'"(?<=[^\W\d_]")[aouAOU](?=[^\W\d_])')

_INDENTED = regex("\n(?:[\t\u3000\xa0\u2002\u2003]| [ \u3000])")

FACTS: Mapping[str, Callable[[Context], bool]] = {
    "not text": lambda context: not context.is_text,
    "not readable": lambda context: not context.reading.is_readable,
    "not ASCII": lambda context: not context.text.isascii(),
    "not canonical": lambda context: not context.is_canonical,
    "a URL": lambda context: "url" in context.reading.document,
    "a credit": lambda context: "credit" in context.reading.document,
    "a heading": lambda context: "heading" in context.types,
    "no URL": lambda context: "url" not in context.reading.document,
    "a quotation mark in a word": lambda context: _QUOTED_INSIDE.search(context.text) is not None,
    "an indented line": lambda context: _INDENTED.search(context.text) is not None,
    "required fields": lambda context: bool(context.require),
}
"""What can be true of a text, by the names that rules declare."""


def has_one(context: Context, needs: Iterable[str]) -> bool:
    """Return whether one of the facts is true of a text, or one of the other strings is in it."""
    text = context.text
    for need in needs:
        fact = FACTS.get(need)
        if need in text if fact is None else fact(context):
            return True
    return False
