"""``--to parquet``: a table with a row for each document, or a data set with one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpusfmt.convert.format import Format, Options, same_place
from corpusfmt.convert.json_line import to_line
from corpusfmt.convert.parquet_table import write_table
from corpusfmt.convert.plain_words import plain_body
from corpusfmt.convert.sources import document_id
from corpusfmt.text.annotations import TYPE_CHECKING

if TYPE_CHECKING:
    from corpusfmt.model.document import Document


def render(document: Document, options: Options) -> bytes:
    """Return the row as JSON."""
    row = {"id": document_id(document), "text": plain_body(document), **document}
    return to_line(row)


def join(rows: Iterable[bytes], options: Options) -> Iterator[bytes]:
    """Yield the bytes of the table."""
    return write_table(rows)


FORMAT = Format(
    name="parquet",
    title="Parquet",
    summary="a table, or a data set with a card and Croissant metadata",
    definition="[Parquet](https://parquet.apache.org/docs/file-format/), "
    "[dataset cards](https://huggingface.co/docs/hub/datasets-cards), "
    "[Croissant 1.0](https://docs.mlcommons.org/croissant/docs/croissant-spec.html)",
    checked_by="pyarrow, datasets, huggingface_hub, mlcroissant",
    suffixes=(".parquet",),
    layout="dataset",
    render=render,
    join=join,
    extra="parquet",
    modules=("pyarrow",),
    carries=same_place("the column, or the part of `body`, of that name"),
)
