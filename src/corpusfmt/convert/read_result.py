"""What is read of another program, and what reading one document of a file gives."""

from __future__ import annotations

from collections.abc import Mapping

from corpusfmt.files.row_part import RowPart
from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.named_tuples import NamedTuple

if TYPE_CHECKING:
    from corpusfmt.model.document import Document, SourceEntry


class ForeignFile(NamedTuple):
    """A file of another program: its bytes, its path, its kind, and how to read it.

    ``encoding`` is that of a text, if it is not UTF-8; ``columns`` are those of a table, by the
    fields of an article. ``source`` is that of its documents. ``rows`` is set if the data is a part
    of a file of rows.
    """

    data: bytes
    path: str
    kind: str
    source: SourceEntry
    encoding: str | None
    columns: Mapping[str, str]
    rows: RowPart | None = None


class ReadResult(NamedTuple):
    """A document, or why there is none; ``line`` is its line in JSON Lines, from 1.

    ``original`` is what a file of many has of the article: a text, a record, or None for a file of
    one. ``text`` is the text that the document is the reading of, if it is that of one.
    """

    document: Document | None
    diagnostics: tuple[Diagnostic, ...] = ()
    line: int | None = None
    original: str | Mapping[str, object] | None = None
    text: str | None = None
