"""What ``corpusfmt check`` does with each file."""

from __future__ import annotations

from collections.abc import Sequence

from corpusfmt.files.input import Input
from corpusfmt.files.pool import LOST
from corpusfmt.files.read import STANDARD_INPUT, input_name
from corpusfmt.model.diagnostic import Report
from corpusfmt.model.file_result import FileResult
from corpusfmt.text.annotations import TYPE_CHECKING
from corpusfmt.text.values import dataclass

if TYPE_CHECKING:
    from corpusfmt.lint.policy import Policy
    from corpusfmt.project.cache.reader import CacheReader
    from corpusfmt.project.undo_journal import Journal

_BATCH_SIZE = 32
_WORTH_BATCHES = 400


@dataclass(frozen=True, slots=True)
class CheckTask:
    """What to do with each file.

    ``name`` is what the standard input is called. ``writes`` applies fixes and rewrites the file,
    ``shows_patch`` makes a patch of them instead, ``unsafe`` includes the unsafe fixes.
    ``keeps_text`` keeps the text in the result. ``is_alone``: it is the only file of the run.
    ``cache`` has results by the digests of files; a task that fixes, keeps the text, or reads
    anything but files has none.
    """

    policy: Policy
    name: str
    writes: bool = False
    unsafe: bool = False
    shows_patch: bool = False
    journal: Journal | None = None
    keeps_text: bool = False
    is_alone: bool = False
    cache: CacheReader | None = None

    @property
    def fixes(self) -> bool:
        """Whether fixes are applied, to the file or for a patch."""
        return self.writes or self.shows_patch


def batch_size(task: CheckTask, files: Sequence[str]) -> int:
    """Return how many files to check in one batch.

    It is 1 where there are few, or patches, so that they are shown as they are found.
    """
    if task.writes and STANDARD_INPUT not in files:
        from corpusfmt.files.rewriting import files_together

        return files_together(len(files))
    if task.fixes or len(files) < _WORTH_BATCHES or STANDARD_INPUT in files:
        return 1
    return _BATCH_SIZE


def lost_check(item: Input, task: CheckTask) -> FileResult:
    """Return the result of a text that has ended the processes that checked it."""
    return FileResult(Report(input_name(item.path, task.name), error=LOST))
