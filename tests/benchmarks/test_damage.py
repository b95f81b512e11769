"""Each kind of damage is really in the text, where it says, and the same each time."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path

from benchmarks.accuracy import CORPUS, main, measure, read_articles
from benchmarks.damage import Kind, kinds
from benchmarks.damage.article import Article, Damaged
from corpusfmt.lint.rule import CORPUS as CORPUS_LEVEL
from corpusfmt.rules import all_rules
from tests.for_each import for_each

KINDS = {kind.name: kind for kind in kinds()}
EXTRA = """\
# It's Not the Ferry's Fault, the Harbour's Engineer Says

By Ida Holm

March 04, 2016



"It's a well-known fault," the engineer said, "and we don't think that it'll be the last of them."

The harbour isn't deep enough, and the well-known pier wasn't built for ships that long and heavy.

Original url:

<https://record.example/news/harbour-and-ferry/the-ferry-is-not-at-fault-says-the-engineer-today>
"""


@cache
def articles() -> list[Article]:
    known = read_articles([CORPUS])
    return [*known, Article.of(EXTRA, known[0].text)]


def damaged_by(kind: Kind) -> list[tuple[Article, Damaged]]:
    results = [(article, kind.of(article, article.title)) for article in articles()]
    return [(article, damaged) for article, damaged in results if damaged is not None]


def lines_of(content: str | bytes) -> list[str]:
    text = content if isinstance(content, str) else content.decode("utf-8", "replace")
    return text.split("\n")


@for_each({name: name for name in KINDS})
def test_the_damage_is_in_the_text(name: str) -> None:
    found = damaged_by(KINDS[name])
    assert found
    for article, damaged in found:
        lines = lines_of(damaged.content)
        assert damaged.lines <= set(range(1, len(lines) + 1))
        assert lines != list(article.lines)


@for_each({name: name for name in KINDS})
def test_nothing_else_is_changed(name: str) -> None:
    for article, damaged in damaged_by(KINDS[name]):
        lines = lines_of(damaged.content)
        sound = [
            line for number, line in enumerate(lines, 1) if line and number not in damaged.lines
        ]
        assert Counter(sound) <= Counter(article.lines)


@for_each({name: name for name in KINDS})
def test_the_same_seed_gives_the_same_damage(name: str) -> None:
    assert damaged_by(KINDS[name])[:3] == damaged_by(KINDS[name])[:3]


def test_seeds_differ() -> None:
    kind = KINDS["masks"]
    article = articles()[0]
    results = {kind.of(article, str(seed)) for seed in range(9)}
    assert len(results) > 3


@for_each({name: name for name in KINDS})
def test_the_rules_of_a_kind_exist(name: str) -> None:
    known = {rule.name for rule in all_rules() if rule.level != CORPUS_LEVEL}
    assert set(KINDS[name].rules) <= known
    assert KINDS[name].summary


def test_only_findings_on_damaged_lines_count() -> None:
    def far_away(article: Article, random: object) -> Damaged | None:
        return Damaged("\ufeff" + article.text, frozenset({3}))

    kind = Kind("far", "Far", ("byte-order-mark",), far_away)
    result = measure(kind, articles()[:4], 9, show=False)
    assert (result["damaged"], result["found"]) == (4, 0)
    result = measure(KINDS["byte-order-mark"], articles()[:4], 9, show=False)
    assert (result["damaged"], result["found"]) == (4, 4)


def test_figures_of_one_kind_may_be_written_to_a_file_that_does_not_exist(tmp_path: Path) -> None:
    out = tmp_path / "accuracy.json"
    assert main(["--most", "1", "--only", "byte-order-mark", "--out", str(out)]) == 0
    assert list(json.loads(out.read_text("utf-8"))["kinds"]) == ["byte-order-mark"]
    assert main(["--most", "1", "--only", "data-uri", "--out", str(out)]) == 0
    assert list(json.loads(out.read_text("utf-8"))["kinds"]) == ["byte-order-mark", "data-uri"]
