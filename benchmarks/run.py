"""Measure files per second of all commands, and the ratio to a loop that only reads.

    python benchmarks/run.py [--files 20000] [--rounds 3] [--only read --only parse …]
                             [--data benchmarks/data]

One process. The corpus is taken in chunks; every command runs over a chunk before the next chunk
begins, and a chunk's best round counts, so that a machine which slows down slows all commands
alike. Read the ratios.
"""

from __future__ import annotations

import argparse
import os
import platform
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"
CHUNK, ROUNDS = 500, 3

Command = Callable[[Sequence[str]], None]
Times = tuple[float, float]
"""CPU time and wall time in seconds."""


def find_files(folder: Path, most: int | None) -> list[str]:
    """Return the paths of the corpus in their order, at most so many."""
    paths = sorted(str(path) for path in folder.rglob("*.txt"))
    if not paths:
        raise SystemExit(
            f"{os.path.relpath(folder)} holds no articles: run benchmarks/make_corpus.py first"
        )
    return paths[:most]


def measure(commands: dict[str, Command], paths: list[str], rounds: int) -> dict[str, Times]:
    """Time every command over all files: the sums, over the chunks, of each chunk's best round."""
    for command in commands.values():
        command(paths[:20])  # tables, schema and caches are loaded before the clock runs
    sums = dict.fromkeys(commands, (0.0, 0.0))
    for start in range(0, len(paths), CHUNK):
        chunk = paths[start : start + CHUNK]
        times: dict[str, list[Times]] = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                times[name].append(_timed(command, chunk))
        for name, (cpu, wall) in sums.items():
            sums[name] = (
                cpu + min(time[0] for time in times[name]),
                wall + min(time[1] for time in times[name]),
            )
    return sums


def report(sums: dict[str, Times], count: int) -> str:
    """Return the table: a line for each command.

    It has the ratios of CPU time to both bare loops, if they were measured.
    """
    lines = [
        f"{'command':<26} {'files/s':>9} {'CPU µs':>8} {'wall µs':>8} {'to read':>8} {'to open':>8}"
    ]
    for name, (cpu, wall) in sums.items():
        ratios = " ".join(_ratio(cpu, sums.get(base)) for base in ("read", "read-text"))
        each = f"{count / wall:>9,.0f} {cpu / count * 1e6:>8.1f} {wall / count * 1e6:>8.1f}"
        lines.append(f"{_TITLES[name]:<26} {each} {ratios}")
    return "\n".join(lines)


def _ratio(cpu: float, base: Times | None) -> str:
    return f"{cpu / base[0]:>8.2f}" if base else f"{'-':>8}"


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(
        description="Files per second, and the ratio to a bare read loop."
    )
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--files", type=int)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument(
        "--only", action="append", choices=list(_MAKERS), help="may be given several times"
    )
    arguments = parser.parse_args()
    paths = find_files(arguments.data, arguments.files)
    commands, missing = _available(arguments.only or list(_MAKERS))
    print(f"{len(paths)} files, {sum(map(os.path.getsize, paths)) / 1e6:.1f} MB; {_machine()}")
    print(report(measure(commands, paths, arguments.rounds), len(paths)))
    for reason in missing:
        print(reason)


# ----------------------------------------------------------------------------------------- commands


def _read(path: str) -> bytes:
    """Return the bytes of a file, by the fewest system calls; no file has a megabyte."""
    descriptor = os.open(path, os.O_RDONLY)
    data = os.read(descriptor, 1 << 20)
    os.close(descriptor)
    return data


def _on_each(work: Callable[[bytes, str], Any]) -> Command:
    """Return a command that reads every file and works on its bytes, given its path."""

    def run(paths: Sequence[str]) -> None:
        for path in paths:
            work(_read(path), path)

    return run


def _read_only() -> Command:
    def run(paths: Sequence[str]) -> None:
        for path in paths:
            _read(path)

    return run


def _read_text() -> Command:
    def run(paths: Sequence[str]) -> None:
        for path in paths:
            with open(path, encoding="utf-8") as file:
                file.read()

    return run


def _parse() -> Command:
    read_document = import_module("corpusfmt.syntax.reader").read_document
    return _on_each(lambda data, _: read_document(data.decode()))


def _parse_and_validate() -> Command:
    read_document = import_module("corpusfmt.syntax.reader").read_document
    is_valid = import_module("corpusfmt.validation.validator").is_valid
    return _on_each(lambda data, _: is_valid(read_document(data.decode())))


def _format() -> Command:
    format_text = import_module("corpusfmt.syntax.roundtrip").format
    return _on_each(lambda data, _: format_text(data.decode()))


def _format_whole() -> Command:
    read = import_module("corpusfmt.syntax.reading").Reading
    write_reading = import_module("corpusfmt.syntax.roundtrip").write_reading
    return _on_each(lambda data, _: write_reading(read(data.decode())))


def _check() -> Command:
    return _on_each(import_module("corpusfmt.lint.checker").check)


def _convert() -> Command:
    read_documents = import_module("corpusfmt.convert.reading").read_documents
    render = import_module("corpusfmt.convert.writing").render
    return _on_each(
        lambda data, path: [
            render(outcome.document, "jsonl") for outcome in read_documents(data, path, "text")
        ]
    )


_MAKERS: dict[str, Callable[[], Command]] = {
    "read": _read_only,
    "read-text": _read_text,
    "parse": _parse,
    "validate": _parse_and_validate,
    "format": _format,
    "format-whole": _format_whole,
    "check": _check,
    "convert": _convert,
}
_TITLES = {
    "read": "read, by os.read",
    "read-text": "read, by open() as text",
    "parse": "parse",
    "validate": "parse + schema",
    "format": "format",
    "format-whole": "format, proved",
    "check": "check",
    "convert": "convert to a JSON line",
}


def _available(names: Sequence[str]) -> tuple[dict[str, Command], list[str]]:
    """Return the commands that the installed package has, and why the others are not measured."""
    commands, missing = {}, []
    for name in names:
        try:
            commands[name] = _MAKERS[name]()
        except (ImportError, AttributeError) as error:
            missing.append(f"{_TITLES[name]}: not measured, {error}")
    return commands, missing


def _timed(command: Command, chunk: Sequence[str]) -> Times:
    cpu, wall = time.process_time(), time.perf_counter()
    command(chunk)
    return time.process_time() - cpu, time.perf_counter() - wall


def _machine() -> str:
    return f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores"


if __name__ == "__main__":
    main()
