"""Convert one file for ``corpusfmt convert``: read its documents, and render each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpusfmt.convert.format import NO_OPTIONS, ConversionError, Options
from corpusfmt.convert.formats import FORMATS
from corpusfmt.convert.kinds import kind_of, kind_of_data
from corpusfmt.convert.reading import ReadResult, read_documents
from corpusfmt.convert.writing import refuse_loss, render
from corpusfmt.files.input import Input
from corpusfmt.files.read import STANDARD_INPUT, ReadError, input_name
from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.model.document import Document
from corpusfmt.run.article_bytes import row_text
from corpusfmt.run.crash import crash
from corpusfmt.run.naming import Naming, row_stem
from corpusfmt.syntax.date_order import DateOrders


@dataclass(frozen=True, slots=True)
class _Named:
    """A text to convert.

    ``name`` is what messages call it, ``stem`` the name of its output without the ending.
    """

    item: Input
    name: str
    stem: str


@dataclass(frozen=True, slots=True)
class ConvertTask:
    """What to do with each file: the format to write, and the kind and encoding to read, if named.

    ``is_one`` is whether the output is one file for one document. ``orders`` are those of numeric
    dates, and ``naming`` names the outputs. ``is_strict`` is whether a document is refused if the
    format drops a feature of it.
    """

    target: str
    kind: str | None
    encoding: str | None
    is_one: bool
    orders: DateOrders
    naming: Naming
    options: Options = NO_OPTIONS
    is_strict: bool = False


@dataclass(frozen=True, slots=True)
class ConvertedDocument:
    """A document to write: its bytes, its name in a folder, and the file and row it comes from."""

    name: str
    data: bytes
    origin: str


@dataclass(frozen=True, slots=True)
class FailedDocument:
    """A document that could not be written: the file and row it comes from, and why."""

    origin: str
    reason: str


@dataclass(frozen=True, slots=True)
class ConvertResult:
    """The documents of a file, what kept others from being read, and which could not be rendered.

    ``error`` is why the file could not be read, or None.
    """

    path: str
    documents: tuple[ConvertedDocument, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    failed: tuple[FailedDocument, ...] = ()
    error: str | None = None


def convert_one(item: Input, task: ConvertTask) -> ConvertResult:
    """Convert one text; any failure is in the result."""
    named = _Named(item, input_name(item.path, task.naming.stdin_name), task.naming.stem(item))
    documents: list[ConvertedDocument] = []
    failed: list[FailedDocument] = []
    diagnostics: list[Diagnostic] = []
    problem = None
    try:
        for outcome in _read(named, task):
            diagnostics += outcome.diagnostics
            if outcome.document is None:
                continue
            rendered = _render(outcome.document, outcome.line, named, task)
            if isinstance(rendered, ConvertedDocument):
                documents.append(rendered)
            else:
                failed.append(rendered)
    except ReadError as error:
        problem = error.reason
    except Exception as error:
        problem = crash(error)
    return ConvertResult(named.name, tuple(documents), tuple(diagnostics), tuple(failed), problem)


def _read(named: _Named, task: ConvertTask) -> Iterator[ReadResult]:
    item = named.item
    data = item.read()
    if item.field is None:
        kind = _kind(named, data, task)
    else:
        text = row_text(data, item)
        kind = "json" if text is None else "text"
        data = data if text is None else text
    return read_documents(
        data,
        named.name,
        kind,
        task.orders,
        source_path=task.naming.source(item),
        encoding=task.encoding,
        place=task.naming.place(item),
    )


def _kind(item: _Named, data: bytes, task: ConvertTask) -> str:
    """Return the kind of a file: as an option or its name has it, or as its bytes look."""
    kind = task.kind or kind_of(item.name)
    if task.kind is not None or task.encoding is not None or item.name != STANDARD_INPUT:
        return kind
    kind = kind_of_data(data)
    if kind == "jsonl" and task.is_one:
        raise ReadError(item.name, "is JSON Lines; expected --from jsonl, and a folder for -o")
    return kind


def _render(
    document: Document, line: int | None, named: _Named, task: ConvertTask
) -> ConvertedDocument | FailedDocument:
    origin, stem, row = named.name, named.stem, named.item.row
    try:
        if line is not None:
            origin = f"{named.name}:{line}"
            stem = row_stem(named.stem, line, document)
        elif row is not None:
            stem = row_stem(named.stem, row, document)
        if task.is_strict:
            refuse_loss(document, task.target, task.options)
        data = render(document, task.target, task.options)
        return ConvertedDocument(stem + FORMATS[task.target].suffix, data, origin)
    except ConversionError as error:
        return FailedDocument(origin, error.message)
    except Exception as error:  # of this row; the others go on
        return FailedDocument(origin, crash(error))
