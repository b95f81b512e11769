"""Pipelines of datatrove that the tests run, in this process or one of its own.

``python -m tests.consumers.pipelines FOLDER`` runs one that kills itself in its second task.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from corpusfmt.engines.datatrove import ArticleReader, ArticleWriter, CheckFilter

TASKS = 3


class KillAfter:
    """A step that kills its process at the second article of the second task."""

    def __call__(self, data: Iterable[Any], rank: int = 0, world_size: int = 1) -> Iterator[Any]:
        for number, document in enumerate(data):
            if (rank, number) == (1, 1):
                os.kill(os.getpid(), signal.SIGKILL)
            yield document


def steps(folder: str) -> list[Any]:
    """Return a pipeline that checks a corpus, and writes what is kept and what is not."""
    from datatrove.pipeline.writers import JsonlWriter

    folder = os.path.abspath(folder)  # fsspec keeps what a relative path was
    dropped = JsonlWriter(f"{folder}/dropped", compression=None)
    return [
        ArticleReader("mixed"),
        CheckFilter(ignore=["layout"], exclusion_writer=dropped, batch_size=2),
        ArticleWriter(f"{folder}/kept"),
    ]


def local(folder: str, pipeline: list[Any], tasks: int = TASKS, **more: Any) -> Any:
    """Return an executor of this machine that logs to the folder."""
    from datatrove.executor import LocalPipelineExecutor

    logs = os.path.abspath(f"{folder}/logs")
    return LocalPipelineExecutor(pipeline, tasks=tasks, logging_dir=logs, **more)


if __name__ == "__main__":
    reader, *others = steps(sys.argv[1])
    writer = others.pop()
    # It is killed after it has written an article. With more workers, datatrove waits for ever.
    local(sys.argv[1], [reader, *others, writer, KillAfter()], workers=1).run()
