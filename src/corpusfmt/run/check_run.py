"""Check many files: each of them, then all together, without the findings of the baseline."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial

from corpusfmt.files.batches import BatchWork, in_batches
from corpusfmt.files.inputs import Inputs
from corpusfmt.files.pool import processes_for
from corpusfmt.lint.facts import FactStore
from corpusfmt.model.diagnostic import Diagnostic, Report
from corpusfmt.model.file_result import FileResult
from corpusfmt.run.check_task import CheckTask, batch_size, lost_check
from corpusfmt.run.counted_findings import CountedFindings
from corpusfmt.run.result_store import ResultStore
from corpusfmt.run.sample_article import sample_for
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.values import dataclass, replace

if TYPE_CHECKING:
    from corpusfmt.lint.compare import FindNew
    from corpusfmt.lint.context import Context
    from corpusfmt.project.baseline import Baseline
    from corpusfmt.project.cache.cache import Cache
    from corpusfmt.run.cached_check import CachedCheck


@dataclass(frozen=True, slots=True)
class CheckPlan:
    """What a run checks, and how.

    ``jobs`` is the number of processes, None for one a processor where there are many files.
    ``find_new`` returns which files are new, so that of two files that are alike the finding is
    in the new one. ``cache`` has the results of earlier runs. ``keeps_clean`` is
    whether there is a result also for files in which nothing was found, ``keeps_texts`` whether
    diagnostics are kept as they are, not only counted.
    """

    task: CheckTask
    inputs: Inputs
    baseline: Baseline | None = None
    jobs: int | None = 1
    find_new: FindNew | None = None
    cache: Cache | None = None
    keeps_clean: bool = True
    keeps_texts: bool = True


class CheckRun:
    """A run of the checker.

    ``results`` holds the result of each file so far by its path, without known findings and
    without patches; also one for the baseline, if that has stale entries. A file that has not
    changed since an earlier run, and in which nothing was found, has no result. ``checked`` counts
    the files that could be checked, ``done`` the files so far.
    """

    def __init__(self, plan: CheckPlan) -> None:
        self.plan = plan
        self.results = ResultStore()
        self.checked = 0
        self.done = 0
        self._facts = FactStore()
        self._cached: CachedCheck | None = None
        self._counted = None if plan.keeps_texts else CountedFindings(plan.inputs.files)

    def check_files(self) -> Generator[FileResult, None, None]:
        """Check each file; yield the results in the order of the files."""
        plan = self.plan
        if plan.inputs.is_streamed and plan.task.policy.levels()[1]:
            from corpusfmt.files.spool import Spool

            plan.inputs.spool = Spool()  # corpus rules read articles again
        is_alone = len(plan.inputs.files) == 1 and not plan.inputs.is_streamed
        task = replace(plan.task, is_alone=is_alone)
        if plan.cache is None:
            with closing(self._work(task, plan.inputs)) as fresh:
                for result in fresh:
                    yield self._add(result)
            return
        from corpusfmt.run.cached_check import CachedCheck
        from corpusfmt.run.caching import Unchanged

        processes = processes_for(len(plan.inputs.files), plan.jobs)
        self._cached = CachedCheck(plan.cache, plan.inputs.files, task, processes)
        known = self._cached.files.results(lambda paths: self._work(task, plan.inputs.only(paths)))
        with closing(known):
            for item in known:
                if isinstance(item, Unchanged):
                    self.checked += item.number
                    self.done += item.number
                else:
                    yield self._add(item)

    def check_corpus(self) -> Iterator[tuple[str, Sequence[Diagnostic]]]:
        """Compare the articles, then look for stale entries of the baseline.

        Yield the path of each file that has findings of this kind, and these findings.
        """
        found = ResultStore()
        plan = self.plan
        for diagnostic in self._compare():
            found.add(diagnostic)
        found.sort()
        before = len(self.results)
        for result in found:
            own = self._without_known(result.report.diagnostics)
            yield self._add_diagnostics(result.path, own)
        if len(self.results) > before:
            self.results.sort()
        if plan.baseline is not None:
            stale = self._find_stale(plan.baseline)
            if stale:
                yield self._add_diagnostics(plan.baseline.path, stale)

    def _work(self, task: CheckTask, inputs: Inputs) -> Generator[FileResult, None, None]:
        """Yield the result of each of the texts, whatever the cache has of them."""
        from corpusfmt.run.check_file import check_batch

        work = partial(check_batch, task=task)
        lost = partial(lost_check, task=task)
        batch_work = BatchWork(work, lost, sample_for(task.cache), writes=task.writes)
        size = batch_size(task, inputs.files)
        yield from in_batches(batch_work, inputs, size, self.plan.jobs)

    def _compare(self) -> Iterable[Diagnostic]:
        """Return what the corpus rules find."""
        policy, find_new = self.plan.task.policy, self.plan.find_new
        if self._cached is None:
            if self._facts.is_empty():
                return ()
            from corpusfmt.lint.compare import compare

            return compare(self._facts, policy, self._read, find_new)
        return self._cached.compare(self._facts, self.results, self._read, find_new)

    def all_results(self) -> Iterator[FileResult]:
        """Yield the results so far, and one without a path for each whose findings are counted."""
        yield from self.results
        if self._counted is not None:
            yield from self._counted.results()

    def reports(self) -> list[Report]:
        """Return the report of each file so far."""
        return [result.report for result in self.results]

    def _add(self, result: FileResult) -> FileResult:
        if result.report.diagnostics and self.plan.baseline is not None:
            own = self._without_known(result.report.diagnostics)
            result = replace(result, report=replace(result.report, diagnostics=tuple(own)))
        self.checked += result.report.error is None
        number = self.done
        self.done += 1
        before = self.results.get(result.path)
        if before is not None:  # a second member of this name, which was not read
            report = replace(before.report, error=result.report.error)
            self.results.put(replace(before, report=report))
            return result
        # Patches are shown at once: those of a whole corpus may not fit in memory.
        self._facts.add(result)
        if self._counted is not None and self._counted.add(number, result):
            return result
        if self.plan.keeps_clean or _is_notable(result):
            kept = replace(result, patch=b"", record=None, host="", facts={})
            self.results.put(kept)
        return result

    def _add_diagnostics(
        self, path: str, diagnostics: Sequence[Diagnostic]
    ) -> tuple[str, Sequence[Diagnostic]]:
        counted = None if path in self.results else self._counted
        if counted is not None and counted.merge(path, diagnostics):
            return path, diagnostics
        self.results.add_diagnostics(path, diagnostics)
        return path, diagnostics

    def _without_known(self, diagnostics: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
        """Return the diagnostics of one file that are not in the baseline."""
        if self.plan.baseline is None:
            return diagnostics
        return list(self.plan.baseline.new(diagnostics))

    def _read(self, path: str) -> Context | None:
        """Return an article again; None where it is the standard input, or gone."""
        from corpusfmt.run.read_again import read_again

        return read_again(path, self.plan.inputs, self.plan.task.policy.date_orders)

    def _find_stale(self, baseline: Baseline) -> list[Diagnostic]:
        """Return a diagnostic for each entry of the baseline that no finding matches."""
        from corpusfmt.project.baseline import stale_diagnostics

        checked: list[str] = []
        failed: set[str] = set()
        for result in self.results:
            if result.report.error is None:
                checked.append(result.path)
            else:
                failed.add(result.path)
        if not self.plan.keeps_clean or self._cached is not None:
            checked = [path for path in self.plan.inputs.files if path not in failed]
        entries = baseline.stale(checked, *self.plan.task.policy.levels())
        return list(stale_diagnostics(baseline.path, entries))


def _is_notable(result: FileResult) -> bool:
    """Return whether a result has more than that nothing was found."""
    report = result.report
    has_problem = report.error is not None or report.unfixed is not None
    has_content = result.text is not None or result.output is not None
    return bool(report.diagnostics or result.fixes) or has_problem or has_content
