"""``corpusfmt convert``: text to documents, documents back to text."""

from __future__ import annotations

import argparse
import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from corpusfmt.cli import console, session
from corpusfmt.convert.naming import ENDINGS, row_stem, stems
from corpusfmt.convert.output import Folder, identities, write_file
from corpusfmt.convert.reading import KINDS, kind_of, read_documents
from corpusfmt.convert.writing import render
from corpusfmt.files.discovery import STANDARD_INPUT, Selection
from corpusfmt.files.read import Unreadable, Unwritable, read_bytes
from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.model.document import Document
from corpusfmt.text.display import count, shown_path

DESCRIPTION = """Convert articles: text to documents (JSON, JSON Lines) and documents to text.

What a file is, its name says: .json holds a document, .jsonl and .ndjson hold one on each line, all else is text;
--from overrules it. In folders, the articles that the settings include are read, or, with --to text, the documents.

A file that does not convert is told with its place, and the others go on: what is not UTF-8, holds control characters,
or does not satisfy the schema. Findings go to the standard output, or, if that holds the documents, to the standard
error. A file is written whole or not at all, and never over one that is read."""
EXAMPLES = """examples:
  corpusfmt convert page.txt --to json                  to the standard output
  corpusfmt convert corpus/ --to jsonl -o corpus.jsonl  one document a line, in the order of the paths
  corpusfmt convert corpus/ --to json -o documents/     a file for each article, the tree kept
  corpusfmt convert documents/ --to text -o corpus/     and back
  corpusfmt convert corpus.jsonl --to text -o corpus/   each row named as its "source" says, or else by its number

documents say in "source" which file they come from ("path", and the "sha256" of its bytes); one that says so already
keeps it. A text has no "source".
"""

_INCLUDED = {"text": None, "json": ("*.json",), "jsonl": ("*.jsonl", "*.ndjson")}
_DOCUMENTS = ("*.json", "*.jsonl", "*.ndjson")


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    session.add_inputs(parser)
    parser.add_argument("--to", required=True, choices=KINDS, help="what to write")
    parser.add_argument("--from", dest="kind", choices=KINDS, help="what to read (else the name says)")
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        help="for JSON Lines a file; else a file for one input, but a folder if there are several, or if one is a "
        "folder or JSON Lines, or if OUT is a folder or ends in /; what is missing of it is made (without -o: the "
        "standard output, one article after the other)",
    )


@dataclass(frozen=True, slots=True)
class Input:
    """A file to convert: its path, what it is called in what is told, and the name of what it becomes."""

    path: str
    shown: str
    stem: str


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


def run(arguments: argparse.Namespace) -> int:
    """Convert, say what did not, and return the exit code."""
    chosen = _choose(arguments)
    problem = _find_problem(arguments, chosen) if chosen.files else None
    if problem:
        console.note_path(arguments.output, problem)
        return session.COULD_NOT
    under_way = _Run(arguments, chosen)
    try:
        if chosen.files:
            under_way.write()
    except session.STOPPED as reason:
        return session.stopped(reason, session.so_far("read", under_way.read, chosen), under_way.left_undone())
    except Unwritable as unwritable:
        console.note_path(unwritable.path, unwritable.reason)
        return session.COULD_NOT
    if chosen.files:
        console.note(session.summary("read", under_way.read, chosen, str(under_way)))
    return session.code(chosen, found=under_way.refused > 0, failed=under_way.failed + under_way.unwritten > 0)


def _choose(arguments: argparse.Namespace) -> Selection:
    if arguments.kind is not None:
        return session.choose(arguments, _INCLUDED[arguments.kind])[1]
    wanted, other = ("documents", "text") if arguments.to == "text" else ("articles", "json or --from jsonl")
    chosen = session.choose(arguments, _DOCUMENTS if arguments.to == "text" else None)[1]
    if not chosen.files and not chosen.missing:
        console.note(f"--to {arguments.to} looks for {wanted} in folders; --from {other} for the others")
    return chosen


def _find_problem(arguments: argparse.Namespace, chosen: Selection) -> str | None:
    """Why the output cannot be what it is to be, if that can be known before anything is read."""
    output = arguments.output
    if output in (None, STANDARD_INPUT):
        return None
    if not output:
        return "is no name for the output"
    if not _is_file_wanted(arguments):
        is_other = os.path.lexists(output) and not os.path.isdir(output)
        return "is a file; expected a folder, since there may be more than one article" if is_other else None
    if os.path.isdir(output) or output.endswith(("/", os.sep)):
        return "is a folder; expected the name of a file"
    if set(identities([output])) & set(identities(chosen.files)):
        return "is among the files that are read; expected another name for the output"
    return None


def _is_file_wanted(arguments: argparse.Namespace) -> bool:
    """Whether the output is a file: for JSON Lines, or for one input that is not a folder or many documents in one."""
    path, output = arguments.paths[0], arguments.output
    if arguments.to == "jsonl":
        return True
    if len(arguments.paths) > 1 or os.path.isdir(path) or os.path.isdir(output) or output.endswith(("/", os.sep)):
        return False
    named = arguments.stdin_filename if path == STANDARD_INPUT else path
    return (arguments.kind or kind_of(named)) != "jsonl"


class _Run:
    """A run under way: writes what converts, tells what does not, and counts."""

    def __init__(self, arguments: argparse.Namespace, chosen: Selection) -> None:
        self.arguments = arguments
        self.files = chosen.files
        self.is_piped = arguments.output in (None, STANDARD_INPUT)
        self.read = self.converted = self.refused = self.failed = self.unwritten = 0

    def write(self) -> None:
        """Write all there is to where it goes."""
        if self.is_piped:
            for document in self._documents(self._inputs()):
                console.put_bytes(document.data)
        elif _is_file_wanted(self.arguments):
            write_file(self.arguments.output, (document.data for document in self._documents(self._inputs())))
        else:
            self._write_folder(self.arguments.output)

    def left_undone(self) -> str:
        """What had been done when the run was stopped; a file of many documents is written at the end or not at all."""
        is_lost = not self.is_piped and _is_file_wanted(self.arguments)
        return f"{self}; {shown_path(self.arguments.output)} is not written" if is_lost else str(self)

    def __str__(self) -> str:
        parts = [f"{count(self.converted, 'document')} converted"]
        parts += [f"{count(self.refused, 'file')} with what does not convert"] if self.refused else []
        parts += [f"{count(self.failed, 'file')} could not be read"] if self.failed else []
        parts += [f"{count(self.unwritten, 'document')} could not be written"] if self.unwritten else []
        return ", ".join(parts)

    def _inputs(self) -> list[Input]:
        arguments = self.arguments
        names = stems(self.files, arguments.paths, arguments.stdin_filename)
        return [
            Input(path, arguments.stdin_filename if path == STANDARD_INPUT else path, names[path])
            for path in self.files
        ]

    def _write_folder(self, folder: str) -> None:
        output = Folder(folder, identities(self.files))
        for document in self._documents(self._distinct(self._inputs())):
            output.make()
            try:
                output.write(document.name, document.data, document.origin)
            except Unwritable as problem:
                self.converted -= 1
                self._tell(Unwritten(document.origin, f"{shown_path(problem.path)} {problem.reason}"))

    def _distinct(self, inputs: Sequence[Input]) -> list[Input]:
        """The inputs without those that would become one file: all of these are told, whichever comes first."""
        alike: defaultdict[str, list[Input]] = defaultdict(list)
        for each in inputs:
            if (self.arguments.kind or kind_of(each.shown)) != "jsonl":  # whose rows have names of their own
                alike[each.stem].append(each)
        clashing = {each for group in alike.values() if len(group) > 1 for each in group}
        for each in inputs:
            if each in clashing:
                others = " and ".join(shown_path(o.shown) for o in alike[each.stem] if o != each)
                name = shown_path(each.stem + ENDINGS[self.arguments.to])
                self._tell(Unwritten(each.shown, f"not converted: {name} would be that of {others} as well"))
        return [each for each in inputs if each not in clashing]

    def _tell(self, unwritten: Unwritten) -> None:
        self.unwritten += 1
        console.note_path(unwritten.origin, unwritten.reason)

    def _documents(self, inputs: Sequence[Input]) -> Iterator[Written]:
        """Yield the documents that there are, in order, and tell what is none."""
        work = partial(_convert, target=self.arguments.to, kind=self.arguments.kind)
        for result in session.go_through(work, inputs, self.arguments):
            self.read += result.failed is None
            self.failed += result.failed is not None
            self.refused += bool(result.diagnostics)
            if result.failed is not None:
                console.note_path(result.path, result.failed)
            console.put_diagnostics(result.diagnostics, aside=self.is_piped)
            for unwritten in result.unwritten:
                self._tell(unwritten)
            for document in result.documents:
                self.converted += 1
                yield document


def _convert(item: Input, target: str, kind: str | None) -> Converted:
    """Convert one file; what goes wrong is a value."""
    documents: list[Written] = []
    unwritten: list[Unwritten] = []
    diagnostics: list[Diagnostic] = []
    failed = None
    try:
        data = session.read_standard_input() if item.path == STANDARD_INPUT else read_bytes(item.path)
        for outcome in read_documents(data, item.shown, kind or kind_of(item.shown)):
            diagnostics += outcome.diagnostics
            if outcome.document is not None:
                written = _render(outcome.document, outcome.line, item, target)
                if isinstance(written, Written):
                    documents.append(written)
                else:
                    unwritten.append(written)
    except Unreadable as problem:
        failed = problem.reason
    except Exception as error:
        failed = session.crash(error)
    return Converted(item.shown, tuple(documents), tuple(diagnostics), tuple(unwritten), failed)


def _render(document: Document, line: int | None, item: Input, target: str) -> Written | Unwritten:
    origin = item.shown if line is None else f"{item.shown}:{line}"
    try:
        stem = item.stem if line is None else row_stem(item.stem, line, document)
        return Written(stem + ENDINGS[target], render(document, target), origin)
    except Exception as error:  # of this row; the others go on
        return Unwritten(origin, session.crash(error))
