"""What each rule costs on clean articles, as a share of reading, parsing and the schema.

    python benchmarks/rules.py FOLDER [--rounds 15] [--only base|read|check]

One process. The articles are checked as `corpusfmt check` checks many: 32 at once, rule by rule,
each rule over those that the prefilter lets through to it; what rules share is made first, and
measured by itself, as is the prefilter. So the parts add up. The best round of each counts. Only
articles without a finding are taken, as a rule that finds something takes the time to say what:
``corpusfmt check --fix`` makes most articles such.

The base is what a program does that asks for no rule: read the file, parse it, and validate the
document. With ``--only`` nothing is timed: the files are read so by a program (``base``) or by the
checker (``read``), or checked, so many times as there are rounds, for a tool that counts
instructions.
"""

from __future__ import annotations

import argparse
import gc
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from corpusfmt.config.policy import default_policy
from corpusfmt.files.read import read_bytes
from corpusfmt.lint.checker import Checker
from corpusfmt.lint.context import Context
from corpusfmt.lint.needs import has_one
from corpusfmt.lint.policy import Policy
from corpusfmt.lint.prefilter import prefilter_of
from corpusfmt.lint.rule import Rule
from corpusfmt.rules import all_rules
from corpusfmt.syntax.reading import read_document
from corpusfmt.validation.validator import problems

AT_ONCE = 32
SHARED = ("texts", "types", "is_canonical", "tokens_by_type", "body_end", "signs")
"""What several rules look at, made once for an article. What the rules share beside is in the share
of the first.
"""

Parts = dict[str, float]
"""CPU seconds by what they were spent on."""


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(
        description="What each rule costs, as a share of reading, parsing and the schema."
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--only", choices=("base", "read", "check"))
    arguments = parser.parse_args()
    paths = [
        str(path) for path in sorted(arguments.folder.rglob("*")) if path.suffix in (".txt", ".md")
    ]
    policy = default_policy().without(rule.name for rule in all_rules() if rule.level == 5)
    checker = Checker(policy)
    paths = [
        path for path in paths if not checker.check(Context(read_bytes(path), path)).diagnostics
    ]
    if not paths:
        raise SystemExit(f"{arguments.folder} holds no articles that are clean")
    prefilter_of(policy.rules).prepare()
    gc.disable()  # as nearly so in `corpusfmt check`
    if arguments.only is not None:
        work = {"base": read_alone, "read": read_to_check, "check": check_all}[arguments.only]
        for _ in range(arguments.rounds):
            work(paths, policy)
        return
    best = best_of(arguments.rounds, lambda: measure(paths, policy))
    print(table(best, len(paths), sum(len(read_bytes(path)) for path in paths)))


def best_of(rounds: int, work: Callable[[], Parts]) -> Parts:
    """Return the best round of each part."""
    best: Parts = {}
    for _ in range(rounds):
        for name, took in work().items():
            best[name] = min(took, best.get(name, took))
    return best


def measure(paths: Sequence[str], policy: Policy) -> Parts:
    """One round: the base, the whole, and the parts of it."""
    parts: Parts = defaultdict(float)
    rules = [rule for rule in all_rules() if rule.name in policy.on]
    for name, work in (("base", read_alone), ("read", read_to_check), ("whole", check_all)):
        start = time.process_time()
        work(paths, policy)
        parts[name] = time.process_time() - start
    for some in groups(paths):
        subjects = read(some)
        for name in SHARED:
            start = time.process_time()
            for context in subjects:
                getattr(context, name)
            parts[f"shared: {name}"] += time.process_time() - start
        start = time.process_time()
        likely = prefilter_of(rules).find(subjects)
        parts["shared: the prefilter"] += time.process_time() - start
        for rule in rules:
            start = time.process_time()
            for number in likely.get(rule.name, range(len(subjects))):
                context = subjects[number]
                if rule.needs and not has_one(context, rule.needs):
                    continue
                if rule.applies is None or rule.applies(context):
                    next(rule.check(context), None)
            parts[label(rule)] += time.process_time() - start
        del subjects, context  # here, and not while the next are measured
    return dict(parts)


def read_alone(paths: Sequence[str], _: Policy) -> None:
    """Read, parse and validate, as a program does that needs the documents."""
    for path in paths:
        problems(read_document(read_bytes(path).decode("utf-8", "replace")))


def read_to_check(paths: Sequence[str], _: Policy) -> None:
    """Do the same as the checker, which needs places and bytes as well."""
    for some in groups(paths):
        read(some)


def check_all(paths: Sequence[str], policy: Policy) -> None:
    """All of it, with the rules."""
    for _ in Checker(policy).check_all(Context(read_bytes(path), path) for path in paths):
        pass


def read(paths: Sequence[str]) -> list[Context]:
    """Return the articles, read and validated."""
    subjects = [Context(read_bytes(path), path) for path in paths]
    for context in subjects:
        _ = context.reading, problems(context.reading.document)
    return subjects


def groups(paths: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the paths, so many at once as the command takes."""
    return (paths[start : start + AT_ONCE] for start in range(0, len(paths), AT_ONCE))


def label(rule: Rule) -> str:
    """Return the name of a rule in the table."""
    return f"{rule.level} {rule.name}"


def table(best: Parts, count: int, size: int) -> str:
    """Return the table: microseconds a file of each part, with its share of the base."""
    base, as_checked, whole = best.pop("base"), best.pop("read"), best.pop("whole")
    rows = [("read, parse and schema", base), *best.items(), ("all of these", sum(best.values()))]
    rows += [
        ("the base, as the checker does it", as_checked),
        ("check", whole),
        ("all rules together ÷ the base", whole - base),
    ]
    lines = [f"{name:<32} {took / count * 1e6:>8.1f} {took / base:>7.1%}" for name, took in rows]
    return "\n".join(
        [f"{count} clean files, {size / count:.0f} bytes each; µs a file, and to the base", *lines]
    )


if __name__ == "__main__":
    main()
