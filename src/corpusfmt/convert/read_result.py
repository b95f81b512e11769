"""What reading one document of a file gives."""

from __future__ import annotations

from collections.abc import Mapping

from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.model.document import Document
from corpusfmt.text.named_tuples import NamedTuple


class ReadResult(NamedTuple):
    """A document, or why there is none; ``line`` is its line in JSON Lines, from 1.

    ``original`` is what a file of many has of the article: a text, a record, or None for a file of
    one.
    """

    document: Document | None
    diagnostics: tuple[Diagnostic, ...] = ()
    line: int | None = None
    original: str | Mapping[str, object] | None = None
