"""Law 7 for the commands: the same answer, whatever the number of processes and the order of the
paths.
"""

import os
import random
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from corpusfmt.files.pool import PARALLEL_FILES
from tests.command_line import ARTICLES, LOOSE, WESTERN, Ended, read, run, write

pytestmark = pytest.mark.slow


JOBS = ("1", "2", "3")
COMMANDS = (
    ("check",),
    ("fmt", "--diff"),
    ("convert", "--to", "jsonl"),
    ("convert", "--from", "text", "--to", "text"),
)
every_command = pytest.mark.parametrize("command", COMMANDS, ids="-".join)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of 150 files, several chunks of work, many of them with faults."""
    texts = [path.read_bytes() for path in ARTICLES]
    kinds = [
        *texts,
        LOOSE.encode(),
        WESTERN,
        b"",
        b"# T\n\n\n\nx\0y\n",
        *(text[: len(text) // 2] for text in texts),
    ]
    files: dict[str, str | bytes] = {
        f"{number % 7}/{number:03}.txt": kinds[number % len(kinds)] for number in range(150)
    }
    return write(tmp_path_factory.mktemp("corpus"), files)


@pytest.fixture(autouse=True)
def folder(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the corpus the current folder."""
    monkeypatch.chdir(corpus)


@every_command
def test_the_number_of_processes_changes_nothing(command: tuple[str, ...]) -> None:
    one, *others = [run(*command, ".", "gone.txt", "--jobs", jobs) for jobs in JOBS]
    assert others == [one, one]
    assert one.code == 2
    assert one.out
    assert "gone.txt: does not exist" in one.err


def test_many_files_make_it_worth_several_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kinds = (LOOSE.encode(), WESTERN)
    write(tmp_path, {f"{number}.txt": kinds[number % 2] for number in range(PARALLEL_FILES)})
    monkeypatch.chdir(tmp_path)
    alone = run("check", ".", "--no-cache")
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2}, raising=False)
    started: list[BaseProcess] = []
    start = BaseProcess.start

    def count(process: BaseProcess) -> None:
        started.append(process)
        start(process)

    monkeypatch.setattr(BaseProcess, "start", count)
    assert run("check", ".", "--no-cache") == alone
    assert len(started) == 3


def test_the_files_written_are_the_same(tmp_path: Path) -> None:
    for jobs in ("1", "3"):
        assert (
            run(
                "convert", ".", "--to", "json", "-o", tmp_path / jobs / "documents", "--jobs", jobs
            ).code
            == 1
        )
        assert (
            run(
                "convert",
                ".",
                "--to",
                "jsonl",
                "-o",
                tmp_path / jobs / "rows.jsonl",
                "--jobs",
                jobs,
            ).code
            == 1
        )
    written = read(tmp_path / "1")
    assert written == read(tmp_path / "3")
    assert len(written) > 100


@pytest.mark.parametrize("command", COMMANDS[1:], ids="-".join)
def test_what_is_reported_of_a_file_does_not_depend_on_the_others(command: tuple[str, ...]) -> None:
    paths = [str(path) for path in sorted(Path().rglob("*.txt"))[:50]]
    alone = {path: run(*command, path) for path in paths}
    for seed, jobs in enumerate(JOBS):
        shuffled = random.Random(seed).sample(paths, len(paths))
        ended = run(*command, *shuffled, "--jobs", jobs)
        assert ended.code == max(alone[path].code for path in paths)
        assert ended.out == "".join(alone[path].out for path in shuffled)
        assert without_summary(ended) == "".join(without_summary(alone[path]) for path in shuffled)


def test_a_check_is_the_same_in_whatever_order_the_files_are_named() -> None:
    paths = [str(path) for path in sorted(Path().rglob("*.txt"))[:200]]
    first = run("check", *paths)
    assert "[duplicate-body]" in first.out
    for seed, jobs in enumerate(JOBS):
        shuffled = random.Random(seed).sample(paths, len(paths))
        assert run("check", *shuffled, "--jobs", jobs) == first


def without_summary(ended: Ended) -> str:
    """Return what was printed to the standard error before its last line."""
    return "".join(ended.err.splitlines(keepends=True)[:-1])


def test_no_process_is_started_for_the_standard_input() -> None:
    ended = run("check", "-", "0/000.txt", "--jobs", "3", stdin=WESTERN)
    assert "-:1:6: error: " in ended.out
