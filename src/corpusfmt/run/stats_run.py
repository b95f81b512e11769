"""Count a corpus: each file, then what only the comparison of all of them shows."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache

from corpusfmt.files.batches import BatchWork, in_batches
from corpusfmt.files.inputs import Inputs
from corpusfmt.files.read import STANDARD_INPUT
from corpusfmt.files.spool import Spool
from corpusfmt.lint.compare import compare
from corpusfmt.lint.context import Context
from corpusfmt.lint.facts import FactStore
from corpusfmt.lint.policy import Policy
from corpusfmt.model.diagnostic import Diagnostic
from corpusfmt.model.file_result import FileResult
from corpusfmt.run.read_again import read_again
from corpusfmt.run.sample_article import SAMPLE
from corpusfmt.run.stats_file import SEVERITIES, BatchWorker, MeasuredFile
from corpusfmt.stats.alike import Alike
from corpusfmt.stats.compared import ComparedArticles
from corpusfmt.stats.details import Details
from corpusfmt.stats.measure import Measurer, show_finding
from corpusfmt.stats.summary import Counts
from corpusfmt.stats.tally import Tally

_BATCH_SIZE = 32
_WORTH_BATCHES = 400
_UNREAD_LISTED = 100
_READ_AGAIN = 128
"""How many articles that were read again are kept."""


@dataclass(frozen=True, slots=True)
class StatsPlan:
    """What is counted: ``name`` is what the standard input is called.

    ``details`` is whether articles and findings are shown; ``jobs`` is the number of processes,
    None for one a processor where there are many files.
    """

    policy: Policy
    inputs: Inputs
    name: str = STANDARD_INPUT
    details: bool = False
    jobs: int | None = 1


class StatsRun:
    """A run over a corpus.

    ``details`` collects what is shown. ``measured`` counts the texts that were counted, ``failed``
    those that could not be.
    """

    def __init__(self, plan: StatsPlan, details: Details | None = None) -> None:
        self.plan = plan
        self.tally = Tally()
        self.alike = Alike()
        self.details = details or Details()
        self.measured = 0
        self.failed = 0
        self.unread: list[tuple[str, str]] = []
        self._severities = [0] * len(SEVERITIES)
        self._facts = FactStore()
        self._compared = ComparedArticles()

    def measure_files(self) -> Generator[FileResult, None, None]:
        """Count each text; yield the results in the order of the files."""
        plan, inputs = self.plan, self.plan.inputs
        if inputs.is_streamed and plan.policy.levels()[1]:
            inputs.spool = Spool()  # corpus rules read articles again
        is_small = len(inputs.files) < _WORTH_BATCHES or STANDARD_INPUT in inputs.files
        size = 1 if is_small else _BATCH_SIZE
        worker = BatchWorker(plan.policy, plan.name, Measurer(details=plan.details))
        work = BatchWork(worker, worker.lost, SAMPLE)
        with closing(in_batches(work, inputs, size, plan.jobs)) as finished:
            for file in finished:
                yield self._add(file)

    def compare_files(self) -> None:
        """Count the findings of the corpus rules."""
        last: tuple[str, str] | None = None
        for diagnostic in compare(self._facts, self.plan.policy, self._read):
            host, severity = self._compared.find(diagnostic.path)
            self.tally.add_finding(diagnostic, host)
            self.alike.add(diagnostic, host)
            self._raise_severity(diagnostic, severity)
            if self.plan.details:
                self.details.add_compared(diagnostic, host)
            if last != (diagnostic.rule, diagnostic.path):  # those of an article are together
                self.tally.articles_of_rules[diagnostic.rule] += 1
            last = diagnostic.rule, diagnostic.path
        self._compared.close()

    def counts(self) -> Counts:
        """Return what was counted."""
        return Counts(
            tally=self.tally,
            alike=self.alike,
            severities=dict(zip(SEVERITIES, self._severities, strict=True)),
            failed=self.failed,
            unread=tuple(self.unread),
        )

    def finish_details(self) -> None:
        """Choose the findings that are shown, and read the articles of those of corpus rules."""
        read = lru_cache(maxsize=_READ_AGAIN)(self._read)
        for diagnostic, host in self.details.choose():
            context = read(diagnostic.path)
            title = "" if context is None else context.reading.document.get("title", "")
            self.details.show(show_finding(diagnostic, context, title, host))

    def _add(self, file: MeasuredFile) -> FileResult:
        if file.measured is not None:
            self.tally.merge(file.measured.tally)
            self.details.add(file.measured)
        result = file.result
        if result.report.error is not None:
            self.failed += 1
            if len(self.unread) < _UNREAD_LISTED:
                self.unread.append((result.path, result.report.error))
            return result
        self.measured += 1
        self._severities[file.severity] += 1
        if result.facts:
            self._facts.add(result)
            self._compared.add(result.path, result.host, file.severity)
        return result

    def _raise_severity(self, diagnostic: Diagnostic, before: int) -> None:
        """Count the article of a finding that is more serious than those it had before."""
        severity = SEVERITIES.index(diagnostic.severity)
        if severity > before:
            self._severities[before] -= 1
            self._severities[severity] += 1
            self._compared.set_severity(diagnostic.path, severity)

    def _read(self, path: str) -> Context | None:
        """Return an article again; None where it is the standard input, or gone."""
        return read_again(path, self.plan.inputs, self.plan.policy.date_orders)
