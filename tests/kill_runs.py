"""Kill runs that write, at random moments, and look at what is left.

``python tests/kill_runs.py --seed 7 --kills 200`` runs it by hand. A kill is a signal to one
process or to the whole group, in the middle of ``fmt``, ``check --fix``, ``undo``, ``convert``,
``convert --shards`` or ``check --quarantine``. After each, every article is byte for byte the old
or the new one, in one place; the next run is not kept out by a lock, removes temporary files, and
does the whole work; undo puts everything back.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tests.command_line import ENVIRONMENT, PROGRAM, Ended
from tests.command_line import run as run_here

Files = dict[str, bytes]

SIGNALS = ("SIGKILL", "SIGTERM", "SIGINT")
OWN = ".corpusfmt"
PATIENCE = 60.0


class KillError(AssertionError):
    """Something that a killed run left is not as it should be."""


@dataclass(frozen=True)
class Operation:
    """A command that is killed: what is run before it, where its first effect shows, and what it
    should come to.
    """

    name: str
    words: tuple[str, ...]
    effect: str
    """A pattern of the files that show that the work has begun."""
    before: tuple[str, ...] = ()
    is_undone: bool = False
    """Whether undo puts back what it did."""


FIX = ("check", "--fix", "--ignore", "level-5")
OPERATIONS = (
    Operation("fmt", ("fmt", "."), f"{OWN}/undo/*/*.journal", is_undone=True),
    Operation("check --fix", (*FIX, "."), f"{OWN}/undo/*/*.journal", is_undone=True),
    Operation("undo", ("undo",), f"{OWN}/lock", before=("fmt", ".")),
    Operation("convert", ("convert", "articles", "--to", "json", "-o", "out"), "out/*"),
    Operation(
        "shards",
        ("convert", "articles", "--to", "jsonl", "--shards", "20kB", "-o", "out"),
        "out/part-*",
    ),
    Operation(
        "quarantine",
        ("check", "--quarantine", "aside", "--ignore", "level-5", "."),
        "aside/**/*.txt",
    ),
)


def make_corpus(folder: Path, number: int, chance: random.Random) -> None:
    """Write articles in folders: most of them not canonical, some with what no fix repairs."""
    for each in range(number):
        body = "".join(
            f"Word {each} and {chance.random()} more  \nof the article.\n\n" for _ in range(12)
        )
        if each % 3 == 0:
            body += "A paragraph with a <div> in it.\n\n"
        text = f"# Ferry {each}\n\n\n\n\nThe first sentence of article {each}.\n\n{body}\n\n"
        if each % 6 == 4:
            text = (
                f"# Ferry {each}\n\n\n\nThe first sentence of article {each}, which is canonical.\n"
            )
        path = folder / "articles" / f"{each % 7}" / f"{each:04}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.replace("\n", "\r\n" if each % 6 == 0 else "\n").encode())


def read_all(folder: Path) -> Files:
    """Return every file but those of corpusfmt itself and temporary ones."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and OWN not in path.relative_to(folder).parts and path.suffix != ".tmp"
    }


def run(folder: Path, *words: str) -> Ended:
    """Run a command to its end, in this process: many kills need many runs."""
    before = os.getcwd()
    os.chdir(folder)
    try:
        return run_here(*words)
    finally:
        os.chdir(before)


@dataclass
class Killer:
    """A series of kills, each in a copy of the same corpus."""

    place: Path
    chance: random.Random
    counts: Counter[str] = field(default_factory=Counter)
    expected: dict[str, Files] = field(default_factory=dict)
    lengths: dict[tuple[str, int], float] = field(default_factory=dict)

    @property
    def corpus(self) -> Path:
        """The corpus, which stays as it is."""
        return self.place / "corpus"

    def kill_one(
        self, operation: Operation, number: signal.Signals, *, group: bool, jobs: int
    ) -> str:
        """Kill a run of an operation, look at what is left, and return what was done."""
        jobs_words = () if operation.name == "undo" else ("--jobs", str(jobs))
        words = (*operation.words, *jobs_words)
        if operation.name not in self.expected:
            self._run_whole(operation, words)
        if (operation.name, jobs) not in self.lengths:
            self.lengths[operation.name, jobs] = self._measure(operation, words)
        folder = self._copy(operation)
        start = read_all(folder)
        delay = self.chance.uniform(0, 0.9) * self.lengths[operation.name, jobs]
        is_late = self.chance.random() < 0.9
        error = self.place / "stderr"
        with open(error, "wb") as stderr:
            process = subprocess.Popen(
                (*PROGRAM, *words),
                cwd=folder,
                env=ENVIRONMENT,
                stdout=subprocess.DEVNULL,
                stderr=stderr,
                start_new_session=True,
            )
            if is_late:
                wait_for(lambda: has_begun(folder, operation.effect) or process.poll() is not None)
            time.sleep(delay)
            is_alive = process.poll() is None
            if is_alive:
                (os.killpg if group else os.kill)(process.pid, number)
            process.wait(PATIENCE)
        wait_for(lambda: not is_group_alive(process.pid))
        target = "group" if group else "process"
        done = f"{operation.name}, {number.name}, {target}, {jobs} jobs, {delay:.3f} s"
        try:
            is_partial = self._look(operation, folder, start)
            said = error.read_text("utf-8")
            if process.returncode == 130:
                self._check_count(operation, start, read_all(folder), said)
            if "Traceback" in said:
                raise KillError(f"a traceback was printed:\n{said}")
            self._go_on(operation, words, folder, start)
        except KillError as problem:
            raise KillError(f"{done}: {problem} (in {folder})") from problem
        self.counts["kills"] += 1
        self.counts["hit a live process"] += is_alive
        self.counts["in the middle of the work"] += is_alive and is_partial
        self.counts[operation.name] += 1
        shutil.rmtree(folder)
        state = "alive" if is_alive else "ended"
        return f"{done}: {state}, {'partly done' if is_partial else 'none or all done'}"

    def _copy(self, operation: Operation) -> Path:
        folder = Path(tempfile.mkdtemp(dir=self.place))
        shutil.copytree(self.corpus, folder, dirs_exist_ok=True)
        if operation.before:
            run(folder, *operation.before)
        return folder

    def _run_whole(self, operation: Operation, words: Iterable[str]) -> None:
        folder = self._copy(operation)
        run(folder, *words)
        self.expected[operation.name] = without_times(read_all(folder))
        shutil.rmtree(folder)

    def _measure(self, operation: Operation, words: Iterable[str]) -> float:
        """Return how long the work takes from its first effect on."""
        folder = self._copy(operation)
        process = subprocess.Popen(
            (*PROGRAM, *words),
            cwd=folder,
            env=ENVIRONMENT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        wait_for(lambda: has_begun(folder, operation.effect) or process.poll() is not None)
        begun = time.monotonic()
        process.wait(PATIENCE)
        shutil.rmtree(folder)
        return time.monotonic() - begun

    def _look(self, operation: Operation, folder: Path, start: Files) -> bool:
        """Check what a killed run has left; return whether the work was done in part."""
        now, whole = read_all(folder), self.expected[operation.name]
        if operation.name == "quarantine":
            return self._look_at_quarantine(now, start)
        for path, data in now.items():
            if data not in (start.get(path), whole.get(path)):
                raise KillError(f"{path} is neither the old nor the new file")
        lost = start.keys() - now.keys()
        if lost:
            raise KillError(f"lost: {sorted(lost)}")
        return now not in (start, whole)

    def _look_at_quarantine(self, now: Files, start: Files) -> bool:
        moved = 0
        for path, data in start.items():
            places = [place for place in (path, f"aside/{path}") if place in now]
            if len(places) != 1:
                raise KillError(f"{path} is in {len(places)} places: {places}")
            if now[places[0]] != data:
                raise KillError(f"{places[0]} is not the file that it was")
            moved += places[0] != path
        return 0 < moved < sum(path.startswith("aside/") for path in self.expected["quarantine"])

    def _check_count(self, operation: Operation, start: Files, now: Files, said: str) -> None:
        """Check that an interrupted run has counted what it has rewritten.

        A run that had ended when the signal came has printed its last line: that of a whole run.
        """
        if not operation.is_undone:
            return
        counts = re.findall(r"([\d,]+) (?:files? )?rewritten", said)
        counts = counts or re.findall(r"fixes made in ([\d,]+) files?", said)
        changed = sum(now[path] != data for path, data in start.items())
        counted = int(counts[-1].replace(",", "")) if counts else 0
        if counted != changed:
            raise KillError(f"{changed} files were rewritten, and the run counts {counted}: {said}")

    def _go_on(
        self, operation: Operation, words: Iterable[str], folder: Path, start: Files
    ) -> None:
        """Check that the next runs do what a killed one did not."""
        if operation.is_undone:
            ended = run(folder, "undo")
            nothing = "nothing to undo" in ended.err
            if ended.code != (2 if nothing else 0) or read_all(folder) != start:
                raise KillError(f"undo has not put everything back: {ended.err}")
        ended = run(folder, *words)
        if "another run" in ended.err:
            raise KillError(f"a lock was left: {ended.err}")
        nothing = operation.name == "undo" and "nothing to undo" in ended.err
        if ended.code not in ((2,) if nothing else (0, 1)):
            raise KillError(f"the next run failed: {ended.err}")
        if without_times(read_all(folder)).keys() != self.expected[operation.name].keys():
            raise KillError("the next run has not done the whole work")
        for path, data in without_times(read_all(folder)).items():
            if data != self.expected[operation.name][path]:
                raise KillError(f"the next run has not written {path} as it should be")
        left = [str(path) for path in folder.rglob("*.tmp") if OWN not in path.parts]
        if left:
            raise KillError(f"temporary files are left: {left}")


def without_times(files: Files) -> Files:
    """Return the files with a manifest as the set of its rows: their order is that of the runs."""
    return {
        path: b"\n".join(sorted(data.splitlines())) if path.endswith("manifest.jsonl") else data
        for path, data in files.items()
    }


def has_begun(folder: Path, pattern: str) -> bool:
    """Return whether a file of this pattern exists."""
    try:
        return next(folder.glob(pattern), None) is not None
    except OSError:
        return False


def is_group_alive(group: int) -> bool:
    """Return whether a process of a group runs."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def wait_for(condition: Callable[[], bool]) -> None:
    """Wait until a condition holds."""
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            raise KillError("waited in vain")
        time.sleep(0.001)


def kill_runs(
    place: Path, *, seed: int, kills: int, articles: int, verbose: bool = False
) -> Counter[str]:
    """Kill so many runs on a corpus of so many articles, and return what was hit; KillError where
    anything is wrong.
    """
    chance = random.Random(seed)
    killer = Killer(place, chance)
    make_corpus(killer.corpus, articles, chance)
    (killer.corpus / "corpusfmt.toml").write_text('exclude = ["aside/", "out/"]\n')
    choices = [(operation, name) for operation in OPERATIONS for name in SIGNALS]
    for kill in range(kills):
        if kill % len(choices) == 0:
            chance.shuffle(choices)
        operation, name = choices[kill % len(choices)]
        number = signal.Signals[name]
        group = chance.random() < 0.5
        outcome = killer.kill_one(operation, number, group=group, jobs=chance.choice((1, 3)))
        if verbose:
            print(f"{kill + 1:>4}  {outcome}", flush=True)
    return killer.counts


def check_fair(counts: Counter[str]) -> None:
    """Raise KillError where too few kills have hit what they are about."""
    if counts["hit a live process"] < 0.7 * counts["kills"]:
        raise KillError(f"too few kills hit a live process: {dict(counts)}")
    if counts["in the middle of the work"] < 0.4 * counts["kills"]:
        raise KillError(f"too few kills came in the middle of the work: {dict(counts)}")


def main() -> int:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--place", metavar="FOLDER", help="where to work, such as a disk in memory")
    given = parser.parse_args()
    place = Path(tempfile.mkdtemp(prefix="corpusfmt-kills-", dir=given.place))
    try:
        counts = kill_runs(
            place, seed=given.seed, kills=given.kills, articles=given.articles, verbose=True
        )
        check_fair(counts)
    except KillError as problem:
        print(f"failed: {problem}", file=sys.stderr)
        return 1
    shutil.rmtree(place)
    print(", ".join(f"{name}: {number}" for name, number in counts.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
