"""Compare corpusfmt with linters of Markdown and YAML, as whole processes: ``make bench-peers``.

The commands of a comparison run in turn, five rounds by default; a figure is the median. CPU is the
user and system time of the process and of those it started. Where other programs run too, read the
ratios of CPU. With valgrind, the instructions of a run over one file are counted as well.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.instructions import count
from benchmarks.peer_corpora import (
    damaged,
    generated,
    markdown_of,
    real,
    remove_found,
    run_quietly,
    write_texts,
)


@dataclass(frozen=True, slots=True)
class Command:
    """A command to measure; ``prepare`` runs before each of its runs, and is not measured."""

    words: Sequence[str]
    prepare: Callable[[], object] | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """Medians of a command, in seconds."""

    cpu: float
    wall: float


@dataclass(frozen=True, slots=True)
class Limit:
    """The ratio that is aimed at, of CPU or of wall time."""

    most: float
    of: str = "wall"


class Bench:
    """Runs commands in turn, and prints a row for each comparison."""

    def __init__(self, programs: Path, work: Path, rounds: int) -> None:
        self.programs = programs
        self.work = work
        self.rounds = rounds

    def own(self, command: str, *words: str | Path) -> list[str]:
        """Return the words of a command of corpusfmt."""
        return self.peer("corpusfmt", *command.split(), *words)

    def peer(self, name: str, *words: str | Path) -> list[str]:
        """Return the words of a command of the environment of the peers."""
        return [str(self.programs / name), *map(str, words)]

    def compare(
        self, title: str, own: Command, other: Command, limit: Limit | None = None
    ) -> tuple[Figure, Figure]:
        """Measure two commands in turn, and print their medians, ratios, and the limit."""
        first, second = self.measure([own, other])
        cpu, wall = first.cpu / second.cpu, first.wall / second.wall
        aim = "" if limit is None else _verdict(limit, cpu if limit.of == "CPU" else wall)
        ratios = f"{cpu:.3g} | {wall:.3g} | {aim}"
        print(f"| {title} | {_seconds(first)} | {_seconds(second)} | {ratios} |", flush=True)
        return first, second

    def measure(self, commands: Sequence[Command]) -> list[Figure]:
        """Return the medians of commands that run in turn."""
        times: list[list[Figure]] = [[] for _ in commands]
        for _ in range(self.rounds):
            for own, command in zip(times, commands, strict=True):
                own.append(self._run(command))
        return [
            Figure(
                statistics.median(figure.cpu for figure in own),
                statistics.median(figure.wall for figure in own),
            )
            for own in times
        ]

    def _run(self, command: Command) -> Figure:
        if command.prepare is not None:
            command.prepare()
        start = time.monotonic()
        process = subprocess.Popen(
            command.words,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=self.work,
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.monotonic() - start
        if process.returncode not in (0, 1):
            raise RuntimeError(f"{' '.join(command.words)}: exit code {process.returncode}")
        return Figure(usage.ru_utime + usage.ru_stime, wall)


def _seconds(figure: Figure) -> str:
    return f"{figure.cpu:.3g} / {figure.wall:.3g}"


def _verdict(limit: Limit, ratio: float) -> str:
    met = "met" if ratio <= limit.most else "not met"
    return f"{limit.of} ≤ {limit.most:g}: {met}"


# ------------------------------------------------------------------------------------ comparisons

_LEVELS = "--isolated --ignore level-5"
_ONE_RULE = "--isolated --select schema"
"""Reads, parses and validates the articles, and asks no other rule: what no faster rule changes."""


def compare_cold(bench: Bench, folder: Path, jobs: int) -> None:
    """Compare runs that keep nothing."""
    rumdl = Command(bench.peer("rumdl", "check", "--isolated", "--no-cache", markdown_of(folder)))
    own = bench.own(f"check --no-cache {_LEVELS} -j {jobs}", folder)
    bench.compare("cold, levels 1 to 4 ÷ rumdl", Command(own), rumdl, Limit(1.5))
    own = bench.own(f"check --no-cache --isolated -j {jobs}", folder)
    bench.compare("cold, with corpus rules ÷ rumdl", Command(own), rumdl, Limit(2))
    own = bench.own(f"check --no-cache {_ONE_RULE} -j {jobs}", folder)
    bench.compare("cold, the rule `schema` only ÷ rumdl", Command(own), rumdl)


def compare_slow(bench: Bench, folder: Path, few: int) -> None:
    """Compare with linters that take long, over some of the files, each in one process."""
    paths = sorted(folder.rglob("*.txt"))[:few]
    pages = [markdown_of(folder) / path.relative_to(folder).with_suffix(".md") for path in paths]
    own = Command(bench.own(f"check --no-cache {_LEVELS} -j 1", *paths))
    least = Command(bench.own(f"check --no-cache {_ONE_RULE} -j 1", *paths))
    mdformat = Command(bench.peer("mdformat", "--check", *pages))
    bench.compare(f"cold, {len(paths)} files ÷ mdformat", own, mdformat, Limit(1 / 8, "CPU"))
    bench.compare(f"cold, {len(paths)} files, `schema` only ÷ mdformat", least, mdformat)
    pymarkdown = Command(bench.peer("pymarkdown", "scan", *pages))
    bench.compare(f"cold, {len(paths)} files ÷ pymarkdown", own, pymarkdown, Limit(1 / 80, "CPU"))
    bench.compare(f"cold, {len(paths)} files, `schema` only ÷ pymarkdown", least, pymarkdown)


def compare_warm(bench: Bench, folder: Path) -> None:
    """Compare runs over files that have not changed."""
    caches = [bench.work / "cache-own", bench.work / "cache-rumdl"]
    own = bench.own(f"check {_LEVELS} --cache-dir", caches[0], folder)
    rumdl = bench.peer(
        "rumdl", "check", "--isolated", "--cache-dir", caches[1], markdown_of(folder)
    )
    for words in (own, rumdl):
        run_quietly(words, bench.work)
    bench.compare("warm, levels 1 to 4 ÷ rumdl", Command(own), Command(rumdl), Limit(0.15))
    own = bench.own("check --isolated --cache-dir", caches[0], folder)
    run_quietly(own, bench.work)
    bench.compare("warm, with corpus rules ÷ rumdl", Command(own), Command(rumdl), Limit(0.15))


def compare_one(bench: Bench) -> None:
    """Compare runs over one file, of about the same size, with yamllint."""
    path = bench.work / "one.txt"
    path.write_text(next(iter(generated(1))), "utf-8")
    page = bench.work / "one.yaml"
    lines = [f"key-{number}: a value of some words, as in an article" for number in range(60)]
    page.write_text("\n".join(["---", *lines, ""]), "utf-8")
    yamllint = bench.peer("yamllint", page)
    commands = {
        "check": bench.own("check --isolated --no-cache", path),
        "fmt": bench.own("fmt --isolated", path),
        "convert": bench.own("convert --isolated --to json", path),
        "check, warm": bench.own("check --isolated --cache-dir", bench.work / "cache-one", path),
    }
    for title, words in commands.items():
        most = 0.5 if "warm" in title else 1
        for _ in range(2):  # the first keeps the patterns, and fills the cache
            run_quietly(words, bench.work)
        bench.compare(
            f"one file, {title} ÷ yamllint", Command(words), Command(yamllint), Limit(most, "CPU")
        )
        if shutil.which("valgrind") is not None:
            ratio = count(words, str(bench.work)) / count(yamllint, str(bench.work))
            verdict = _verdict(Limit(most, "instructions"), ratio)
            print(f"| … in instructions | | | {ratio:.3g} | | {verdict} |", flush=True)


def compare_writing(bench: Bench, files: int) -> None:
    """Compare what rewrites each file with a check of the same files."""
    source = bench.work / "damaged"
    write_texts(source, damaged(files))
    copy = bench.work / "project"

    def renew() -> None:
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(source, copy)
        (copy / "corpusfmt.toml").write_text("", "utf-8")

    def rewrite() -> None:
        renew()
        run_quietly(bench.own("fmt", copy), copy)

    check = Command(bench.own("check --no-cache --ignore level-5", source))
    options = "--ignore level-5 --config"
    settings = copy / "corpusfmt.toml"
    writing = {
        "check --fix": (bench.own(f"check --fix {options}", settings, copy), renew),
        "fmt": (bench.own("fmt --config", settings, copy), renew),
        "undo": (bench.own("undo --config", settings), rewrite),
    }
    for title, (words, prepare) in writing.items():
        bench.compare(
            f"{title}, {files} files rewritten ÷ check", Command(words, prepare), check, Limit(2)
        )


def measure_one_changed(bench: Bench, files: int) -> None:
    """Measure a run over many files of which one has changed."""
    folder = bench.work / "many"
    write_texts(folder, (f"# Article {n}\n\n\n\nText {n * n}.\n" for n in range(files)))
    path = folder / "0000" / "article-000001.txt"

    def change() -> None:
        path.write_text(f"# Changed\n\n\n\nAt {time.monotonic_ns()}.\n", "utf-8")

    for title, options in (("levels 1 to 4", _LEVELS), ("with corpus rules", "--isolated")):
        words = bench.own(f"check {options} --cache-dir", bench.work / "cache-many", folder)
        run_quietly(words, bench.work)
        [figure] = bench.measure([Command(words, change)])
        met = "met" if figure.wall < 1 else "not met"
        row = f"one changed of {files}, {title} | {_seconds(figure)} | | | | wall < 1 s: {met}"
        print(f"| {row} |", flush=True)


def compare_corpus(
    bench: Bench, folder: Path, only: set[str], arguments: argparse.Namespace
) -> None:
    """Run those of the comparisons over one corpus that are wanted."""
    if "cold" in only:
        compare_cold(bench, folder, arguments.jobs)
    if "slow" in only:
        compare_slow(bench, folder, arguments.few)
    if "warm" in only:
        compare_warm(bench, folder)


def main() -> int:
    """Run the comparisons, and return the exit code."""
    parser = argparse.ArgumentParser(description="Compare corpusfmt with other linters.")
    parser.add_argument("--programs", type=Path, default=Path(".venv-peers/bin"))
    parser.add_argument("--work", type=Path, default=Path("out/peers"))
    parser.add_argument("--files", type=int, default=20_000)
    parser.add_argument("--few", type=int, default=60, help="files for the slow linters")
    parser.add_argument("--rewritten", type=int, default=1000)
    parser.add_argument("--many", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--field", type=Path, help="a folder of real articles")
    parser.add_argument("--only", default="cold,slow,warm,one,writing,changed")
    arguments = parser.parse_args()
    only = set(arguments.only.split(","))
    for name in [name for name in os.environ if name.startswith("PYTHON")]:
        del os.environ[name]  # some make Python slower
    arguments.work.mkdir(parents=True, exist_ok=True)
    bench = Bench(arguments.programs.absolute(), arguments.work.absolute(), arguments.rounds)
    corpora = {"generated": generated(arguments.files)}
    if arguments.field is not None:
        corpora["real"] = real(bench.programs / "corpusfmt", bench.work, arguments.field.absolute())
    print("| comparison | CPU / wall in s | of the other | CPU | wall | aim |")
    print("|---|---|---|---|---|---|")
    for name, texts in corpora.items():
        folder = bench.work / name
        number = write_texts(folder, texts)
        if name == "generated":
            number -= remove_found(bench.programs / "corpusfmt", bench.work, folder)
        print(f"| **{number:,} {name} articles** | | | | | |", flush=True)
        compare_corpus(bench, folder, only, arguments)
    if "one" in only:
        compare_one(bench)
    if "writing" in only:
        compare_writing(bench, arguments.rewritten)
    if "changed" in only:
        measure_one_changed(bench, arguments.many)
    return 0


if __name__ == "__main__":
    sys.exit(main())
