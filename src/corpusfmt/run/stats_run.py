"""Count a corpus: each file, then what only the comparison of all of them shows."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache

from corpusfmt.files.pool import CHUNK, in_order, processes_for
from corpusfmt.files.read import STANDARD_INPUT, ReadError, input_name, read_bytes
from corpusfmt.lint.compare import compare
from corpusfmt.lint.context import Context
from corpusfmt.lint.policy import Policy
from corpusfmt.model.file_result import FileResult
from corpusfmt.run.stats_file import SEVERITIES, BatchWorker, MeasuredBatch, MeasuredFile
from corpusfmt.stats.alike import Alike
from corpusfmt.stats.details import Details
from corpusfmt.stats.measure import Measurer, show_finding
from corpusfmt.stats.summary import Counts
from corpusfmt.stats.tally import Tally
from corpusfmt.syntax.reading import Reading

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
    files: tuple[str, ...]
    name: str = STANDARD_INPUT
    details: bool = False
    jobs: int | None = 1


class StatsRun:
    """A run over a corpus.

    ``measured`` counts the files that were counted, ``failed`` those that could not be.
    """

    def __init__(self, plan: StatsPlan) -> None:
        self.plan = plan
        self.tally = Tally()
        self.alike = Alike()
        self.details = Details()
        self.measured = 0
        self.failed = 0
        self.unread: list[tuple[str, str]] = []
        # One byte for each article, in the order of their names.
        self._names = sorted(input_name(path, plan.name) for path in plan.files)
        self._severities = bytearray(len(self._names))
        self._results: list[FileResult] = []

    def measure_files(self) -> Generator[FileResult, None, None]:
        """Count each file; yield the results in the order of the files."""
        plan = self.plan
        size = _BATCH_SIZE
        if len(plan.files) < _WORTH_BATCHES or STANDARD_INPUT in plan.files:
            size = 1
        batches = [plan.files[start : start + size] for start in range(0, len(plan.files), size)]
        jobs = processes_for(len(plan.files), plan.jobs)
        worker = BatchWorker(plan.policy, plan.name, Measurer(details=plan.details))
        with closing(in_order(worker, batches, jobs, max(1, CHUNK // size))) as finished:
            for batch in finished:
                yield from self._add(batch)

    def compare_files(self) -> None:
        """Count the findings of the corpus rules."""
        hosts = {result.path: result.host for result in self._results}
        last: tuple[str, str] | None = None
        for diagnostic in compare(self._results, self.plan.policy, self._read):
            host = hosts.get(diagnostic.path, "")
            self.tally.add_finding(diagnostic, host)
            self.alike.add(diagnostic, host)
            self._set_severity(diagnostic.path, SEVERITIES.index(diagnostic.severity))
            if self.plan.details:
                self.details.add_compared(diagnostic, host)
            if last != (diagnostic.rule, diagnostic.path):  # those of an article are together
                self.tally.articles_of_rules[diagnostic.rule] += 1
            last = diagnostic.rule, diagnostic.path

    def counts(self) -> Counts:
        """Return what was counted."""
        severities = Counter(self._severities)
        return Counts(
            tally=self.tally,
            alike=self.alike,
            severities={name: severities[number] for number, name in enumerate(SEVERITIES)},
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

    def _add(self, batch: MeasuredBatch) -> Generator[FileResult, None, None]:
        self.tally.merge(batch.measured.tally)
        self.details.add(batch.measured)
        for file in batch.files:
            yield self._add_file(file)

    def _add_file(self, file: MeasuredFile) -> FileResult:
        result = file.result
        if result.report.error is not None:
            self.failed += 1
            if len(self.unread) < _UNREAD_LISTED:
                self.unread.append((result.path, result.report.error))
            return result
        self.measured += 1
        self._set_severity(result.path, file.severity)
        if result.facts:
            self._results.append(result)
        return result

    def _set_severity(self, path: str, severity: int) -> None:
        number = bisect_left(self._names, path)
        self._severities[number] = max(self._severities[number], severity)

    def _read(self, path: str) -> Context | None:
        """Return an article again; None where it is the standard input, or gone."""
        try:
            data = read_bytes(path)
        except ReadError:
            return None
        return Context(Reading.from_bytes(data, self.plan.policy.date_orders), path)
