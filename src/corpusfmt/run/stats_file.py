"""Read, check and count a batch of texts for ``corpusfmt stats``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpusfmt.files.input import Input
from corpusfmt.files.pool import LOST
from corpusfmt.files.read import FileError, input_name
from corpusfmt.lint.checker import Checker, CheckResult
from corpusfmt.lint.context import Context
from corpusfmt.lint.policy import Policy
from corpusfmt.model.diagnostic import Report
from corpusfmt.model.file_result import FileResult
from corpusfmt.run.article_bytes import InvalidRowError, article_bytes
from corpusfmt.run.crash import crash
from corpusfmt.stats.measure import Measured, Measurer
from corpusfmt.syntax.date_order import DateOrders
from corpusfmt.syntax.reading import Reading
from corpusfmt.text.named_tuples import NamedTuple

SEVERITIES = ("", "info", "warning", "error")
"""The severities of findings, the most serious last; an article without findings has none."""


class MeasuredFile(NamedTuple):
    """What a run needs of one text: why it could not be read, or its most serious finding.

    ``severity`` is a number of SEVERITIES; the facts of the result are what the corpus rules have
    collected. ``measured`` is what was counted of all texts of a batch, with the last of them.
    """

    result: FileResult
    severity: int = 0
    measured: Measured | None = None


@dataclass(frozen=True)
class BatchWorker:
    """Counts batches of texts, each process with a copy of its own.

    ``name`` is what the standard input is called.
    """

    policy: Policy
    name: str
    measurer: Measurer = field(repr=False)

    def __call__(self, items: Sequence[Input]) -> list[MeasuredFile]:
        """Return what was counted of some texts."""
        files: list[MeasuredFile | None] = [None] * len(items)
        read: list[tuple[int, Context]] = []
        for index, item in enumerate(items):
            name = input_name(item.path, self.name)
            try:
                data = article_bytes(item)
                read.append((index, Context(Reading.from_bytes(data, self._orders), name)))
            except Exception as error:
                files[index] = _failed(name, _reason(error))
        contexts = [context for _, context in read]
        for (index, _), file in zip(read, self._measure(contexts), strict=True):
            files[index] = file
        measured = [file for file in files if file is not None]
        measured[-1] = measured[-1]._replace(measured=self.measurer.take())
        return measured

    def lost(self, item: Input) -> MeasuredFile:
        """Return the result of a text that has ended the processes that counted it."""
        return _failed(input_name(item.path, self.name), LOST)

    @property
    def _orders(self) -> DateOrders:
        return self.policy.date_orders

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
    """Return the result of a text, without its findings, which are counted."""
    found = (SEVERITIES.index(one.severity) for one in result.report.diagnostics)
    kept = FileResult(Report(result.path), result.host, result.facts)
    return MeasuredFile(kept, max(found, default=0))


def _failed(name: str, reason: str) -> MeasuredFile:
    return MeasuredFile(FileResult(Report(name, error=reason)))


def _reason(error: Exception) -> str:
    """Return why a text could not be read."""
    if isinstance(error, FileError):
        return error.reason
    if isinstance(error, InvalidRowError):
        return f"is not a valid document ({error.diagnostics[0].message})"
    return crash(error)
