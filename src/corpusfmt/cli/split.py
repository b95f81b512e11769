"""``corpusfmt split``: write each article of a file with several to a file of its own."""

from __future__ import annotations

import argparse
from functools import partial

from corpusfmt.cli import console, options, session
from corpusfmt.cli.argv import ArgumentsError
from corpusfmt.cli.destination import find_split_problem
from corpusfmt.cli.showing import show_files
from corpusfmt.config.policy import make_policy
from corpusfmt.config.settings import Settings
from corpusfmt.files.discovery import Selection, texts_of
from corpusfmt.files.new_files import NewFile
from corpusfmt.files.read import STANDARD_INPUT, WriteError, file_reason
from corpusfmt.run.exit_codes import COULD_NOT
from corpusfmt.run.naming import names
from corpusfmt.run.split_file import Part, SplitResult, lost_split, split_one
from corpusfmt.run.split_output import SplitOutput
from corpusfmt.run.writing import journal_for, recording, writing
from corpusfmt.text.display import count, shown_path

DESCRIPTION = """Write each article of a file that has several to a file of its own.

An article begins where “corpusfmt check” reports another one (rule several-articles). The articles
of a.txt are written to a-1.txt, a-2.txt and so on; together these have exactly the bytes of a.txt.
They are not formatted. A file with one article is left alone.

No file is overwritten: if one of the names is taken, the file is reported and not split, unless the
file of that name has the right content already. With --in-place the file is removed after its
articles are written, and “corpusfmt undo” reverts the run. Files that are not UTF-8, and with
--in-place symbolic links and read-only files, are reported and not split."""
EXAMPLES = """examples:
  corpusfmt split --dry-run corpus/     show which files would be split, and at which lines
  corpusfmt split corpus/ -o parts/     the articles in another folder; corpus/ is left unchanged
  corpusfmt split --in-place corpus/    a.txt becomes a-1.txt, a-2.txt and so on
"""


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    options.add_inputs(parser)
    place = parser.add_mutually_exclusive_group()
    place.add_argument(
        "-o",
        "--output",
        type=options.written_path,
        metavar="DIR",
        help="the folder for the articles, in the same subfolders as their files; created if it is "
        "missing; not in a folder that is read, unless `exclude` names it",
    )
    place.add_argument(
        "--in-place",
        action="store_true",
        help="replace each file by its articles, in the same folder",
    )
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help="write nothing; list the files that would be split (exit code 1 if any)",
    )


def run(arguments: argparse.Namespace) -> int:
    """Split, report what was done, and return the exit code."""
    _refuse_conflicts(arguments)
    settings, chosen = session.choose(arguments)
    if arguments.show_files:
        return show_files(chosen, texts_of(chosen, settings))
    texts = texts_of(chosen, settings)
    session.refuse_unwritable(texts, "split reads files on the disk only")
    problem = find_split_problem(arguments, settings)
    if problem:
        console.note_path(arguments.output, problem)
        return COULD_NOT
    written = chosen.files if arguments.in_place else None
    if arguments.dry_run:
        written = ()
    with writing(settings, "split", written):
        return _Splitting(arguments, settings, chosen).go_through()


def _refuse_conflicts(arguments: argparse.Namespace) -> None:
    """Raise ArgumentsError for arguments that do not say where the articles go."""
    if arguments.in_place and STANDARD_INPUT in arguments.paths:
        raise ArgumentsError("--in-place cannot be used with the standard input; expected -o DIR")
    has_place = arguments.in_place or arguments.output is not None
    if not (has_place or arguments.dry_run or arguments.show_files):
        message = "expected the place of the articles (see `corpusfmt split --help`)"
        raise ArgumentsError(f"-o DIR or --in-place is missing: {message}")


class _Splitting:
    """One run of the command. The attributes count files, ``articles`` those of split files."""

    def __init__(
        self, arguments: argparse.Namespace, settings: Settings, chosen: Selection
    ) -> None:
        self.arguments = arguments
        self.settings = settings
        self.chosen = chosen
        is_recorded = arguments.in_place and not arguments.dry_run
        command = "split --in-place"
        self.journal = journal_for(settings, command, unsafe=False) if is_recorded else None
        named = names(chosen.files, arguments.paths, arguments.stdin_filename)
        self.output = SplitOutput(arguments.output, named, self.journal)
        self.split = 0
        self.articles = 0
        self.left = 0
        self.refused = 0
        self.unread = 0
        self.unwritten = 0
        self.uncovered = 0

    def go_through(self) -> int:
        """Split the files, report what was done, and return the exit code."""
        arguments, files = self.arguments, self.chosen.files
        policy = make_policy(self.settings)
        work = partial(split_one, policy=policy, stdin_name=arguments.stdin_filename)
        lost = partial(lost_split, stdin_name=arguments.stdin_filename)
        try:
            with recording(self.journal):
                for result in session.go_through(work, lost, files, arguments):
                    self._take(result)
        except session.STOPPED as error:
            done = session.so_far("read", self._read, self.chosen)
            return session.stopped(error, done, [self._outcome()])
        if files:
            session.summarize("read", self._read, self.chosen, [self._outcome()])
        if self.journal is not None:
            session.note_uncovered(self.journal, self.uncovered, "split")
        would_split = arguments.dry_run and self.split > 0
        failed = self.unread + self.unwritten > 0
        return session.code(self.chosen, found=self.refused > 0 or would_split, failed=failed)

    def _take(self, result: SplitResult) -> None:
        """Write the articles of a file, or report why not."""
        console.put_diagnostics(result.diagnostics)
        if result.error is not None:
            self.unread += 1
            console.note_path(result.name, result.error)
        elif result.diagnostics:
            self.refused += 1
        elif not result.parts:
            self.left += 1
        else:
            self._split(result)

    def _split(self, result: SplitResult) -> None:
        try:
            if self.arguments.dry_run:
                _show(result, self.output.place(result))
            else:
                self.output.write(result)
        except WriteError as error:
            self.unwritten += 1
            reason = file_reason(error.reason)
            if error.path != result.path:
                reason = f"{shown_path(error.path)} {error.reason}"
            console.note_path(result.name, f"not split: {reason}")
            return
        self.split += 1
        self.articles += len(result.parts)
        self.uncovered += self.journal is not None and not self.journal.covers(result.path)

    @property
    def _read(self) -> int:
        """The number of files that were read."""
        return self.split + self.left + self.refused + self.unwritten

    def _outcome(self) -> str:
        """Return the numbers in words."""
        done = "would be split" if self.arguments.dry_run else "split"
        parts = [f"{self.split:,} {done}"]
        if self.split:
            parts[0] += f" into {count(self.articles, 'file')}"
        if self.left:
            parts.append(f"{self.left:,} with one article")
        if self.refused + self.unwritten:
            parts.append(f"{self.refused + self.unwritten:,} not split")
        if self.unread:
            parts.append(f"{self.unread:,} not read")
        return ", ".join(parts)


def _show(result: SplitResult, files: list[NewFile]) -> None:
    """Print which articles a file has, and to which files they would be written."""
    targets: list[str] = []
    for file, part in zip(files, result.parts, strict=True):
        targets.append(f"{shown_path(file.path)} ({_lines(part)})")
    line = f"{count(len(files), 'article')} -> {', '.join(targets)}"
    console.put(f"{shown_path(result.name)}: {line}\n")


def _lines(part: Part) -> str:
    if part.first_line == part.last_line:
        return f"line {part.first_line}"
    return f"lines {part.first_line}–{part.last_line}"
