"""The types of articles and reports, for annotations, ``isinstance``, and articles of one's own.

An article's body is a tuple of blocks (``Block``): ``Paragraph``, ``Heading``, ``Related``,
``Item``, ``Quote``, ``Image``, ``Separator``. Their content is a tuple of nodes (``Inline``):
``Text``, ``Link``, ``Break``. All are frozen dataclasses that can be compared, hashed and pickled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from corpusfmt.config.settings import Settings
from corpusfmt.model.article import (
    Author,
    Block,
    Break,
    Heading,
    Image,
    Inline,
    Item,
    Link,
    Paragraph,
    Quote,
    Related,
    RelatedLink,
    Separator,
    Source,
    Text,
)
from corpusfmt.model.diagnostic import SEVERITIES, Diagnostic, Report, Severity
from corpusfmt.run.results import FixResult, RunResult
from corpusfmt.syntax.date_order import DATE_ORDERS, DateOrder
from corpusfmt.text.edits import Edit, Fix
from corpusfmt.validation.validator import Problem

if not TYPE_CHECKING:  # where they are used, they are strings: `corpusfmt.text.annotations`
    Severity = Literal[SEVERITIES]
    DateOrder = Literal[DATE_ORDERS]

__all__ = [
    "Author",
    "Block",
    "Break",
    "DateOrder",
    "Diagnostic",
    "Edit",
    "Fix",
    "FixResult",
    "Heading",
    "Image",
    "Inline",
    "Item",
    "Link",
    "Paragraph",
    "Problem",
    "Quote",
    "Related",
    "RelatedLink",
    "Report",
    "RunResult",
    "Separator",
    "Settings",
    "Severity",
    "Source",
    "Text",
]
