"""Cut a list of files into parts of about equal bytes, and write these as lists of paths."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass

from corpusfmt import __version__
from corpusfmt.files.read import ReadError, WriteError, read_bytes, reason_of
from corpusfmt.files.write import write_atomically
from corpusfmt.run.output import make_folder_in
from corpusfmt.text.patterns import regex

PLAN = "plan.json"
_TASK = regex(r"task-[0-9]{5,9}\.txt")


@dataclass(frozen=True, slots=True)
class TaskList:
    """A part of the files: the name of its list, and how many files and bytes it has."""

    name: str
    files: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Plan:
    """The names of the lists, and the folder that holds all that was named, or ""."""

    names: tuple[str, ...]
    folder: str


def cut(sizes: Sequence[int], tasks: int) -> Iterator[range]:
    """Yield the indices of the files of each task, which are in order and one after the other.

    A file belongs to the share of all bytes that its middle is in. A share without the middle of a
    file makes no task, so that there may be fewer than ``tasks``.
    """
    weights = [max(1, size) for size in sizes]
    total = sum(weights)
    start = before = 0
    current = -1
    for index, weight in enumerate(weights):
        share = (2 * before + weight) * tasks // (2 * total)
        if share != current and index > start:
            yield range(start, index)
            start = index
        current = share
        before += weight
    if start < len(weights):
        yield range(start, len(weights))


def write_task_lists(
    folder: str, files: Sequence[str], sizes: Sequence[int], tasks: int, common: str = ""
) -> list[TaskList]:
    """Write the lists and then the plan to a folder; return the lists.

    ``common`` is the folder that holds all that was named, or "": documents are named below it.
    Raise WriteError if that fails, or if the folder has anything but an earlier plan, which is
    replaced.
    """
    make_folder_in(folder, folder)
    earlier = _find_earlier(folder)
    _remove(folder, earlier)
    written: list[TaskList] = []
    for indices in cut(sizes, tasks):
        name = f"task-{len(written) + 1:05}.txt"
        paths = files[indices.start : indices.stop]
        write_atomically(os.path.join(folder, name), path_list(paths), durable=False)
        size = sum(sizes[indices.start : indices.stop])
        written.append(TaskList(name, len(paths), size))
    plan = {
        "corpusfmt": __version__,
        "files": len(files),
        "bytes": sum(sizes),
        "folder": os.path.relpath(common) if common else "",
        "tasks": [*map(asdict, written)],
    }
    data = (json.dumps(plan, indent=2) + "\n").encode("ascii")
    write_atomically(os.path.join(folder, PLAN), data, durable=False)
    return written


def read_plan(folder: str) -> Plan:
    """Return the plan that a folder has; raise ReadError if it has none, or another file."""
    path = os.path.join(folder, PLAN)
    try:
        plan = json.loads(read_bytes(path))
        names = tuple(task["name"] for task in plan["tasks"])
        common = plan["folder"]
        is_plan = isinstance(common, str) and all(map(_TASK.fullmatch, names))
    except (ValueError, KeyError, TypeError, RecursionError):
        is_plan = False
    if not is_plan:
        raise ReadError(path, "is not a plan of “corpusfmt plan”")
    return Plan(names, os.path.abspath(common) if common else "")


def path_list(paths: Iterable[str]) -> bytes:
    """Return paths as --files-from reads them: on lines, or with NUL if one has a line break."""
    names = [*map(os.fsencode, paths)]
    breaks = [name for name in names if b"\n" in name or b"\r" in name]
    end = b"\0" if breaks else b"\n"
    return b"".join(name + end for name in names)


def _find_earlier(folder: str) -> list[str]:
    """Return the files of an earlier plan; raise WriteError for anything else."""
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:
        raise WriteError(folder, reason_of(error)) from error
    is_plan = PLAN in names or not names
    if not is_plan or not all(name == PLAN or _TASK.fullmatch(name) for name in names):
        raise WriteError(folder, "is neither empty nor an earlier plan; expected an empty folder")
    return names


def _remove(folder: str, names: Iterable[str]) -> None:
    """Remove the files of an earlier plan, the plan first: lists without one are not complete."""
    for name in sorted(names, key=lambda name: name != PLAN):
        path = os.path.join(folder, name)
        try:
            os.unlink(path)
        except OSError as error:
            raise WriteError(path, reason_of(error)) from error
