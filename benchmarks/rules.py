"""What each rule costs on clean articles, as a share of reading, parsing and the schema.

    python benchmarks/rules.py FOLDER [--rounds 5]

One process. What a rule costs is measured on articles that have been read, with what the rules share made ready; what
they share is measured by itself. Every rule runs over all articles in each round, and its best round counts. The
articles should be clean (``corpusfmt check --fix``): a rule that finds something takes the time to say what.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path

from corpusfmt.builder import read_document
from corpusfmt.files import read_bytes
from corpusfmt.rules import all_rules
from corpusfmt.subject import Subject
from corpusfmt.validator import problems

SHARED = ("blocks", "canonical")
"""What several rules look at, made once for an article."""


def best(rounds: int, make: Callable[[], list[Subject]], work: Callable[[Subject], object]) -> float:
    """CPU seconds of the best round over subjects that are made anew for each."""
    times = []
    for _ in range(rounds):
        subjects = make()
        start = time.process_time()
        for subject in subjects:
            work(subject)
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    parser = argparse.ArgumentParser(description="What each rule costs, as a share of reading, parsing and the schema.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    paths = [str(path) for path in sorted(arguments.folder.rglob("*")) if path.suffix in (".txt", ".md")]
    if not paths:
        raise SystemExit(f"{arguments.folder} holds no articles")
    contents = [read_bytes(path) for path in paths]

    def read() -> list[Subject]:
        return [Subject(content) for content in contents]

    def ready() -> list[Subject]:
        subjects = read()
        for subject in subjects:
            _ = subject.reading, subject.problems, subject.host, *(getattr(subject, name) for name in SHARED)
        return subjects

    times = []
    for _ in range(arguments.rounds):
        start = time.process_time()
        for path in paths:
            problems(read_document(read_bytes(path).decode("utf-8", "replace")))
        times.append(time.process_time() - start)
    base, count = min(times), len(paths)
    print(f"{count} files, {sum(map(len, contents)) / count:.0f} bytes each")
    print(f"{'read, parse and schema':<26} {base / count * 1e6:>8.1f} µs a file")
    total = 0.0
    for name in SHARED:
        took = best(arguments.rounds, read_and_parsed(read), lambda subject, name=name: getattr(subject, name))
        total += took
        print(f"shared: {name:<18} {took / count * 1e6:>8.1f} {took / base:>7.1%}")
    for rule in all_rules():
        if rule.is_on and rule.level < 5:
            took = best(arguments.rounds, ready, lambda subject, rule=rule: list(rule.check(subject)))
            total += took
            print(f"{rule.level} {rule.name:<24} {took / count * 1e6:>8.1f} {took / base:>7.1%}")
    print(f"{'all':<26} {total / count * 1e6:>8.1f} {total / base:>7.1%}")


def read_and_parsed(read: Callable[[], list[Subject]]) -> Callable[[], list[Subject]]:
    def make() -> list[Subject]:
        subjects = read()
        for subject in subjects:
            _ = subject.reading
        return subjects

    return make


if __name__ == "__main__":
    main()
