"""Convert one file for ``corpusfmt convert``: read its documents, and render each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from corpusfmt.convert.format import NO_OPTIONS, ConversionError, Options
from corpusfmt.convert.formats import FORMATS
from corpusfmt.convert.kinds import AUTO, UTF_8, kind_of, kind_of_data
from corpusfmt.convert.problem_diagnostics import FOREIGN_FILE
from corpusfmt.convert.read_result import ReadResult
from corpusfmt.convert.writing import refuse_loss, render
from corpusfmt.files.input import Input
from corpusfmt.files.pool import LOST
from corpusfmt.files.read import STANDARD_INPUT, ReadError, input_name
from corpusfmt.files.row_part import RowPart
from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.run.crash import crash
from corpusfmt.run.input_documents import InputReader
from corpusfmt.run.naming import Naming, row_stem
from corpusfmt.syntax.date_order import DateOrders
from corpusfmt.text.display import count
from corpusfmt.text.values import dataclass, field


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
    format drops a feature of it, or a value of it is not read. ``columns`` are those of a table, by
    the fields of an article.
    """

    target: str
    kind: str | None
    encoding: str | None
    is_one: bool
    orders: DateOrders
    naming: Naming
    options: Options = NO_OPTIONS
    is_strict: bool = False
    columns: Mapping[str, str] = field(default_factory=dict)


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

    ``error`` is why the file could not be read, or None. ``guessed`` is the kind that it was read
    as, if that was guessed, and ``foreign`` what it is instead, if it has no text of an article.
    ``rows`` is set if this is the result of a part of a file: then ``after_document`` has other
    diagnostics for the case that an earlier part has a document, or None if they are the same.
    ``has_document`` is whether a row is a document, also if it could not be written.
    """

    path: str
    documents: tuple[ConvertedDocument, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    failed: tuple[FailedDocument, ...] = ()
    error: str | None = None
    guessed: str | None = None
    foreign: str | None = None
    rows: RowPart | None = None
    after_document: tuple[Diagnostic, ...] | None = None
    has_document: bool = False

    @property
    def is_end(self) -> bool:
        """Whether nothing follows of the same text."""
        return self.rows is None or self.rows.is_last

    @property
    def outcome(self) -> str:
        """What came of it, in a few words; empty if that is reported anyway."""
        if self.error is not None:
            return ""
        read = "read" if self.rows is None else f"read from line {self.rows.line:,} on"
        return f"{read}, {count(len(self.documents), 'document')}"


def convert_one(item: Input, task: ConvertTask) -> ConvertResult:
    """Convert one text; any failure is in the result."""
    named = _Named(item, input_name(item.path, task.naming.stdin_name), task.naming.stem(item))
    converted = _Converted()
    problem = None
    try:
        _convert(converted, named, task)
    except ReadError as error:
        problem = error.reason
    except Exception as error:
        problem = crash(error)
    if task.is_one and len(converted.documents) > 1:
        problem = f"has {len(converted.documents):,} articles; expected a folder for -o"
        converted.documents = []
    return ConvertResult(
        named.name,
        tuple(converted.documents),
        tuple(converted.diagnostics),
        tuple(converted.failed),
        problem,
        converted.guessed,
        converted.foreign,
        item.rows,
        converted.after_document,
        bool(converted.documents or converted.failed),
    )


class _Converted:
    """What a text is converted to, as far as that has come: see `ConvertResult`."""

    def __init__(self) -> None:
        self.documents: list[ConvertedDocument] = []
        self.failed: list[FailedDocument] = []
        self.diagnostics: list[Diagnostic] = []
        self.guessed: str | None = None
        self.foreign: str | None = None
        self.after_document: tuple[Diagnostic, ...] | None = None


def _convert(converted: _Converted, named: _Named, task: ConvertTask) -> None:
    """Read the documents of a text, and render each."""
    data, kind = _content(named, task)
    converted.guessed = kind if task.kind == AUTO else None
    for outcome in _read(data, kind, named, task):
        converted.diagnostics += outcome.diagnostics
        if outcome.document is None:
            continue
        rendered = _render(outcome, named, task)
        if isinstance(rendered, ConvertedDocument):
            converted.documents.append(rendered)
        else:
            converted.failed.append(rendered)
    if converted.guessed == "text" and not converted.documents and not converted.failed:
        converted.foreign = _name_foreign(data)
    if converted.diagnostics and task.encoding is None and kind not in UTF_8:
        converted.diagnostics = _with_encoding(converted.diagnostics, data)
    converted.after_document = _after_document(data, kind, converted.diagnostics, named, task)


def _with_encoding(diagnostics: list[Diagnostic], data: bytes) -> list[Diagnostic]:
    from corpusfmt.convert.file_bytes import with_encoding

    return with_encoding(diagnostics, data)


def _name_foreign(data: bytes) -> str | None:
    from corpusfmt.convert.guessing import name_foreign

    return name_foreign(data)


def lost_conversion(item: Input, task: ConvertTask) -> ConvertResult:
    """Return the result of a text that has ended the processes that converted it."""
    return ConvertResult(input_name(item.path, task.naming.stdin_name), error=LOST, rows=item.rows)


def _content(named: _Named, task: ConvertTask) -> tuple[bytes, str]:
    """Return the bytes of a text, and their kind."""
    data, kind = _reader(task).content(named.item)
    return data, _kind(named, data, task) if kind is None else kind


def _after_document(
    data: bytes, kind: str, found: list[Diagnostic], named: _Named, task: ConvertTask
) -> tuple[Diagnostic, ...] | None:
    """Return what is found in a part of a file if an earlier part has a document.

    A row that another program may have written is then reported as a document that is invalid.
    """
    rows = named.item.rows
    if kind != "jsonl" or rows is None or rows.line == 1:
        return None
    if all(one.rule != FOREIGN_FILE for one in found):
        return None
    others: list[Diagnostic] = []
    for outcome in _read(data, kind, named, task, has_document=True):
        others += outcome.diagnostics
    return tuple(others)


def _read(
    data: bytes, kind: str, named: _Named, task: ConvertTask, *, has_document: bool = False
) -> Iterator[ReadResult]:
    item = named.item
    encoding = task.encoding if item.row is None else item.encoding  # rows are UTF-8
    return _reader(task).documents(
        item, data, named.name, kind, encoding=encoding, has_document=has_document
    )


def _reader(task: ConvertTask) -> InputReader:
    return InputReader(task.kind, task.naming, task.orders, task.columns)


def _kind(item: _Named, data: bytes, task: ConvertTask) -> str:
    """Return the kind of a file: as an option or its name has it, or as its bytes look."""
    if task.kind == AUTO:
        from corpusfmt.convert.guessing import guess_kind

        return guess_kind(data, item.name)
    kind = task.kind or kind_of(item.name)
    if task.kind is not None or task.encoding is not None or item.name != STANDARD_INPUT:
        return kind
    kind = kind_of_data(data)
    if kind == "jsonl" and task.is_one:
        raise ReadError(item.name, "is JSON Lines; expected --from jsonl, and a folder for -o")
    return kind


def _render(
    outcome: ReadResult, named: _Named, task: ConvertTask
) -> ConvertedDocument | FailedDocument:
    document, line = outcome.document, outcome.line
    assert document is not None
    origin, stem, row = named.name, named.stem, named.item.row
    try:
        if line is not None:
            origin = f"{named.name}:{line}"
            stem = row_stem(named.stem, line, document)
        elif row is not None:
            stem = row_stem(named.stem, row, document)
        if task.is_strict:
            if outcome.diagnostics:
                return FailedDocument(origin, f"--strict: {outcome.diagnostics[0].message}")
            refuse_loss(document, task.target, task.options)
        data = render(document, task.target, task.options, text=outcome.text)
        return ConvertedDocument(stem + FORMATS[task.target].suffix, data, origin)
    except ConversionError as error:
        return FailedDocument(origin, error.message)
    except Exception as error:  # of this row; the others go on
        return FailedDocument(origin, crash(error))
