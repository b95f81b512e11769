"""Law 7: the same answer, whatever the number of workers, the order of the texts and the cache."""

import contextlib
import os
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from corpusfmt.api.articles import format
from corpusfmt.syntax.reading import read_document
from tests.budget import PROFILE
from tests.command_line import run

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
TEXTS = [path.read_bytes().decode() for path in sorted(CORPUS.glob("*.txt"))[:12]]


def test_the_articles_are_there() -> None:
    assert len(TEXTS) == 12


def test_workers_read_and_write_in_any_order_what_one_process_does() -> None:
    # Spawned rather than forked: a worker has nothing from this process.
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as workers:
        assert list(workers.map(read_document, TEXTS, chunksize=5)) == list(
            map(read_document, TEXTS)
        )
        assert list(workers.map(format, TEXTS[::-1])) == list(map(format, TEXTS))[::-1]


# ------------------------------------------------------------------------------------- the cache


class _Step(NamedTuple):
    """What happens before a run: a file is written, moved or removed, or the cache is damaged."""

    kind: str
    name: str
    other: str
    content: str


NAMES = ("a.txt", "b.txt", "c/a.txt", "c/b.txt", "d/e/f.txt")
CONTENTS = (*TEXTS[:4], TEXTS[0].replace("e", "é", 5), "# Ferry\n\n\n\nText.\n", "# Ferry\n", "x\0")
KINDS = ("write", "write in the same tick", "move", "remove", "touch", "damage")
STEPS = st.builds(
    _Step,
    st.sampled_from(KINDS),
    st.sampled_from(NAMES),
    st.sampled_from(NAMES),
    st.sampled_from(CONTENTS),
)
COMMANDS = (
    ("check", "."),
    ("check", ".", "--ignore", "level-5"),
    ("check", "c", "a.txt", "b.txt"),
    ("fmt", "--check", "."),
)
Runs = list[tuple[_Step, tuple[str, ...], bool]]
RUNS = st.lists(st.tuples(STEPS, st.sampled_from(COMMANDS), st.booleans()), max_size=6)

NUMBERED = {"ci": 20, "quick": 5, "long": 20_000}[PROFILE]
"""How many lists of runs there are, each with its number as seed.

Hypothesis keeps what it has drawn, which is several gigabytes for as many examples.
"""


@given(RUNS)
@settings(max_examples=min(settings().max_examples // 5, 100))
def test_a_warm_cache_gives_the_answer_of_none(runs: Runs) -> None:
    compare_with_the_cache(runs)


def test_a_warm_cache_gives_the_answer_of_none_in_numbered_runs() -> None:
    for number in range(NUMBERED):
        try:
            compare_with_the_cache(numbered_runs(number))
        except AssertionError as error:
            raise AssertionError(f"the runs of number {number}") from error


def numbered_runs(number: int) -> Runs:
    """Return one to six runs that are the same for the same number."""
    random = Random(number)
    runs: Runs = []
    for _ in range(random.randint(1, 6)):
        step = _Step(
            random.choice(KINDS),
            random.choice(NAMES),
            random.choice(NAMES),
            random.choice(CONTENTS),
        )
        runs.append((step, random.choice(COMMANDS), random.random() < 0.5))
    return runs


def compare_with_the_cache(runs: Runs) -> None:
    """Run commands with and without the cache, each after a step, and compare what they say."""
    with TemporaryDirectory() as folder, contextlib.chdir(folder):
        corpus, caches = Path("corpus"), Path("caches").absolute()
        for number, name in enumerate(NAMES):
            _write(corpus / name, CONTENTS[number % 2])
        os.chdir(corpus)
        now = time.time_ns()
        for step, command, is_later in runs:
            _do(step, caches)
            # The clock of the stamps: files are settled, or were modified just now.
            shown = now + is_later * HOUR
            with patch("corpusfmt.files.stamp.time.time_ns", return_value=shown):
                expected = run(*command, "--no-cache")
                assert run(*command, "--cache-dir", caches) == expected
                assert run(*command, "--cache-dir", caches) == expected
        os.chdir(folder)


HOUR = 3_600_000_000_000


def _write(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode())


def _do(step: _Step, caches: Path) -> None:
    path = Path(step.name)
    if step.kind == "write":
        _write(path, step.content)
    elif step.kind == "damage":
        _damage(caches)
    elif not path.exists():
        return
    elif step.kind == "remove":
        path.unlink()
    elif step.kind == "touch":
        os.utime(path)
    elif step.kind == "move":
        Path(step.other).parent.mkdir(parents=True, exist_ok=True)
        path.replace(step.other)
    else:
        _write_in_the_same_tick(path)


def _write_in_the_same_tick(path: Path) -> None:
    """Change a file that keeps its size and time of modification."""
    before = path.stat()
    path.write_bytes(path.read_bytes()[::-1])
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def _damage(caches: Path) -> None:
    for path in caches.glob("*.sqlite"):
        data = path.read_bytes()
        middle = len(data) // 2
        path.write_bytes(data[:middle] + bytes(200) + data[middle + 200 :])
