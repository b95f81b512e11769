"""The documents of one input of ``convert`` or `load`: a file, a row, or a part of many rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from corpusfmt.convert.kinds import AUTO, FOREIGN
from corpusfmt.convert.read_result import ReadResult
from corpusfmt.convert.reading import read_documents, read_part
from corpusfmt.convert.row_kinds import kind_of_row, reads_rows
from corpusfmt.files.input import Input
from corpusfmt.files.read import ReadError
from corpusfmt.run.article_bytes import row_text
from corpusfmt.run.naming import Naming
from corpusfmt.syntax.date_order import DateOrders
from corpusfmt.text.values import dataclass, field

_ROWS = "rows"
_DELIMITED = ("csv", "tsv")


@dataclass(frozen=True, slots=True)
class InputReader:
    """How inputs are read: as which kind, if one is named, and with which columns of a table.

    ``naming`` names their sources, and ``orders`` are those of numeric dates.
    """

    kind: str | None
    naming: Naming
    orders: DateOrders
    columns: Mapping[str, str] = field(default_factory=dict)

    def content(self, item: Input) -> tuple[bytes, str | None]:
        """Return the bytes of an input, and its kind if it is one of rows; otherwise None.

        The bytes of a row with a text are that text. Raise ReadError if they cannot be read.
        """
        data = item.read()
        if item.kind == _ROWS and self.kind in _DELIMITED:
            raise ReadError(item.path, f"is a row of a Parquet table; expected --from {_ROWS}")
        if item.kind is not None and (item.rows is not None or self.kind in (None, AUTO)):
            return data, item.kind
        if item.field is None:
            return data, None
        kind = kind_of_row(data, self.columns) if self.kind == AUTO else self.kind
        if kind in FOREIGN and reads_rows(kind):
            return data, kind
        text = row_text(data, item)
        return (data, "json") if text is None else (text, "text")

    def documents(
        self,
        item: Input,
        data: bytes,
        name: str,
        kind: str,
        *,
        encoding: str | None,
        has_document: bool,
    ) -> Iterator[ReadResult]:
        """Yield the documents of an input, whose name in messages is ``name``.

        ``has_document`` is whether an earlier part of the same rows has a document.
        """
        if item.rows is not None:
            return read_part(
                data,
                name,
                kind,
                item.rows,
                source_path=self.naming.source(item),
                columns=self.columns,
                has_document=has_document,
            )
        return read_documents(
            data,
            name,
            kind,
            self.orders,
            source_path=self.naming.source(item),
            encoding=encoding,
            place=self.naming.place(item),
            columns=self.columns,
        )
