"""A run of ``corpusfmt check``: go through the files, print, quarantine, and end with a code."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from time import perf_counter

from corpusfmt import __version__
from corpusfmt.cli import console, session
from corpusfmt.cli.check_inputs import CheckInputs
from corpusfmt.cli.check_output import TEXT, TEXT_FORMATS, ReportWriter, Target
from corpusfmt.cli.run_progress import StageProgress
from corpusfmt.files.heartbeat import HEARTBEAT
from corpusfmt.files.read import STANDARD_INPUT, WriteError
from corpusfmt.model.diagnostic import Diagnostic, fails, fails_for
from corpusfmt.model.file_result import FileResult
from corpusfmt.report import Results, Run
from corpusfmt.report.text import render_statistics
from corpusfmt.report.wording import describe_fixable, outcome, summary, with_outcome
from corpusfmt.run.check_run import CheckPlan, CheckRun
from corpusfmt.run.check_task import CheckTask
from corpusfmt.run.exit_codes import COULD_NOT, INTERRUPTED
from corpusfmt.run.result_store import ResultStore
from corpusfmt.run.writing import journal_for, recording
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.display import count, shown_path
from corpusfmt.text.values import replace

if TYPE_CHECKING:
    from corpusfmt.files.git_changes import LastCommits
    from corpusfmt.lint.compare import FindNew
    from corpusfmt.lint.rule_times import RuleTimes
    from corpusfmt.project.baseline import Baseline
    from corpusfmt.project.cache.cache import Cache


class CheckSession:
    """One run of the command."""

    def __init__(
        self,
        arguments: argparse.Namespace,
        inputs: CheckInputs,
        cache: Cache | None = None,
        times: RuleTimes | None = None,
    ) -> None:
        self.started = perf_counter()
        self.times = times
        self.arguments = arguments
        self.inputs = inputs
        self.fail_on = arguments.fail_on or inputs.settings.fail_on
        targets = arguments.report or [Target(TEXT, None)]
        self.task = _make_task(arguments, inputs, targets)
        if cache is not None:
            self.task = replace(self.task, cache=cache.reader)
        self.journal = self.task.journal
        self.writes_stdin = self.task.writes and STANDARD_INPUT in inputs.chosen.files
        self.writer = _make_writer(arguments, targets, to_stderr=self.writes_stdin)
        self.run = CheckRun(
            CheckPlan(
                task=self.task,
                inputs=inputs.texts,
                baseline=inputs.baseline,
                jobs=session.jobs_of(arguments),
                find_new=_find_new(inputs.baseline),
                cache=cache,
                keeps_clean=inputs.texts.is_streamed,
                keeps_texts=inputs.texts.is_streamed
                or inputs.quarantine is not None
                or not self.writer.only_prints_text,
            )
        )
        self.moved = ResultStore()  # to the quarantine, with what was found
        self.blameless = frozenset(
            rule.name for rule in inputs.policy.every_rule() if not rule.blames_file
        )
        is_damaged = inputs.baseline is not None and bool(inputs.baseline.damaged)
        self.is_whole = inputs.is_sound and not is_damaged

    def go(self) -> int:
        """Check, print the findings, write the reports, and return the exit code."""
        try:
            with recording(self.journal):
                self._check_files()
            stage = StageProgress("comparing the articles", self.arguments.pace)
            with console.timed("comparing the articles"), HEARTBEAT.calling(stage.update):
                for _, diagnostics in self.run.check_corpus():
                    self.writer.show_findings(diagnostics)
            self._quarantine_failing()
            return self._end()
        except session.STOPPED as error:
            return self._stop(error)

    def _check_files(self) -> None:
        texts = self.inputs.texts
        results = session.with_progress(
            self.run.check_files(),
            texts.files,
            self.arguments,
            is_open=texts.is_streamed,
            count_done=lambda: self.run.done,
        )
        for result in results:
            if result.output is not None:
                console.put_bytes(result.output)
            if result.patch:
                console.put_patch(result.patch)
            self.writer.show(result.report)

    # -------------------------------------------------------------------------------- quarantine

    def _quarantine_failing(self) -> None:
        """Move the files that make the run fail to the quarantine, if there is one."""
        quarantine = self.inputs.quarantine
        if quarantine is None:
            return
        for result in self.run.results:
            if not self._is_failing(result):
                continue
            try:
                quarantine.take(result.report)
            except WriteError as error:
                console.note_path(error.path, error.reason)
                self.is_whole = False
                continue
            self.moved.put(result)
            self.run.results.put(self._moved(result))

    def _is_failing(self, result: FileResult) -> bool:
        """Return whether an article has a defect of its own that makes the run fail."""
        if result.path not in self.inputs.chosen.files:
            return False
        for diagnostic in result.report.diagnostics:
            if fails(diagnostic, self.fail_on) and diagnostic.rule not in self.blameless:
                return True
        return False

    def _moved(self, result: FileResult) -> FileResult:
        """Return the result of a file that was moved: its findings fail nothing any more."""
        diagnostics = tuple(map(self._as_info, result.report.diagnostics))
        return replace(result, report=replace(result.report, diagnostics=diagnostics))

    def _as_info(self, diagnostic: Diagnostic) -> Diagnostic:
        where = f" (the file was moved to {self.arguments.quarantine})"
        message = diagnostic.message + where
        return replace(diagnostic, severity="info", message=message, fix=None)

    # -------------------------------------------------------------------------------- the end

    def _end(self) -> int:
        inputs = self.inputs
        chosen = session.after_reading(inputs.chosen, inputs.texts, len(self.run.results))
        self.inputs = replace(inputs, chosen=chosen)
        run = self._as_run(exit_code=0)
        self.writer.show_rules(run)
        code = self._exit_code(run)
        run = replace(run, exit_code=code)
        if not self.writer.write(run):
            code = COULD_NOT
        if self.arguments.statistics:
            self._put(render_statistics(run))
        if self.times is not None:
            from corpusfmt.report.rule_times import render_rule_times

            self._put(render_rule_times(self.times.of_rules, perf_counter() - self.started))
        self._summarize(run)
        return code

    def _put(self, text: str) -> None:
        is_printed = self.writer.prints_text and not self.writes_stdin
        put = console.put if is_printed else console.put_aside
        put(text)

    def _exit_code(self, run: Run) -> int:
        has_failing = any(fails_for(severity, self.fail_on) for _, severity in run.totals.numbers)
        has_patches = self.arguments.diff and run.totals.fixed_files > 0
        found = (has_failing or has_patches) and not self.arguments.exit_zero
        is_undone = bool(run.unchecked or run.unfixed)
        failed = is_undone or not self.is_whole or self.writer.is_cut_off
        return session.code(self.inputs.chosen, found=found, failed=failed)

    def _summarize(self, run: Run) -> None:
        chosen = self.inputs.chosen
        if not chosen.files and not run.totals.numbers:
            return
        if not self.writer.prints_summary or self.writer.is_cut_off:
            results = Results(self._results_before_moving)
            console.remark(summary(replace(run, results=results)))
        if self.inputs.quarantine is not None:
            self._summarize_moved(run)
        if self.journal is not None:
            session.note_uncovered(self.journal, self._count_uncovered())
        if not (self.task.writes and self.task.unsafe):
            fixable = describe_fixable(run, is_fixed=self.task.writes)
            if fixable:
                console.remark(fixable)

    def _summarize_moved(self, run: Run) -> None:
        """Print how many files were moved to the quarantine, and what the others have."""
        if not self.moved:
            console.remark("no file was moved")
            return
        where = shown_path(self.arguments.quarantine)
        moved = count(len(self.moved), "file")
        back = f"“corpusfmt quarantine --restore {where}” moves them back"
        console.remark(f"moved {moved} to {where} ({back})")
        results = Results(self._results_left)
        left = replace(run, results=results, checked=run.checked - len(self.moved))
        console.remark(with_outcome(f"{count(left.checked, 'file')} left", outcome(left)))

    def _results_before_moving(self) -> Iterator[FileResult]:
        """Yield the results with what was found in the files that were moved."""
        for result in self.run.all_results():
            yield self.moved.get(result.path) or result

    def _results_left(self) -> Iterator[FileResult]:
        """Yield the results of the files that were not moved."""
        for result in self.run.all_results():
            if result.path not in self.moved:
                yield result

    def _count_uncovered(self) -> int:
        """Return how many files were rewritten that ``corpusfmt undo`` does not restore."""
        if self.journal is None:
            return 0
        uncovered = 0
        for result in self.run.results:
            is_rewritten = result.fixes and result.output is None
            if is_rewritten and not self.journal.covers(result.path):
                uncovered += 1
        return uncovered

    def _stop(self, error: BaseException) -> int:
        """Report what an interrupted run has done, write partial reports, and return the code."""
        run = self._as_run(exit_code=0)
        parts = outcome(run)
        written = 0 if self.journal is None else self.journal.written()
        if written:
            files = count(written, "file")
            parts.append(f"{files} rewritten in total (“corpusfmt undo” restores them)")
        done = session.so_far("checked", run.checked, self.inputs.chosen)
        code = session.stopped(error, done, parts)
        self.writer.write(replace(run, exit_code=code, interrupted=code == INTERRUPTED))
        return code

    def _as_run(self, exit_code: int) -> Run:
        chosen, baseline = self.inputs.chosen, self.inputs.baseline
        return Run(
            results=Results(self.run.all_results),
            checked=self.run.checked,
            skipped=chosen.skipped,
            missing=chosen.missing,
            exit_code=exit_code,
            version=__version__,
            root=self.inputs.settings.root,
            known=0 if baseline is None else baseline.known,
            is_fine_empty=chosen.is_fine_empty,
            fail_on=self.fail_on,
            is_sound=self.inputs.is_sound,
            shows_patches=self.arguments.diff,
        )


def _make_task(
    arguments: argparse.Namespace, inputs: CheckInputs, targets: Iterable[Target]
) -> CheckTask:
    """Return what to do with each file; a journal is begun if files are written."""
    writes = arguments.fix and not arguments.diff
    journal = None
    if writes:
        journal = journal_for(inputs.settings, "check --fix", unsafe=arguments.unsafe_fixes)
    return CheckTask(
        policy=inputs.policy,
        name=arguments.stdin_filename,
        writes=writes,
        unsafe=arguments.unsafe_fixes,
        shows_patch=arguments.diff,
        journal=journal,
        keeps_text=any(target.format in TEXT_FORMATS for target in targets),
    )


def _make_writer(
    arguments: argparse.Namespace, targets: list[Target], *, to_stderr: bool
) -> ReportWriter:
    """Return the writer of the reports; beside a patch, only reports with a file are written."""
    if arguments.diff:
        targets = [target for target in targets if not target.is_printed]
    goes_on = arguments.fix or arguments.quarantine is not None
    return ReportWriter(targets, to_stderr=to_stderr, goes_on=goes_on, fold=arguments.fold)


def _find_new(baseline: Baseline | None) -> FindNew | None:
    """Return what finds new files; with a baseline nothing does.

    The finding would move to another file when the new file gets old, and its entry be stale.
    """
    if baseline is not None:
        return None
    return _NotCommitted()


class _NotCommitted:
    """Returns which paths are in no last commit of git; few runs ask for any."""

    def __init__(self) -> None:
        self._commits: LastCommits | None = None

    def __call__(self, paths: Iterable[str]) -> frozenset[str]:
        if self._commits is None:
            from corpusfmt.files.git_changes import LastCommits

            self._commits = LastCommits()
        return self._commits.lack(paths)
