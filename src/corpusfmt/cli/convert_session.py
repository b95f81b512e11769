"""A run of ``corpusfmt convert``: go through the files, write the documents, and count."""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import partial

from corpusfmt.cli import console, session
from corpusfmt.cli.convert_options import options_of
from corpusfmt.cli.destination import is_file_wanted, is_piped
from corpusfmt.config.settings import Settings
from corpusfmt.convert.formats import FORMATS
from corpusfmt.convert.kinds import MANY, kind_of
from corpusfmt.files.archives.encoders import compressed, compression_of
from corpusfmt.files.input import Input
from corpusfmt.files.inputs import Inputs
from corpusfmt.files.read import WriteError, input_name
from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.project.output_log import OutputLog
from corpusfmt.run.convert_file import (
    ConvertedDocument,
    ConvertResult,
    ConvertTask,
    FailedDocument,
    convert_one,
    lost_conversion,
)
from corpusfmt.run.naming import Naming
from corpusfmt.run.output import OutputFolder, WriteResult, identities, write_file
from corpusfmt.text.display import count, shown_path


class _OpenFile:
    """What is known of a file, some parts of which have been read."""

    def __init__(self) -> None:
        self.is_unread = False
        self.is_refused = False
        self.has_document = False

    def add(self, result: ConvertResult) -> tuple[Diagnostic, ...]:
        """Add the result of a part, or of the file, and return its diagnostics."""
        diagnostics = result.diagnostics
        if self.has_document and result.after_document is not None:
            diagnostics = result.after_document
        self.is_unread |= result.error is not None
        self.is_refused |= any(found.severity == "error" for found in diagnostics)
        self.has_document |= result.has_document
        return diagnostics


class Conversion:
    """Goes through the files, and reports what is not converted.

    The attributes count files and documents: ``refused`` files with a problem, and ``in_part``
    those of them that have an article without one.
    """

    is_piped = False
    is_file = False

    def __init__(self, arguments: argparse.Namespace, settings: Settings, texts: Inputs) -> None:
        self.arguments = arguments
        self.settings = settings
        self.texts = texts
        self.naming = Naming.of(arguments.paths, settings.root, arguments.stdin_filename)
        self.format = FORMATS[arguments.to]
        self.options = options_of(arguments)
        self.read = 0
        self.unread = 0
        self.refused = 0
        self.in_part = 0
        self.converted = 0
        self.failed = 0
        self._file = _OpenFile()
        self.guessed: Counter[str] = Counter()
        self.foreign: Counter[str] = Counter()

    @property
    def task(self) -> ConvertTask:
        """What to do with each file."""
        arguments = self.arguments
        return ConvertTask(
            target=arguments.to,
            kind=arguments.kind,
            encoding=arguments.encoding,
            is_one=self.is_file and self.format.layout == "articles",
            orders=self.settings.date_orders,
            options=self.options,
            is_strict=arguments.strict,
            naming=self.naming,
            columns=dict(arguments.map or ()),
        )

    def results(self, texts: Inputs) -> Iterator[ConvertResult]:
        """Yield the result of each text in order; report what could not be converted."""
        task = self.task
        work = session.InputWork(
            partial(convert_one, task=task), partial(lost_conversion, task=task)
        )
        results = session.go_through_inputs(
            work, texts, self.arguments, count_done=lambda: self.read + self.unread
        )
        for result in results:
            diagnostics = self._file.add(result)
            if result.is_end:
                self._count_file(result)
            if result.error is not None:
                console.note_path(result.path, result.error)
            console.put_diagnostics(diagnostics, aside=self.is_piped)
            for failed in result.failed:
                self.report(failed)
            yield result

    def _count_file(self, result: ConvertResult) -> None:
        """Count a file, of which this is the result or the last one."""
        self.read += not self._file.is_unread
        self.unread += self._file.is_unread
        self.refused += self._file.is_refused
        self.in_part += self._file.is_refused and self._file.has_document
        if result.foreign is not None:
            self.foreign[result.foreign] += 1
        elif result.guessed is not None:
            self.guessed[result.guessed] += 1
        self._file = _OpenFile()

    def note_guesses(self) -> None:
        """Say what the files were read as, if that was guessed, and what others are."""
        parts: list[str] = []
        if self.guessed:
            read = (f"{count(n, 'file')} as {kind}" for kind, n in self.guessed.most_common())
            parts.append(f"read {', '.join(read)}")
        if self.foreign:
            others = (f"{count(n, 'file')} ({title})" for title, n in self.foreign.most_common())
            parts.append(f"not read: {', '.join(others)}")
        if parts:
            console.note(f"--from auto: {'; '.join(parts)}")

    def report(self, failed: FailedDocument) -> None:
        """Report a document that could not be written."""
        self.failed += 1
        console.note_path(failed.origin, failed.reason)

    def describe_failures(self) -> list[str]:
        """Return the numbers of what was not converted, in words."""
        numbers = (
            (self.refused - self.in_part, "file", "not converted"),
            (self.in_part, "file", "converted in part"),
            (self.unread, "file", "could not be read"),
            (self.failed, "document", "could not be written"),
        )
        return [f"{count(number, noun)} {done}" for number, noun, done in numbers if number]


class ConvertSession(Conversion):
    """One run of the command that writes to the standard output, a file, or a file an article."""

    def __init__(
        self,
        arguments: argparse.Namespace,
        settings: Settings,
        texts: Inputs,
        output_log: OutputLog,
    ) -> None:
        super().__init__(arguments, settings, texts)
        self.files = texts.files
        self.output_log = output_log
        self.is_piped = is_piped(arguments)
        self.is_file = not self.is_piped and bool(texts.files) and is_file_wanted(arguments)
        self.written: Counter[WriteResult] = Counter()

    def write(self) -> None:
        """Convert all files and write the documents."""
        if self.is_piped:
            for piece in self._joined():
                console.put_bytes(piece)
        elif self.is_file:
            self._write_file()
        elif self.format.layout == "dataset":
            self._write_dataset()
        else:
            self._write_folder()

    def outcome(self) -> str:
        """Return the numbers in words."""
        parts = [f"{count(self.converted, 'document')} converted"]
        for result in (WriteResult.REPLACED, WriteResult.UNCHANGED):
            if self.written[result]:
                parts.append(f"{count(self.written[result], 'file')} {result.value}")
        return ", ".join([*parts, *self.describe_failures()])

    def outcome_when_stopped(self) -> list[str]:
        """Return the outcome of a stopped run, which has written no file of many documents."""
        if not self.is_file:
            return [self.outcome()]
        return [self.outcome(), f"{shown_path(self.arguments.output)} was not written"]

    def _write_file(self) -> None:
        output = self.arguments.output
        pieces = compressed(self._joined(), compression_of(output))
        result = write_file(output, pieces, self.output_log, force=self.arguments.force)
        if result is not None:
            self.written[result] += 1

    def _joined(self) -> Iterator[bytes]:
        """Yield the documents as the format puts them together."""
        pieces = (document.data for document in self._documents(self.texts))
        return self.format.join(pieces, self.options)

    def _write_dataset(self) -> None:
        from corpusfmt.run.dataset_output import write_dataset

        write_dataset(self._folder(), self._joined(), lambda: self.converted)

    def _folder(self) -> OutputFolder:
        """Return the folder of the output, whose results are counted here."""
        output, inputs = self.arguments.output, identities(self.files)
        folder = OutputFolder(output, inputs, self.output_log, force=self.arguments.force)
        self.written = folder.results
        return folder

    def _write_folder(self) -> None:
        clashing = self._find_clashing()
        for path, reason in clashing.items():
            self.report(FailedDocument(self._name(path), reason))
        folder = self._folder()
        files = tuple(path for path in self.files if path not in clashing)
        for document in self._documents(self.texts.only(files)):
            folder.make()
            try:
                folder.write(document.name, document.data, document.origin)
            except WriteError as error:
                self.converted -= 1
                reason = f"{shown_path(error.path)} {error.reason}"
                self.report(FailedDocument(document.origin, reason))

    def _find_clashing(self) -> dict[str, str]:
        """Return the files that would be written to the same file, and the reason for each."""
        by_stem: defaultdict[str, list[str]] = defaultdict(list)
        for path in self.files:
            item = Input(path)
            kind = self.arguments.kind or kind_of(self._name(path))
            if kind not in MANY and self.texts.options.kind_of(path) is None:
                by_stem[self.naming.stem(item)].append(path)  # others have names of their own
        reasons: dict[str, str] = {}
        for stem, group in by_stem.items():
            if len(group) == 1:
                continue
            name = shown_path(stem + self.format.suffix)
            for path in group:
                others = (shown_path(self._name(other)) for other in group if other != path)
                listed = " and ".join(others)
                reasons[path] = f"not converted: {name} would also be the output for {listed}"
        return reasons

    def _name(self, path: str) -> str:
        return input_name(path, self.arguments.stdin_filename)

    def _documents(self, texts: Inputs) -> Iterator[ConvertedDocument]:
        """Yield the documents in order; report what could not be converted."""
        for result in self.results(texts):
            for document in result.documents:
                self.converted += 1
                yield document
