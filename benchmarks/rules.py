"""What each rule costs on clean articles, as a share of reading, parsing and the schema.

    python benchmarks/rules.py FOLDER [--rounds 5]

One process. What a rule costs is measured on articles that have been read, with what the rules share made ready; what
they share is measured by itself, each part with what it is made of ready. Every rule runs over all articles in each
round, and its best round counts. Only articles without a finding are taken, as a rule that finds something takes the
time to say what: ``corpusfmt check --fix`` makes most articles such.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from corpusfmt.builder import read_document
from corpusfmt.checker import check_subject
from corpusfmt.files import read_bytes
from corpusfmt.policy import default_policy
from corpusfmt.rules import all_rules
from corpusfmt.subject import Subject
from corpusfmt.validator import problems

SHARED = ("tokens_by_type", "after_gap", "blocks", "said", "headings", "canonical", "host")
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
    policy = default_policy().without(rule.name for rule in all_rules() if rule.level == 5)
    paths = [path for path in paths if not check_subject(Subject(read_bytes(path), path), policy).diagnostics]
    if not paths:
        raise SystemExit(f"{arguments.folder} holds no articles that are clean")
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
    print(f"{count} clean files, {sum(map(len, contents)) / count:.0f} bytes each")
    print(f"{'read, parse and schema':<26} {base / count * 1e6:>8.1f} µs a file")
    total = 0.0
    for number, name in enumerate(SHARED):
        took = best(
            arguments.rounds, ready_for(read, SHARED[:number]), lambda subject, name=name: getattr(subject, name)
        )
        total += took
        print(f"shared: {name:<18} {took / count * 1e6:>8.1f} {took / base:>7.1%}")
    for rule in all_rules():
        if rule.is_on and rule.level < 5:
            took = best(arguments.rounds, ready, lambda subject, rule=rule: list(rule.check(subject)))
            total += took
            print(f"{rule.level} {rule.name:<24} {took / count * 1e6:>8.1f} {took / base:>7.1%}")
    print(f"{'all of these':<26} {total / count * 1e6:>8.1f} {total / base:>7.1%}")
    times = []
    for _ in range(arguments.rounds):
        start = time.process_time()
        for path in paths:
            check_subject(Subject(read_bytes(path), path), policy)
        times.append(time.process_time() - start)
    whole = min(times)
    print(f"{'check, one by one':<26} {whole / count * 1e6:>8.1f} {whole / base:>7.1%}")
    print(f"{'  of that, the rules':<26} {(whole - base) / count * 1e6:>8.1f} {(whole - base) / base:>7.1%}")


def ready_for(read: Callable[[], list[Subject]], views: Sequence[str]) -> Callable[[], list[Subject]]:
    """What makes subjects that have been read, with these views."""

    def make() -> list[Subject]:
        subjects = read()
        for subject in subjects:
            _ = subject.reading, *(getattr(subject, name) for name in views)
        return subjects

    return make


if __name__ == "__main__":
    main()
