"""How much of the damage that is put into sound articles the rules find.

    python -m benchmarks.accuracy [--field FOLDER ...] [--most 300] [--only KIND ...] [--out FILE]

Each kind of damage (benchmarks/damage/) is put into each article, made canonical before. Recall is
the share of damaged articles in which a rule that ought to report the kind has a finding on a
damaged line. An article in which that rule has a finding before is left out for this kind. The
articles are those of corpus/, and with ``--field`` those of other folders, of which only counts are
written. ``--missed KIND`` prints what was not found. With ``--only``, the other kinds of the file
stay as they are; a file that does not exist is written with the chosen kinds alone.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.damage import Kind, kinds
from benchmarks.damage.article import Article, Damaged
from corpusfmt import format as canonical
from corpusfmt.config.policy import default_policy
from corpusfmt.lint.checker import Checker
from corpusfmt.lint.context import Context
from corpusfmt.model.diagnostic import Diagnostic

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "corpus"
OUT = Path(__file__).parent / "accuracy.json"
MOST = 300
SUFFIXES = {".txt", ".md"}

Counts = dict[str, Any]


def read_articles(folders: Iterable[Path]) -> list[Article]:
    """Return the articles of folders, each with the next one as its other."""
    paths = [path for folder in folders for path in sorted(folder.glob("*"))]
    texts = [
        canonical(path.read_bytes().decode("utf-8", "replace"))
        for path in paths
        if path.suffix in SUFFIXES and path.stem != "README"
    ]
    texts = [text for text in texts if text.startswith("# ")]
    return [
        Article.of(text, other) for text, other in zip(texts, texts[1:] + texts[:1], strict=True)
    ]


def measure(kind: Kind, articles: Sequence[Article], most: int, show: bool) -> Counts:
    """Return how many articles were damaged, and in how many the damage was found."""
    checker = Checker(default_policy(only=kind.rules))
    order = list(range(len(articles)))
    Random(kind.name).shuffle(order)
    groups: dict[str, list[int]] = {}
    by_rule = dict.fromkeys(kind.rules, 0)
    for number in order:
        article = articles[number]
        group = groups.setdefault(article.script, [0, 0])
        if group[0] == most:
            continue
        damaged = kind.of(article, article.title)
        if damaged is None or _findings(checker, article.text):
            continue
        found = {
            diagnostic.rule
            for diagnostic in _findings(checker, damaged.content)
            if _is_at(diagnostic, damaged)
        }
        if show and not found:
            print(_excerpt(damaged), "\n")
        group[0] += 1
        group[1] += bool(found)
        for rule in found:
            by_rule[rule] += 1
    return {
        "rules": by_rule,
        "damaged": sum(made for made, _ in groups.values()),
        "found": sum(found for _, found in groups.values()),
        "scripts": {script: counts for script, counts in sorted(groups.items()) if counts[0]},
    }


def _findings(checker: Checker, content: str | bytes) -> Sequence[Diagnostic]:
    return checker.check(Context(content, "article.txt")).diagnostics


def _is_at(diagnostic: Diagnostic, damaged: Damaged) -> bool:
    lines = range(diagnostic.line, diagnostic.end_line + 1)
    return not damaged.lines.isdisjoint(lines)


def _excerpt(damaged: Damaged) -> str:
    content = damaged.content
    text = content if isinstance(content, str) else content.decode("utf-8", "replace")
    lines = text.split("\n")
    shown = [lines[number - 1] for number in sorted(damaged.lines)[:8] if number <= len(lines)]
    return "\n".join(line[:400] for line in shown)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description="How much damage the rules find.")
    parser.add_argument(
        "--field",
        type=Path,
        action="append",
        default=[],
        help="a folder of real articles to damage",
    )
    parser.add_argument("--most", type=int, default=MOST, help="the most articles for each kind")
    parser.add_argument("--only", action="append", default=[], help="a kind of damage; repeatable")
    parser.add_argument(
        "--missed", action="append", default=[], help="a kind whose missed damages are printed"
    )
    parser.add_argument("--out", type=Path, help="the file for the figures")
    options = parser.parse_args(arguments)
    articles = read_articles([CORPUS, *options.field])
    results: Counts = {}
    chosen = {*options.only, *options.missed}
    for kind in kinds():
        if chosen and kind.name not in chosen:
            continue
        result = measure(kind, articles, options.most, kind.name in options.missed)
        results[kind.name] = result
        shares = " ".join(f"{rule}:{found}" for rule, found in result["rules"].items())
        print(f"{kind.name}: {result['found']} of {result['damaged']} ({shares})", flush=True)
    if options.out is not None:
        if chosen and options.out.exists():
            results = json.loads(options.out.read_text("utf-8"))["kinds"] | results
        figures = {"articles": len(articles), "kinds": dict(sorted(results.items()))}
        options.out.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
