"""Read, check and count a batch of files for ``corpusfmt stats``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from corpusfmt.files.read import FileError, input_name, read_input
from corpusfmt.lint.checker import Checker, CheckResult
from corpusfmt.lint.context import Context
from corpusfmt.lint.policy import Policy
from corpusfmt.model.diagnostic import Report
from corpusfmt.model.file_result import FileResult
from corpusfmt.run.crash import crash
from corpusfmt.stats.measure import Measured, Measurer
from corpusfmt.syntax.reading import Reading

SEVERITIES = ("", "info", "warning", "error")
"""The severities of findings, the most serious last; an article without findings has none."""


class MeasuredFile(NamedTuple):
    """What a run needs of one file: why it could not be read, or its most serious finding.

    ``severity`` is a number of SEVERITIES; ``facts`` are what the corpus rules have collected.
    """

    result: FileResult
    severity: int


class MeasuredBatch(NamedTuple):
    """The files of a batch, in order, and what was counted of them."""

    files: tuple[MeasuredFile, ...]
    measured: Measured


@dataclass(frozen=True)
class BatchWorker:
    """Counts batches of files, each process with a copy of its own.

    ``name`` is what the standard input is called.
    """

    policy: Policy
    name: str
    measurer: Measurer = field(repr=False)

    def __call__(self, paths: Sequence[str]) -> MeasuredBatch:
        """Return what was counted of some files."""
        contexts: list[Context] = []
        failed: dict[str, str] = {}
        names = [input_name(path, self.name) for path in paths]
        for path, name in zip(paths, names, strict=True):
            try:
                contexts.append(self._read(path, name))
            except FileError as problem:
                failed[name] = problem.reason
            except Exception as error:
                failed[name] = crash(error)
        measured = {file.result.path: file for file in self._measure(contexts)}
        for name, reason in failed.items():
            measured[name] = _failed(name, reason)
        return MeasuredBatch(tuple(measured[name] for name in names), self.measurer.take())

    def _read(self, path: str, name: str) -> Context:
        return Context(Reading.from_bytes(read_input(path), self.policy.date_orders), name)

    def _measure(self, contexts: Sequence[Context]) -> Iterator[MeasuredFile]:
        """Yield the result of each text, and count it."""
        checked = Checker(self.policy).check_all(contexts)
        for context, result in zip(contexts, checked, strict=True):
            if result.error is not None:
                yield _failed(context.name, crash(result.error))
                continue
            try:
                self.measurer.add(context, result.report.diagnostics)
            except Exception as error:
                yield _failed(context.name, crash(error))
            else:
                yield _measured(result)


def _measured(result: CheckResult) -> MeasuredFile:
    """Return the result of a file, without its findings, which are counted."""
    found = (SEVERITIES.index(one.severity) for one in result.report.diagnostics)
    kept = FileResult(Report(result.path), result.host, result.facts)
    return MeasuredFile(kept, max(found, default=0))


def _failed(name: str, reason: str) -> MeasuredFile:
    return MeasuredFile(FileResult(Report(name, error=reason)), 0)
