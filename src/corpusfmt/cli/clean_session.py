"""A run of ``corpusfmt clean``: read and clean, compare, write, and report."""

from __future__ import annotations

import argparse
import os
from contextlib import AbstractContextManager, nullcontext
from functools import partial

from corpusfmt import __version__
from corpusfmt.cli import console, session
from corpusfmt.cli.convert_options import target_options
from corpusfmt.config.settings import Settings
from corpusfmt.files.discovery import Selection
from corpusfmt.files.inputs import Inputs
from corpusfmt.files.project_folder import NAME as PROJECT_FOLDER
from corpusfmt.files.project_folder import folder_of
from corpusfmt.files.read import WriteError, read_bytes
from corpusfmt.project.cache.release import LIBRARIES, release_digest
from corpusfmt.project.clean_store import NAME, CleanStore
from corpusfmt.project.cleaned_article import FAILED, OUT
from corpusfmt.project.lock import project_lock
from corpusfmt.project.shard_record import RunIdentity
from corpusfmt.run.clean_article import NOT_CONVERTED, NOT_FIXED, make_policies
from corpusfmt.run.clean_duplicates import judge_duplicates
from corpusfmt.run.clean_file import (
    NOT_DECODED,
    NOT_IMPORTED,
    CleanResult,
    CleanTask,
    clean_one,
    lost_cleaning,
)
from corpusfmt.run.clean_output import REPORT, CleanOutput, verify
from corpusfmt.run.clean_report import CleanCounts, digest_of, make_report, resolve_recipe
from corpusfmt.run.exit_codes import COULD_NOT
from corpusfmt.run.identity import digest_of_texts, stamps_of
from corpusfmt.run.naming import Naming
from corpusfmt.run.output import make_folder_in
from corpusfmt.text.display import count, shown_path

_LIBRARIES = (*LIBRARIES, "trafilatura", "lxml", "pyarrow", "warcio")
_FOUND = (NOT_CONVERTED, NOT_DECODED, NOT_FIXED, NOT_IMPORTED)
"""The reasons of failures that are about an article, not about a file that cannot be read."""

_DIFFERENCES = {
    "release": "with another release of corpusfmt",
    "settings": "with another recipe",
    "input": "from another input, or from one that has changed since",
}
_GO_ON = "run the same command again to continue"


class Cleaning:
    """One run of the command."""

    def __init__(
        self,
        arguments: argparse.Namespace,
        settings: Settings,
        chosen: Selection,
        texts: Inputs,
    ) -> None:
        self.arguments = arguments
        self.settings = settings
        self.chosen = chosen
        self.texts = texts
        self.root: str | None = None if arguments.dry_run else arguments.output
        self.policies = make_policies(settings, target_options(settings.recipe))
        self.recipe = resolve_recipe(settings, self.policies)
        self.naming = Naming.of(arguments.paths, settings.root, arguments.stdin_filename)
        self._store: CleanStore | None = None
        self._is_complete = False

    def run(self) -> int:
        """Clean, print the report, and return the exit code."""
        if not self.chosen.files:
            return session.code(self.chosen, found=False, failed=False)
        try:
            with self._lock():
                counts = self._clean()
        except session.STOPPED as error:
            return session.stopped(error, self._so_far(), self._kept())
        except WriteError as error:
            console.note_path(error.path, error.reason)
            return COULD_NOT
        finally:
            if self._store is not None:
                self._store.close()
        return self._finish(counts)

    def _lock(self) -> AbstractContextManager[None]:
        if self.root is None:
            return nullcontext()
        self._refuse_foreign(self.root)
        make_folder_in(self.root, self.root)
        return project_lock(self.root, "corpusfmt clean")

    def _clean(self) -> CleanCounts:
        """Do what is left to do, and return the numbers."""
        store = self._store = CleanStore(self.root, self.arguments.pace.kept)
        self._begin(store)
        if self.root is not None and store.stage == "complete":
            verify(self.root, store)
            self._is_complete = True
            return CleanCounts.from_report(read_bytes(os.path.join(self.root, REPORT)))
        if store.stage == "":
            self._read(store)
            store.enter("read")
        if store.stage == "read":
            with console.timed("comparing the articles"):
                judge_duplicates(store, self.policies)
            store.enter("compared")
        return self._write(store)

    def _begin(self, store: CleanStore) -> None:
        """Begin, or go on with the same run; raise WriteError for the folder of another one."""
        identity = self._identity()
        if store.identity is None:
            store.begin(identity)
        elif store.identity != identity:
            problem = f"was written {_DIFFERENCES[store.identity.difference(identity)]}"
            raise WriteError(self.arguments.output, f"{problem}; expected a new folder")
        elif store.texts and store.stage == "":
            texts = count(store.texts, "text")
            console.remark(
                f"{shown_path(self.arguments.output)} has {texts}; continuing from there"
            )

    def _read(self, store: CleanStore) -> None:
        """Read and clean the texts that are not in the store yet."""
        task = CleanTask(self.policies, self.naming)
        work = session.InputWork(partial(clean_one, task=task), partial(lost_cleaning, task=task))
        texts = self.texts.after(store.texts)
        for result in session.go_through_inputs(work, texts, self.arguments):
            self._report(result)
            store.add(result.articles)

    def _report(self, result: CleanResult) -> None:
        console.put_diagnostics(result.diagnostics)
        for origin, problem in result.problems:
            console.note_path(origin, problem)

    def _write(self, store: CleanStore) -> CleanCounts:
        if self.root is None:
            counts = CleanCounts()
            for article in store.articles():
                counts.add(article)
            return counts
        output = CleanOutput(self.root, self.policies, store)
        with console.timed("writing the files"):
            output.write()
            report = make_report(output.counts, self.recipe, self.policies, output.digests)
            output.write_report(report)
        store.complete()
        return output.counts

    def _finish(self, counts: CleanCounts) -> int:
        """Print the report, and return the exit code."""
        self.chosen = session.after_reading(self.chosen, self.texts, counts.total)
        if not self.chosen.files:
            return session.code(self.chosen, found=False, failed=False)
        for line in counts.table().splitlines():
            console.put(f"{line}\n")
        if self._is_complete:
            console.remark(f"{shown_path(self.arguments.output)} is complete; nothing was written")
        else:
            read = len(self.chosen.files)
            outcomes = [self._outcome(counts)]
            if counts.split:
                outcomes.append(f"{count(counts.split, 'text')} of several articles split")
            session.summarize("cleaned", read, self.chosen, outcomes)
        failed = counts.reasons[FAILED]
        found = sum(failed[name] for name in _FOUND)
        return session.code(self.chosen, found=found > 0, failed=failed.total() > found)

    def _outcome(self, counts: CleanCounts) -> str:
        """Return where the articles are, in words."""
        articles = count(counts.outcomes[OUT], "article")
        if self.root is None:
            return f"{articles} would be written"
        return f"{articles} written to {shown_path(self.root)}"

    def _so_far(self) -> str:
        done = 0 if self._store is None else self._store.texts
        return session.so_far("read", done, self.chosen)

    def _kept(self) -> list[str]:
        if self.root is None or self._store is None:
            return []
        return [_GO_ON]

    def _identity(self) -> RunIdentity:
        settings = self.settings
        given = (digest_of(self.recipe), settings.include)
        named = (self.naming, self.texts.options.revision)
        return RunIdentity(
            release_digest(__version__, _LIBRARIES).hex(),
            digest_of_texts([repr(given)]),
            digest_of_texts([repr(named), *stamps_of(self.texts)]),
        )

    def _refuse_foreign(self, root: str) -> None:
        """Raise WriteError for a folder with something that no cleaning has written."""
        try:
            names = set(os.listdir(root)) - {PROJECT_FOLDER}
        except OSError:  # there is none yet, or it cannot be read
            return
        if names and not os.path.lexists(os.path.join(folder_of(root), NAME)):
            raise WriteError(root, "is not empty; expected a new folder")
