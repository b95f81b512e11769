"""What the prefilter of the rules takes, and how often it lets a rule run on a clean article.

    python benchmarks/prefilters.py FOLDER [--rounds 15]

The articles of the folder that have no findings count: of them, the share on which each rule with
a prefilter is called in vain. A rule without one is called on all of them.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from corpusfmt.config.policy import default_policy
from corpusfmt.files.read import read_bytes
from corpusfmt.lint.checker import Checker
from corpusfmt.lint.context import Context
from corpusfmt.lint.prefilter import Prefilter, prefilter_of
from corpusfmt.rules import all_rules
from corpusfmt.text.pattern_set import make_set


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description="What the prefilter of the rules takes.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=15)
    arguments = parser.parse_args()
    rules = [rule for rule in all_rules() if rule.level < 5]
    checker = Checker(default_policy())
    paths = [str(path) for path in sorted(arguments.folder.rglob("*.txt"))]
    contexts = [Context(read_bytes(path), path) for path in paths]
    clean = [context for context in contexts if not checker.check(context).diagnostics]
    prefilter = prefilter_of(rules)
    start = time.process_time()
    expressions = prefilter.expressions()
    make_set(expressions)
    print(f"{len(expressions)} expressions, compiled in {time.process_time() - start:.2f} s")
    prefilter.prepare()
    likely = prefilter.find(clean)
    nothing = _microseconds(
        Prefilter([("nothing", lambda: ("~nothing~",))]), clean, arguments.rounds
    )
    print(f"{len(clean)} clean articles; µs each, and how many of them the rule is called on")
    print(f"{'all together':28} {_microseconds(prefilter, clean, arguments.rounds):6.1f}")
    print(f"{'one expression':28} {nothing:6.1f}")
    for rule in rules:
        if rule.prefilter is not None:
            own = _microseconds(prefilter_of([rule]), clean, arguments.rounds) - nothing
            share = 100 * len(likely[rule.name]) / len(clean)
            print(f"{rule.name:28} {own:+6.1f} {share:6.1f} %")
    print("without a prefilter:", ", ".join(r.name for r in rules if r.prefilter is None))


def _microseconds(prefilter: Prefilter, contexts: list[Context], rounds: int) -> float:
    """Return the CPU time for an article in the best round."""
    prefilter.prepare()
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        prefilter.find(contexts)
        best = min(best, time.process_time() - start)
    return best / len(contexts) * 1e6


if __name__ == "__main__":
    main()
