"""``corpusfmt convert``: text to documents, documents back to text."""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from functools import partial

from corpusfmt.cli import console, options, session
from corpusfmt.cli.destination import find_problem, is_file_wanted, is_piped
from corpusfmt.cli.showing import show_files
from corpusfmt.config.settings import Settings, SettingsError
from corpusfmt.convert.kinds import KINDS, kind_of
from corpusfmt.files.discovery import Selection
from corpusfmt.files.read import STANDARD_INPUT, WriteError
from corpusfmt.files.streams import is_stream
from corpusfmt.project.output_log import OutputLog
from corpusfmt.run.convert_file import Input, Task, Unwritten, Written, convert_one
from corpusfmt.run.exit_codes import COULD_NOT
from corpusfmt.run.naming import ENDINGS, source_paths, stems
from corpusfmt.run.output import Folder, Result, identities, write_file
from corpusfmt.run.writing import writing
from corpusfmt.text.display import count, shown_path

DESCRIPTION = """Convert articles to documents (JSON, JSON Lines), and documents back to text.

The name of a file says what it contains: .json holds a document, .jsonl and .ndjson hold one on each line, all else is
text; --from overrules it. In folders, the articles that the settings include are read, or, with --to text, the
documents. A standard input that begins as JSON does is JSON, or JSON Lines, unless --from or --stdin-filename says
otherwise.

A file that cannot be converted is reported, and the others go on: one that is not in its encoding, contains control
characters, or does not satisfy the schema. Findings go to the standard output, or, if that holds the documents, to the
standard error.

A file is written whole or not at all, and never over one that is read. An existing file is replaced only if it is
empty, or has the bytes that convert wrote there (.corpusfmt/outputs.jsonl has their digests); --force replaces others
too. A file that has the right bytes already is left as it is."""
EXAMPLES = """examples:
  corpusfmt convert page.txt --to json                  to the standard output
  corpusfmt convert corpus/ --to jsonl -o corpus.jsonl  one document a line, in the order of the paths
  corpusfmt convert corpus/ --to json -o documents/     a file for each article, the tree kept
  corpusfmt convert documents/ --to text -o corpus/     and back
  corpusfmt convert corpus.jsonl --to text -o corpus/   each row named as its "source" says, or else by its number

documents say in "source" which file they come from: its "path", below the folder of the settings or else below the
folder named, and the "sha256" of its bytes. One that says so already keeps it. A text has no "source".

names that come from "source" are escaped where a file system does not take them: a:b.txt becomes a%3Ab.txt.
"""

_INCLUDED = {"text": None, "json": ("*.json",), "jsonl": ("*.jsonl", "*.ndjson")}
_DOCUMENTS = ("*.json", "*.jsonl", "*.ndjson")


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    options.add_inputs(parser)
    parser.add_argument("--to", required=True, choices=KINDS, help="what to write")
    parser.add_argument(
        "--from", dest="kind", choices=KINDS, help="what to read (else the name says)"
    )
    parser.add_argument(
        "--encoding",
        type=_encoding,
        metavar="NAME",
        help="the encoding of the texts that are read, such as windows-1252 (else UTF-8); not for JSON",
    )
    parser.add_argument(
        "--force",
        action="store_true",
        help="replace existing files that convert has not written, too",
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        help="for JSON Lines a file; else a file for one input, but a folder if there are several, or if one is a "
        "folder or JSON Lines, or if OUT is a folder or ends in /; what is missing of it is made, but no folder of "
        "the name of a file, such as x.json (without -o: the standard output, one article after the other)",
    )


def run(arguments: argparse.Namespace) -> int:
    """Convert, say what did not, and return the exit code."""
    settings, chosen = _choose(arguments)
    if arguments.show_files:
        return show_files(chosen)
    _refuse_encoding_of_json(arguments, chosen)
    problem = find_problem(arguments, chosen) if chosen.files else None
    if problem:
        console.note_path(arguments.output, problem)
        return COULD_NOT
    is_free = not chosen.files or is_piped(arguments) or is_stream(arguments.output)
    lock = nullcontext() if is_free else writing(settings, "convert")
    with lock:
        return _convert_all(arguments, settings, chosen)


def _convert_all(arguments: argparse.Namespace, settings: Settings, chosen: Selection) -> int:
    made = OutputLog(settings.root)
    under_way = _Run(arguments, settings, chosen, made)
    try:
        if chosen.files:
            under_way.write()
    except session.STOPPED as reason:
        done = session.so_far("read", under_way.read, chosen)
        return session.stopped(reason, done, under_way.left_undone())
    except WriteError as unwritable:
        console.note_path(unwritable.path, unwritable.reason)
        return COULD_NOT
    finally:
        made.close()
    if chosen.files:
        console.remark(session.summary("read", under_way.read, chosen, str(under_way)))
    failed = under_way.failed + under_way.unwritten > 0
    return session.code(chosen, found=under_way.refused > 0, failed=failed)


def _choose(arguments: argparse.Namespace) -> tuple[Settings, Selection]:
    if arguments.kind is not None:
        return session.choose(arguments, _INCLUDED[arguments.kind])
    if arguments.encoding is not None:  # with --to text, texts are made canonical
        return session.choose(arguments, _INCLUDED["text"])
    wanted, other = (
        ("documents", "text") if arguments.to == "text" else ("articles", "json or --from jsonl")
    )
    settings, chosen = session.choose(arguments, _DOCUMENTS if arguments.to == "text" else None)
    if not chosen.files and not chosen.missing:
        console.note(
            f"--to {arguments.to} looks for {wanted} in folders; --from {other} for the others"
        )
    return settings, chosen


def _refuse_encoding_of_json(arguments: argparse.Namespace, chosen: Selection) -> None:
    if arguments.encoding is None:
        return
    for path in chosen.files:
        shown = arguments.stdin_filename if path == STANDARD_INPUT else path
        if (arguments.kind or kind_of(shown)) != "text":
            raise SettingsError(
                f"--encoding is for texts: {shown} is read as JSON, which is always UTF-8"
            )


def _encoding(name: str) -> str:
    from corpusfmt.convert.encodings import EncodingError, encoding_named

    try:
        return encoding_named(name)
    except EncodingError as problem:
        raise argparse.ArgumentTypeError(problem.message) from problem


class _Run:
    """A run under way: writes what converts, tells what does not, and counts."""

    def __init__(
        self, arguments: argparse.Namespace, settings: Settings, chosen: Selection, made: OutputLog
    ) -> None:
        self.arguments, self.settings, self.made = arguments, settings, made
        self.files = chosen.files
        self.is_piped = is_piped(arguments)
        self.is_file = not self.is_piped and bool(chosen.files) and is_file_wanted(arguments)
        self.read = self.converted = self.refused = self.failed = self.unwritten = 0
        self.replaced = self.unchanged = 0

    def write(self) -> None:
        """Write all there is to where it goes."""
        if self.is_piped:
            for document in self._documents(self._inputs()):
                console.put_bytes(document.data)
        elif self.is_file:
            pieces = (document.data for document in self._documents(self._inputs()))
            result = write_file(
                self.arguments.output, pieces, self.made, force=self.arguments.force
            )
            self.replaced = int(result is Result.REPLACED)
            self.unchanged = int(result is Result.UNCHANGED)
        else:
            self._write_folder(self.arguments.output)

    def left_undone(self) -> str:
        """What had been done when the run was stopped; a file of many documents is written at the end or not at all."""
        output = self.arguments.output
        return f"{self}; {shown_path(output)} is not written" if self.is_file else str(self)

    def __str__(self) -> str:
        parts = [f"{count(self.converted, 'document')} converted"]
        parts += [f"{count(self.replaced, 'file')} replaced"] if self.replaced else []
        parts += [f"{count(self.unchanged, 'file')} unchanged"] if self.unchanged else []
        parts += [f"{count(self.refused, 'file')} not converted"] if self.refused else []
        parts += [f"{count(self.failed, 'file')} could not be read"] if self.failed else []
        parts += (
            [f"{count(self.unwritten, 'document')} could not be written"] if self.unwritten else []
        )
        return ", ".join(parts)

    def _inputs(self) -> list[Input]:
        arguments = self.arguments
        named = arguments.stdin_filename
        names = stems(self.files, arguments.paths, named)
        sources = source_paths(self.files, arguments.paths, named, self.settings.root)
        return [
            Input(path, named if path == STANDARD_INPUT else path, names[path], sources[path])
            for path in self.files
        ]

    def _write_folder(self, folder: str) -> None:
        output = Folder(folder, identities(self.files), self.made, force=self.arguments.force)
        for document in self._documents(self._distinct(self._inputs())):
            output.make()
            try:
                output.write(document.name, document.data, document.origin)
            except WriteError as problem:
                self.converted -= 1
                self._tell(
                    Unwritten(document.origin, f"{shown_path(problem.path)} {problem.reason}")
                )
            self.replaced = output.results[Result.REPLACED]
            self.unchanged = output.results[Result.UNCHANGED]

    def _distinct(self, inputs: Sequence[Input]) -> list[Input]:
        """The inputs without those that would become one file: all of these are told, whichever comes first."""
        alike: defaultdict[str, list[Input]] = defaultdict(list)
        for each in inputs:
            if (
                self.arguments.kind or kind_of(each.shown)
            ) != "jsonl":  # whose rows have names of their own
                alike[each.stem].append(each)
        clashing = {each for group in alike.values() if len(group) > 1 for each in group}
        for each in inputs:
            if each in clashing:
                others = " and ".join(shown_path(o.shown) for o in alike[each.stem] if o != each)
                name = shown_path(each.stem + ENDINGS[self.arguments.to])
                self._tell(
                    Unwritten(
                        each.shown, f"not converted: {name} would be that of {others} as well"
                    )
                )
        return [each for each in inputs if each not in clashing]

    def _tell(self, unwritten: Unwritten) -> None:
        self.unwritten += 1
        console.note_path(unwritten.origin, unwritten.reason)

    def _documents(self, inputs: Sequence[Input]) -> Iterator[Written]:
        """Yield the documents that there are, in order, and tell what is none."""
        arguments = self.arguments
        is_one = self.is_file and arguments.to != "jsonl"
        task = Task(
            arguments.to, arguments.kind, arguments.encoding, is_one, self.settings.date_orders
        )
        work = partial(convert_one, task=task)
        for result in session.go_through(work, inputs, arguments):
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
