"""``corpusfmt convert``: text to documents, documents back to text."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from corpusfmt import console
from corpusfmt.commands import common
from corpusfmt.console import count
from corpusfmt.diagnostic import Diagnostic
from corpusfmt.runner import in_order

DESCRIPTION = """Convert articles. What a file is, its name says (.json and .jsonl hold documents, all else is text), or
--from does. A file that does not convert is told with its place, and the others go on."""
EXAMPLES = """examples:
  corpusfmt convert page.txt --to json                  to the standard output
  corpusfmt convert corpus/ --to jsonl -o corpus.jsonl  one document a line, in the order of the paths
  corpusfmt convert corpus/ --to json -o documents/     a file for each article, the tree kept
  corpusfmt convert documents/ --to text -o corpus/     and back
  corpusfmt convert corpus.jsonl --to text -o corpus/   named as their "source" says
"""

_DOCUMENTS = ("*.json", "*.jsonl", "*.ndjson")


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    common.add_inputs(parser)
    parser.add_argument("--to", required=True, choices=("json", "jsonl", "text"), help="what to write")
    parser.add_argument(
        "--from", dest="kind", choices=("text", "json", "jsonl"), help="what to read (else the name says)"
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        help="a file for one article or for JSON Lines, otherwise a folder; the standard output without it",
    )


@dataclass(frozen=True, slots=True)
class Written:
    """One document as it is written, and the name it has in a folder."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Converted:
    """What became of a file: its documents, what kept others from being any, or why it could not be read."""

    path: str
    documents: tuple[Written, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    failed: str | None = None


class _Run:
    """A run under way: tells what does not convert, and counts."""

    def __init__(self, results: Iterable[Converted]) -> None:
        self.results = results
        self.written = self.refused = self.failed = 0

    def documents(self) -> Iterator[tuple[str, Written]]:
        """The documents that there are, each with the path of its file, in order."""
        for result in self.results:
            if result.failed is not None:
                self.failed += 1
                console.note(f"{result.path}: {result.failed}")
            self.refused += bool(result.diagnostics)
            console.put_diagnostics(result.diagnostics)
            for document in result.documents:
                self.written += 1
                yield result.path, document


def run(arguments: argparse.Namespace) -> int:
    """Convert, say what did not, and return the exit code."""
    from corpusfmt.files import FileProblem

    include = _DOCUMENTS if arguments.kind in ("json", "jsonl") or arguments.to == "text" else None
    _, chosen = common.choose(arguments, include)
    work = partial(
        _convert,
        target=arguments.to,
        kind=arguments.kind,
        name=arguments.stdin_filename,
        folders=tuple(path for path in arguments.paths if os.path.isdir(path)),
    )
    under_way = _Run(in_order(work, chosen.files, 1 if "-" in chosen.files else arguments.jobs))
    clash = False
    try:
        clash = _write(under_way, arguments, len(chosen.files)) if chosen.files else False
    except KeyboardInterrupt:
        console.note(f"interrupted: {count(under_way.written, 'document')} converted")
        return common.INTERRUPTED
    except FileProblem as problem:
        console.note(f"{problem.path}: {problem.reason}")
        return common.COULD_NOT
    if chosen.files:
        told = f", {count(under_way.refused, 'file')} with documents that are none" if under_way.refused else ""
        told += f", {count(under_way.failed, 'file')} could not be read" if under_way.failed else ""
        console.note(f"{count(under_way.written, 'document')} converted{told}")
    return common.code(chosen, found=under_way.refused > 0, failed=clash or under_way.failed > 0)


def _write(under_way: _Run, arguments: argparse.Namespace, files: int) -> bool:
    """Write what there is; return whether something could not be written for another of the same name."""
    from corpusfmt.files import write_atomically

    output = arguments.output
    if output is None or output == "-":
        for _, document in under_way.documents():
            console.put_bytes(document.data)
        return False
    if arguments.to == "jsonl":
        write_atomically(output, (document.data for _, document in under_way.documents()), durable=False)
        return False
    if _is_one_file(arguments, files):
        for _, document in under_way.documents():
            write_atomically(output, document.data, durable=False)
        return False
    return _write_folder(under_way, output)


def _is_one_file(arguments: argparse.Namespace, files: int) -> bool:
    """Whether the output is a file: for one input, named itself, that is not many documents in one."""
    from corpusfmt.convert.reading import kind_of

    path = arguments.paths[0]
    named = arguments.stdin_filename if path == "-" else path
    many = (arguments.kind or kind_of(named)) == "jsonl"
    one = len(arguments.paths) == 1 and files == 1 and not os.path.isdir(path)
    return one and not many and not os.path.isdir(arguments.output) and not arguments.output.endswith(("/", os.sep))


def _write_folder(under_way: _Run, folder: str) -> bool:
    from corpusfmt.files import Unwritable, reason_of, write_atomically

    taken: dict[str, str] = {}
    clash = False
    for path, document in under_way.documents():
        if document.name in taken:
            clash = True
            console.note(f"{path}: not written: {document.name} is already written for {taken[document.name]}")
            continue
        taken[document.name] = path
        place = os.path.join(folder, *document.name.split("/"))
        try:
            os.makedirs(os.path.dirname(place) or ".", exist_ok=True)
        except OSError as error:
            raise Unwritable(os.path.dirname(place), reason_of(error)) from error
        write_atomically(place, document.data, durable=False)
    return clash


def _convert(path: str, target: str, kind: str | None, name: str, folders: tuple[str, ...]) -> Converted:
    from corpusfmt.convert.reading import kind_of, read_documents
    from corpusfmt.convert.writing import output_name, render
    from corpusfmt.files import Unreadable, read_bytes

    piped = common.is_standard_input(path)
    shown = name if piped else path
    try:
        data = common.read_standard_input() if piped else read_bytes(path)
    except Unreadable as problem:
        return Converted(shown, failed=problem.reason)
    documents: list[Written] = []
    diagnostics: list[Diagnostic] = []
    relative = "stdin" if shown == "-" else _relative(shown, folders)
    for outcome in read_documents(data, shown, kind or kind_of(shown)):
        diagnostics += outcome.diagnostics
        if outcome.document is not None:
            written = output_name(relative, outcome.line, outcome.document, target)
            documents.append(Written(written, render(outcome.document, target)))
    return Converted(shown, tuple(documents), tuple(diagnostics))


def _relative(path: str, folders: tuple[str, ...]) -> str:
    """The path inside the folder that was named, or the name of a file that was named itself."""
    plain = path.replace(os.sep, "/")
    for folder in folders:
        stem = folder.replace(os.sep, "/").rstrip("/")
        if stem == "." and not plain.startswith(("/", "../")):
            return plain
        if plain.startswith(stem + "/"):
            return plain[len(stem) + 1 :]
    return plain.rpartition("/")[2]
