"""One file of ``corpusfmt convert``: read, and made into what is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from corpusfmt.convert.kinds import kind_of, kind_of_data
from corpusfmt.convert.reading import read_documents
from corpusfmt.convert.writing import render
from corpusfmt.files.read import STANDARD_INPUT, ReadError, read_bytes, read_standard_input
from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.run.crash import crash
from corpusfmt.run.naming import ENDINGS, row_stem
from corpusfmt.syntax.date_order import DateOrders


@dataclass(frozen=True, slots=True)
class Input:
    """A file to convert: its path, its name in messages, the name of what it becomes, and its ``source.path``."""

    path: str
    shown: str
    stem: str
    source: str


@dataclass(frozen=True, slots=True)
class Written:
    """One document as it is written: its bytes, its name in a folder, and the file and row that it comes from."""

    name: str
    data: bytes
    origin: str


@dataclass(frozen=True, slots=True)
class Unwritten:
    """A document that could not be written: the file and row that it comes from, and why."""

    origin: str
    reason: str


@dataclass(frozen=True, slots=True)
class Converted:
    """What became of a file: its documents, what kept others from being any, or why it could not be read."""

    path: str
    documents: tuple[Written, ...]
    diagnostics: tuple[Diagnostic, ...]
    unwritten: tuple[Unwritten, ...]
    failed: str | None


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be done with every file: the format to write, the kind and encoding to read, if they are named.

    ``is_one`` means that the output is one file for one document. ``orders`` are those of numeric dates.
    """

    target: str
    kind: str | None
    encoding: str | None
    is_one: bool
    orders: DateOrders


def convert_one(item: Input, task: Task) -> Converted:
    """Convert one file; what goes wrong is a value."""
    documents: list[Written] = []
    unwritten: list[Unwritten] = []
    diagnostics: list[Diagnostic] = []
    failed = None
    try:
        is_piped = item.path == STANDARD_INPUT
        data = read_standard_input() if is_piped else read_bytes(item.path)
        kind = _kind(item, data, task)
        outcomes = read_documents(
            data, item.shown, kind, task.orders, source_path=item.source, encoding=task.encoding
        )
        for outcome in outcomes:
            diagnostics += outcome.diagnostics
            if outcome.document is not None:
                written = _render(outcome.document, outcome.line, item, task.target)
                if isinstance(written, Written):
                    documents.append(written)
                else:
                    unwritten.append(written)
    except ReadError as problem:
        failed = problem.reason
    except Exception as error:
        failed = crash(error)
    return Converted(item.shown, tuple(documents), tuple(diagnostics), tuple(unwritten), failed)


def _kind(item: Input, data: bytes, task: Task) -> str:
    """Return the kind that is named, by an option or by the name of the file, or else that of the standard input."""
    kind = task.kind or kind_of(item.shown)
    if task.kind is not None or task.encoding is not None or item.shown != STANDARD_INPUT:
        return kind
    kind = kind_of_data(data)
    if kind == "jsonl" and task.is_one:
        raise ReadError(item.shown, "is JSON Lines; expected --from jsonl, and a folder for -o")
    return kind


def _render(
    document: dict[str, Any], line: int | None, item: Input, target: str
) -> Written | Unwritten:
    origin = item.shown if line is None else f"{item.shown}:{line}"
    try:
        stem = item.stem if line is None else row_stem(item.stem, line, document)
        return Written(stem + ENDINGS[target], render(document, target), origin)
    except Exception as error:  # of this row; the others go on
        return Unwritten(origin, crash(error))
